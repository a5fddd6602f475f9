// SPDX-License-Identifier: MIT
#include "support/lines.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace mentor::document_test {

using namespace mentor::testing;

namespace {

Document parsed(std::string text) {
    return Document::parse(std::move(text), "ada.toml");
}

std::string set(std::string text, const Path& path, const Value& value) {
    return parsed(std::move(text)).with_value(path, value).text();
}

std::string without(std::string text, const Path& path) {
    return parsed(std::move(text)).without(path).text();
}

std::string appended(std::string text, std::string_view name, const Table& fields) {
    return parsed(std::move(text)).with_appended(name, fields).text();
}

// As it is printed: "ada.toml:1:8: error: …", with the advice below.
template<typename Action>
std::string error_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::broken);
        return to_text(error.diagnostic());
    }
    return "no error";
}

const Date november_22 = Date{std::chrono::year{2026} / 11 / 22};

} // namespace

TEST_CASE(
    "the lines of an element are those from its header to its last key, where they are its own") {
    const std::string text = "a = 1\n[[log]] # one\non = 1\n\n# two's\n[[log]]\r\non = 2\n"
                             "[log.scores]\ntrust = 4\n[x]\n[[q]]\nb = [{ c = 1 }]\n";
    const Document document = Document::parse(text, "ada.toml");
    const auto lines = [&](const Path& path) -> std::string {
        const auto range = document.lines_of(path);
        return range ? text.substr(range->begin, range->end - range->begin) : "none";
    };
    CHECK(lines({"log", std::size_t{0}}) == "[[log]] # one\non = 1\n");
    CHECK(lines({"log", std::size_t{1}}) == "[[log]]\r\non = 2\n[log.scores]\ntrust = 4\n");
    CHECK(lines({"q", std::size_t{0}}) == "[[q]]\nb = [{ c = 1 }]\n");
    CHECK(lines({"q", std::size_t{0}, "b", std::size_t{0}}) == "none");
    CHECK(lines({"log", std::size_t{2}}) == "none");
    const std::string apart = "[a]\nb = 1\n[c]\n[a.d]\ne = 1\n";
    CHECK(!Document::parse(apart, "ada.toml").lines_of({"a"}));
}

TEST_CASE("a replaced value leaves everything around it as it was") {
    CHECK(set(R"(name = "Ada"   # her name)"_lines, {"name"}, "Zoë") ==
          R"(name = "Zoë"   # her name)"_lines);
    CHECK(set("  key   =   1\t\n", {"key"}, 2) == "  key   =   2\t\n");
    CHECK(set("a = 1", {"a"}, true) == "a = true");
    CHECK(set(R"(
        "é" = 'é' # é
        "ü".b = 1 # ü
    )"_lines,
              {"ü", "b"}, 2) ==
          R"(
              "é" = 'é' # é
              "ü".b = 2 # ü
          )"_lines);
    CHECK(set(R"(
        x = "é#[a]" # "
        y = 'a"' # '
    )"_lines,
              {"y"}, "b") ==
          R"(
              x = "é#[a]" # "
              y = "b" # '
          )"_lines);
}

TEST_CASE("each kind of value is written in its own way") {
    const auto written = [](const Value& value) {
        const std::string text = set("k = 0\n", {"k"}, value);
        return text.substr(4, text.size() - 5);
    };
    CHECK(written(true) == "true");
    CHECK(written(-42) == "-42");
    CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(written(1.0) == "1.0");
    CHECK(written(-0.0) == "-0.0");
    CHECK(written(0.1) == "0.1");
    CHECK(written(1e300) == "1e+300");
    CHECK(written(5e-324) == "5e-324");
    CHECK(written(std::numeric_limits<double>::infinity()) == "inf");
    CHECK(written(-std::numeric_limits<double>::infinity()) == "-inf");
    CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "nan");
    CHECK(written(november_22) == "2026-11-22");
    CHECK(written(Moment{november_22, TimeOfDay{15, 30, 0}}) == "2026-11-22T15:30:00");
    CHECK(written("") == R"("")");
    CHECK(written(R"(say "hi" \ bye)") == R"("say \"hi\" \\ bye")");
    CHECK(written(std::string("\b\t\f\r\x1b\x7f\0", 7)) == R"("\b\t\f\r\u001B\u007F\u0000")");
    CHECK(written(Array{}) == "[]");
    CHECK(written(Array{"a", "b"}) == R"(["a", "b"])");
    CHECK(written(Array{Array{1}, Array{Table{{"x", 2}}}}) == "[[1], [{ x = 2 }]]");
    CHECK(written(Table{}) == "{}");
    CHECK(written(Table{{"trust", 4}, {"two words", "x"}, {"", 1}, {"ü", 2}, {"a.b", 3}}) ==
          R"({ trust = 4, "two words" = "x", "" = 1, "ü" = 2, "a.b" = 3 })");
}

