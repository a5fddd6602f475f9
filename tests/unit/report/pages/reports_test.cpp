// SPDX-License-Identifier: MIT
#include "cli/help.hpp"
#include "report/faces/json_face.hpp"
#include "report/faces/template_face.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/daily/due_report.hpp"
#include "report/pages/daily/prep_report.hpp"
#include "report/pages/journal/check_report.hpp"
#include "report/pages/journal/config_report.hpp"
#include "report/pages/journal/export_report.hpp"
#include "report/pages/journal/import_report.hpp"
#include "report/pages/journal/undo_report.hpp"
#include "report/pages/looking/guide_report.hpp"
#include "report/pages/looking/health_report.hpp"
#include "report/pages/looking/history_report.hpp"
#include "report/pages/looking/list_report.hpp"
#include "report/pages/looking/review_report.hpp"
#include "report/pages/looking/search_report.hpp"
#include "report/pages/looking/show_report.hpp"
#include "report/pages/looking/stats_report.hpp"
#include "report/pages/people/draft_report.hpp"
#include "report/pages/people/occasions_report.hpp"
#include "report/pages/people/prospects_report.hpp"
#include "report/pages/promises/advice_report.hpp"
#include "report/pages/promises/gifts_report.hpp"
#include "report/pages/promises/goals_report.hpp"
#include "report/pages/promises/questions_report.hpp"
#include "report/pages/promises/suggestions_report.hpp"
#include "report/pages/promises/todo_report.hpp"
#include "report/pages/schemas.hpp"
#include "unit/report/pages/report_samples.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace mentor::reports_test {

using namespace mentor::samples;

namespace {

const std::vector<Problem> problems = {
    {{"a date was expected", "write 2026-11-22", "ada-lovelace.toml", 14, 8}},
    {{"the key \"tpoics\" is not known", "", "alan.toml", 3, 1, Severity::warning}, true}};

const GuideTopic topic = {"grow",
                          "A talk that moves",
                          {"Take the steps in this order.", "Don't hurry."},
                          {{"Goal", "what you want"}, {"Reality", "what is so"}},
                          {{"mentor due", "whose turn it is"}}};

DraftReport thanks(const Relationship& to) {
    return {"thanks", &to, nullptr, {"Thank you", {"Dear [name]"}, {{"name", ""}}}, {}, "mailto:?"};
}

const std::vector<TextRange> stretches = {{0, 3}};
const PersonFindings found = {
    "ada", "Ada", {{{.text = "tea", .found = stretches, .firsts = stretches}, 7}}};

const UndoLine undo_line = {1,     "k3f9", {today, TimeOfDay{9, 30, 0}},
                            "add", false,  {{"ada.toml", "made"}}};

} // namespace

TEST_CASE("the items of every report have the report's fields, in order") {
    const Relationship ada = make_ada(), alan = make_alan();
    const BankQuestion worth_asking{"Who pays?", Phase::middle, {}, {}};
    const std::vector<Report> reports = {
        due_report(make_reminders(), today, today),
        list_report({list_line(ada, config, today), list_line(alan, config, today)}, today),
        show_report(ada, config, today),
        history_report(ada, newest_first(ada), today),
        todo_report({ada, alan}, true, today),
        advice_report({ada, alan}, true, today),
        questions_report({ada}, true, today),
        gifts_report({ada, alan}, true, today),
        introductions_report({{&ada, &alan, {"sailing"}, false}}, today),
        suggestions_report(ada, {{&worth_asking, 1}}, 3, "", today),
        goals_report({ada, alan}, true, today),
        occasions_report(ada, today),
        prep_report(prep(ada, config, today), config, today),
        make_review(ada, alan),
        stats_report(make_stats(ada, alan), today),
        search_report({{found_items(found), found_page(found)}}, 1, today),
        health_report({health(ada, config, today)}, true, today),
        prospects_report({{prospect_of(alan, config, today), {{&ada}}}}, config.me, today),
        comparison_report({{prospect_of(alan, config, today), {{&ada}}}}, config.me, today),
        export_report({{ada, "name = \"Ada\""}}, today),
        import_report({{"ada", "Ada", ImportState::fresh, "ada@example.org", 1}}, today),
        draft_report(thanks(ada), today),
        check_report(problems, 2, today),
        config_report({{"within", "7d", "default"}}, today),
        guide_list_report({topic}, today),
        help_report({}, today),
        undo_report({undo_line}, today)};
    std::set<std::string> names;
    for (const Report& report : reports) {
        CAPTURE(report.schema);
        names.insert(report.schema);
        CHECK(!report.items.empty());
        for (const Fields& item : report.items) {
            std::vector<std::string> keys;
            for (const auto& [key, value] : item)
                keys.push_back(key);
            CHECK(keys == report.fields);
        }
    }
    for (const Schema& schema : schemas())
        CHECK(names.erase(std::string(schema.name)) == 1);
    CHECK(names.empty());
}

