// SPDX-License-Identifier: MIT
#include "report/faces/json_face.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/faces/styled_text.hpp"
#include "report/faces/template_face.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/faces/terminal/terminal_face.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::faces_test {

namespace {

const Look piped{};
const Look window{80};
const Look styled_window{80, Codes(Styles())};

Report sample() {
    Report report;
    report.schema = "mentor.sample/1";
    report.today = make_date(2026, 11, 22);
    report.head = {{"until", make_date(2026, 11, 29)}};
    report.fields = {"slug", "days", "tags", "agreement", "log"};
    report.items = {{{"slug", "ada"},
                     {"days", -3},
                     {"tags", std::vector<std::string>{"work", "life"}},
                     {"agreement", Fields{{"every", "4w"}, {"where", nullptr}}},
                     {"log", List{Fields{{"note", "one"}}, Fields{{"note", "two"}}}}},
                    {{"slug", "zoë"},
                     {"days", nullptr},
                     {"tags", List{}},
                     {"agreement", nullptr},
                     {"log", List{}}}};
    return report;
}

std::string refusal(const std::string& format) {
    try {
        to_template(sample(), format);
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.diagnostic().what + "\n" + error.diagnostic().advice;
    }
    return "";
}

Grid grid_of(std::vector<std::vector<Text>> rows, bool folds = false) {
    const std::size_t columns = rows.front().size();
    return Grid{std::vector<Column>(columns), std::move(rows), 2, folds};
}

} // namespace

TEST_CASE("a page in a pipe is neither wrapped nor styled") {
    const std::string words(200, 'x');
    const Page page{Heading{"Late", Style::late},
                    Paragraph{{{words + " " + words, Style::quiet}}, 2}};
    CHECK(to_terminal(page, piped) == "Late\n  " + words + " " + words + "\n");
}

TEST_CASE("prose keeps its measure in a pipe and a wide window, and fits a narrow one") {
    const Page page{Paragraph{{{"one two three four"}}, 2, 11}};
    CHECK(to_terminal(page, piped) == "  one two\n  three\n  four\n");
    CHECK(to_terminal(page, window) == "  one two\n  three\n  four\n");
    CHECK(to_terminal(page, {7}) == "  one\n  two\n  three\n  four\n");
    CHECK(to_markdown(page) == "one two three four\n");
}

TEST_CASE("headings have an empty line above, and one of the first level below") {
    const Page page{Heading{"Ada", Style::name, 1}, Paragraph{{{"Your mentor."}}}, Heading{"Goals"},
                    Heading{"Questions"}};
    CHECK(to_terminal(page, piped) == "Ada\n\nYour mentor.\n\nGoals\n\nQuestions\n");
}

TEST_CASE("empty lines never double, and none begins or ends a page") {
    const Page page{Blank{}, Paragraph{{{"a"}}}, Blank{}, Blank{}, Heading{"b"}, Blank{}};
    CHECK(to_terminal(page, piped) == "a\n\nb\n");
}

TEST_CASE("grids of one page share their columns") {
    const Page page{Heading{"Late"}, grid_of({{{{"Ada Lovelace"}}, {{"Catch up"}}, {{"41 days"}}}}),
                    Heading{"Today"},
                    grid_of({{{{"Al"}}, {{"Send the long draft"}}, {{"promised"}}}})};
    CHECK(to_terminal(page, window) == "Late\n"
                                       "  Ada Lovelace  Catch up             41 days\n"
                                       "\n"
                                       "Today\n"
                                       "  Al            Send the long draft  promised\n");
}

TEST_CASE("grids that begin with names share their first column, whatever follows it") {
    Grid two = grid_of({{{{"Ada"}}, {{"Catch up"}}}});
    Grid three = grid_of({{{{"Ada Lovelace"}}, {{"a"}}, {{"b"}}}});
    CHECK(to_terminal({two, three}, piped) == "  Ada  Catch up\n  Ada Lovelace  a  b\n");
    two.names = three.names = true;
    CHECK(to_terminal({two, three}, piped) == "  Ada           Catch up\n"
                                              "  Ada Lovelace  a  b\n");
}