TEST_CASE("a text of several lines becomes a multi-line string") {
    CHECK(set("a = 1\n", {"a"}, "one\ntwo\n") == R"(
        a = """
        one
        two
        """
    )"_lines);
    CHECK(set("a = 1 # c\n", {"a"}, "\none\n\ttwo") == "a = \"\"\"\n\none\n\ttwo\"\"\" # c\n");
    CHECK(set("a = 1\n", {"a"}, "a\\b\n") == R"(
        a = """
        a\\b
        """
    )"_lines);
    CHECK(set("a = 1\n", {"a"}, R"(""""""")"_lines) == R"(
        a = """
        ""\"""\""
        """
    )"_lines);
    CHECK(set("a = 1\n", {"a"}, "x\n\"") == R"(
        a = """
        x
        \""""
    )"_lines);
    CHECK(set("a = 1\n", {"a"}, "x\r\ny\r") == R"(
        a = """
        x\r
        y\r"""
    )"_lines);
    CHECK(set("a = { b = 1, c = 2 }\n", {"a", "b"}, "x\ny\n") ==
          R"(
              a = { b = """
              x
              y
              """, c = 2 }
          )"_lines);
}

TEST_CASE("an array of more than 80 columns takes one line for each element") {
    const std::string forty(40, 'x');
    CHECK(set("  a = 1 # c\n", {"a"}, Array{forty, forty}) ==
          "  a = [\n      \"" + forty + "\",\n      \"" + forty + R"(
              ",
                ] # c
          )"_lines);
    CHECK(set("a = 1\r\n", {"a"}, Array{"x\ny\n", "z"}) ==
          "a = [\r\n    \"\"\"\r\nx\r\ny\r\n\"\"\",\r\n    \"z\",\r\n]\r\n");
    const std::string umlauts = "ääääääääääääääääääääääääääääääääääääää"; // 38 columns, 76 bytes
    CHECK(set("a = 1\n", {"a"}, Array{umlauts, ""}) == R"(a = [")" + umlauts + R"(", ""])"_lines);
}

TEST_CASE("values of every shape are replaced as a whole") {
    CHECK(set(R"(
        a = """
        [b]
        c = 1 # no
        """ # yes
        d = 2
    )"_lines,
              {"a"}, 1) == "a = 1 # yes\nd = 2\n");
    CHECK(set("a = '''\n[b]\n''''' # yes\n", {"a"}, 1) == "a = 1 # yes\n");
    CHECK(set("a = [ # one\n  1, # two\n] # three\n", {"a"}, 1) == "a = 1 # three\n");
    CHECK(set("a = {b={c={}}}\nd=1\n", {"a", "b"}, 1) == "a = {b=1}\nd=1\n");
    CHECK(set("a = {b={c={}}}\nd=1\n", {"a"}, 1) == "a = 1\nd=1\n");
    CHECK(set("a = {b={c={}}}", {"a", "b", "c"}, Array{}) == "a = {b={c=[]}}");
    CHECK(set("a = [1, [2, 3]]\n", {"a", 1u, 0u}, "x") == R"(a = [1, ["x", 3]])"_lines);
    CHECK(set("a = [\n  { b = 1 }, # one\n  { b = 2 }, # two\n]\n", {"a", 1u, "b"}, 3) ==
          "a = [\n  { b = 1 }, # one\n  { b = 3 }, # two\n]\n");
    CHECK(set("a = 1979-05-27T07:32:00.999+01:30 # c\n", {"a"}, november_22) ==
          "a = 2026-11-22 # c\n");
}

