// SPDX-License-Identifier: MIT
//
// Whatever a journal holds, no line on a terminal is wider than its window: every reading command,
// in windows from narrow to wide.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "support/lines.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::widths_test {

using namespace mentor::testing;

namespace {

using Words = std::vector<std::string>;

// Words that no window holds, in scripts with and without spaces, and signs of no or two columns.
const std::string hostile =
    "https://example.org/" + std::string(150, 'x') +
    "?a=1&b=2 คณะกรรมการพัฒนาการเศรษฐกิจและสังคมแห่งชาติของประเทศไทยในเอเชียตะวันออกเฉียงใต้ "
    "日本語の文章には空白がないので、どこでも折り返すことができます。 "
    "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻"
    "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻"
    " "
    "e\u0301e\u0301e\u0301 "
    "\u001b[31m "
    "\u202e "
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft a\tb";

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\x1b')
            result += "\\u001b";
        else if (c == '\t')
            result += "\\t";
        else
            result += c;
    }
    return result + "\"";
}

// With `@` for a hostile text, once for each of the tables that a file may hold.
std::string filled(std::string text, const std::string& name) {
    std::string result;
    for (const char c : text) {
        if (c == '@')
            result += quoted(name + " " + hostile);
        else
            result += c;
    }
    return result;
}

const std::string ada = R"(
    name = @
    role = "mentor"
    aka = ["ada"]
    type = @
    tags = [@, "work"]
    met = @
    through = @
    about = @
    learn = [@]
    values = [@]
    started = 2026-01-10
    next = 2026-11-20
    [contact]
    email = @
    hours = @
    [agreement]
    every = "2w"
    where = @
    boundaries = @
    expectations = @
    agreed = 2026-01-10
    review = "3mo"
    [fit]
    @ = @
    [[occasion]]
    what = @
    on = "11-25"
    [[goal]]
    id = "g3kq"
    title = @
    why = @
    measure = @
    way = @
    due = 2026-11-20
    [[goal]]
    id = "g4kq"
    title = @
    done = 2026-10-01
    outcome = @
    [[milestone]]
    id = "m1aa"
    goal = "g3kq"
    what = @
    due = 2026-11-01
    [[log]]
    id = "x4t9"
    on = 2026-10-10
    kind = "coffee"
    where = @
    topics = [@]
    note = @
    wins = [@]
    minutes = 45
    [[log]]
    id = "x4ta"
    on = 2026-09-10
    kind = @
    note = @
    [[log]]
    id = "x4tb"
    on = 2026-09-11
    kind = "pulse"
    scores = { respect = 3, @ = 2 }
    [[advice]]
    id = "a1aa"
    what = @
    on = 2026-10-10
    [[advice]]
    id = "a2aa"
    what = @
    tried = 2026-10-12
    verdict = "worked"
    outcome = @
    [[commitment]]
    id = "c7k2"
    what = @
    due = 2026-11-01
    moved = [2026-10-01, 2026-10-20]
    [[commitment]]
    id = "c8k2"
    owner = "them"
    what = @
    due = 2026-11-22
    [[commitment]]
    id = "c9k2"
    what = @
    done = 2026-11-10
    outcome = @
    [[question]]
    id = "q1w8"
    ask = @
    [[question]]
    id = "q2w8"
    ask = @
    asked = 2026-10-10
    answer = @
    [[gift]]
    id = "t1aa"
    what = @
    by = 2026-11-25
)"_lines;

const std::string hope = R"(
    name = @
    role = "mentor"
    stage = "prospect"
    about = @
    through = "ada"
    [fit]
    @ = @
    [[log]]
    on = 2026-11-01
    kind = "outreach"
    note = @
)"_lines;

const std::string config = R"(
    [kinds]
    @ = "meeting"
    [cadence.tags]
    @ = "3w"
    [me]
    name = @
    goal = @
    values = [@]
    looking_for = [@]
    obstacles = @
)"_lines;

void prepare(MemoryHost& host) {
    host.environment = {{"HOME", "/home"}, {"MENTOR_DIR", "/journal"}, {"LC_ALL", "C.UTF-8"}};
    host.put("/journal/ada.toml", filled(ada, "Ada"));
    host.put("/journal/hope.toml", filled(hope, "Hope"));
    host.put("/journal/" + std::string(60, 'w') + ".toml", "name = \"Short\"\nrole = \"peer\"\n");
    host.put("/journal/broken.toml", "name = " + quoted(hostile) + "\nrole = 1\n");
    host.put("/home/.config/mentor/config.toml", filled(config, "Me"));
    host.output_terminal = host.error_terminal = true;
    host.window_rows = 1'000'000;
}

// What is typed for each command that reads; those without a page for people are left out.
const std::map<std::string, std::vector<Words>> typed{
    {"check", {{}}},
    {"completion", {}},
    {"config", {{}, {"me"}}},
    {"draft", {{"ada", "--kind", "thanks"}, {"hope", "--kind", "outreach"}, {"hope"}}},
    {"due", {{}, {"--within", "1y"}, {"ada"}}},
    {"export csv", {}},
    {"export html", {}},
    {"export json", {}},
    {"export md", {}},
    {"goal list", {{}, {"--all"}}},
    {"guide", {{}, {"fear"}}},
    {"health", {{}, {"ada"}}},
    {"help", {{}, {"log"}, {"goal"}, {"dates"}, {"--man"}, {"licenses"}}},
    {"history", {{"ada"}}},
    {"list", {{}}},
    {"prep", {{"ada"}}},
    {"prospects", {{}, {"--compare"}}},
    {"remind", {{}}},
    {"review", {{}, {"--year"}}},
    {"search", {{"--regex", "."}, {"example"}}},
    {"show", {{"ada"}, {"hope"}, {"nobody"}}},
    {"stats", {{}, {"ada", "--all"}, {"--year"}}},
    {"todo", {{}, {"ada", "--all"}}},
    {"walk", {{}}},
};

void check_width(const std::string& text, std::size_t columns) {
    for (const std::string& line : split_lines(text))
        if (width(line) > columns) FAIL_CHECK(width(line), " columns of ", columns, ": ", line);
}

} // namespace

TEST_CASE("what is typed for every command that reads is known here") {
    for (const Command* command : command_table()) {
        CAPTURE(command->name);
        if (command->effect() == Effect::reads) CHECK(typed.contains(std::string(command->name)));
    }
}

TEST_CASE("no line is wider than the window, whatever the journal holds") {
    MemoryHost host;
    prepare(host);
    for (const char* sound : {"ada", "hope"}) // or it says little
        REQUIRE(run(host, {"show", sound}) == Exit::done);
    std::vector<Words> lines{{}};
    for (const auto& [name, all] : typed) {
        for (const Words& words : all) {
            Words line = split(name, ' ');
            line.insert(line.end(), words.begin(), words.end());
            lines.push_back(std::move(line));
        }
    }
    for (const std::size_t columns :
         {20, 21, 23, 27, 30, 34, 40, 50, 59, 60, 61, 72, 80, 100, 133, 200}) {
        host.window_columns = columns;
        for (const Words& line : lines) {
            const std::string words = join(line, " ");
            CAPTURE(words);
            host.output.clear();
            host.error.clear();
            run(host, line);
            CHECK((host.output + host.error).size() > 0);
            check_width(host.output, columns);
            check_width(host.error, columns);
        }
    }
}

} // namespace mentor::widths_test
