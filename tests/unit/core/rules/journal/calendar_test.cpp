// SPDX-License-Identifier: MIT
//
// Under which names things stand in a calendar: no two share one, and none changes with a name, the
// order of people or who else is asked for.
#include "core/rules/journal/calendar.hpp"
#include "format/decode.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace mentor::calendar_test {

namespace {

const Date today = *find_iso_date("2026-11-22");
constexpr const char* first_uid = "1111111111111111";
constexpr const char* second_uid = "2222222222222222";

Relationship person_of(const std::string& slug, const std::string& uid, const std::string& rest) {
    return decode_relationship("uid = \"" + uid + "\"\nname = \"" + slug +
                                   "\"\nrole = \"mentor\"\nstage = \"paused\"\n" + rest,
                               slug + ".toml", slug);
}

std::vector<std::string> names_of(const std::vector<Relationship>& people) {
    std::vector<std::string> names;
    for (const CalendarItem& item : calendar_of(people, Config(), today, Todos::todos))
        names.push_back(item.name);
    return names;
}

const std::string lunch =
    "[[log]]\nid = \"x4t9\"\non = 2026-10-22\nkind = \"meal\"\nnote = \"We\"\n";

} // namespace

TEST_CASE("no two items share a name, whatever ids a person wrote by hand") {
    const Relationship ada = person_of(
        "ada", first_uid,
        lunch + "[[log]]\nid = \"x4t9\"\non = 2026-10-23\nkind = \"meal\"\n"
                "[[log]]\non = 2026-10-24\nkind = \"meal\"\n[[log]]\non = 2026-10-24\nkind = "
                "\"meal\"\n[[log]]\nid = \"../x\"\non = 2026-10-25\nkind = \"meal\"\n"
                "[[commitment]]\nid = \"x4t9\"\nwhat = \"a\"\n[[commitment]]\nwhat = \"a\"\n"
                "[[commitment]]\nwhat = \"a\"\n[[goal]]\ntitle = \"a\"\ndue = 2026-12-01\n"
                "[[occasion]]\nwhat = \"birthday\"\non = \"12-10\"\n[[occasion]]\nwhat = "
                "\"Birthday\"\non = \"12-11\"\n");
    const auto names = names_of({ada});
    CHECK(names.size() == 11);
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
    CHECK(names[0] == "x4t9-1111111111111111");
    CHECK(names[1] == "x4t9-2-1111111111111111");
    for (const std::string& name : names)
        CHECK(name.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz-") == std::string::npos);
}

TEST_CASE("a birthday is one in whatever case, and with blanks around it") {
    for (const char* what : {"birthday", "Birthday", " BIRTHDAY "}) {
        const auto person =
            person_of("ada", first_uid,
                      std::string("[[occasion]]\nwhat = \"") + what + "\"\non = \"1815-12-10\"\n");
        const auto items = calendar_of({person}, Config(), today, Todos::none);
        REQUIRE(items.size() == 1);
        CHECK(items.front().summary == "ada's birthday (born 1815)");
    }
}

TEST_CASE("what several files hold is one item, under one name whatever their order") {
    const Relationship ada = person_of("ada", second_uid, lunch);
    const Relationship bob = person_of("bob", first_uid, lunch);
    const Relationship carl = person_of("carl", "3333333333333333", "");
    CHECK(names_of({ada, bob, carl}) == std::vector<std::string>{"x4t9-1111111111111111"});
    CHECK(names_of({carl, bob, ada}) == std::vector<std::string>{"x4t9-1111111111111111"});
    const auto items = calendar_of({ada, bob, carl}, Config(), today, Todos::todos);
    CHECK(items.front().slugs == std::vector<std::string>{"ada", "bob"});
    CHECK(items.front().summary == "Meal with ada and bob");
    CHECK(with_sharers({ada, bob, carl}, {"bob"}) == std::vector<std::string>{"ada", "bob"});
    CHECK(with_sharers({ada, bob, carl}, {"carl"}) == std::vector<std::string>{"carl"});
}

TEST_CASE("a name in the file that speaks for all is nobody else's there") {
    // Both have another entry under that id, before the one that they share.
    const std::string other = "[[log]]\nid = \"x4t9\"\non = 2026-10-01\nkind = \"call\"\n";
    const Relationship ada = person_of("ada", second_uid, lunch);
    const Relationship bob = person_of("bob", first_uid, other + lunch);
    for (const auto& people : {std::vector{ada, bob}, std::vector{bob, ada}}) {
        CHECK(names_of(people) ==
              std::vector<std::string>{"x4t9-1111111111111111", "x4t9-2-1111111111111111"});
    }
}

TEST_CASE("whose entry is private isn't named by the event of the others") {
    const std::string bare = "[[log]]\nid = \"x4t9\"\non = 2026-10-22\nkind = \"meal\"\n";
    const Relationship ada = person_of("ada", first_uid, bare + "private = true\n");
    const Relationship bob = person_of("bob", second_uid, bare);
    const Relationship carl = person_of("carl", "3333333333333333", bare);
    const auto items = calendar_of({ada, bob, carl}, Config(), today, Todos::todos);
    REQUIRE(items.size() == 2);
    CHECK(items[0].is_private);
    CHECK(items[0].summary == "Meal with ada");
    CHECK_FALSE(items[1].is_private);
    CHECK(items[1].summary == "Meal with bob and carl");
    CHECK(items[1].slugs == std::vector<std::string>{"bob", "carl"});
    CHECK(items[1].name == "x4t9-2222222222222222");
}

TEST_CASE("one who shares an entry and has no uid keeps the event from nobody") {
    const Relationship ada = person_of("ada", "", lunch);
    const Relationship bob = person_of("bob", second_uid, lunch);
    CHECK(names_of({ada, bob}) == std::vector<std::string>{"x4t9-2222222222222222"});
}

TEST_CASE("a file without a uid has no items, and one that isn't a uid gives plain names") {
    CHECK(names_of({person_of("ada", "", lunch)}).empty());
    const auto names = names_of({person_of("ada", "My uid; mine", lunch)});
    REQUIRE(names.size() == 1);
    CHECK(names.front().size() == 4 + 1 + 16);
}

TEST_CASE("what is open or comes round reaches any day, the rest up to its own") {
    const Date day = *find_iso_date("2026-06-01");
    CalendarItem item{.on = Moment{day, std::nullopt}};
    CHECK(reaches(item, day));
    CHECK_FALSE(reaches(item, day + Days{1}));
    item.yearly = true;
    CHECK(reaches(item, day + Days{1}));
    CalendarItem todo{.kind = CalendarItem::Kind::todo};
    CHECK(reaches(todo, day));
    todo.fate = CalendarItem::Fate::done;
    todo.settled = day;
    CHECK(reaches(todo, day));
    CHECK_FALSE(reaches(todo, day + Days{1}));
}

TEST_CASE(
    "who was never met and has no first day has no check-in, which would move with each day") {
    const std::string active = std::string("uid = \"") + first_uid +
                               "\"\nname = \"Ada\"\nrole = \"mentor\"\nstage = \"active\"\n";
    const auto count = [](const std::string& text, Date on) {
        return calendar_of({decode_relationship(text, "ada.toml", "ada")}, Config(), on,
                           Todos::todos)
            .size();
    };
    for (const Date on : {today, today + Days{30}}) {
        CHECK(count(active, on) == 0);
        CHECK(count(active + "started = 2026-11-01\n", on) == 1);
    }
}

} // namespace mentor::calendar_test
