// SPDX-License-Identifier: MIT

#include "edits/people/newcomer.hpp"

#include "core/rules/due/due.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/keys/day_of_year.hpp"
#include "edits/keys/keys.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

Document with_lists(Document document, const Newcomer& newcomer) {
    for (const Key& key : relationship_keys()) {
        const auto given = newcomer.lists.find(key.name);
        if (given == newcomer.lists.end()) continue;
        std::vector<std::string> words;
        for (const std::string& each : given->second)
            if (std::string word = trim(one_line(each)); !word.empty())
                words.push_back(std::move(word));
        if (!words.empty()) document = document.with_value(path_of(key.name), words);
    }
    return document;
}

// What they are to you by now; a first word makes nobody a mentor.
std::string place_of(const Relationship& added) {
    switch (added.stage) {
    case Stage::prospect:
        return " to your prospects";
    case Stage::alumni:
        return fmt::format(", once your {}", to_text(added.role));
    case Stage::declined:
        return "";
    default:
        return fmt::format(" as your {}", to_text(added.role));
    }
}

} // namespace

std::string new_slug(const Session& session, const std::string& name) {
    const std::string slug = slug_of(name);
    if (slug.empty()) {
        throw Error(Exit::usage,
                    fmt::format("'{}' holds no letter or digit to name a file by", visible(name)),
                    "write the name with at least one of them");
    }
    const bool is_taken = session.host.exists(session.journal.file_of(slug));
    const auto& everyone = session.handles();
    const auto same = match_name(is_taken ? slug : name, everyone);
    if (!same.empty()) {
        const std::string aka = Calls(everyone).to_be_typed(same.front());
        throw Error(
            Exit::usage,
            fmt::format("there is a relationship called '{}' already",
                        is_taken ? slug : same.front().name),
            fmt::format(
                "{}\n{}",
                to_type("look at it with: mentor show {}", aka.empty() ? same.front().slug : aka),
                to_type("somebody else of that name wants a word more: mentor add {}",
                        name + " of Somewhere")));
    }
    return slug;
}

Document document_of(Session& session, const Newcomer& newcomer) {
    const std::string& name = newcomer.name;
    Document document = Document::parse("", slug_of(name) + ".toml");
    document = document.with_value({"format"}, newest_format)
                   .with_value({"uid"}, make_uid(session.host))
                   .with_value({"name"}, name);
    auto changes = changes_of(newcomer.given, session);
    const auto of_tables =
        std::stable_partition(changes.begin(), changes.end(),
                              [](const KeyChange& change) { return change.key.table().empty(); });
    document = with_changes(document, {}, {changes.begin(), of_tables});
    document = with_lists(document, newcomer);
    document = document.with_value({"added"}, session.today());
    document = with_changes(document, {}, {of_tables, changes.end()});
    if (document.contains({"agreement"})) {
        document = document.with_value({"agreement", "agreed"}, session.today());
    }
    if (newcomer.birthday) {
        document = document.with_appended(
            "occasion", {{"what", "birthday"},
                         {"on", parse_day_of_year(*newcomer.birthday, session.calendar)}});
    }
    return document;
}

// What the days became that were given, and what follows from the rhythm.
Page reply_to_added(const Session& session, const Relationship& added) {
    Page page{sentence("Added {}{}: {}.toml", added.name, place_of(added), added.slug)};
    const auto add_day = [&](const char* label, const std::optional<Date>& day) {
        if (day) page.push_back(Fact{label, {{to_words(*day)}}});
    };
    if (added.stage != Stage::active && added.stage != Stage::prospect)
        page.push_back(Fact{"stage", {{std::string(to_text(added.stage))}}});
    add_day("began", added.started);
    add_day("ends", added.ends);
    for (const Occasion& birthday : added.occasions)
        if (birthday.day)
            add_day("next birthday", next_day(birthday, session.today()));
        else
            page.push_back(Fact{"birthday", {{month_words(birthday)}}});
    const auto check_in = next_check_in(added, session.config, session.today());
    const bool has_passed = check_in && *check_in < session.today();
    if (has_passed)
        page.push_back(Fact{"check-in due", {{fmt::format("since {}", to_words(*check_in))}}});
    else
        add_day("check-in due", check_in);
    const std::string log = to_type("mentor log {}", added);
    page.push_back(
        added.stage == Stage::prospect
            ? suggestion("A first word to them:", to_type("mentor draft {} --kind outreach", added))
        : has_passed ? suggestion("To say when you last met:", log + " --on DATE")
                     : suggestion("After you meet:", log));
    return page;
}

Page word_on_near(const Session& session, const std::string& name) {
    Page page;
    for (const Handle& handle : match_who(name, session.handles()))
        page.push_back(sentence("There is {} ({}) as well; if that is who you mean: mentor undo",
                                handle.name, handle.slug));
    return page;
}

} // namespace mentor
