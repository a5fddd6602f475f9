// SPDX-License-Identifier: MIT
//
// The marks of a note: every line is either understood, kept in the note as it was written, or the
// whole text is refused. None is lost.
#include "core/marks/marks.hpp"
#include "core/text.hpp"
#include "fuzz/fuzz.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace mentor;

namespace {

std::vector<std::string> written_in(const std::string& text) {
    std::vector<std::string> lines;
    for (MailLine& line : lines_of_mail(text))
        lines.push_back(std::move(line.text));
    return lines;
}

std::size_t count_with_words(const std::vector<std::string>& lines) {
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [](const auto& line) { return !trim(line).empty(); }));
}

// At every LF and nowhere else: a line of a note may end with a CR of its own.
std::vector<std::string> lines_of_note(const std::string& note) {
    std::vector<std::string> lines(1);
    for (const char c : note) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const Calendar calendar{make_date(2026, 11, 22), std::chrono::Monday};
    const SideNames names{{"Tim"}, {"Ada"}};
    try {
        const Marked marked = parse_marks(text, calendar, names);
        const auto written = written_in(text);
        for (const std::string& line : lines_of_note(marked.note))
            FUZZ_CHECK(marked.note.empty() || std::ranges::find(written, line) != written.end());
        const std::size_t understood = marked.commitments.size() + marked.questions.size() +
                                       marked.advice.size() + marked.wins.size() +
                                       marked.kept.size();
        // Topics share a line, and a `next:` or an `on:` may be said twice alike.
        if (marked.topics.empty() && !marked.next && !marked.met)
            FUZZ_CHECK(count_with_words(split_lines(marked.note)) + understood ==
                       count_with_words(written));
    } catch (const Error&) {
    }
    return 0;
}