TEST_CASE("what an array on several lines keeps stays with its comments") {
    const std::string lines = "a = [\n  1, # one\n  # of two\n  2, # two\n  3 # three\n]\n";
    const auto set_to = [&](Array values) { return set(lines, {"a"}, std::move(values)); };
    CHECK(set_to({1, 2, 3}) == lines);
    CHECK(set_to({1, 2, 3, 4}) ==
          "a = [\n  1, # one\n  # of two\n  2, # two\n  3, # three\n  4\n]\n");
    CHECK(set_to({0, 1, 2, 3}) ==
          "a = [\n  0,\n  1, # one\n  # of two\n  2, # two\n  3 # three\n]\n");
    CHECK(set_to({1, 3}) == "a = [\n  1, # one\n  # of two\n  3 # three\n]\n");
    CHECK(set_to({2, 9}) == "a = [\n  # of two\n  2, # two\n  9,\n]\n");
    CHECK(set_to({2, 1, 3}) == "a = [\n  # of two\n  2, # two\n  1,\n  3 # three\n]\n");
    // Nothing of it stays.
    CHECK(set_to({7, 8}) == "a = [7, 8]\n");
    CHECK(set_to({}) == "a = []\n");
}

TEST_CASE("a value is found behind dotted keys, headers and quoted keys") {
    CHECK(set(R"(a . "b c" . d = 1)"_lines, {"a", "b c", "d"}, 2) == R"(a . "b c" . d = 2)"_lines);
    CHECK(set("[ a . 'b' ]\nc.d = 1\n", {"a", "b", "c", "d"}, 2) == "[ a . 'b' ]\nc.d = 2\n");
    CHECK(set("[[log]]\nid = 1\n[[log]]\nid = 2\n", {"log", 1u, "id"}, 3) ==
          "[[log]]\nid = 1\n[[log]]\nid = 3\n");
    CHECK(set("[1]\n2 = 3\n", {"1", "2"}, 4) == "[1]\n2 = 4\n");
    CHECK(set(R"("" = 1)"_lines, {""}, 2) == R"("" = 2)"_lines);
}

TEST_CASE("a missing key of the root goes behind the last one, before the first header") {
    CHECK(set("", {"a"}, 1) == "a = 1\n");
    CHECK(set("\xEF\xBB\xBF", {"a"}, 1) == "\xEF\xBB\xBF"
                                           "a = 1\n");
    CHECK(set("# only words", {"a"}, 1) == "# only words\na = 1\n");
    CHECK(set("# only words\n\n", {"a"}, 1) == "# only words\n\na = 1\n");
    CHECK(set("a = 1 # c\n\n# of b\n[b]\n", {"c"}, 2) == "a = 1 # c\nc = 2\n\n# of b\n[b]\n");
    CHECK(set("a = 1", {"c"}, 2) == "a = 1\nc = 2\n");
    CHECK(set("  a = [\n1\n] # c\n# d\n", {"c"}, 2) == "  a = [\n1\n] # c\n  c = 2\n# d\n");
    CHECK(set("\xEF\xBB\xBF a = 1", {"c"}, 2) == "\xEF\xBB\xBF a = 1\n c = 2\n");
}

TEST_CASE("with headers alone, the first key of the root goes above the comment on the first") {
    CHECK(set("[b]\n", {"a"}, 1) == "a = 1\n\n[b]\n");
    CHECK(set("\xEF\xBB\xBF[b]\n", {"a"}, 1) == "\xEF\xBB\xBF"
                                                "a = 1\n\n[b]\n");
    CHECK(set("# the file\n\n# of b\n # and more\n[b]\n", {"a"}, 1) ==
          "# the file\n\na = 1\n\n# of b\n # and more\n[b]\n");
    CHECK(set("# of b\r\n[b]\r\n", {"a"}, 1) == "a = 1\r\n\r\n# of b\r\n[b]\r\n");
}

