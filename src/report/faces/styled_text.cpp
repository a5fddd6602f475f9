// SPDX-License-Identifier: MIT
#include "report/faces/styled_text.hpp"

#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "core/width/wrapping.hpp"

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

std::string with_plain_space(std::string_view text, std::string_view newline,
                             std::string_view tab) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (text[i] == '\n')
            result += newline;
        else if (text[i] == '\t')
            result += tab;
        else
            result += text[i];
    }
    return result;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    for (std::size_t at; (at = text.find(from)) != std::string_view::npos;) {
        result.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return result.append(text);
}

// A no-break space, while lines are broken; what is printed has plain ones.
constexpr std::string_view unbroken = "\u00a0";

// "every 4 weeks", "2 days ago": a number stays with what it counts.
std::string with_whole_counts(std::string_view text) {
    const auto is_count = [&](std::size_t at) {
        return at > 0 && at + 1 < text.size() && text[at - 1] >= '0' && text[at - 1] <= '9' &&
               text[at + 1] >= 'a' && text[at + 1] <= 'z';
    };
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' && is_count(at))
            result += unbroken;
        else
            result += text[at];
    }
    return result;
}

Text with_whole_phrases(Text text, std::size_t columns) {
    for (Run& run : text) {
        if (run.style != Style::command)
            run.text = with_whole_counts(run.text);
        else if (width(run.text) <= columns)
            run.text = replaced(run.text, " ", unbroken);
    }
    return text;
}

Text with_each(Text text, std::string_view newline, std::string_view tab) {
    for (Run& run : text)
        if (!find_plain_width(run.text))
            run.text = visible(with_plain_space(run.text, newline, tab));
    return text;
}

std::size_t width_of_lines(const Text& text) {
    const std::string words = plain(text);
    if (words.find('\n') == std::string::npos) return width(words);
    std::size_t widest = 0;
    for (const std::string& line : wrap(words, 0))
        widest = std::max(widest, width(line));
    return widest;
}

} // namespace

std::optional<std::size_t> find_plain_width(const Text& text) {
    std::size_t columns = 0;
    for (const Run& run : text) {
        const auto wide = find_plain_width(run.text);
        if (!wide) return std::nullopt;
        columns += *wide;
    }
    return columns;
}

std::string plain(const Text& text) {
    std::string result;
    for (const Run& run : text)
        result += run.text;
    return result;
}

std::size_t width(const Text& text) {
    const auto plain = find_plain_width(text);
    return plain ? *plain : width_of_lines(text);
}

std::size_t cell_width(const Text& text) {
    const auto plain = find_plain_width(text);
    return plain ? *plain : width(prepared_cell(text));
}

// Wrapping changes nothing but white space, so the other bytes of the lines and of the runs are the
// same sequence, and each finds its style by walking both.
std::vector<Text> wrap(Text given, std::size_t columns) {
    std::vector<Text> lines;
    const auto has_lines = [](const Run& run) { return run.text.find('\n') != std::string::npos; };
    if (columns == 0 && std::ranges::none_of(given, has_lines)) {
        lines.push_back(std::move(given));
        return lines;
    }
    const Text text = with_whole_phrases(std::move(given), columns);
    std::vector<Style> styles;
    for (const Run& run : text) {
        for (char byte : run.text) {
            if (!is_space(byte)) styles.push_back(run.style);
        }
    }
    std::size_t next = 0;
    for (const std::string& words : wrap(plain(text), columns)) {
        Text line;
        for (char byte : words) {
            Style style = line.empty() ? Style::plain : line.back().style;
            if (!is_space(byte) && next < styles.size()) style = styles[next++];
            if (line.empty() || line.back().style != style) line.push_back({"", style});
            line.back().text += byte;
        }
        for (Run& run : line)
            run.text = replaced(run.text, unbroken, " ");
        lines.push_back(std::move(line));
    }
    return lines;
}

Text shortened(const Text& text, std::size_t columns, std::string_view ellipsis) {
    if (columns == 0 || width(text) <= columns) return text;
    Text result;
    std::size_t left = columns - std::min(columns, width(ellipsis));
    for (const Run& run : text) {
        const std::string_view kept = fitting(run.text, left);
        if (kept.size() < run.text.size()) {
            result.push_back({trim(kept).append(fitting(ellipsis, columns)), run.style});
            break;
        }
        left -= width(kept);
        result.push_back(run);
    }
    return result;
}

bool is_plain_line(std::span<const RunView> text) {
    return std::ranges::all_of(
        text, [](const RunView& run) { return find_plain_width(run.text).has_value(); });
}

Text prepared(Text text) {
    return with_each(std::move(text), "\n", "    ");
}

Text prepared_cell(Text text) {
    return with_each(std::move(text), " ", " ");
}

void append_painted(std::string& out, const Text& line, const Codes& codes) {
    for (const Run& run : line)
        append_in_code(out, codes[run.style], run.text);
}

std::string styled(std::string_view text, Style style, const Codes& codes) {
    std::string result;
    append_in_code(result, codes[style], text);
    return result;
}

std::string painted(const Text& line, const Codes& codes) {
    std::string result;
    append_painted(result, line, codes);
    return result;
}

std::string painted_heading(const Text& line, const Codes& codes) {
    std::string result;
    for (const Run& run : line) {
        std::string code(codes[Style::heading]);
        if (const auto own = codes[run.style]; code != own) {
            if (!code.empty() && !own.empty()) code += ';';
            code += own;
        }
        append_in_code(result, code, run.text);
    }
    return result;
}

} // namespace mentor