TEST_CASE("due: what is late, due today and later, in columns that hold over the page") {
    const Report report = due_report(make_reminders(), today, today + Days{7});
    CHECK(to_terminal(report.page, {90}) == "Late\n"
                                            "  Ada  Catch up        13 days late\n"
                                            "\n"
                                            "Today\n"
                                            "  Ada  Send the draft  today         c7k2\n"
                                            "\n"
                                            "Later\n"
                                            "  Ada  team of two     Wed 25 Nov    m8ee\n");
}

TEST_CASE("due, at length: why each is there") {
    const Report report =
        due_report(make_reminders(), today, today + Days{7}, {.is_verbose = true});
    CHECK(to_terminal(report.page, {90}) ==
          "Late\n"
          "  Ada Lovelace  Time to catch up with Ada  last coffee 41 days ago, every 4 weeks\n"
          "\n"
          "Today\n"
          "  Ada Lovelace  Send the draft (c7k2)      you promised it\n"
          "\n"
          "Later\n"
          "  Ada Lovelace  team of two (m8ee)         Wed 25 Nov, a step towards the goal\n");
}

TEST_CASE("due: people as they are called, what is of one together") {
    auto reminders = make_reminders();
    for (Reminder& reminder : reminders) {
        reminder.group = DueGroup::late;
        reminder.called = reminder.name;
    }
    reminders[1].slug = "ada-king";
    reminders[1].called = reminders[1].name = "Ada King";
    CHECK(shown(due_report(reminders, today, today)) ==
          "Late\n"
          "  Ada Lovelace  Catch up        13 days late\n"
          "                team of two     Wed 25 Nov    m8ee\n"
          "  Ada King      Send the draft  today         c7k2\n");
}

TEST_CASE("due: a row is one line where the window allows it, and nothing is cut in a pipe") {
    auto reminders = make_reminders();
    reminders[1].brief = "Send the draft of the chapter on 漢字 and a word more, and one more";
    const Report report = due_report({reminders[1]}, today, today);
    CHECK(to_terminal(report.page, {.columns = 60, .cuts = true, .blocks = true}) ==
          "Today\n  Ada  Send the draft of the chapter on 漢字 a…  today  c7k2\n");
    CHECK(to_terminal(report.page, {0}).find("one more  today") != std::string::npos);
}

TEST_CASE("due: no more rows than asked for, and a line that counts the others") {
    const Report report = due_report(make_reminders(), today, today + Days{7}, {.most = 1});
    CHECK(shown(report) == "Late\n"
                           "  Ada  Catch up  13 days late\n"
                           "\n"
                           "And 2 more: mentor due\n");
    CHECK(report.items.size() == 3);
}

TEST_CASE("due: nothing to do is one sentence") {
    const std::vector<Reminder> nothing;
    CHECK(shown(due_report(nothing, today, today + Days{7})) ==
          "Nothing is due until Sun 29 Nov 2026.\n");
    CHECK(shown(due_report(nothing, today, today)) == "Nothing is due today.\n");
    CHECK(shown(due_report(nothing, today, today, {.has_people = false})) ==
          "Nobody is in the journal yet.\n");
}

TEST_CASE("due: an item for programs") {
    Report report = due_report({make_reminders()[0]}, today, today + Days{7});
    report.items.front()[9].second = Data(1.25);
    CHECK(to_json(report) == R"({
  "schema": "mentor.due/1",
  "today": "2026-11-22",
  "until": "2026-11-29",
  "items": [
    {
      "slug": "ada-lovelace",
      "name": "Ada Lovelace",
      "role": "mentor",
      "stage": "active",
      "tags": [],
      "kind": "check-in",
      "group": "late",
      "on": "2026-11-09",
      "days": -13,
      "urgency": 1.25,
      "owner": null,
      "id": null,
      "what": "Time to catch up with Ada",
      "why": "last coffee 41 days ago, every 4 weeks",
      "late": true,
      "command": null
    }
  ]
}
)");
}

TEST_CASE("due: an urgency has three decimals") {
    Reminder reminder = make_reminders()[0];
    reminder.urgency = 1.0 / 3;
    CHECK(to_template(due_report({reminder}, today, today), "{urgency}") == "0.333\n");
}

TEST_CASE("todo: what each side promised, open ones by day, then what was kept") {
    CHECK(shown(todo_report({make_ada(), make_alan()}, true, today)) ==
          "You promised\n"
          "  Ada Lovelace  Send the draft (c7k2)     due Fri 20 Nov 2026, 2 days ago\n"
          "  Alan Turing   Lend him the book (d7k2)  due Sun 22 Nov 2026, today\n"
          "  Ada Lovelace  Read the paper (c9z1)     kept Sat 14 Nov 2026: it was worth it\n"
          "\n"
          "They promised\n"
          "  Ada Lovelace  Intro to Grace (c8z1)\n");
    CHECK(shown(todo_report({make_ada()}, false, today)) ==
          "You promised\n"
          "  Send the draft (c7k2)  due Fri 20 Nov 2026, 2 days ago\n"
          "\n"
          "Ada promised\n"
          "  Intro to Grace (c8z1)\n");
    CHECK(shown(todo_report({}, false, today)) == "No promise is open, on either side.\n");
    CHECK(to_template(todo_report({make_ada()}, true, today), "{id} {owner} {days} {open}") ==
          "c7k2 me -2 true\nc9z1 me  false\nc8z1 them  true\n");
}