TEST_CASE("columns count what the eye sees: accents, wide characters, no styles") {
    Grid grid =
        grid_of({{{{"Zoë", Style::name}}, {{"a"}}}, {{{"山田"}}, {{"b"}}}, {{{"Adam"}}, {{"c"}}}});
    grid.indent = 0;
    CHECK(to_terminal({grid}, window) == "Zoë   a\n山田  b\nAdam  c\n");
    CHECK(to_terminal({grid}, styled_window) == "\x1b[1mZoë\x1b[0m   a\n山田  b\nAdam  c\n");
}

TEST_CASE("titles stand above their columns, and figures to the right") {
    Grid grid;
    grid.columns = {{"Name"}, {"Days", Align::right}};
    grid.rows = {{{{"Ada"}}, {{"7"}}}, {{{"Alan"}}, {{"120"}}}};
    CHECK(to_terminal({grid}, window) == "Name  Days\nAda      7\nAlan   120\n");
}

TEST_CASE("a cell too long for its column wraps within it") {
    const Page page{
        grid_of({{{{"Ada"}},
                  {{"a note that goes on and on until it meets the edge of the window and "
                    "beyond it"}}}})};
    CHECK(to_terminal(page, {60}) ==
          "  Ada  a note that goes on and on until it meets the edge of\n"
          "       the window and beyond it\n");
}

TEST_CASE("a row that folds keeps its last cell below the one before, the others stay on a line") {
    const std::string promise = "Introduce me to the people of the compiler group";
    const Page page{grid_of({{{{"Ada"}}, {{"Catch up"}}, {{"last coffee 41 days ago"}}},
                             {{{"Alan"}}, {{promise}}, {{"promised for Fri 20 Nov"}}}},
                            true)};
    CHECK(to_terminal(page, {60}) == "  Ada   Catch up          last coffee 41 days ago\n"
                                     "  Alan  Introduce me to the people of the compiler group\n"
                                     "        promised for Fri 20 Nov\n");
}

TEST_CASE("in a row of two cells that folds the last one stands further in") {
    const Page page{grid_of({{{{"mentor due"}}, {{"who waits"}}},
                             {{{"mentor due --json"}}, {{"for a script"}}},
                             {{{"mentor log ada 'Talked it over' --kind coffee --todo 'Send it'"}},
                              {{"after a coffee, with what you promised"}}}},
                            true)};
    CHECK(to_terminal(page, {66}) ==
          "  mentor due         who waits\n"
          "  mentor due --json  for a script\n"
          "  mentor log ada 'Talked it over' --kind coffee --todo 'Send it'\n"
          "    after a coffee, with what you promised\n");
}

TEST_CASE("where most rows would fold, all do") {
    const std::string promise = "Introduce me to the people of the compiler group";
    const Page page{grid_of({{{{"Ada"}}, {{"Catch up"}}, {{"41 days ago"}}},
                             {{{"Alan"}}, {{promise}}, {{"promised for Fri 20 Nov"}}},
                             {{{"Zoë"}}, {{promise}}, {{"promised for Mon 23 Nov"}}}},
                            true)};
    CHECK(to_terminal(page, {60}) == "  Ada   Catch up\n"
                                     "        41 days ago\n"
                                     "  Alan  Introduce me to the people of the compiler group\n"
                                     "        promised for Fri 20 Nov\n"
                                     "  Zoë   Introduce me to the people of the compiler group\n"
                                     "        promised for Mon 23 Nov\n");
}

TEST_CASE("in a narrow window each cell gets a line of its own") {
    const Page page{
        grid_of({{{{"Ada Lovelace"}}, {{"Time to catch up with Ada"}}, {{"41 days"}}}})};
    CHECK(to_terminal(page, {32}) == "  Ada Lovelace\n"
                                     "    Time to catch up with Ada\n"
                                     "    41 days\n");
    Grid titled;
    titled.columns = {{"Name"}, {"Stage"}, {"Last meeting"}};
    titled.rows = {{{{"Ada Lovelace"}}, {{"active"}}, {}}};
    CHECK(to_terminal({titled}, {20}) == "Ada Lovelace\n  Stage: active\n");
}

TEST_CASE("a line end within a cell doesn't break the grid") {
    const Page page{grid_of({{{{"Ada\r\nLovelace"}}, {{"one\ntwo\tthree"}}}})};
    CHECK(to_terminal(page, window) == "  Ada Lovelace  one two three\n");
}

