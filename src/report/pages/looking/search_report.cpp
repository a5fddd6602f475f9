// SPDX-License-Identifier: MIT
#include "report/pages/looking/search_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace mentor {
namespace {

// Of a text that is too long for all of it, what leads to a word that was found, and what follows,
// in bytes; and how far to look for the end of a word there.
constexpr std::size_t whole_text = 320, before_find = 80, behind_find = 160, longest_word = 30;

std::string file_of(const PersonFindings& person) {
    return person.slug + ".toml";
}

Fields item_of(const PersonFindings& person, const Located& located) {
    const Finding& finding = located.finding;
    List found;
    for (const TextRange& stretch : finding.found)
        found.emplace_back(finding.text.substr(stretch.begin, stretch.end - stretch.begin));
    return joined({{{"slug", person.slug}, {"name", person.name}},
                   {{"part", to_text(finding.part)},
                    {"id", or_null(finding.id)},
                    {"on", finding.on},
                    {"kind", or_null(finding.kind)},
                    {"key", finding.key},
                    {"text", finding.text},
                    {"private", finding.is_private},
                    {"found", std::move(found)},
                    {"file", file_of(person)},
                    {"line", located.line}}});
}

// A text in one line, with what was found in it.
struct Line {
    std::string text;
    std::vector<TextRange> found, firsts;
};

Line line_of(const Finding& finding) {
    const std::string& text = finding.text;
    Line line{.text = std::string(text.size(), ' '), .found = {}, .firsts = {}};
    std::vector<std::size_t> places(text.size() + 1); // in the line, of each byte of the text
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        places[at] = end;
        const bool is_blank = is_space(text[at]);
        if (is_blank && (end == 0 || line.text[end - 1] == ' ')) continue;
        line.text[end++] = is_blank ? ' ' : text[at];
    }
    line.text.resize(end);
    if (line.text.ends_with(' ')) line.text.pop_back();
    places.back() = line.text.size();
    const auto place_of = [&](const TextRange& stretch) {
        return TextRange{std::min(places[stretch.begin], line.text.size()),
                         std::min(places[stretch.end], line.text.size())};
    };
    std::ranges::transform(finding.found, std::back_inserter(line.found), place_of);
    std::ranges::transform(finding.firsts, std::back_inserter(line.firsts), place_of);
    return line;
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
std::vector<TextRange> shown_of(const Line& line) {
    if (line.text.size() <= whole_text) return {{0, line.text.size()}};
    auto firsts = line.firsts;
    std::ranges::sort(firsts, {}, &TextRange::begin);
    std::vector<TextRange> shown;
    for (const TextRange& first : firsts) {
        const std::size_t from = first.begin < before_find ? 0 : first.begin - before_find;
        const TextRange window{std::min(begin_near(line.text, from), first.begin),
                               std::max(end_near(line.text, first.begin + behind_find), first.end)};
        if (shown.empty() || shown.back().end + 1 < window.begin)
            shown.push_back(window);
        else
            shown.back().end = std::max(shown.back().end, window.end);
    }
    return shown;
}

// With what was found marked, and a sign where something is left out.
Text marked(const Line& line) {
    const auto bytes = [&](std::size_t begin, std::size_t end) {
        return line.text.substr(begin, end - begin);
    };
    Text runs;
    std::size_t at = 0;
    for (const TextRange& shown : shown_of(line)) {
        if (shown.begin > at) runs.push_back({at == 0 ? "… " : " … ", Style::quiet});
        at = shown.begin;
        for (const TextRange& found : line.found) {
            const TextRange part{std::max(found.begin, at), std::min(found.end, shown.end)};
            if (part.begin >= part.end) continue;
            runs.push_back({bytes(at, part.begin)});
            runs.push_back({bytes(part.begin, part.end), Style::found});
            at = part.end;
        }
        runs.push_back({bytes(at, shown.end)});
        at = shown.end;
    }
    if (at < line.text.size()) runs.push_back({" …", Style::quiet});
    return runs;
}

// The keys whose words speak for themselves; before others stands what they are.
constexpr std::string_view main_keys[] = {"about",  "title", "note", "wins",
                                          "advice", "what",  "ask"};

Text words_of(const Finding& finding) {
    Text words = marked(line_of(finding));
    const bool is_main =
        std::ranges::find(main_keys, finding.key) != std::end(main_keys) || is_key(finding);
    if (!is_main) words.insert(words.begin(), {one_line(finding.key) + ": ", Style::quiet});
    return words;
}

// "Sun 1 Nov 2026, coffee (x4t9)  ada-lovelace.toml:21"
Text title_of(const PersonFindings& person, const Located& located) {
    const Finding& finding = located.finding;
    std::string words = finding.on ? to_words(*finding.on) + ", " : "";
    words += finding.part == Part::note ? one_line(spoken(finding.kind))
                                        : std::string(to_text(finding.part));
    if (finding.is_private) words += ", private";
    if (!finding.id.empty()) words += fmt::format(" ({})", finding.id);
    Text title{{words}};
    if (located.line)
        title.push_back(
            {fmt::format("  {}:{}", one_line(file_of(person)), *located.line), Style::quiet});
    return title;
}

} // namespace

FoundLines found_lines(const PersonFindings& person, bool has_items) {
    FoundLines lines;
    lines.page.push_back(Heading{person.name, Style::name});
    for (const Located& located : person.findings) {
        if (has_items) lines.items.push_back(item_of(person, located));
        if (!located.finding.continues)
            lines.page.push_back(indented(Paragraph{title_of(person, located)}));
        lines.page.push_back(indented(Paragraph{words_of(located.finding)}, 4));
    }
    return lines;
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