TEST_CASE("a missing key of a table goes behind its last own key, with its indentation") {
    CHECK(set("[a]\nx = 1 # c\n\n[b]\n", {"a", "y"}, 2) == "[a]\nx = 1 # c\ny = 2\n\n[b]\n");
    CHECK(set("[a] # c\n[b]\n", {"a", "y"}, 2) == "[a] # c\ny = 2\n[b]\n");
    CHECK(set("[a]", {"a", "y"}, 2) == "[a]\ny = 2\n");
    CHECK(set("[a]\n\tx = 1\n  z.w = 1\n[a.b]\nx = 1\n", {"a", "y"}, 2) ==
          "[a]\n\tx = 1\n  z.w = 1\n  y = 2\n[a.b]\nx = 1\n");
    CHECK(set("  [a]\n  [b]\n", {"a", "y"}, 2) == "  [a]\n  y = 2\n  [b]\n");
    CHECK(set("[a.b]\nx = 1\n[a]\nz = 1\n", {"a", "y"}, 2) == "[a.b]\nx = 1\n[a]\nz = 1\ny = 2\n");
    CHECK(set("[[l]]\na = 1\n[l.s]\n[[l]]\n", {"l", 0u, "b"}, 2) ==
          "[[l]]\na = 1\nb = 2\n[l.s]\n[[l]]\n");
    CHECK(set("[a]\nx = 1\n", {"a", "two words"}, 2) == R"(
        [a]
        x = 1
        "two words" = 2
    )"_lines);
}

TEST_CASE("a missing key of a dotted table is written dotted") {
    CHECK(set("a.x = 1\nb = 2\n", {"a", "y"}, 3) == "a.x = 1\na.y = 3\nb = 2\n");
    CHECK(set("a.x = 1\nb = 2\na.z.w = 1 # c\n", {"a", "y"}, 3) ==
          "a.x = 1\nb = 2\na.z.w = 1 # c\na.y = 3\n");
    CHECK(set("[t]\n  a.b.x = 1\n", {"t", "a", "c", "d"}, 3) == "[t]\n  a.b.x = 1\n  a.c.d = 3\n");
    CHECK(set("[t]\na.b = 1\n[t.a.c]\nx = 1\n", {"t", "a", "d"}, 3) ==
          "[t]\na.b = 1\na.d = 3\n[t.a.c]\nx = 1\n");
}

TEST_CASE("a missing key of an inline table is written inside") {
    CHECK(set("a = {}\n", {"a", "x"}, 1) == "a = { x = 1 }\n");
    CHECK(set("a = { }\n", {"a", "x"}, 1) == "a = { x = 1 }\n");
    CHECK(set(R"(a = { b = "}" } # c)"_lines, {"a", "x"}, 1) ==
          R"(a = { b = "}", x = 1 } # c)"_lines);
    CHECK(set("a = {b.c=1,d=2}\n", {"a", "b", "e"}, 3) == "a = {b.c=1, b.e = 3,d=2}\n");
    CHECK(set("a = {b = 1}\n", {"a", "x", "y"}, 2) == "a = {b = 1, x = { y = 2 }}\n");
    CHECK(set("a = [{ b = {} }]\n", {"a", 0u, "b", "c"}, 2) == "a = [{ b = { c = 2 } }]\n");
}

TEST_CASE("a missing table is a header at the end of the text") {
    CHECK(set("a = 1\n", {"b", "c"}, 2) == "a = 1\n\n[b]\nc = 2\n");
    CHECK(set("a = 1", {"b", "c"}, 2) == "a = 1\n\n[b]\nc = 2\n");
    CHECK(set("a = 1\n\n", {"b", "c"}, 2) == "a = 1\n\n[b]\nc = 2\n");
    CHECK(set("", {"b", "c"}, 2) == "[b]\nc = 2\n");
    CHECK(set("\xEF\xBB\xBF", {"b", "c"}, 2) == "\xEF\xBB\xBF[b]\nc = 2\n");
    CHECK(set("a = 1\r\n", {"b", "two words", "d"}, 2) ==
          "a = 1\r\n\r\n[b.\"two words\"]\r\nd = 2\r\n");
    CHECK(set("[a]\nx = 1\n\n[b]\n", {"a", "c", "y"}, 2) == "[a]\nx = 1\n\n[b]\n\n[a.c]\ny = 2\n");
    CHECK(set("[a.b]\nx = 1\n", {"a", "y"}, 2) == "[a.b]\nx = 1\n\n[a]\ny = 2\n");
    CHECK(set("a = 1\n", {"b"}, Table{{"c", 2}}) == "a = 1\nb = { c = 2 }\n");
}

