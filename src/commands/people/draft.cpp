// SPDX-License-Identifier: MIT

#include "core/rules/people/draft.hpp"

#include "commands/commands.hpp"
#include "commands/people/draft_texts.hpp"
#include "core/near_words.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/people/draft_report.hpp"
#include "session/ask_who.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::draft {
namespace {

struct Options {
    std::optional<std::string> who, kind, to, subject;
    bool mailto = false, template_only = false;
};

// --- the templates: those of the program, and files beside the configuration

constexpr std::string_view ending = ".txt";

struct Template {
    std::string text;
    std::string file; // as a message names it
};

Folder own_folder(const View& view) {
    return view.config_folder() / "drafts";
}

const DraftText* find_built_in(std::string_view kind) {
    const auto found = std::ranges::find(draft_texts(), kind, &DraftText::kind);
    return found == draft_texts().end() ? nullptr : &*found;
}

std::vector<std::string> built_in_kinds() {
    std::vector<std::string> kinds;
    for (const DraftText& built_in : draft_texts())
        kinds.emplace_back(built_in.kind);
    return kinds;
}

std::vector<std::string> kinds_of(const View& view) {
    std::vector<std::string> kinds = built_in_kinds();
    for (const std::string& file : view.host.list(own_folder(view))) {
        if (!file.ends_with(ending) || file.starts_with('.')) continue;
        const std::string kind = file.substr(0, file.size() - ending.size());
        if (!find_built_in(kind)) kinds.push_back(kind);
    }
    return kinds;
}

std::vector<Candidate> offer_kinds(View& view, const std::string&) {
    return candidates_of(kinds_of(view));
}

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.option(options.kind, "--kind", "KIND", join(built_in_kinds(), ", "))
        .offers(offer_kinds);
    declaration.option(options.to, "--to", "WHO", "the other person of an intro");
    declaration.option(options.subject, "--subject", "TEXT", "another subject");
    declaration.flag(options.mailto, "--mailto", "print a mailto: link instead");
    declaration.flag(options.template_only, "--template", "print the template of the kind");
}

// Why it doesn't say the right thing to somebody as things stand; "" where it does. A kind of one's
// own always may.
std::string misfit(const View& view, std::string_view kind, const Relationship& person) {
    const DraftText* built_in = find_built_in(kind);
    if (!built_in) return "";
    if (!built_in->fits(person.stage)) return fmt::format("the stage is {}", to_text(person.stage));
    if (kind == "recap" && !last_meeting(person, view.config.kinds, view.today()))
        return "you haven't met yet";
    const bool is_first_word = kind == "outreach" || kind == "follow-up";
    if (!is_first_word || person.stage != Stage::prospect) return "";
    const Prospect prospect = prospect_of(person, view.config, view.today());
    if (prospect.progress == Progress::answered) return "the answer has come";
    return kind == "follow-up" && prospect.outreaches == 0 ? "there was no first word yet" : "";
}

std::vector<std::string> fitting_kinds(const View& view, const Relationship& person) {
    std::vector<std::string> kinds = kinds_of(view);
    std::erase_if(kinds,
                  [&](const std::string& kind) { return !misfit(view, kind, person).empty(); });
    return kinds;
}

// Whoever has words of their own for it knows what they say.
void refuse_unfit(const View& view, const std::string& kind, const Relationship& person) {
    const std::string stands = misfit(view, kind, person);
    if (stands.empty() || view.host.exists(own_folder(view) / (kind + std::string(ending)))) return;
    throw Error(
        Exit::usage,
        fmt::format("a draft of the kind {} doesn't fit {}: {}", kind, called(person), stands),
        one_line("what fits: " + join(fitting_kinds(view, person), ", ")));
}

std::string require_kind(const View& view, const std::string& kind) {
    const auto kinds = kinds_of(view);
    if (const auto known = find_folded(kind, kinds)) return *known;
    const auto near = nearest(kind, kinds);
    throw Error(Exit::usage, fmt::format("there is no draft of the kind '{}'", kind),
                near.empty() ? one_line("it is one of: " + join(kinds, ", ")) : did_you_mean(near));
}

Template template_of(const View& view, const std::string& kind) {
    const std::string file = kind + std::string(ending);
    if (const auto own = view.host.find_text(own_folder(view) / file))
        return {*own, "drafts/" + file};
    const DraftText* built_in = find_built_in(kind);
    return {std::string(built_in ? built_in->text() : ""), file};
}

// --- what is to be written, and to whom

std::string ask_kind(View& view, const std::vector<std::string>& kinds) {
    Grid grid = plain_grid(3);
    grid.columns.front().align = Align::right;
    for (const std::string& kind : kinds) {
        const DraftText* built_in = find_built_in(kind);
        grid.rows.push_back(
            {{{std::to_string(grid.rows.size() + 1)}},
             {{kind, Style::name}},
             {{std::string(built_in ? built_in->purpose : "a kind of your own"), Style::quiet}}});
    }
    view.say(Page{grid});
    const Prompt prompt{"What do you want to write?", "",
                        "a number of the list, or a kind or its beginning; Tab completes", kinds};
    return ask_needed(view, prompt, "Type a number of the list, or a kind.",
                      [&](const std::string& answer) {
                          const auto position = find_position(answer, kinds.size());
                          return position ? kinds[*position] : parse_choice(answer, kinds);
                      });
}

