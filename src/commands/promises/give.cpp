// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/cut_ref.hpp"
#include "edits/items/offers.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"
#include "report/pages/promises/gifts_report.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::give {
namespace {

struct Options {
    std::optional<std::string> who;
    std::vector<std::string> text;
    std::optional<std::string> by, given;
    bool suggest = false, all = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person; without one, everyone's is listed");
    declaration.argument(options.text, "TEXT", "what is for them; with --given: which, as REF")
        .offers(offer<Gift>);
    declaration.option(options.by, "--by", "WHEN", "it is of no use after that day");
    declaration.option(options.given, "--given", "[DAY]", "they have it (default: today)");
    declaration.flag(options.suggest, "--suggest", "who should know whom, of your people");
    declaration.flag(options.all, "--all", "list all, also what was given or is too late");
    declare_output(
        declaration, options.output,
        {.is_private = "what is new is private; with --format md: private entries in full"});
}

Exit list_gifts(View view, const Options& options) {
    view.require_journal();
    const auto people = options.who ? view.load({view.slug_for(*options.who)}) : view.load();
    view.show(gifts_report(people, options.all, view.today(), view.needs()));
    return Exit::done;
}

Exit suggest(View view, const Options& options) {
    view.require_journal();
    const std::string slug = options.who ? view.slug_for(*options.who) : "";
    const auto people = view.load();
    view.show(
        introductions_report(suggest_introductions(people, slug, view.today()), view.today()));
    return Exit::done;
}

Exit park(Session& session, const Options& options, const std::string& text) {
    WithDue gift{text, std::nullopt, ""};
    if (options.by)
        gift.due = session.future(*options.by);
    else
        gift = parse_with_due(text, session.calendar);
    if (gift.text.empty())
        throw Error(Exit::usage, "it isn't said what is for them",
                    to_type("write: mentor give {} 'The essay on on-call by fri'", *options.who));
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(*options.who), [&](const Record& record) {
            name = called(record.relationship);
            Table fields{{"id", make_id(session.host, ids_of(record.relationship))},
                         {"what", gift.text},
                         {"added", session.today()}};
            put(fields, "by", gift.due);
            if (options.output.is_private) fields.emplace_back("private", true);
            return record.document.with_appended("gift", fields);
        });
    session.saved(changes, {sentence("For {}: {}{}", name, gift.text, due_words(gift))});
    return Exit::done;
}

Exit note_given(Session& session, const Options& options) {
    if (!options.who)
        throw Error(Exit::usage, "it isn't said who has it now",
                    "write: mentor give WHO REF --given");
    const Seen seen(session, *options.who);
    std::optional<std::string> given = options.given;
    const auto gifts = items_of(seen->gifts);
    const std::string ref =
        ref_behind_day(given, trim(join(options.text, " ")), gifts, session.calendar);
    const Date on = given->empty() ? session.today() : session.happened(given);
    refuse_cut_ref(*given, options.text, match_ref(ref, gifts), *seen);
    const auto refuse = [&](const Gift& gift) {
        throw Error(
            Exit::unknown,
            fmt::format("'{}' was given on {}", first_line(gift.what), to_words(*gift.given)),
            to_type("see: mentor give {} --all", *seen));
    };
    const auto gift = choose<Gift>(session, seen, ref, {is_open<Gift>, refuse});
    const auto changes = change(session, gift, [&](const Record& record, std::size_t at) {
        return record.document.with_value({"gift", at, "given"}, on);
    });
    session.saved(changes, {sentence("{} has it since {}: {}", called(*seen), to_words(on),
                                     first_line(gift->what))});
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    if (options.by && (options.given || options.text.empty()))
        throw Error(Exit::usage, "--by is for something new",
                    "write: mentor give WHO TEXT --by fri");
    if (options.suggest) {
        if (options.given || !options.text.empty())
            throw Error(Exit::usage, "--suggest has nothing to park or to give",
                        "write: mentor give --suggest, or: mentor give WHO --suggest");
        return suggest(session.view(options.output), options);
    }
    if (options.given) {
        refuse_output(options.output, "afterwards: mentor amend WHO REF --private yes");
        return note_given(session, options);
    }
    if (options.text.empty()) return list_gifts(session.view(options.output), options);
    refuse_face(options.output);
    return park(session, options, trim(join(options.text, " ")));
}

} // namespace

const Command command{
    "give",
    Chapter::promises,
    "Park something for them: an article, an introduction, an invitation",
    "A day at the end of TEXT is the last on which it is of use: The call for papers by fri. "
    "`prep` "
    "and `log` bring it before you; `due` where it has a day. Once they have it: mentor give WHO "
    "REF --given.\n"
    "\n"
    "--suggest names people of your journal who have tags, values, goals or words of `about` in "
    "common and haven't met.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::give
