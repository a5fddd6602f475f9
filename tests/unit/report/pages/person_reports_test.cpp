// SPDX-License-Identifier: MIT
#include "report/faces/template_face.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/looking/history_report.hpp"
#include "report/pages/looking/list_report.hpp"
#include "report/pages/looking/show_report.hpp"
#include "report/pages/promises/goals_report.hpp"
#include "report/pages/promises/questions_report.hpp"
#include "unit/report/pages/report_samples.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::person_reports_test {

using namespace mentor::samples;

TEST_CASE("list: one row a relationship, with a slug only where it isn't the name's") {
    Relationship ada = make_ada(), alan = make_alan();
    ada.next = Moment{day("2026-12-03"), TimeOfDay{15, 0, 0}};
    alan.stage = Stage::paused;
    CHECK(to_terminal(
              list_report({list_line(ada, config, today), list_line(alan, config, today)}, today)
                  .page,
              {}) == "Name                Role    Stage   Last meeting  Next\n"
                     "Ada Lovelace        mentor  active  40 days ago   Thu 3 Dec, agreed\n"
                     "Alan Turing (alan)  mentee  paused\n");
    alan.snoozed = day("2027-02-01");
    CHECK(to_terminal(list_report({list_line(alan, config, today)}, today).page, {}) ==
          "Name                Role    Stage   Last meeting  Next\n"
          "Alan Turing (alan)  mentee  paused                from Mon 1 Feb 2027\n");
    CHECK(shown(list_report({}, today)) ==
          "No one to show here. To begin with someone: mentor add\n");
}

TEST_CASE("show: a relationship in the order of a conversation") {
    CHECK(shown(show_report(make_ada(), config, today)) ==
          "Ada Lovelace\n"
          "\n"
          "Your mentor, since Mon 12 Jan 2026, until Thu 31 Dec 2026.\n"
          "\n"
          "  aka           ada\n"
          "  type          professional\n"
          "  tags          work\n"
          "  met           RubyConf hallway\n"
          "  through       Grace Hopper\n"
          "  last meeting  coffee on Tue 13 Oct 2026, 40 days ago\n"
          "  check-in      Tue 10 Nov 2026, 12 days ago\n"
          "  cadence       every 4 weeks, as agreed\n"
          "  email         ada@example.org\n"
          "  hours         09:00-17:00\n"
          "\n"
          "What you agreed\n"
          "  initiates     you reach out\n"
          "  confidential  yes, it stays between you\n"
          "  boundaries    No messages on Sundays.\n"
          "\n"
          "About Ada\n"
          "  Wrote the first program.\n"
          "  Loves horses.\n"
          "  values    family first, rigour\n"
          "  birthday  10 Dec, next Thu 10 Dec 2026, in 18 days\n"
          "\n"
          "Goals\n"
          "  - Lead a project (g3kq), due Tue 1 Dec 2026, in 9 days\n"
          "    measure    shipped, with two people\n"
          "    discussed  Tue 13 Oct 2026, 40 days ago\n"
          "    steps      1 of 2 done\n"
          "    [x] first draft (m7dd), done Wed 3 Jun 2026\n"
          "    [ ] team of two (m8ee), due Wed 25 Nov 2026, in 3 days\n"
          "  - Give a talk (h2aa), reached Fri 30 Oct 2026: forty people came\n"
          "\n"
          "You promised\n"
          "  Send the draft (c7k2)  due Fri 20 Nov 2026, 2 days ago\n"
          "\n"
          "Ada promised\n"
          "  Intro to Grace (c8z1)\n"
          "\n"
          "To ask Ada\n"
          "  - How was your first re-org? (q1w8)\n"
          "\n"
          "To give Ada\n"
          "  A seat (w2k8)          due Sat 5 Dec 2026, in 13 days\n"
          "\n"
          "What Ada advised\n"
          "  - Lead with impact. (a9f3), tried Tue 3 Nov, worked: Two said yes\n"
          "\n"
          "Lately\n"
          "  Tue 10 Nov 2026  pulse   respect 5, trust 4\n"
          "  Tue 13 Oct 2026  coffee  Talked about the packet.\n");
}

TEST_CASE("show: the words fit who they are, and empty parts are left out") {
    Relationship person;
    person.name = "Grace Hopper";
    const auto opening = [&](Role role, Stage stage) {
        person.role = role;
        person.stage = stage;
        const std::string page = shown(show_report(person, config, today));
        return page.substr(14, page.find('\n', 14) - 14);
    };
    CHECK(opening(Role::mentor, Stage::prospect) == "A mentor you hope for.");
    CHECK(opening(Role::mentee, Stage::prospect) == "Someone you may mentor.");
    CHECK(opening(Role::peer, Stage::active) == "Your peer.");
    CHECK(opening(Role::mentee, Stage::paused) == "Your mentee, on a pause.");
    CHECK(opening(Role::mentor, Stage::winding_down) == "Your mentor, winding down.");
    CHECK(opening(Role::mentor, Stage::alumni) == "Once your mentor.");
    CHECK(opening(Role::mentor, Stage::declined) == "Couldn't be your mentor this time.");
    CHECK(opening(Role::mentee, Stage::declined) == "Found another mentor.");

    person.stage = Stage::declined;
    CHECK(shown(show_report(person, config, today)) == "Grace Hopper\n\nFound another mentor.\n");
}