TEST_CASE("a missing table of an array's element stays with its element") {
    CHECK(set("[[l]]\na = 1 # c\n\n[[l]]\na = 2\n", {"l", 0u, "s", "x"}, 3) ==
          "[[l]]\na = 1 # c\n\n[l.s]\nx = 3\n\n[[l]]\na = 2\n");
    CHECK(set("[[l]]\na = 1\n[l.t]\nb = 1\n[[m]]\n", {"l", 0u, "s", "x"}, 3) ==
          "[[l]]\na = 1\n[l.t]\nb = 1\n\n[l.s]\nx = 3\n[[m]]\n");
}

TEST_CASE("new lines take the ending of the document") {
    CHECK(set("a = 1\r\n[b]\r\nc = 1\r\n", {"b", "d"}, "x\ny\n") ==
          "a = 1\r\n[b]\r\nc = 1\r\nd = \"\"\"\r\nx\r\ny\r\n\"\"\"\r\n");
    CHECK(set("a = 1\r\nb = 2\nc = 3", {"d"}, 4) == "a = 1\r\nb = 2\nc = 3\r\nd = 4\r\n");
    CHECK(appended("a = 1\r\n", "l", {{"b", 1}}) == "a = 1\r\n\r\n[[l]]\r\nb = 1\r\n");
}

TEST_CASE("an element goes behind the last of its array") {
    CHECK(appended("", "log", {}) == "[[log]]\n");
    CHECK(appended("a = 1", "log", {{"id", "x"}}) == R"(
        a = 1

        [[log]]
        id = "x"
    )"_lines);
    CHECK(appended("# c\n\n", "log", {{"id", "x"}}) == R"(
        # c

        [[log]]
        id = "x"
    )"_lines);
    CHECK(appended("[[log]]\nid = 1 # c\n\n# of goal\n[[goal]]\nid = 2\n", "log",
                   {{"id", 3}, {"note", "x\n"}}) ==
          R"(
            [[log]]
            id = 1 # c

            [[log]]
            id = 3
            note = """
            x
            """

            # of goal
            [[goal]]
            id = 2
        )"_lines);
    CHECK(appended("[[a]]\n[[b]]\n[[a]]\n[a.s]\nx = 1\n[[b]]", "a", {{"y", 1}}) ==
          "[[a]]\n[[b]]\n[[a]]\n[a.s]\nx = 1\n\n[[a]]\ny = 1\n[[b]]");
    CHECK(appended("  [[a]]\n    x = 1", "a", {{"y", 1}}) ==
          "  [[a]]\n    x = 1\n\n  [[a]]\n    y = 1\n");
    CHECK(appended("[a.b]\nx = 1\n", "log", {{"s", Table{{"t", 1}}}}) ==
          "[a.b]\nx = 1\n\n[[log]]\ns = { t = 1 }\n");
}

TEST_CASE("an element of an inline array goes inside") {
    const Table field{{"x", 2}};
    CHECK(appended("a = []\n", "a", field) == "a = [{ x = 2 }]\n");
    CHECK(appended("a = [ ]\n", "a", field) == "a = [ { x = 2 } ]\n");
    CHECK(appended("a = [{x=1}] # c\n", "a", field) == "a = [{x=1}, { x = 2 }] # c\n");
    CHECK(appended("a = [ {x=1}, ]\n", "a", field) == "a = [ {x=1}, { x = 2 }, ]\n");
    CHECK(appended("a = [\n  {x=1}, # one\n  # end\n]\n", "a", field) ==
          "a = [\n  {x=1}, # one\n  { x = 2 },\n  # end\n]\n");
    CHECK(appended("a = [\n  {x=1}\n]\n", "a", field) == "a = [\n  {x=1},\n  { x = 2 }\n]\n");
    CHECK(appended("a = [\r\n  {x=1} # one\r\n]\r\n", "a", field) ==
          "a = [\r\n  {x=1}, # one\r\n  { x = 2 }\r\n]\r\n");
    CHECK(appended("a = [\n  {x=1}\n  , # one\n]\n", "a", field) ==
          "a = [\n  {x=1}, { x = 2 }\n  , # one\n]\n");
}