TEST_CASE("facts align with their neighbours and hang") {
    const Page page{Fact{"met", {{"RubyConf hallway"}}},
                    Fact{"boundaries", {{"No messages on Sundays, and none after six"}}},
                    Paragraph{{{"-"}}}, Fact{"by", {{"me"}}}};
    CHECK(to_terminal(page, {40}) == "  met         RubyConf hallway\n"
                                     "  boundaries  No messages on Sundays,\n"
                                     "              and none after six\n"
                                     "-\n"
                                     "  by  me\n");
}

TEST_CASE("a label goes above where there is no room beside it") {
    CHECK(to_terminal({Fact{"boundaries", {{"No messages on Sundays"}}}}, {26}) ==
          "  boundaries\n    No messages on Sundays\n");
    CHECK(to_terminal({Fact{"boundaries", {{"Sundays\nevenings"}}, 2, true}}, {26}) ==
          "  boundaries\n    Sundays\n    evenings\n");
}

TEST_CASE("a fact that lists sets each line apart, and what wraps two columns in") {
    const Page page{
        Fact{"to ask", {{"What would you do next year?"}, {"\n"}, {"And why?"}}, 2, true},
        Fact{"by", {{"me"}}, 2, true}};
    CHECK(to_terminal(page, {32}) == "  to ask  What would you do\n"
                                     "            next year?\n"
                                     "          And why?\n"
                                     "  by      me\n");
    CHECK(to_terminal(page, piped) == "  to ask  What would you do next year?\n"
                                      "          And why?\n"
                                      "  by      me\n");
    CHECK(to_markdown(page) == "- **to ask:**\n"
                               "  - What would you do next year?\n"
                               "  - And why?\n"
                               "- **by:** me\n");
}

TEST_CASE("bullets hang below their text, and several lines stay lines") {
    CHECK(to_terminal({Bullet{"[x]", {{"one two three"}}, 2}}, {13}) ==
          "  [x] one two\n      three\n");
    CHECK(to_terminal({Paragraph{{{"first\n\n- second\r\nthird"}}, 2}}, piped) ==
          "  first\n\n  - second\n  third\n");
}

TEST_CASE("a style lasts through a wrapped line") {
    const Page page{Paragraph{{{"one two "}, {"three four", Style::quiet}}}};
    CHECK(to_terminal(page, {13, Codes(Styles())}) ==
          "one two \x1b[2mthree\x1b[0m\n\x1b[2mfour\x1b[0m\n");
}

TEST_CASE("a command to type stays on one line where it fits") {
    const Page page{Paragraph{{{"Talk about it again: "}, {"mentor agree ada", Style::command}}}};
    CHECK(to_terminal(page, {30}) == "Talk about it again:\nmentor agree ada\n");
    CHECK(to_terminal(page, {15}) == "Talk about it\nagain: mentor\nagree ada\n");
}

TEST_CASE("a number stays with what it counts") {
    const Page page{Paragraph{{{"last coffee 34 days ago, every 4 weeks"}}}};
    CHECK(to_terminal(page, {15}) == "last coffee\n34 days ago,\nevery 4 weeks\n");
    CHECK(to_terminal({Paragraph{{{"on 22 Nov 2026"}}}}, {5}) == "on 22\nNov\n2026\n");
}

TEST_CASE("a heading is strong in its colour, and once where both are the same") {
    CHECK(to_terminal({Heading{"Late", Style::late}}, styled_window) == "\x1b[1;31mLate\x1b[0m\n");
    CHECK(to_terminal({Heading{"Later"}}, styled_window) == "\x1b[1mLater\x1b[0m\n");
}

TEST_CASE("control characters of a file are shown, not obeyed, in all that a person reads") {
    const Page page{Paragraph{{{"red \x1b[31m"}}}, grid_of({{{{"a\x07"}}, {{"b"}}}}),
                    Fact{"birth\x1b", {{"c\x9b"}}}};
    const std::string shown = "red \\u001b[31m\n  a\\u0007  b\n  birth\\u001b  c\\x9b\n";
    CHECK(to_terminal(page, {80}) == shown);
    CHECK(to_terminal(page, piped) == shown);
    CHECK(to_markdown({Paragraph{{{"\x1b]0;\x07"}}}}) == "\\\\u001b\\]0;\\\\u0007\n");
}

