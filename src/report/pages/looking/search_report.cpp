// SPDX-License-Identifier: MIT
#include "report/pages/looking/search_report.hpp"

#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace mentor {
namespace {

// Of a text that is too long for all of it, what leads to a word that was found, and what follows,
// in bytes; and how far to look for the end of a word there.
constexpr std::size_t whole_text = 320, before_find = 80, behind_find = 160, longest_word = 30;

std::string file_of(const PersonFindings& person) {
    return std::string(person.slug) + ".toml";
}

Data text_or_null(std::string_view text) {
    return text.empty() ? Data() : Data(text);
}

Fields item_of(const PersonFindings& person, const Located& located) {
    const Finding& finding = located.finding;
    List found;
    for (const TextRange& stretch : finding.found)
        found.emplace_back(finding.text.substr(stretch.begin, stretch.end - stretch.begin));
    return joined({{{"slug", person.slug}, {"name", person.name}},
                   {{"part", to_text(finding.part)},
                    {"id", text_or_null(finding.id)},
                    {"on", finding.on},
                    {"kind", text_or_null(finding.kind)},
                    {"key", finding.key},
                    {"text", finding.text},
                    {"private", finding.is_private},
                    {"found", std::move(found)},
                    {"file", file_of(person)},
                    {"line", located.line}}});
}

// A text in one line, and which of its bytes are not in it.
struct Line {
    std::string text;
    std::vector<std::size_t> dropped;

    TextRange range_of(const TextRange& stretch) const {
        return {place_of(stretch.begin), place_of(stretch.end)};
    }

private:
    std::size_t place_of(std::size_t at) const {
        const auto before = std::ranges::lower_bound(dropped, at) - dropped.begin();
        return std::min(at - static_cast<std::size_t>(before), text.size());
    }
};

// How many bytes from the first on have no white space but single blanks; looked at eight at a
// time.
std::size_t count_even(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101, highest = each * 0x80;
    const auto eight_at = [&](std::size_t at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        return eight;
    };
    std::size_t at = 0;
    for (; at + sizeof each < text.size(); at += sizeof each) {
        const std::uint64_t eight = eight_at(at);
        const std::uint64_t controls = (eight - each * ' ') & ~eight;
        // Of bytes that are no controls, only two blanks make a blank.
        const std::uint64_t others = (eight | eight_at(at + 1)) ^ (each * ' ');
        const std::uint64_t pairs = (others - each) & ~others;
        if (((controls | pairs) & highest) != 0) break;
    }
    const auto is_even = [&](std::size_t i) {
        return !is_space(text[i]) ||
               (text[i] == ' ' && !(i + 1 < text.size() && is_space(text[i + 1])));
    };
    while (at < text.size() && is_even(at))
        ++at;
    return at;
}

// One blank for each run of white space in it, and none for those at its ends.
void set_line(Line& line, std::string_view text) {
    line.text.clear();
    line.dropped.clear();
    for (std::size_t at = 0; at < text.size();) {
        const bool is_behind_blank = line.text.empty() || line.text.back() == ' ';
        if (is_space(text[at]) && is_behind_blank) {
            line.dropped.push_back(at++);
        } else if (const std::size_t even = count_even(text.substr(at)); even > 0) {
            line.text.append(text.substr(at, even));
            at += even;
        } else {
            line.text += ' ';
            ++at;
        }
    }
    if (line.text.ends_with(' ')) line.text.pop_back();
}

// The beginning of a word soon after that byte, or the end of one soon before it; at least of a
// character.
std::size_t begin_near(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const std::size_t blank = text.find(' ', at);
    if (blank < at + longest_word) return blank + 1;
    while (at < text.size() && !begins_character(text[at]))
        ++at;
    return at;
}
std::size_t end_near(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    const std::size_t blank = text.rfind(' ', at);
    if (blank != std::string_view::npos && blank + longest_word > at) return blank;
    while (at > 0 && !begins_character(text[at]))
        --at;
    return at;
}

// What to show of it: all, or what is around the first find of each word.
void set_shown(std::vector<TextRange>& shown, const Line& line, const Finding& finding) {
    shown.clear();
    if (line.text.size() <= whole_text) {
        shown.push_back({0, line.text.size()});
        return;
    }
    std::vector<TextRange> firsts;
    for (const TextRange& first : finding.firsts)
        firsts.push_back(line.range_of(first));
    std::ranges::sort(firsts, {}, &TextRange::begin);
    for (const TextRange& first : firsts) {
        const std::size_t from = first.begin < before_find ? 0 : first.begin - before_find;
        const TextRange window{std::min(begin_near(line.text, from), first.begin),
                               std::max(end_near(line.text, first.begin + behind_find), first.end)};
        if (shown.empty() || shown.back().end + 1 < window.begin)
            shown.push_back(window);
        else
            shown.back().end = std::max(shown.back().end, window.end);
    }
}

// The keys whose words speak for themselves; before others stands what they are.
constexpr std::string_view main_keys[] = {"about",  "title", "note", "wins",
                                          "advice", "what",  "ask"};

bool is_main(const Finding& finding) {
    return std::ranges::find(main_keys, finding.key) != std::end(main_keys) || is_key(finding);
}

// "Sun 1 Nov 2026, coffee (x4t9)"
void append_title(std::string& title, const Finding& finding) {
    if (finding.on) title.append(to_words(*finding.on)).append(", ");
    if (finding.part == Part::note)
        title += one_line(spoken(finding.kind));
    else
        title += to_text(finding.part);
    if (finding.is_private) title += ", private";
    if (!finding.id.empty()) title.append(" (").append(finding.id).append(")");
}

// Of thousands of texts one after the other, in memory that is used again.
class FoundPage {
public:
    FoundPage(const PersonFindings& person, BlockSink& sink)
        : person_(person), sink_(sink), place_("  " + one_line(file_of(person)) + ":") {}

