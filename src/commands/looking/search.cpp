// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "commands/commands.hpp"
#include "commands/looking/spans.hpp"
#include "core/text.hpp"
#include "format/left_out.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/looking/search_report.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"
#include "toml/may_hold.hpp"
#include "toml/text_lines.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::commands::search {
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

SearchTerms terms_of(const std::vector<std::string>& words, const Options& options) {
    return options.is_regex ? SearchTerms::pattern(join(words, " ")) : SearchTerms::words(words);
}

// No shell takes apart what is typed here.
std::vector<std::string> words_in(const std::string& answer, const Options& options) {
    const bool is_whole = options.is_regex || answer.find('"') != std::string::npos;
    return is_whole ? std::vector{answer} : split(answer, ' ');
}

std::vector<std::string> words_of(View& view, const Options& options) {
    if (!options.words.empty()) return options.words;
    const Prompt prompt{"What do you look for?",
                        "",
                        options.is_regex ? "a regular expression"
                                         : "words, in any order; \"a phrase\" in quotes",
                        {}};
    const Error missing(Exit::usage, "`mentor search` needs WORDS", "say what to look for");
    const auto check = [&](const std::string& answer) {
        terms_of(words_in(answer, options), options);
    };
    return words_in(said_or_asked(view, {}, prompt, missing, check), options);
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

// Where what was found first begins.
std::optional<int> find_line(TextLines& lines, const Finding& finding) {
    const ValuePlace place{finding.table, finding.position, finding.key, finding.element};
    if (is_key(finding)) return lines.find_key(place);
    const bool has_lines = finding.text.find('\n') != std::string_view::npos;
    return lines.find(place, finding.found.front().begin,
                      has_lines ? Offsets::in_lines : Offsets::in_one_line);
}

// Nothing of a text of which nothing is to be said.
std::optional<TextLines> lines_of(const ReadText& read) {
    if (read.plain) return TextLines(read.text, *read.plain);
    if (read.document) return TextLines(*read.document);
    return std::nullopt;
}

std::vector<Located> located(const FoundThings& findings, const ReadText& read) {
    std::vector<Located> located;
    located.reserve(findings.all.size());
    auto lines = lines_of(read);
    for (const Finding& finding : findings.all)
        located.push_back({finding, lines ? find_line(*lines, finding) : std::nullopt});
    return located;
}

std::optional<Span> span_of(const View& view, const Options& options) {
    if (!options.since && !options.until) return std::nullopt;
    return span_between(view, options.since, options.until);
}

// Texts by their positions, put in from several threads. They are kept in a few large pieces:
// memory for thousands of small ones would be asked for page by page.
class Texts {
public:
    explicit Texts(std::size_t count) : texts_(count) {}

    void put(std::size_t position, std::string_view text) {
        constexpr std::size_t usual_size = 1 << 20;
        const std::lock_guard guard(alone_);
        if (pieces_.empty() || pieces_.back().capacity() - pieces_.back().size() < text.size())
            pieces_.emplace_back().reserve(std::max(usual_size, text.size()));
        std::string& piece = pieces_.back();
        texts_[position] = {piece.data() + piece.size(), text.size()};
        piece += text;
    }

    // Those that there are, with an empty line between each two.
    std::vector<std::string_view> parts() const {
        std::vector<std::string_view> parts;
        for (const std::string_view text : texts_) {
            if (text.empty()) continue;
            if (!parts.empty()) parts.emplace_back("\n");
            parts.push_back(text);
        }
        return parts;
    }

private:
    std::mutex alone_;
    std::vector<std::string_view> texts_;
    std::deque<std::string> pieces_; // of which none grows beyond its memory
};

// Several files are searched at once, and what was found in each gets its face there.
class Searching {
public:
    Searching(const View& view, const Options& options, const Search& what, std::size_t people)
        : view_(view), options_(options), what_(what), look_(view.look_of_output()), texts_(people),
          found_(people) {}

    void look_at(std::size_t position, const Relationship& person, const ReadText& read) {
        if (note(person) || !is_wanted(person, options_)) return;
        std::optional<LeftOut> left_out;
        if (read.plain) left_out.emplace(*read.plain);
        FoundThings findings;
        try {
            findings = mentor::search(person, what_, view_.config.kinds, look_up(left_out));
        } catch (const Error& error) { // about the pattern, and not the file
            const std::lock_guard guard(alone_);
            if (!refusal_) refusal_ = error;
            return;
        }
        if (findings.all.empty()) return;
        add(position, {person.slug, person.name, located(findings, read)});
    }

    // Whether there is anything to show. Throws where it couldn't be looked for.
    bool show(View& view) {
        if (refusal_) throw *refusal_;
        view_.config.kinds.require(options_.kinds, {kinds_.begin(), kinds_.end()});
        std::erase_if(found_, [](const FoundLines& lines) { return lines.is_empty(); });
        const auto parts = texts_.parts();
        const bool is_nothing = parts.empty() && found_.empty();
        if (parts.empty())
            view.show(search_report(std::move(found_), what_.terms.size(), view.today()));
        else
            view.show_page(parts);
        return !is_nothing;
    }

private:
    // The kinds that there are; whether the search was refused meanwhile.
    bool note(const Relationship& person) {
        const std::lock_guard guard(alone_);
        if (!options_.kinds.empty())
            for (const LogEntry& entry : person.log)
                kinds_.insert(entry.kind);
        return refusal_.has_value();
    }

    void add(std::size_t position, const PersonFindings& found) {
        if (view_.output().is_page())
            texts_.put(position, text_of(found));
        else if (view_.output().has_format("md"))
            found_[position].page = found_page(found);
        else
            found_[position].items = found_items(found);
    }

    static LookUp look_up(std::optional<LeftOut>& left_out) {
        if (!left_out) return {};
        return
            [&](std::size_t position) -> const EntryTexts& { return left_out->of_entry(position); };
    }

    std::string text_of(const PersonFindings& found) const {
        TerminalSink sink(look_);
        show_found(found, sink);
        return std::move(sink).text();
    }

    const View& view_;
    const Options& options_;
    const Search& what_;
    const Look look_;
    Texts texts_;                   // pages as a terminal shows them
    std::vector<FoundLines> found_; // by position: what other faces are made of
    std::mutex alone_;              // for what follows
    std::set<std::string> kinds_;
    std::optional<Error> refusal_;
};

Exit run(View& view, const Options& options) {
    view.require_journal();
    if (options.role) require_word(*options.role, role_names(), "--role");
    const auto parts = parts_of(options);
    const auto span = span_of(view, options);
    const auto slugs = options.who.empty() ? view.slugs() : view.slugs_for(options.who);
    const Search what{terms_of(words_of(view, options), options), parts, options.kinds, span};
    Searching searching(view, options, what, slugs.size());
    // Whether there is a kind that the configuration doesn't know, every file has to say.
    const bool asks_all = !std::ranges::all_of(options.kinds, [&](const std::string& word) {
        return view.config.kinds.find(word) || find_kind_class(fold(word));
    });
    view.visit_wanted(
        slugs, Extent::outline,
        [&](std::string_view text) { return asks_all || may_hold(text, what.terms.needed()); },
        [&](std::size_t position, const Relationship& person, const ReadText& read) {
            searching.look_at(position, person, read);
        });
    return searching.show(view) ? Exit::done : Exit::no;
}

} // namespace

const Command command{
    "search",
    Chapter::looking,
    "Find words in all that was written down",
    "Case, accents and line breaks don't matter, and a word may be any part of another; with "
    "--regex, case alone. A thing is found where all words stand in it: in an "
    "entry's note, topics and place, "
    "in a goal, in a question and its answer. Exit code 1 says that nothing was found.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::search