TEST_CASE("JSON says control characters and bidirectional overrides in escapes") {
    Report report{.schema = "mentor.test/1", .fields = {"name"}};
    report.items = {{{"name", "\x1b\x7f\u009b\u202e\u2028Zoë"}}};
    CHECK(to_jsonl(report) == "{\"name\":\"\\u001b\\u007f\\u009b\\u202e\\u2028Zoë\"}\n");
}

TEST_CASE("a template's values are exact for programs, and harmless where a person reads them") {
    Report report{.schema = "mentor.test/1", .fields = {"name"}};
    report.items = {{{"name", "\x1b[2J"}}};
    CHECK(to_template(report, "{name}") == "\x1b[2J\n");
    CHECK(to_template(report, "\\e[1m{name}", '\n', Values::visible) == "\x1b[1m\\u001b[2J\n");
}

TEST_CASE("in a pipe one long cell doesn't push away the last column of all rows") {
    const std::string wide(70, 'x');
    Grid grid{std::vector<Column>(3), {}, 2, true};
    grid.rows = {{{{"Ada"}}, {{"short"}}, {{"why"}}}, {{{"Ada"}}, {{wide}}, {{"why"}}}};
    CHECK(to_terminal({grid}, piped) ==
          "  Ada  short" + std::string(57, ' ') + "why\n" + "  Ada  " + wide + "  why\n");
}

TEST_CASE("blanks that align options don't indent them where each has a line of its own") {
    Grid grid{std::vector<Column>(2), {}, 2};
    grid.rows = {{{{"    --yes"}}, {{"answer yes to every confirmation"}}}};
    CHECK(to_terminal({grid}, {30}) == "  --yes\n    answer yes to every\n    confirmation\n");
}

TEST_CASE("each part is in the look that the configuration gives it") {
    Styles styles;
    styles[Style::heading] = parse_paint("underline");
    styles[Style::late] = parse_paint("brightyellow");
    styles[Style::quiet] = parse_paint("none");
    const Look look{80, Codes(styles)};
    CHECK(to_terminal({Heading{"Late", Style::late}, Fact{"every", {{"4 weeks", Style::late}}}},
                      look) == "\x1b[4;93mLate\x1b[0m\n  every  \x1b[93m4 weeks\x1b[0m\n");
}

TEST_CASE("what is cut ends in an ellipsis, in dots where the terminal has no such sign") {
    CHECK(plain(shortened({{"Grace Hopper"}}, 8, "…")) == "Grace H…");
    CHECK(plain(shortened({{"Grace Hopper"}}, 8, "...")) == "Grace...");
    CHECK(plain(shortened({{"Grace"}}, 2, "...")) == "..");
    CHECK(plain(shortened({{"Grace"}}, 5, "…")) == "Grace");
    CHECK(plain(shortened({{"เชียงใหม่"}}, 3, "…")) == "เชี…"); // no cluster is cut
    CHECK(Look{.blocks = true}.ellipsis() == "…");
    CHECK(Look{}.ellipsis() == "...");
}

TEST_CASE("a run is styled on demand") {
    CHECK(styled("Saved", Style::good, Codes(Styles())) == "\x1b[32mSaved\x1b[0m");
    CHECK(styled("Saved", Style::good, Codes()) == "Saved");
    CHECK(styled("Saved", Style::plain, Codes(Styles())) == "Saved");
    CHECK(styled("", Style::good, Codes(Styles())) == "");
}

TEST_CASE("Markdown has headings, lists, tables and bold names") {
    Grid table;
    table.columns = {{"Name"}, {"Days", Align::right}};
    table.rows = {{{{"Ada | Co", Style::name}}, {{"7"}}}};
    const Page page{Heading{"Ada", Style::name, 1},
                    Paragraph{{{"Your mentor."}}},
                    Fact{"met", {{"RubyConf"}}},
                    Heading{"Goals"},
                    Bullet{"-", {{"Lead a project", Style::strong}, {" (g3kq)", Style::quiet}}, 2},
                    Bullet{"[x]", {{"first draft"}}, 4},
                    table,
                    grid_of({{{{"Ada", Style::name}}, {{"Catch up"}}, {}}})};
    CHECK(to_markdown(page) == "# Ada\n\n"
                               "Your mentor.\n\n"
                               "- **met:** RubyConf\n\n"
                               "## Goals\n\n"
                               "- **Lead a project** (g3kq)\n"
                               "  - [x] first draft\n\n"
                               "| Name | Days |\n"
                               "| --- | ---: |\n"
                               "| **Ada \\| Co** | 7 |\n\n"
                               "- **Ada** · Catch up\n");
}