TEST_CASE("review: what happened, what was kept, what comes next") {
    const Relationship ada = make_ada(), alan = make_alan();
    CHECK(to_terminal(make_review(ada, alan).page, {90}) ==
          "Tue 1 Sep 2026 to Sun 22 Nov 2026\n"
          "\n"
          "What happened\n"
          "  Ada Lovelace  1 meeting, 1 pulse, 1 hour 15 minutes\n"
          "\n"
          "Wins\n"
          "  Ada Lovelace  Spoke at the meetup\n"
          "\n"
          "Kept\n"
          "  Ada Lovelace  Read the paper (c9z1)  kept Sat 14 Nov 2026: it was worth it\n"
          "\n"
          "Took longer than planned\n"
          "  Ada Lovelace  Send the draft (c7k2)  due Fri 20 Nov 2026, 2 days ago\n"
          "\n"
          "New promises\n"
          "  Ada Lovelace  Send the draft (c7k2)  due Fri 20 Nov 2026, 2 days ago\n"
          "\n"
          "Goals\n"
          "  Ada Lovelace  Give a talk (h2aa)     reached Fri 30 Oct 2026: forty people came\n"
          "  Ada Lovelace  first draft (m7dd)     done Wed 3 Jun 2026\n"
          "\n"
          "Worth a hello\n"
          "  Alan Turing\n"
          "\n"
          "What comes next\n"
          "  Ada Lovelace  Wed 25 Nov 2026  team of two (m8ee)\n");
}

TEST_CASE("review: days without an entry are no reproach") {
    CHECK(to_terminal(review_report({}, {day("2026-11-16"), today}, today).page, {}) ==
          "Mon 16 Nov 2026 to Sun 22 Nov 2026\n"
          "\n"
          "Nothing is written down for these days, and that's all right. After the next meeting: "
          "mentor log\n");
}

TEST_CASE("check: every fault where it stands, and a sum") {
    const Report report = check_report(problems, 5, today);
    CHECK(shown(report) == "ada-lovelace.toml:14:8: error: a date was expected\n"
                           "  write 2026-11-22\n"
                           "\n"
                           "alan.toml:3:1: warning: the key \"tpoics\" is not known\n"
                           "\n"
                           "1 error and 1 warning in 5 files.\n"
                           "One of them mends itself: mentor check --fix\n");
    CHECK(shown(check_report({}, 5, today)) == "All 5 files are sound.\n");
    CHECK(shown(check_report({}, 1, today)) == "The file is sound.\n");
    CHECK(shown(check_report({}, 0, today)) == "There is no file to check yet.\n");
}

TEST_CASE("check: a place that isn't known is null") {
    const Report report = check_report({{{"the folder is open to others", "", ""}}}, 1, today);
    CHECK(to_jsonl(report) == "{\"file\":null,\"line\":null,\"column\":null,\"severity\":\"error\","
                              "\"what\":\"the folder is open to others\",\"advice\":null,"
                              "\"mendable\":false}\n");
}

TEST_CASE("config: each key, what holds, and where it comes from") {
    const Report report =
        config_report({{"within", "7d", "config.toml"}, {"pager", "", "default"}}, today);
    CHECK(shown(report) == "Key     Value  From\n"
                           "within  7d     config.toml\n"
                           "pager          default\n");
    CHECK(to_template(report, "{key}={value}") == "within=7d\npager=\n");
}

TEST_CASE("guide: the topics, a line each") {
    const Report report = guide_list_report({topic}, today);
    CHECK(shown(report) == "How mentoring goes well\n"
                           "  grow  A talk that moves\n"
                           "\n"
                           "One of them in full: mentor guide TOPIC\n");
}

TEST_CASE("guide: a topic says its piece, its terms and what to type") {
    const Report report = guide_report(topic, today);
    CHECK(shown(report) == "A talk that moves\n"
                           "\n"
                           "Take the steps in this order.\n"
                           "\n"
                           "Don't hurry.\n"
                           "\n"
                           "  Goal     what you want\n"
                           "  Reality  what is so\n"
                           "\n"
                           "  mentor due  whose turn it is\n");
    CHECK(to_template(report, "{topic}: {text}") ==
          "grow: Take the steps in this order.\n\nDon't hurry.\n");
}

} // namespace mentor::reports_test
