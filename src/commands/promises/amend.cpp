// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/any_item.hpp"
#include "edits/items/by_hand.hpp"
#include "edits/items/comments_left.hpp"
#include "edits/keys/keys.hpp"
#include "edits/keys/put.hpp"
#include "edits/log/draft.hpp"
#include "edits/log/entry.hpp"
#include "edits/log/left_open.hpp"
#include "edits/log/shared.hpp"
#include "edits/promises/advice_fate.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mentor::commands::amend {
namespace {

struct Options {
    std::string who, ref;
    std::vector<std::string> text;
    std::optional<std::string> on, due, by, kind, owner, is_private;
    bool remove = false, reopen = false, only = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration
        .argument(options.ref, "REF", "an entry, promise, question, piece of advice, step or gift")
        .offers(offer_any);
    declaration.argument(options.text, "TEXT", "its words from now on");
    declaration.option(options.on, "--on", "DATE",
                       "the day of it: when it was, was said or parked");
    declaration.option(options.due, "--due", "WHEN",
                       "by when, of a promise or a step; \"\" takes the day away");
    declaration.option(options.by, "--by", "SIDE|WHEN",
                       "who began an entry; the last day on which a gift is of use");
    declaration.option(options.kind, "--kind", "KIND", "the kind of an entry");
    declaration.option(options.owner, "--owner", "SIDE", "whose promise it is: me or them");
    declaration.option(options.is_private, "--private", "YESNO",
                       "whether it stays out of Markdown, drafts and notices");
    declaration.flag(options.reopen, "--reopen",
                     "take back that it was done, asked, tried or given");
    declaration.flag(options.remove, "--remove", "take it out of the file");
    declaration.flag(options.only, "--only",
                     "not the same entry of others, as log --with wrote it");
}

// What the keys of a thing are called that can be amended; "" where it has none.
struct Keys {
    std::string_view words, on, due, by;
    bool has_kind = false, has_owner = false, has_private = true;
    std::vector<std::string_view> settled = {}; // which say that it isn't open any more
};

template<class Thing>
Keys keys_of();
template<>
Keys keys_of<LogEntry>() {
    return {.words = "note", .on = "on", .by = "by", .has_kind = true};
}
template<>
Keys keys_of<Commitment>() {
    return {.words = "what",
            .on = "made",
            .due = "due",
            .has_owner = true,
            .settled = {"done", "dropped", "outcome", "told"}};
}
template<>
Keys keys_of<Question>() {
    return {.words = "ask", .on = "added", .settled = {"asked", "answer"}};
}
template<>
Keys keys_of<Advice>() {
    return {
        .words = "what", .on = "on", .settled = {"tried", "verdict", "outcome", "told", "thanked"}};
}
template<>
Keys keys_of<Milestone>() {
    return {.words = "what", .due = "due", .has_private = false, .settled = {"done"}};
}
template<>
Keys keys_of<Gift>() {
    return {.words = "what", .on = "added", .by = "by", .settled = {"given"}};
}

// A key and its new value; none to take it away.
struct Amendment {
    std::string_view key;
    std::optional<Value> value;
};

template<class Thing>
class Amending {
public:
    Amending(Session& session, const Options& options, const Relationship& person,
             const Chosen<Thing>& chosen)
        : session_(session), options_(options), person_(person), chosen_(chosen) {}

    std::vector<Amendment> amendments() {
        words();
        day("--on", keys_.on, options_.on, [&](const std::string& text) { return past(text); });
        // Whatever the right day is: it may have passed.
        const auto any = [&](const std::string& text) -> Value {
            return parse_date(text, session_.calendar, Reading::future);
        };
        day("--due", keys_.due, options_.due, any);
        if constexpr (std::is_same_v<Thing, Gift>)
            day("--by", keys_.by, options_.by, any);
        else
            word("--by", keys_.by, options_.by, side_names());
        kind();
        word("--owner", keys_.has_owner ? "owner" : "", options_.owner, side_names());
        if (is_given("--private", keys_.has_private ? "private" : "", options_.is_private))
            take_private(parse_flag(*options_.is_private));
        if (options_.reopen) reopen();
        return std::move(all_);
    }

private:
    std::string name() const {
        const std::string words = first_line(chosen_.words());
        return words.empty() ? beside(*chosen_) : words;
    }

    // A day at the end of them is by when, as where it was promised.
    void words() {
        if (options_.text.empty()) return;
        const std::string text = trim(join(options_.text, " "));
        if (text.empty())
            throw Error(Exit::usage, "the new words are empty", "to take it out: --remove");
        const std::string_view day =
            keys_.due.empty() && !std::is_same_v<Thing, LogEntry> ? keys_.by : keys_.due;
        if (day.empty() || options_.due || options_.by) {
            all_.push_back({keys_.words, Value(block_text(text))});
            return;
        }
        const WithDue parsed = parse_with_due(text, session_.calendar);
        all_.push_back({keys_.words, Value(block_text(parsed.text))});
        if (parsed.due) all_.push_back({day, Value(*parsed.due)});
    }

