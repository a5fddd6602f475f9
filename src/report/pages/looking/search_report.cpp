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

constexpr std::size_t most_lines = 3;    // of one text
constexpr std::size_t most_bytes = 240;  // of one line
constexpr std::size_t bytes_before = 80; // what leads to the first word in a line that is cut

std::string file_of(const Relationship& relationship) {
    return relationship.slug + ".toml";
}

Fields item_of(const Relationship& relationship, const Located& located) {
    const Finding& finding = located.finding;
    List found;
    for (const Stretch& stretch : finding.found)
        found.emplace_back(finding.text.substr(stretch.begin, stretch.end - stretch.begin));
    return joined({whose(relationship),
                   {{"part", to_text(finding.part)},
                    {"id", or_null(finding.id)},
                    {"on", finding.on},
                    {"kind", or_null(finding.kind)},
                    {"key", finding.key},
                    {"text", finding.text},
                    {"found", std::move(found)},
                    {"file", file_of(relationship)},
                    {"line", located.line}}});
}

// Where the word ends that is at that byte, or begins.
std::size_t end_of_word(std::string_view text, std::size_t at) {
    return std::min(text.find(' ', at), text.size());
}
std::size_t begin_of_word(std::string_view text, std::size_t at) {
    const std::size_t blank = text.substr(0, at).rfind(' ');
    return blank == std::string_view::npos ? 0 : blank + 1;
}

// The part of a line to show, where it is too long for all of it.
Stretch shown_of(std::string_view line, std::size_t first_found) {
    if (line.size() <= most_bytes) return {0, line.size()};
    const std::size_t begin =
        first_found < bytes_before ? 0 : begin_of_word(line, first_found - bytes_before);
    return {begin, end_of_word(line, std::min(begin + most_bytes, line.size()))};
}

// The line from `begin` to `end` of the text, with what was found in it marked.
Text marked(const Finding& finding, std::size_t begin, std::size_t end) {
    const std::string_view text = finding.text, line = text.substr(begin, end - begin);
    auto next =
        std::ranges::find_if(finding.found, [&](const auto& one) { return one.end > begin; });
    const Stretch shown = shown_of(line, std::max(next->begin, begin) - begin);
    std::size_t at = begin + shown.begin;
    const std::size_t last = begin + shown.end;
    Text runs;
    if (shown.begin > 0) runs.push_back({"… ", Style::quiet});
    for (; next != finding.found.end() && next->begin < last; ++next) {
        const std::size_t from = std::max(next->begin, at), to = std::min(next->end, last);
        if (from >= to) continue;
        runs.push_back({std::string(text.substr(at, from - at))});
        runs.push_back({std::string(text.substr(from, to - from)), Style::strong});
        at = to;
    }
    runs.push_back({std::string(text.substr(at, last - at))});
    if (shown.end < line.size()) runs.push_back({" …", Style::quiet});
    return runs;
}

// The keys whose words speak for themselves; before others stands what they are.
constexpr std::string_view main_keys[] = {"about", "title", "note", "wins", "what", "ask"};

// Those of its lines that have something in them.
std::vector<Text> lines_of(const Finding& finding) {
    std::vector<Text> lines;
    std::size_t begin = 0;
    while (begin <= finding.text.size() && lines.size() <= most_lines) {
        const std::size_t end = std::min(finding.text.find('\n', begin), finding.text.size());
        const bool has_any = std::ranges::any_of(finding.found, [&](const Stretch& stretch) {
            return stretch.begin < end && stretch.end > begin;
        });
        if (has_any && lines.size() == most_lines)
            lines.push_back({{"…", Style::quiet}});
        else if (has_any)
            lines.push_back(marked(finding, begin, end));
        begin = end + 1;
    }
    if (std::ranges::find(main_keys, finding.key) == std::end(main_keys))
        lines.front().insert(lines.front().begin(), {one_line(finding.key) + ": ", Style::quiet});
    return lines;
}

// "Sun 1 Nov 2026, coffee (x4t9)  ada-lovelace.toml:21"
Text title_of(const Relationship& relationship, const Located& located) {
    const Finding& finding = located.finding;
    std::string words = finding.on ? to_words(*finding.on) + ", " : "";
    words += finding.part == Part::note ? one_line(spoken(finding.kind))
                                        : std::string(to_text(finding.part));
    if (!finding.id.empty()) words += fmt::format(" ({})", finding.id);
    Text title{{words}};
    if (located.line)
        title.push_back(
            {fmt::format("  {}:{}", one_line(file_of(relationship)), *located.line), Style::quiet});
    return title;
}

} // namespace

Report search_report(const std::vector<PersonFindings>& people, Date today) {
    Report report = report_of("mentor.search/1", today);
    for (const auto& [relationship, findings] : people) {
        report.page.push_back(Heading{relationship.name, Style::name});
        for (const Located& located : findings) {
            report.items.push_back(item_of(relationship, located));
            if (!located.finding.continues)
                report.page.push_back(indented(Paragraph{title_of(relationship, located)}));
            for (Text& line : lines_of(located.finding))
                report.page.push_back(indented(Paragraph{std::move(line)}, 4));
        }
    }
    if (people.empty()) report.page = {sentence("Nothing was found.")};
    return report;
}

} // namespace mentor
