// SPDX-License-Identifier: MIT

#include "core/rules/draft.hpp"

#include "commands/commands.hpp"
#include "commands/people/draft_texts.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/draft_report.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::optional<std::string> who, kind, to, subject;
    bool mailto = false, template_only = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.option(
        options.kind, "--kind", "KIND",
        "outreach, follow-up, thanks, congrats, intro, reschedule, feedback, closing");
    declaration.option(options.to, "--to", "WHO", "the other person of an intro");
    declaration.option(options.subject, "--subject", "TEXT", "another subject");
    declaration.flag(options.mailto, "--mailto", "print a mailto: link instead");
    declaration.flag(options.template_only, "--template", "print the template of the kind");
    declare_output(declaration, options.output);
}

// --- the templates: those of the program, and files beside the configuration

constexpr std::string_view ending = ".txt";

struct Template {
    std::string text;
    std::string file; // as a message names it
};

Folder own_folder(const Session& session) {
    return session.config_file.folder() / "drafts";
}

const DraftText* find_built_in(std::string_view kind) {
    const auto found = std::ranges::find(draft_texts(), kind, &DraftText::kind);
    return found == draft_texts().end() ? nullptr : &*found;
}

std::vector<std::string> kinds_of(const Session& session) {
    std::vector<std::string> kinds;
    for (const DraftText& built_in : draft_texts())
        kinds.emplace_back(built_in.kind);
    for (const std::string& file : session.host.list(own_folder(session))) {
        if (!file.ends_with(ending) || file.starts_with('.')) continue;
        const std::string kind = file.substr(0, file.size() - ending.size());
        if (!find_built_in(kind)) kinds.push_back(kind);
    }
    return kinds;
}

std::string require_kind(const Session& session, const std::string& kind) {
    const auto kinds = kinds_of(session);
    if (std::ranges::find(kinds, kind) != kinds.end()) return kind;
    const auto near = nearest(kind, kinds);
    throw Error(Exit::usage, fmt::format("there is no draft of the kind '{}'", kind),
                near.empty() ? fmt::format("it is one of: {}", join(kinds, ", "))
                             : fmt::format("did you mean {}?", join(near, " or ")));
}

Template template_of(const Session& session, const std::string& kind) {
    const std::string file = kind + std::string(ending);
    if (const auto own = session.host.find_text(own_folder(session) / file))
        return {*own, "drafts/" + file};
    const DraftText* built_in = find_built_in(kind);
    return {std::string(built_in ? built_in->text() : ""), file};
}

// --- what is to be written, and to whom

std::string ask_kind(Session& session) {
    const auto kinds = kinds_of(session);
    Grid grid = plain_grid();
    for (const std::string& kind : kinds) {
        const DraftText* built_in = find_built_in(kind);
        grid.rows.push_back(
            {{{kind, Style::name}},
             {{std::string(built_in ? built_in->purpose : "a kind of your own"), Style::quiet}}});
    }
    session.say(Page{grid});
    const Prompt prompt{"What do you want to write?", "",
                        "one of the kinds above, or its beginning; Tab completes", kinds};
    for (;;) {
        if (const auto kind = ask_choice(session, prompt)) return *kind;
        session.say("Type one of the kinds above.");
    }
}

std::string kind_of(Session& session, const Options& options) {
    if (options.kind) return require_kind(session, *options.kind);
    if (session.interactive() && !options.template_only) return ask_kind(session);
    throw Error(Exit::usage, "a draft needs --kind",
                fmt::format("it is one of: {}", join(kinds_of(session), ", ")));
}

std::optional<Relationship> other_of(Session& session, const Options& options,
                                     const std::string& kind, const std::string& text,
                                     const Relationship& person) {
    if (!names_other(text)) {
        if (!options.to) return std::nullopt;
        throw Error(Exit::usage, fmt::format("a draft of the kind {} goes to one person", kind),
                    "--to is for an intro: mentor draft WHO --kind intro --to WHO");
    }
    if (!options.to && !session.interactive()) {
        throw Error(Exit::usage, fmt::format("who is to meet {}?", person.name),
                    "name the other person: --to WHO");
    }
    const auto find = [&](const std::string& who) {
        const std::string slug = session.slug_for(who);
        if (slug != person.slug) return session.journal.read(slug).relationship;
        throw Error(Exit::usage, fmt::format("{} is one of the two already", person.name),
                    "name the other person");
    };
    if (options.to) return find(*options.to);
    Prompt prompt{fmt::format("Who is to meet {}?", person.name),
                  "",
                  "any name of the journal; Tab completes",
                  {}};
    for (const Handle& handle : session.journal.handles())
        if (handle.slug != person.slug) prompt.candidates.push_back(handle.name);
    return ask_needed(session, prompt, "Type the name of the other person.", find);
}