    // An entry keeps its time of day.
    Value past(const std::string& text) const {
        if constexpr (std::is_same_v<Thing, LogEntry>) {
            Moment moment = parse_moment(text, session_.calendar, Reading::past);
            refuse_day_ahead(moment.date, session_.today(), "give a day up to today");
            if (!moment.time) moment.time = chosen_->on.time;
            return moment;
        } else {
            return session_.happened(text);
        }
    }

    // What came of a private entry is as private as that is, whatever it says itself.
    void take_private(bool is_private) {
        if constexpr (requires { chosen_->log; }) {
            if (!is_private) refuse_if_from_private(person_, chosen_->log, name());
        }
        all_.push_back({"private", Value(is_private)});
    }

    bool is_given(std::string_view option, std::string_view key,
                  const std::optional<std::string>& text) const {
        if (!text) return false;
        if (!key.empty()) return true;
        const std::string_view noun = kept<Thing>.noun;
        throw Error(Exit::usage,
                    fmt::format("'{}' is {} {}, which has no {}", name(),
                                noun == "entry" ? "an" : "a", noun, option),
                    "what there is to change: mentor help amend");
    }

    template<class Parse>
    void day(std::string_view option, std::string_view key, const std::optional<std::string>& text,
             Parse parse) {
        if (!is_given(option, key, text)) return;
        if (trim(*text).empty() && option != "--on")
            all_.push_back({key, std::nullopt});
        else
            all_.push_back({key, parse(*text)});
    }

    void word(std::string_view option, std::string_view key, const std::optional<std::string>& text,
              const std::vector<std::string>& known) {
        if (!is_given(option, key, text)) return;
        require_word(*text, known, option);
        all_.push_back({key, Value(fold(*text))});
    }

    void kind() {
        if (is_given("--kind", keys_.has_kind ? "kind" : "", options_.kind))
            all_.push_back({"kind", Value(session_.config.kinds.parse(*options_.kind))});
    }

    void reopen() {
        if (keys_.settled.empty())
            throw Error(Exit::usage, "an entry is never closed", "give what is wrong in it");
        if (is_open(*chosen_))
            throw Error(Exit::unknown, fmt::format("'{}' is open", first_line(chosen_.words())),
                        "nothing was changed");
        for (const std::string_view key : keys_.settled)
            all_.push_back({key, std::nullopt});
    }