    void show() {
        sink_.take(Heading{std::string(person_.name), Style::name});
        plain_lines_ = sink_.plain_lines();
        for (const auto& [finding, line] : person_.findings) {
            if (!finding.continues) show_title(finding, line);
            show_text(finding);
        }
    }

private:
    void show_title(const Finding& finding, const std::optional<int>& line) {
        title_.clear();
        append_title(title_, finding);
        label_.clear();
        if (line) label_.append(place_).append(std::to_string(*line));
        show_line(2, [&](const auto& add) {
            add(title_, Style::plain);
            if (line) add(label_, Style::quiet);
        });
    }

    void show_text(const Finding& finding) {
        label_.clear();
        if (!is_main(finding)) label_.append(one_line(finding.key)).append(": ");
        set_line(line_, finding.text);
        set_shown(shown_, line_, finding);
        show_line(4, [&](const auto& add) {
            if (!label_.empty()) add(label_, Style::quiet);
            add_marked(finding, add);
        });
    }

    // With what was found marked, and a sign where something is left out.
    template<class Add>
    void add_marked(const Finding& finding, const Add& add) const {
        const std::string_view text = line_.text;
        const auto add_part = [&](std::size_t begin, std::size_t end, Style style) {
            add(text.substr(begin, end - begin), style);
        };
        std::size_t at = 0;
        for (const TextRange& shown : shown_) {
            if (shown.begin > at) add(at == 0 ? "… " : " … ", Style::quiet);
            at = shown.begin;
            for (const TextRange& stretch : finding.found) {
                const TextRange found = line_.range_of(stretch);
                const TextRange part{std::max(found.begin, at), std::min(found.end, shown.end)};
                if (part.begin >= part.end) continue;
                add_part(at, part.begin, Style::plain);
                add_part(part.begin, part.end, Style::found);
                at = part.end;
            }
            add_part(at, shown.end, Style::plain);
            at = shown.end;
        }
        if (at < text.size()) add(" …", Style::quiet);
    }

    // What add_all() adds, run by run.
    template<class AddAll>
    void show_line(int indent, const AddAll& add_all) {
        if (plain_lines_ && add_plain_line(indent, add_all)) return;
        runs_.clear();
        add_all([&](std::string_view text, Style style) { runs_.push_back({text, style}); });
        sink_.take(runs_, indent);
    }

    // Whether it is one.
    template<class AddAll>
    bool add_plain_line(int indent, const AddAll& add_all) {
        std::string& lines = *plain_lines_;
        const std::size_t begin = lines.size();
        lines.append(static_cast<std::size_t>(indent), ' ');
        add_all([&](std::string_view text, Style) { lines += text; });
        if (find_plain_width(std::string_view(lines).substr(begin))) {
            lines += '\n';
            return true;
        }
        lines.resize(begin);
        return false;
    }

    const PersonFindings& person_;
    BlockSink& sink_;
    std::string* plain_lines_ = nullptr; // of the sink
    std::string place_;                  // but for the line
    std::string title_, label_;
    Line line_;
    std::vector<TextRange> shown_; // of the line
    std::vector<RunView> runs_;    // of one paragraph, all of the texts above
};

class PageSink final : public BlockSink {
public:
    void take(const Heading& heading) override { page.push_back(heading); }
    void take(std::span<const RunView> text, int indent) override {
        page.push_back(paragraph_of(text, indent));
    }
    Page page;
};

} // namespace

std::vector<Fields> found_items(const PersonFindings& person) {
    std::vector<Fields> items;
    items.reserve(person.findings.size());
    for (const Located& located : person.findings)
        items.push_back(item_of(person, located));
    return items;
}

Page found_page(const PersonFindings& person) {
    PageSink sink;
    show_found(person, sink);
    return std::move(sink.page);
}

void show_found(const PersonFindings& person, BlockSink& sink) {
    FoundPage(person, sink).show();
}

Report search_report(std::vector<FoundLines> people, std::size_t terms, Date today) {
    Report report = report_of("mentor.search/1", today);
    for (FoundLines& person : people) {
        std::ranges::move(person.items, std::back_inserter(report.items));
        std::ranges::move(person.page, std::back_inserter(report.page));
    }
    if (people.empty())
        report.page = {sentence(terms == 1 ? "Nothing was found."
                                           : "Nothing has all of these words; fewer find more.")};
    return report;
}

} // namespace mentor