// `kinds` are those to choose from.
std::string kind_of(View& view, const Options& options, const std::vector<std::string>& kinds) {
    if (options.kind) return require_kind(view, *options.kind);
    if (view.interactive() && !options.template_only) return ask_kind(view, kinds);
    throw Error(Exit::usage, "a draft needs --kind",
                one_line("it is one of: " + join(kinds, ", ")));
}

std::optional<Relationship> other_of(View& view, const Options& options, const std::string& kind,
                                     const std::string& text, const Relationship& person) {
    if (!names_other(text)) {
        if (!options.to) return std::nullopt;
        throw Error(Exit::usage, fmt::format("a draft of the kind {} goes to one person", kind),
                    "--to is for an intro: mentor draft WHO --kind intro --to WHO");
    }
    if (!options.to && !view.interactive()) {
        throw Error(Exit::usage, fmt::format("who is to meet {}?", person.name),
                    "name the other person: --to WHO");
    }
    const auto find = [&](const std::string& who) {
        const std::string slug = view.slug_for(who);
        if (slug != person.slug) return view.read(slug);
        throw Error(Exit::usage, fmt::format("{} is one of the two already", person.name),
                    "name the other person");
    };
    if (options.to) return find(*options.to);
    Prompt prompt{fmt::format("Who is to meet {}?", person.name),
                  "",
                  "any name of the journal; Tab completes",
                  {}};
    for (const Handle& handle : view.handles())
        if (handle.slug != person.slug) prompt.candidates.push_back(handle.name);
    return ask_needed(view, prompt, "Type the name of the other person.", find);
}

DraftReport write_draft(const View& view, const Options& options, const Template& source,
                        const Relationship& person, const Relationship* other) {
    DraftReport message;
    message.to = &person;
    message.other = other;
    message.draft = fill_draft(source.text, source.file,
                               placeholders_of(person, other, view.config, view.today()));
    if (options.subject) message.draft.subject = one_line(*options.subject);
    for (const Relationship* each : {&person, other})
        if (each && !each->contact.email.empty()) message.addresses.push_back(each->contact.email);
    message.link = mailto(message.addresses, message.draft);
    if (message.draft.paragraphs.empty())
        throw Error(Exit::broken,
                    {"the template has no text", "write some, or remove the file", source.file});
    return message;
}

// --- beside the draft

// What is still missing, and where a missing thing could be kept for the next time.
void tell_gaps(View& view, const DraftReport& message) {
    Grid grid = plain_grid();
    for (const Gap& gap : message.draft.gaps)
        grid.rows.push_back({{{"[" + gap.words + "]", Style::soon}}, {{gap.source, Style::quiet}}});
    if (grid.rows.empty()) return;
    view.say(Page{sentence("Still to fill in:"), std::move(grid)});
}

// When it is welcome, so that it isn't sent at night.
void tell_hours(View& view, const Relationship& person) {
    const std::string words =
        view.hours_words(called(person), person.contact.hours, person.contact.timezone);
    if (!words.empty()) view.say(words);
}

// What is written here isn't sent yet, and what isn't logged starts no waiting.
void tell_next(View& view, const DraftReport& message) {
    const DraftText* built_in = find_built_in(message.kind);
    const std::string with = message.other ? " --with " + shell_word(*message.other) : "";
    view.say(Page{suggestion("Once it is sent:",
                             fmt::format("mentor log {}{} --kind {}", shell_word(*message.to), with,
                                         built_in ? built_in->log_kind : "message"))});
}

void tell_missing_address(View& view, const Relationship& person) {
    if (!person.contact.email.empty()) return;
    view.say(fmt::format("No address of {} is known: mentor set {} contact.email=ADDRESS",
                         person.name, shell_word(person)));
}

Exit print_template(View& view, const std::string& kind) {
    const DraftText* built_in = find_built_in(kind);
    const std::string text =
        built_in ? std::string(built_in->text()) : template_of(view, kind).text;
    view.print(view.host.output_is_terminal() ? visible(text) : text);
    return Exit::done;
}

Exit run(View& view, const Options& options) {
    if (options.template_only) return print_template(view, kind_of(view, options, kinds_of(view)));
    if (!options.who && !view.interactive()) {
        throw Error(Exit::usage, "`mentor draft` needs WHO", "write: mentor draft WHO --kind KIND");
    }
    const Relationship person =
        view.read(options.who ? view.slug_for(*options.who) : ask_who(view, "Who is it to?"));
    const std::string kind = kind_of(view, options, fitting_kinds(view, person));
    refuse_unfit(view, kind, person);
    const Template source = template_of(view, kind);
    const auto other = other_of(view, options, kind, source.text, person);
    DraftReport message = write_draft(view, options, source, person, other ? &*other : nullptr);
    message.kind = kind;
    if (options.mailto) {
        view.print(message.link + "\n");
        tell_missing_address(view, person);
        if (other) tell_missing_address(view, *other);
    } else {
        view.show(draft_report(message, view.today()));
        if (!view.output().is_page()) return Exit::done;
        if (view.host.output_is_terminal() && view.host.error_is_terminal()) view.say("");
    }
    tell_gaps(view, message);
    tell_hours(view, person);
    if (other) tell_hours(view, *other);
    tell_next(view, message);
    return Exit::done;
}

} // namespace

const Command command{
    "draft",
    Chapter::people,
    "A short message to start from, with what the file knows filled in",
    "What isn't known stays as a place in brackets, and what is private never goes in. A file\n"
    "drafts/KIND.txt beside the configuration replaces the words, or adds a kind of your own;\n"
    "--template prints what to begin it from.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::draft