DraftReport write_draft(const Session& session, const Options& options, const Template& source,
                        const Relationship& person, const Relationship* other) {
    DraftReport message;
    message.to = &person;
    message.other = other;
    message.draft = fill_draft(source.text, source.file,
                               placeholders_of(person, other, session.config, session.today()));
    if (options.subject) message.draft.subject = one_line(*options.subject);
    for (const Relationship* each : {&person, other})
        if (each && !each->contact.email.empty()) message.addresses.push_back(each->contact.email);
    message.link = mailto(message.addresses, message.draft);
    if (message.draft.paragraphs.empty())
        throw Error(Exit::broken,
                    {"the template has no text", "write some, or remove the file", source.file});
    return message;
}

bool is_for_programs(const Output& output) {
    return output.json || output.jsonl || output.count || output.format.value_or("text") != "text";
}

// --- beside the draft

// What is still missing, and where a missing thing could be kept for the next time.
void tell_gaps(Session& session, const DraftReport& message) {
    Grid grid = plain_grid();
    for (const Gap& gap : message.draft.gaps)
        grid.rows.push_back({{{"[" + gap.words + "]", Style::soon}}, {{gap.source, Style::quiet}}});
    if (grid.rows.empty()) return;
    session.say(Page{sentence("Still to fill in:"), std::move(grid)});
}

// What is written here isn't sent yet, and what isn't logged starts no waiting.
void tell_next(Session& session, const DraftReport& message) {
    const DraftText* built_in = find_built_in(message.kind);
    const std::string with = message.other ? " --with " + message.other->slug : "";
    session.say(Page{suggestion("Once it is sent:",
                                fmt::format("mentor log {}{} --kind {}", message.to->slug, with,
                                            built_in ? built_in->log_kind : "message"))});
}

void tell_missing_address(Session& session, const Relationship& person) {
    if (!person.contact.email.empty()) return;
    session.say(fmt::format("No address of {} is known: mentor set {} contact.email=ADDRESS",
                            person.name, person.slug));
}

Exit print_template(Session& session, const std::string& kind) {
    const DraftText* built_in = find_built_in(kind);
    const std::string text =
        built_in ? std::string(built_in->text()) : template_of(session, kind).text;
    session.host.write_output(session.host.output_is_terminal() ? visible(text) : text);
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    if (options.template_only) return print_template(session, kind_of(session, options));
    if (!options.who) {
        throw Error(Exit::usage, "`mentor draft` needs WHO", "write: mentor draft WHO --kind KIND");
    }
    const Relationship person = session.journal.read(session.slug_for(*options.who)).relationship;
    const std::string kind = kind_of(session, options);
    const Template source = template_of(session, kind);
    const auto other = other_of(session, options, kind, source.text, person);
    DraftReport message = write_draft(session, options, source, person, other ? &*other : nullptr);
    message.kind = kind;
    if (options.mailto) {
        session.host.write_output(message.link + "\n");
        tell_missing_address(session, person);
        if (other) tell_missing_address(session, *other);
    } else {
        session.show(draft_report(message, session.today()), options.output);
        if (is_for_programs(options.output)) return Exit::done;
        if (session.host.output_is_terminal() && session.host.error_is_terminal())
            session.host.write_error("\n");
    }
    tell_gaps(session, message);
    tell_next(session, message);
    return Exit::done;
}

} // namespace

const Command draft_command{
    "draft",
    Chapter::people,
    "A short message to start from, with what the file knows filled in",
    "What isn't known stays as a place in brackets, and what is private never goes in. A file\n"
    "drafts/KIND.txt beside the configuration replaces the words, or adds a kind of your own;\n"
    "--template prints what to begin it from.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