TEST_CASE("Markdown's own marks in a text are escaped where they would mean something") {
    const auto shown = [](const char* text) { return to_markdown({Paragraph{{{text}}}}); };
    CHECK(shown("*a* _b_ `c` <d> [e]") == "\\*a\\* \\_b\\_ \\`c\\` \\<d> \\[e\\]\n");
    CHECK(shown("snake_case, 2 - 1, a # b") == "snake_case, 2 - 1, a # b\n");
    CHECK(shown("# no heading") == "\\# no heading\n");
    CHECK(shown("1. no list") == "1\\. no list\n");
    CHECK(shown("R&D &amp; AT & T") == "R\\&D \\&amp; AT & T\n");
    CHECK(to_markdown({Fact{"phone", {{"+44 20"}}}}) == "- **phone:** +44 20\n");
}

TEST_CASE("Markdown keeps the lines of a text, and its empty ones") {
    CHECK(to_markdown({Paragraph{{{"one\ntwo\n\n    three"}}, 2}}) == "one\\\ntwo\n\nthree\n");
    CHECK(to_markdown({Bullet{"-", {{"one\ntwo"}}, 2}}) == "- one\\\n  two\n");
}

TEST_CASE("JSON is one object with the schema, the day, the head and the items") {
    Report report = sample();
    report.items.resize(1);
    CHECK(to_json(report) == R"({
  "schema": "mentor.sample/1",
  "today": "2026-11-22",
  "until": "2026-11-29",
  "items": [
    {
      "slug": "ada",
      "days": -3,
      "tags": [
        "work",
        "life"
      ],
      "agreement": {
        "every": "4w",
        "where": null
      },
      "log": [
        {
          "note": "one"
        },
        {
          "note": "two"
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("JSON Lines has one item a line, and an end of one's own") {
    Report report = sample();
    report.items.erase(report.items.begin());
    CHECK(to_jsonl(report) ==
          "{\"slug\":\"zoë\",\"days\":null,\"tags\":[],\"agreement\":null,\"log\":[]}\n");
    CHECK(to_jsonl(report, '\0').back() == '\0');
    report.items.clear();
    CHECK(to_jsonl(report) == "");
}

TEST_CASE("bytes that aren't UTF-8 become the replacement character in JSON") {
    Report report = sample();
    report.items = {{{"slug", "a\xff"}}};
    CHECK(to_jsonl(report) == "{\"slug\":\"a\xef\xbf\xbd\"}\n");
}

TEST_CASE("a template prints one line an item") {
    CHECK(to_template(sample(), "{slug}\\t{days}") == "ada\t-3\nzoë\t\n");
    CHECK(to_template(sample(), "{slug}", '\0') == std::string("ada\0zoë\0", 9));
    CHECK(to_template(sample(), "{tags}: {{{slug}}}\\\\") == "work, life: {ada}\\\n: {zoë}\\\n");
}

TEST_CASE("a template reaches into objects and through lists") {
    CHECK(to_template(sample(), "{agreement.every}/{agreement.where}/{log.note}") ==
          "4w//one, two\n//\n");
    CHECK(to_template(sample(), "{agreement}") == "{\"every\":\"4w\",\"where\":null}\n\n");
}

TEST_CASE("a template that can't be understood says what could be written") {
    CHECK(refusal("{dayz}") == "there is no field {dayz}\n"
                               "known fields: slug, days, tags, agreement, log");
    CHECK(refusal("{agreement.evry}") == "there is no field {agreement.evry}\n"
                                         "known fields: agreement.every, agreement.where");
    CHECK(refusal("{slug.x}") == "there is no field {slug.x}\n{slug} has no fields of its own");
    CHECK(refusal("a {slug") == "the brace of \"{slug\" is never closed\n"
                                "write {field}, or {{ for a brace itself");
    CHECK(refusal("slug} b") == "the brace after \"slug\" was never opened\n"
                                "write {field}, or }} for a brace itself");
    CHECK(refusal("{slug}\\q") == "a template has no escape \\q\n"
                                  "write \\n, \\t, \\r, \\0, \\e, or \\\\ for a backslash");
    Report empty = sample();
    empty.items.clear();
    CHECK_THROWS_AS(to_template(empty, "{dayz}"), Error);
}

} // namespace mentor::faces_test
