// SPDX-License-Identifier: MIT
#include "report/faces/terminal/diff.hpp"

#include "core/path_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace mentor {
namespace {

using Lines = std::vector<std::string_view>; // each with its line end, where it has one

constexpr std::size_t context = 3; // lines around a change
// Beyond this many differing lines the shortest script is of no use to anyone, and its search is
// quadratic in them.
constexpr int most_edits = 2000;

struct Edit {
    char mark; // ' ', '-' or '+'
    std::string_view line;
};

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the furthest reaching
// path on each diagonal k = x - y, for each number of edits.
class ShortestScript {
public:
    ShortestScript(const Lines& before, const Lines& after) : before_(before), after_(after) {}

    std::vector<Edit> edits() {
        const int most = std::min(static_cast<int>(before_.size() + after_.size()), most_edits);
        std::vector<int> reach(2 * static_cast<std::size_t>(most) + 3, 0);
        for (int edits = 0; edits <= most; ++edits) {
            trace_.emplace_back(reach.begin() + most + 1 - edits, reach.begin() + most + 2 + edits);
            for (int k = -edits; k <= edits; k += 2) {
                int* at = &reach[static_cast<std::size_t>(most + 1 + k)];
                const bool down = k == -edits || (k != edits && at[-1] < at[1]);
                int x = down ? at[1] : at[-1] + 1;
                while (x < size(before_) && x - k < size(after_) && same(x, x - k))
                    ++x;
                *at = x;
                if (x >= size(before_) && x - k >= size(after_)) return walked_back();
            }
        }
        return everything();
    }

private:
    static int size(const Lines& lines) { return static_cast<int>(lines.size()); }
    std::string_view before(int x) const { return before_[static_cast<std::size_t>(x)]; }
    std::string_view after(int y) const { return after_[static_cast<std::size_t>(y)]; }
    bool same(int x, int y) const { return before(x) == after(y); }

    std::vector<Edit> everything() const {
        std::vector<Edit> result;
        for (std::string_view line : before_)
            result.push_back({'-', line});
        for (std::string_view line : after_)
            result.push_back({'+', line});
        return result;
    }

    std::vector<Edit> walked_back() const {
        std::vector<Edit> result;
        int x = size(before_), y = size(after_);
        for (int edits = static_cast<int>(trace_.size()) - 1; edits > 0; --edits) {
            // trace_[edits] holds the diagonals from -edits to edits, as they were one edit
            // earlier.
            const int* reach = &trace_[static_cast<std::size_t>(edits)][0] + edits;
            const int k = x - y;
            const bool down = k == -edits || (k != edits && reach[k - 1] < reach[k + 1]);
            const int from_x = down ? reach[k + 1] : reach[k - 1];
            const int from_y = from_x - (down ? k + 1 : k - 1);
            const int turn_x = down ? from_x : from_x + 1;
            while (x > turn_x)
                result.push_back({' ', before(--x)}), --y;
            result.push_back(down ? Edit{'+', after(from_y)} : Edit{'-', before(from_x)});
            x = from_x;
            y = from_y;
        }
        while (x > 0)
            result.push_back({' ', before(--x)});
        std::reverse(result.begin(), result.end());
        return result;
    }

    const Lines& before_;
    const Lines& after_;
    std::vector<std::vector<int>> trace_;
};

// What is equal at both ends is set aside first: most changes touch a few lines of a long file.
std::vector<Edit> edits_between(const Lines& before, const Lines& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    const auto middle = [&](const Lines& lines) {
        return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head),
                     lines.end() - static_cast<std::ptrdiff_t>(tail));
    };
    std::vector<Edit> result;
    for (std::size_t i = 0; i < head; ++i)
        result.push_back({' ', before[i]});
    const Lines middle_before = middle(before), middle_after = middle(after);
    for (const Edit& edit : ShortestScript(middle_before, middle_after).edits()) {
        result.push_back(edit);
    }
    for (std::size_t i = before.size() - tail; i < before.size(); ++i) {
        result.push_back({' ', before[i]});
    }
    return result;
}

// "12,3": the first line and how many. An empty range names the line before it, as POSIX diff does.
std::string range(std::size_t first, std::size_t count) {
    if (count == 1) return fmt::format("{}", first);
    return fmt::format("{},{}", count == 0 ? first - 1 : first, count);
}

std::string hunk(const std::vector<Edit>& edits, std::size_t begin, std::size_t end,
                 std::size_t first_before, std::size_t first_after) {
    std::size_t before = 0, after = 0;
    std::string body;
    for (std::size_t i = begin; i < end; ++i) {
        const Edit& edit = edits[i];
        before += edit.mark != '+';
        after += edit.mark != '-';
        body += edit.mark;
        body += edit.line;
        if (edit.line.back() != '\n') body += "\n\\ No newline at end of file\n";
    }
    return fmt::format("@@ -{} +{} @@\n{}", range(first_before, before), range(first_after, after),
                       body);
}

std::string hunks(const std::vector<Edit>& edits) {
    const auto changed = [&](std::size_t i) { return edits[i].mark != ' '; };
    std::string result;
    std::size_t line_before = 1, line_after = 1, counted = 0;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (!changed(i)) continue;
        std::size_t last = i; // the last change that the context of this hunk still reaches
        for (std::size_t j = i; j < edits.size() && j <= last + 2 * context + 1; ++j) {
            if (changed(j)) last = j;
        }
        const std::size_t begin = i - std::min(i, context);
        const std::size_t end = std::min(last + context + 1, edits.size());
        for (; counted < begin; ++counted) {
            line_before += edits[counted].mark != '+';
            line_after += edits[counted].mark != '-';
        }
        result += hunk(edits, begin, end, line_before, line_after);
        i = last;
    }
    return result;
}

} // namespace

std::string diff(std::string_view file, const std::optional<std::string>& before,
                 const std::optional<std::string>& after) {
    if (before == after) return "";
    const std::string name = in_line(file);
    const auto title = [&](const std::optional<std::string>& text) {
        return text ? name : std::string("/dev/null");
    };
    const std::string head = fmt::format("--- {}\n+++ {}\n", title(before), title(after));
    const std::string old_text = before.value_or(""), new_text = after.value_or("");
    return head + hunks(edits_between(lines_of(old_text), lines_of(new_text)));
}

std::string painted_diff(std::string_view diff, const Codes& codes) {
    std::string result;
    bool in_hunk = false; // above it stand the names of the file, behind "---" and "+++"
    for (std::string_view line : lines_of(diff)) {
        const bool is_range = line.starts_with("@@");
        in_hunk = in_hunk || is_range;
        const Style style = !in_hunk         ? Style::strong
                            : is_range       ? Style::quiet
                            : line[0] == '+' ? Style::added
                            : line[0] == '-' ? Style::removed
                                             : Style::plain;
        const std::string_view end = line.ends_with('\n') ? "\n" : "";
        line.remove_suffix(end.size());
        append_in_code(result, codes[style], line);
        result.append(end);
    }
    return result;
}

LineCount diff_size(const std::optional<std::string>& before,
                    const std::optional<std::string>& after) {
    const std::string old_text = before.value_or(""), new_text = after.value_or("");
    LineCount count;
    for (const Edit& edit : edits_between(lines_of(old_text), lines_of(new_text))) {
        count.added += edit.mark == '+';
        count.removed += edit.mark == '-';
    }
    return count;
}

} // namespace mentor