TEST_CASE("show: an agreed meeting stands in for the check-in, and the ending closes the page") {
    Relationship person;
    person.name = "Grace Hopper";
    person.next = Moment{day("2026-12-03"), TimeOfDay{15, 0, 0}};
    CHECK(shown(show_report(person, config, today)) ==
          "Grace Hopper\n\nYour mentor.\n\n"
          "  next     Thu 3 Dec 2026, 15:00, in 11 days\n"
          "  cadence  every 4 weeks, the default\n");
    person.next.reset();
    person.stage = Stage::declined;
    person.ending = Ending{day("2026-10-01"), "We both grew.", true, Duration{3, Unit::month}};
    CHECK(shown(show_report(person, config, today)) ==
          "Grace Hopper\n\nOnce your mentor, until Thu 1 Oct 2026.\n\n"
          "The ending\n"
          "  on       Thu 1 Oct 2026\n"
          "  outcome  We both grew.\n"
          "  thanked  yes\n"
          "  keep     in touch every 3 months\n");
}

TEST_CASE("show: a pause says until when, and what was agreed for when it goes on") {
    Relationship person;
    person.name = "Grace Hopper";
    person.stage = Stage::paused;
    person.snoozed = day("2027-02-01");
    CHECK(shown(show_report(person, config, today)) ==
          "Grace Hopper\n\nYour mentor, on a pause.\n\n  paused  until Mon 1 Feb 2027\n");
    person.agreement.every = Duration{3, Unit::week};
    person.agreement.grace = Duration{1, Unit::week};
    CHECK(shown(show_report(person, config, today)) ==
          "Grace Hopper\n\nYour mentor, on a pause.\n\n"
          "  cadence  every 3 weeks, as agreed, once you go on\n"
          "  paused   until Mon 1 Feb 2027\n");
}

TEST_CASE("show: of alumni, from when to when it was, and the last contact of any kind") {
    Relationship person;
    person.name = "Grace Hopper";
    person.stage = Stage::alumni;
    person.started = day("2026-01-12");
    person.ends = day("2026-12-31");
    person.agreement.grace = Duration{1, Unit::week};
    person.ending.emplace().on = day("2026-10-01");
    LogEntry message;
    message.on.date = day("2026-11-20");
    message.kind = "message";
    person.log.push_back(message);
    CHECK(shown(show_report(person, config, today)) ==
          "Grace Hopper\n\n"
          "Once your mentor, from Mon 12 Jan 2026 to Thu 1 Oct 2026.\n\n"
          "  last contact  message on Fri 20 Nov 2026, 2 days ago\n"
          "  check-in      Sat 20 Feb 2027, in 2 months\n"
          "  cadence       every 3 months, the default\n"
          "\n"
          "Lately\n"
          "  Fri 20 Nov 2026  message\n"
          "\n"
          "The ending\n"
          "  on  Thu 1 Oct 2026\n");
}

TEST_CASE("history: entries with their notes as they were written") {
    const Relationship ada = make_ada();
    CHECK(shown(history_report(ada, newest_first(ada), today)) ==
          "Ada Lovelace\n"
          "\n"
          "Tue 10 Nov 2026, pulse (p1ls)\n"
          "  private\n"
          "  scores  respect 5, trust 4\n"
          "\n"
          "Tue 13 Oct 2026, 15:30, coffee (x4t9)\n"
          "  1 hour 15 minutes, Blue Bottle, about promotion, hiring, Ada reached out\n"
          "  Talked about the packet.\n"
          "\n"
          "  - bring numbers\n"
          "\n"
          "  advice  Lead with impact.\n"
          "  win     Spoke at the meetup\n"
          "  goals   Lead a project (g3kq)\n"
          "  rating  4 of 5\n");
}

TEST_CASE("history: nothing yet, or nothing that matches") {
    CHECK(shown(history_report(make_alan(), {}, today)) ==
          "Alan Turing\n\nNothing is written down yet. After you meet: mentor log alan\n");
    CHECK(shown(history_report(make_ada(), {}, today)) == "Ada Lovelace\n\nNo entry matches.\n");
}

TEST_CASE("questions: those still to ask, and with all of them the answers") {
    const Relationship ada = make_ada();
    CHECK(shown(questions_report({ada}, false, today)) ==
          "To ask Ada\n  - How was your first re-org? (q1w8)\n");
    CHECK(shown(questions_report({ada}, true, today)) ==
          "To ask Ada\n"
          "  - How was your first re-org? (q1w8)\n"
          "\n"
          "Asked Ada\n"
          "  - What would you read? (q2w8), asked Tue 13 Oct 2026\n"
          "    Knuth, slowly.\n");
    CHECK(shown(questions_report({make_alan()}, true, today)) ==
          "No question for Alan is parked. To park one: mentor ask alan TEXT\n"
          "What is worth asking: mentor ask alan --suggest\n");
}

TEST_CASE("goals: each with how far it is, below or beside what it builds on") {
    Relationship ada = make_ada();
    ada.goals[1].follows = "h2aa";
    CHECK(shown(goals_report({ada, make_alan()}, false, today)) ==
          "Ada Lovelace\n"
          "  - Lead a project (g3kq), due Tue 1 Dec 2026, in 9 days\n"
          "    measure    shipped, with two people\n"
          "    follows    Give a talk (h2aa)\n"
          "    discussed  Tue 13 Oct 2026, 40 days ago\n"
          "    steps      1 of 2 done\n"
          "    [x] first draft (m7dd), done Wed 3 Jun 2026\n"
          "    [ ] team of two (m8ee), due Wed 25 Nov 2026, in 3 days\n");
    CHECK(shown(goals_report({make_alan()}, false, today)) ==
          "No goal is open. To set one: mentor goal add alan\n");
    CHECK(to_template(
              goals_report({ada}, true, today),
              "{id} {open} {days} {milestone.id} {steps_done}/{steps} {next.id} {discussed}") ==
          "h2aa false   0/0  \ng3kq true 9 m7dd, m8ee 1/2 m8ee 2026-10-13\n");
}

} // namespace mentor::person_reports_test