TEST_CASE("a key goes with its whole lines and the comment behind it") {
    CHECK(without("a = 1 # c\nb = 2\n", {"a"}) == "b = 2\n");
    CHECK(without("# of a\na = \"\"\"\n# in a\n\"\"\" # c\n# of b\nb = 2", {"a"}) ==
          "# of a\n# of b\nb = 2");
    CHECK(without("a = 1\nb = 2", {"b"}) == "a = 1\n");
    CHECK(without("\xEF\xBB\xBF"
                  "a = 1\r\n\r\nb = 2\r\n",
                  {"a"}) == "\xEF\xBB\xBF\r\nb = 2\r\n");
    CHECK(without("[t]\na.b = 1\na.c = 2\n", {"t", "a", "b"}) == "[t]\na.c = 2\n");
    CHECK(without("[t]\na = 1\n[u]\n", {"t", "a"}) == "[t]\n[u]\n");
}

TEST_CASE("what isn't there can't go") {
    CHECK(without("a = 1\n", {"b"}) == "a = 1\n");
    CHECK(without("a = 1\n", {"a", "b"}) == "a = 1\n");
    CHECK(without("a = [1]\n", {"a", 1u}) == "a = [1]\n");
    CHECK(without("a = 1\n", {}) == "a = 1\n");
}

TEST_CASE("a dotted table goes with all its keys") {
    CHECK(without("a.b = 1\nc = 2\na.d.e = 3 # e\n", {"a"}) == "c = 2\n");
    CHECK(without("a.b = 1\n", {"a", "b"}) == "");
    CHECK(without("x = { a.b = 1, c = 2, a.d = 3 }\n", {"x", "a"}) == "x = { c = 2 }\n");
    CHECK(without("x = { a.b = 1 }\n", {"x", "a", "b"}) == "x = { }\n");
}

TEST_CASE("a table goes with its header, its keys and its tables") {
    CHECK(without("a = 1\n\n[b] # c\nx = 1\n# in b\ny = 2\n\n[c]\n", {"b"}) == "a = 1\n\n[c]\n");
    CHECK(without("[b]\nx = 1\n[c]\n[b.d]\ny = 1\n[e]\n", {"b"}) == "[c]\n[e]\n");
    CHECK(without("a = 1\n\n[b.c]\nx = 1\n", {"b"}) == "a = 1\n");
    CHECK(without("a = 1\n\n[b.c]\nx = 1\n", {"b", "c"}) == "a = 1\n");
    CHECK(without("[b]\n[b.c]\nx = 1\n", {"b", "c"}) == "[b]\n");
}

TEST_CASE("comments around a table stay") {
    CHECK(without("a = 1\n\n# of b\n[b]\nx = 1\n\n# of c\n[c]\n", {"b"}) ==
          "a = 1\n\n# of b\n\n# of c\n[c]\n");
    CHECK(without("[b]\nx = 1\n# behind b\n[c]\n", {"b"}) == "# behind b\n[c]\n");
}

TEST_CASE("what stands right above a table is known to speak of it") {
    const Document document = parsed("# of a\na = 1\n\n# one\n# two\n[b]\nx = 1\n\n[c]\n");
    CHECK(document.comments_above({"b"}) == std::vector<std::string>{"# one", "# two"});
    CHECK(document.comments_above({"c"}).empty());
    CHECK(document.comments_above({"a"}).empty());
}

