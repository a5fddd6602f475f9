// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "report/pages/looking/search_report.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"
#include "toml/may_hold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> words, parts, kinds, who;
    std::optional<std::string> role, tag, since, until;
    bool is_regex = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.words, "WORDS", "all of them, in any order; \"a phrase\"");
    declaration.flag(options.is_regex, "--regex", "WORDS are one regular expression");
    declaration
        .option(options.parts, "--in", "PART",
                fmt::format("only there: {}; several with commas", join(part_names(), ", ")))
        .offers([](View&, const std::string&) { return candidates_of(part_names()); });
    declaration.option(options.kinds, "--kind", "KIND",
                       "only entries of this kind, or of this class");
    declaration.option(options.who, "--who", "WHO", "only this person; may be repeated");
    declaration.option(options.role, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.tag, "--tag", "TAG", "only people with this tag");
    declaration.option(options.since, "--since", "DATE", "only what is of this day or later");
    declaration.option(options.until, "--until", "DATE", "only what is of this day or before");
}

std::vector<std::string> ask_words(View& view) {
    const std::string words = said_or_asked(
        view, {}, {"What do you look for?", "", "words, in any order; \"a phrase\" in quotes", {}},
        Error(Exit::usage, "`mentor search` needs WORDS", "say what to look for"),
        [](const std::string& answer) { Wanted::words({answer}); });
    // No shell took it apart.
    return words.find('"') == std::string::npos ? split(words, ' ') : std::vector{words};
}

Wanted wanted_of(View& view, const Options& options) {
    const auto words = options.words.empty() ? ask_words(view) : options.words;
    return options.is_regex ? Wanted::pattern(join(words, " ")) : Wanted::words(words);
}

std::vector<Part> parts_of(const Options& options) {
    std::vector<Part> parts;
    for (const std::string& words : options.parts) {
        for (const std::string& word : split(words, ',')) {
            require_word(trim(word), part_names(), "--in");
            parts.push_back(*find_part(fold(trim(word))));
        }
    }
    return parts;
}

bool is_wanted(const Relationship& person, const Options& options) {
    return (!options.role || to_text(person.role) == fold(*options.role)) &&
           (!options.tag || find_folded(*options.tag, person.tags));
}

// The line in which what was found first begins. A text between three quotes may begin on the line
// below them.
std::optional<int> find_line(const Document& document, const std::vector<std::string>& lines,
                             const Finding& finding) {
    Path path;
    if (!finding.table.empty()) path.emplace_back(finding.table);
    if (finding.position) path.emplace_back(*finding.position);
    path.emplace_back(finding.key);
    if (finding.element) path.emplace_back(*finding.element);
    const auto place = document.position(path);
    if (!place) return std::nullopt;
    const std::string key_line = trim(lines.at(static_cast<std::size_t>(place->line - 1)));
    const auto quotes = std::min(key_line.find("\"\"\""), key_line.find("'''"));
    if (quotes == std::string::npos) return place->line;
    const bool begins_below = quotes + 3 == key_line.size();
    const auto before = std::string_view(finding.text).substr(0, finding.found.front().begin);
    return place->line + (begins_below ? 1 : 0) +
           static_cast<int>(std::ranges::count(before, '\n'));
}

std::vector<Located> located(std::vector<Finding> findings, const std::string& text,
                             const std::string& slug) {
    std::vector<Located> located;
    std::optional<Document> document;
    if (!text.empty()) document = Document::parse(text, slug + ".toml");
    const auto lines = split_lines(text);
    for (Finding& finding : findings) {
        const auto line = document ? find_line(*document, lines, finding) : std::nullopt;
        located.push_back({std::move(finding), line});
    }
    return located;
}

// A kind that nobody has, nor the configuration, is a slip.
void require_kinds(const std::vector<std::string>& words, const Kinds& kinds) {
    const auto classes = kind_class_names();
    for (const std::string& word : words)
        if (!find_folded(word, classes)) kinds.parse(word);
}

Exit run(View& view, const Options& options) {
    if (options.role) require_word(*options.role, role_names(), "--role");
    Search what{wanted_of(view, options), parts_of(options), options.kinds};
    if (options.since || options.until)
        what.span = Span{options.since ? view.past(*options.since) : Date::min(),
                         options.until ? view.past(*options.until) : Date::max()};
    view.require_journal();
    const auto slugs = options.who.empty() ? view.slugs() : view.slugs_for(options.who);
    std::vector<PersonFindings> found(slugs.size());
    view.visit_wanted(
        slugs, [&](std::string_view text) { return may_hold(text, what.wanted.needed()); },
        [&](std::size_t i, Relationship person, const std::string& text) {
            if (!is_wanted(person, options)) return;
            auto findings = search(person, what, view.config.kinds);
            if (findings.empty()) return;
            found[i].findings = located(std::move(findings), text, person.slug);
            found[i].relationship = std::move(person);
        });
    std::erase_if(found, [](const PersonFindings& person) { return person.findings.empty(); });
    if (found.empty()) require_kinds(options.kinds, view.config.kinds);
    view.show(search_report(found, view.today()));
    return found.empty() ? Exit::no : Exit::done;
}

} // namespace

const Command search_command{
    "search",
    Chapter::looking,
    "Find words in all that was written down",
    "Case, accents and line breaks don't matter, and a word may be the beginning or the middle of "
    "another. A thing is found where all words stand in it: in an entry's note, topics and place, "
    "in a goal, in a question and its answer. Exit code 1 says that nothing was found.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