    Session& session_;
    const Options& options_;
    const Relationship& person_;
    const Chosen<Thing>& chosen_;
    const Keys keys_ = keys_of<Thing>();
    std::vector<Amendment> all_;
};

bool makes_private(const std::vector<Amendment>& amendments) {
    return std::ranges::any_of(amendments, [](const Amendment& each) {
        return each.key == "private" && each.value && std::get<bool>(each.value->of);
    });
}

// Where the thing stands, once it has lines of its own.
template<class Thing>
OwnTable own_table(const Record& record, std::size_t at) {
    if constexpr (std::is_same_v<Thing, Advice>)
        return with_own_table(record, at);
    else
        return {record.document, at};
}

Path with_key(Path path, std::string_view key) {
    path.emplace_back(std::string(key));
    return path;
}

template<class Thing>
Path path_in(std::size_t at) {
    return {std::string(kept<Thing>.table), at};
}

// "promise Send the draft", "coffee of Sun 22 Nov 2026: Talked it over"
template<class Thing>
std::string name_of(const Thing& thing) {
    if constexpr (std::is_same_v<Thing, LogEntry>)
        return thing.note.empty() ? beside(thing)
                                  : fmt::format("{}: {}", beside(thing), first_line(thing.note));
    else
        return fmt::format("{} {}", kept<Thing>.noun, first_line(thing.*kept<Thing>.words));
}

// Who else has it: nobody but of an entry.
template<class Thing>
Sharers sharers_of(const Session& session, const Chosen<Thing>& chosen, const Options& options) {
    if constexpr (std::is_same_v<Thing, LogEntry>)
        if (!options.only) return find_sharers(session, chosen);
    return {};
}

template<class Thing>
Exit remove(Session& session, const Seen& seen, const Chosen<Thing>& chosen,
            const Sharers& sharers) {
    const std::string too =
        sharers.names.empty() ? "" : fmt::format(", for {} too", join(sharers.names, " and "));
    if (session.interactive() &&
        !session.confirm(fmt::format("Take out the {}{}?", name_of(*chosen), too), true)) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const EditEntry edit = [&](const Record& record, std::size_t at) {
        if constexpr (std::is_same_v<Thing, LogEntry>) {
            return without_entry(record, at);
        } else {
            const OwnTable own = own_table<Thing>(record, at);
            return own.document.without(path_in<Thing>(own.at));
        }
    };
    const auto changes = change_all(session, chosen, sharers, edit);
    Page page{sentence("Removed: {}", name_of(*chosen))};
    add_sharers(page, sharers);
    add_comments_left(page, seen.document(), path_in<Thing>(chosen.position()));
    page.push_back(suggestion("To have it back:", "mentor undo"));
    session.saved(changes, page);
    return Exit::done;
}

template<class Thing>
Exit amend(Session& session, const Chosen<Thing>& chosen, const std::vector<Amendment>& amendments,
           const Sharers& sharers, bool reopens) {
    std::set<std::string_view> taken_away;
    LeftOpen left_open;
    const EditEntry edit = [&](const Record& record, std::size_t at) {
        if constexpr (std::is_same_v<Thing, LogEntry>)
            if (makes_private(amendments)) left_open.look_at(record.relationship, at);
        OwnTable own = own_table<Thing>(record, at);
        for (const auto& [key, value] : amendments) {
            const Path path = with_key(path_in<Thing>(own.at), key);
            if (!value && own.document.contains(path)) taken_away.insert(key);
            own.document =
                value ? own.document.with_value(path, *value) : own.document.without(path);
            if constexpr (std::is_same_v<Thing, LogEntry>)
                if (key == "on")
                    own.document = with_day_of_entry(own.document, record.relationship,
                                                     record.relationship.log[at],
                                                     std::get<Moment>(value->of).date);
        }
        return own.document;
    };
    const auto changes = change_all(session, chosen, sharers, edit);
    Grid grid = plain_grid();
    for (const auto& [key, value] : amendments)
        if (value) grid.rows.push_back(row(std::string(key), first_line(said(*value))));
    for (const auto& [key, value] : amendments)
        if (!value && taken_away.contains(key))
            grid.rows.push_back(row(std::string(key), "taken away"));
    Page page{sentence("{}: {}", reopens ? "Open again" : "Amended", name_of(*chosen))};
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    add_sharers(page, sharers);
    left_open.add_to(page);
    session.saved(changes, page);
    return Exit::done;
}

// Just that item, as it stands in the file.
template<class Thing>
Exit edit(Session& session, const Seen& seen, const Chosen<Thing>& chosen, const Sharers& sharers) {
    const Document& document = seen.document();
    const auto lines = document.lines_of(path_in<Thing>(chosen.position()));
    if (!lines)
        throw Error(
            Exit::usage,
            fmt::format("'{}' has no lines of its own in the file", first_line(chosen.words())),
            to_type("to change it by hand: mentor edit {}", *seen));
    const auto refuse = [&](const Relationship& after) {
        const std::vector<Thing>& things = after.*kept<Thing>.all;
        const std::size_t before = ((*seen).*kept<Thing>.all).size();
        if (things.size() < before)
            throw Error(Exit::usage, "nothing is left of it",
                        to_type("to take it out: mentor amend {} {} --remove", *seen,
                                ref_to_type(chosen->id)));
        if (!chosen->id.empty() && things[chosen.position()].id != chosen->id)
            throw Error(Exit::usage, "an id never changes: others point to it",
                        fmt::format("write: id = \"{}\"", chosen->id));
    };
    const Exit done = edit_by_hand(session, seen->slug, document.text(), *lines, refuse);
    if (!sharers.names.empty())
        session.say(
            fmt::format("The same entry of {} stays as it is.", join(sharers.names, " and ")));
    return done;
}

Exit run(Session& session, const Options& options) {
    const Seen seen(session, options.who);
    const bool says_what = !options.text.empty() || options.on || options.due || options.by ||
                           options.kind || options.owner || options.is_private || options.reopen;
    if (options.remove && says_what)
        throw Error(Exit::usage, "--remove takes it out, so nothing else of it can be changed",
                    "give one of the two");
    const AnyItem item = choose_any(session, seen, options.ref, options.text, options.reopen);
    return std::visit(
        [&](const auto& chosen) {
            const Sharers sharers = sharers_of(session, chosen, options);
            if (options.remove) return remove(session, seen, chosen, sharers);
            if (!says_what) return edit(session, seen, chosen, sharers);
            using Thing = std::remove_cvref_t<decltype(*chosen)>;
            return amend(session, chosen,
                         Amending<Thing>(session, options, *seen, chosen).amendments(), sharers,
                         options.reopen);
        },
        item);
}

} // namespace

const Command command{
    "amend",
    Chapter::promises,
    "Correct or remove one entry, promise, question, advice, step or gift",
    "Without options and TEXT it opens just that item in your editor. `history`, `show` and `undo "
    "--list` have the ids. A goal is changed with `goal edit`, and a day that slipped is moved "
    "with "
    "`todo move`, which remembers the old one.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::amend