TEST_CASE("where values move elsewhere, their comments stay, each on a line of its own") {
    const auto emptied = [](const std::string& text, const std::vector<Path>& paths) {
        return parsed(text).without_but_comments(paths).text();
    };
    CHECK(emptied("a = 1 # one\nb = 2\n", {{"a"}}) == "# one\nb = 2\n");
    CHECK(
        emptied("[[l]]\r\n  a = [ # first\r\n    \"#1\", # two\r\n    '#' ] # last\r\n  b = 2\r\n",
                {{"l", 0u, "a"}}) == "[[l]]\r\n  # first\r\n  # two\r\n  # last\r\n  b = 2\r\n");
    CHECK(emptied("[[l]]\na = 1\n[[l]]\na = 2 # of two\n[[l]]\na = 3\n",
                  {{"l", 0u, "a"}, {"l", 1u, "a"}}) == "[[l]]\n[[l]]\n# of two\n[[l]]\na = 3\n");
    CHECK(emptied("l = [{ a = 1, b = 2 }]\n", {{"l", 0u, "a"}}) == "l = [{ b = 2 }]\n");
    CHECK(emptied("a = 1\n", {}) == "a = 1\n");
}

TEST_CASE("several elements are appended in their order, however the file writes them") {
    const std::vector<Table> two{{{"x", 1}}, {{"x", 2}}};
    CHECK(parsed("a = 1\n").with_all_appended("l", two).text() ==
          "a = 1\n\n[[l]]\nx = 1\n\n[[l]]\nx = 2\n");
    CHECK(parsed("[[l]]\nx = 0\n[b]\n").with_all_appended("l", two).text() ==
          "[[l]]\nx = 0\n\n[[l]]\nx = 1\n\n[[l]]\nx = 2\n[b]\n");
    CHECK(parsed("l = [{ x = 0 }]\n").with_all_appended("l", two).text() ==
          "l = [{ x = 0 }, { x = 1 }, { x = 2 }]\n");
    CHECK(parsed("a = 1\n").with_all_appended("l", {}).text() == "a = 1\n");
}

TEST_CASE("a removed block leaves as many blank lines as stood on one side of it") {
    CHECK(without("a = 1\n\n[b]\nx = 1\n[c]\n", {"b"}) == "a = 1\n\n[c]\n");
    CHECK(without("a = 1\n \n\t\n[b]\nx = 1\n\n[c]\n", {"b"}) == "a = 1\n\n[c]\n");
    CHECK(without("a = 1\n[b]\nx = 1\n\n[c]\n", {"b"}) == "a = 1\n\n[c]\n");
    CHECK(without("a = 1\r\n\r\n[b]\r\nx = 1", {"b"}) == "a = 1\r\n");
    CHECK(without("[a]\n\n[b]\n\n[b.c]\n\n[d]\n", {"b"}) == "[a]\n\n[d]\n");
    CHECK(without("[a]\n\n[b]\n[b.c]\n\n[d]\n", {"b"}) == "[a]\n\n[d]\n");
}

TEST_CASE("an element goes with its tables, and the array with its last element") {
    const std::string two = "[[l]]\na = 1\n\n[l.s]\nx = 1\n\n[[l]]\na = 2\n";
    CHECK(without(two, {"l", 0u}) == "\n[[l]]\na = 2\n");
    CHECK(without(two, {"l", 1u}) == "[[l]]\na = 1\n\n[l.s]\nx = 1\n");
    CHECK(without(two, {"l"}) == "");
    CHECK_FALSE(parsed("[[l]]\n").without({"l", 0u}).contains({"l"}));
}

TEST_CASE("an element between brackets goes with its comma") {
    CHECK(without(R"(a = ["x", "y", "z"])"_lines, {"a", 0u}) == R"(a = ["y", "z"])"_lines);
    CHECK(without(R"(a = ["x", "y", "z"])"_lines, {"a", 1u}) == R"(a = ["x", "z"])"_lines);
    CHECK(without(R"(a = ["x", "y" , "z" ])"_lines, {"a", 2u}) == R"(a = ["x", "y" ])"_lines);
    CHECK(without("a = [ 1 ]\n", {"a", 0u}) == "a = [ ]\n");
    CHECK(without("a = [1,]\n", {"a", 0u}) == "a = []\n");
    CHECK(without("a = [1, 2,]\n", {"a", 1u}) == "a = [1,]\n");
    CHECK(without("a = { b = 1, c = 2 }\n", {"a", "b"}) == "a = { c = 2 }\n");
    CHECK(without("a = { b = 1, c = 2 }\n", {"a", "c"}) == "a = { b = 1 }\n");
    CHECK(without("a = { b = [{ c = 1 }, { d = 2 }] }\n", {"a", "b", 0u}) ==
          "a = { b = [{ d = 2 }] }\n");
}

TEST_CASE("an element with lines of its own goes with them") {
    const std::string lines = "a = [\n  1, # one\n  # of two\n  2, # two\n  3 # three\n]\n";
    CHECK(without(lines, {"a", 0u}) == "a = [\n  # of two\n  2, # two\n  3 # three\n]\n");
    CHECK(without(lines, {"a", 1u}) == "a = [\n  1, # one\n  # of two\n  3 # three\n]\n");
    CHECK(without(lines, {"a", 2u}) == "a = [\n  1, # one\n  # of two\n  2, # two\n]\n");
    CHECK(without("a = [\n  1 # one\n  , 2\n]\n", {"a", 0u}) == "a = [\n   # one\n   2\n]\n");
}

TEST_CASE("text that looks like TOML inside strings and comments is left alone") {
    const std::string tricky =
        R"(
            a = """
            [b]
            c = 1
            """
            # [b]
            # c = 1
            [b]
            c = '''
            [[l]]'''
        )"_lines;
    CHECK(set(tricky, {"b", "d"}, 1) == tricky + "d = 1\n");
    CHECK(without(tricky, {"b"}) == R"(
        a = """
        [b]
        c = 1
        """
        # [b]
        # c = 1
    )"_lines);
    CHECK(appended(tricky, "l", {}) == tricky + "\n[[l]]\n");
}

TEST_CASE("text to store that isn't UTF-8 is refused in its own words") {
    try {
        parsed("a = 1\n").with_value({"a"}, "\xFF");
        FAIL("it was stored");
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        CHECK(error.diagnostic().what == "this text isn't UTF-8, so it can't be stored");
    }
}

TEST_CASE("a value can't take the place of a table that headers or dotted keys make") {
    const auto refused = [](const std::string& text) {
        return error_of([&] { parsed(text).with_value({"b"}, 1); });
    };
    const std::string advice = "  nothing was changed; `mentor edit` opens the file\n";
    CHECK(refused("a = 1\n[b]\n") ==
          "ada.toml:2:2: error: `b` has keys of its own here, so it can't be given a value\n" +
              advice);
    CHECK(refused("b.c = 1\n") ==
          "ada.toml:1:1: error: `b` has keys of its own here, so it can't be given a value\n" +
              advice);
    CHECK(refused("[[b]]\n") ==
          "ada.toml:1:3: error: `b` has keys of its own here, so it can't be given a value\n" +
              advice);
    CHECK(set("b = { c = 1 }\n", {"b"}, 1) == "b = 1\n");
}

TEST_CASE("an edit that the layout defeats is an error with the place, and nothing is changed") {
    const std::string advice = "  nothing was changed; `mentor edit` opens the file\n";
    const auto refused = [](const std::string& text, const Path& path) {
        return error_of([&] { parsed(text).with_value(path, 1); });
    };
    CHECK(refused("x = 1\na = 1\n", {"a", "b"}) ==
          "ada.toml:2:1: error: the layout of this file doesn't let `a.b` be changed\n" + advice);
    CHECK(refused("a = [1]\n", {"a", 1u}) ==
          "ada.toml:1:1: error: the layout of this file doesn't let `a` be changed\n" + advice);
    CHECK(error_of([] { parsed("log = 1\n").with_appended("log", {}); }) ==
          "ada.toml:1:1: error: the layout of this file doesn't let `log` be changed\n" + advice);
    CHECK(error_of([] {
              parsed("").with_appended("l", {{"a", 1}, {"a", 2}});
          }) == "ada.toml: error: the layout of this file doesn't let `l` be changed\n" + advice);
}

} // namespace mentor::document_test
