// SPDX-License-Identifier: MIT
#include "report/faces/html/html_face.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace mentor::html_face_test {

namespace {

// Between <body> and </body>.
std::string body_of(const Page& page) {
    const std::string text = to_html(page);
    const std::size_t begin = text.find("<body>\n") + 7;
    return text.substr(begin, text.find("</body>") - begin);
}

// What follows the title.
std::string main_of(Block block) {
    const std::string body = body_of({Heading{"T", Style::strong, 1}, std::move(block)});
    const std::size_t begin = body.find("<main>\n") + 7;
    return body.substr(begin, body.find("</main>") - begin);
}

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

Text text(std::string words, Style style = Style::plain) {
    return {{std::move(words), style}};
}

} // namespace

TEST_CASE("a page of HTML says what it is and asks for nothing") {
    const std::string text = to_html({Heading{"Ada & I", Style::strong, 1}});
    CHECK(text.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK(holds(text, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">"));
    CHECK(holds(text, "<title>Ada &amp; I</title>"));
    for (const char* asking : {"<script", "<link", "<img", "<iframe", "url(", "@import", "src="})
        CHECK_FALSE(holds(text, asking));
}

TEST_CASE("headings of HTML begin with one title and skip no level") {
    CHECK(body_of({Heading{"One", Style::name, 1}, Paragraph{text("below")}, Heading{"A", {}, 4},
                   Heading{"B", {}, 4}, Heading{"Two", {}, 1}}) ==
          "<header>\n<h1 id=\"s1\">One</h1>\n<p>below</p>\n</header>\n<main>\n"
          "<section aria-labelledby=\"s2\">\n<h2 id=\"s2\">A</h2>\n<div class=\"parts\">\n"
          "<section aria-labelledby=\"s3\">\n<h3 id=\"s3\">B</h3>\n</section>\n</div>\n"
          "</section>\n<section aria-labelledby=\"s4\">\n<h2 id=\"s4\">Two</h2>\n</section>\n"
          "</main>\n");
    CHECK(body_of({}) == "<header>\n<h1 id=\"s1\">mentor</h1>\n</header>\n<main>\n</main>\n");
    CHECK(body_of({Heading{"T"}, Paragraph{text("a")}}) ==
          "<header>\n<h1 id=\"s1\">T</h1>\n</header>\n<main>\n<p>a</p>\n</main>\n");
    CHECK(holds(body_of({Fact{"a", text("b")}}), "<h1 id=\"s1\">mentor</h1>\n</header>\n<main>"));
}

TEST_CASE("a page of HTML with several sections begins with links to them") {
    const Page page{Heading{"T"}, Heading{"A <"}, Heading{"B"}, Heading{"b", {}, 3}, Heading{"C"}};
    CHECK(holds(body_of(page), "<nav aria-label=\"Contents\">\n<ul>\n"
                               "<li><a href=\"#s2\">A &lt;</a></li>\n"
                               "<li><a href=\"#s3\">B</a></li>\n"
                               "<li><a href=\"#s5\">C</a></li>\n</ul>\n</nav>\n<main>"));
    CHECK(holds(body_of(page), "<h2 id=\"s5\">C</h2>"));
    CHECK_FALSE(holds(body_of({Heading{"T"}, Heading{"A"}, Heading{"B"}}), "<nav"));
}

TEST_CASE("hostile words are words in HTML, wherever they stand") {
    const std::string hostile = "</title></style><script>alert('1')</script>\"\x1b[2J\xff"
                                "\xe2\x80\xae&amp;";
    const Text words = text(hostile, Style::name);
    const Bars bars{.bars = {{words, 1, words}}, .style = Style::late};
    const Page page{Heading{hostile, Style::late, 1},
                    Paragraph{words},
                    Heading{hostile},
                    Bullet{hostile, words},
                    Fact{hostile, words},
                    Fact{hostile, {{hostile + "\n" + hostile}}, 2, true},
                    Grid{.columns = {{hostile}}, .rows = {{words}}},
                    Grid{.columns = {{}}, .rows = {{words}}},
                    bars,
                    Weeks{{{make_date(2026, 11, 16), 1}}},
                    Tree{{{words, 0}, {words, 1}}}};
    const std::string body = body_of(page);
    for (const char* raw : {"<script", "</title>", "</style>", "alert('", "\x1b", "\xff",
                            "\xe2\x80\xae", "&amp;amp;amp;"})
        CHECK_FALSE(holds(body, raw));
    CHECK(holds(body, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;\\u001b[2J\\xff"
                      "\\u202e&amp;amp;"));
    CHECK(holds(to_html(page), "<title>&lt;/title&gt;&lt;/style&gt;"));
}

TEST_CASE("in HTML only an address of the web is a link") {
    CHECK(main_of(Bullet{"-", text("https://a.example/?b=1&c=2")}) ==
          "<ul class=\"marked\">\n<li><span class=\"mark\" aria-hidden=\"true\">•</span> <span "
          "class=\"cell\">"
          "<a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a></span>"
          "</li>\n</ul>\n");
    CHECK(holds(main_of(Bullet{"-", text("HTTP://a.example")}), "<a href"));
    for (const char* words : {"javascript:alert(1)", "JavaScript://https://a.example",
                              " https://a.example", "data:text/html,x", "https://", "https:///x",
                              "https://a.example/\" onclick=\"x", "https://a.example/ and more",
                              "//a.example", "see https://a", "https://a.example/\xe2\x80\xae"})
        CHECK_FALSE(holds(main_of(Bullet{"-", text(words)}), "<a "));
}

TEST_CASE("each style of a run shows in HTML, and lines stay lines") {
    CHECK(main_of(Bullet{"[x]",
                         {{"a ", Style::plain},
                          {"b", Style::strong},
                          {"\n", Style::plain},
                          {"mentor log", Style::command},
                          {" d", Style::late}},
                         6}) ==
          "<ul class=\"marked\">\n<li class=\"in2\">"
          "<span class=\"mark\" role=\"img\" aria-label=\"done\">✓</span> "
          "<span class=\"cell\">a <strong>b</strong><br>\n<code>mentor log </code>"
          "<span class=\"late\">d</span></span></li>\n</ul>\n");
    CHECK(main_of(Fact{"to do", text("a\n\nb"), 2, false}) ==
          "<ul class=\"facts\">\n<li><span class=\"label\">to do</span> "
          "<span class=\"value\">a<br>\n<br>\nb</span></li>\n</ul>\n");
    CHECK(main_of(Fact{"to do", text("a\nb"), 4, true}) ==
          "<ul class=\"facts\">\n<li class=\"in1\"><span class=\"label\">to do</span> "
          "<span class=\"value\">a</span> <span class=\"value\">b</span></li>\n</ul>\n");
}

TEST_CASE("a grid with titles is a table in HTML, and one without a list") {
    const std::vector<Row> rows{{text("a"), text("1")}, {text("b")}};
    CHECK(main_of(Grid{.columns = {{"who"}, {"how many", Align::right}}, .rows = rows}) ==
          "<table>\n<thead>\n<tr><th scope=\"col\">who</th>"
          "<th scope=\"col\" class=\"right\">how many</th></tr>\n</thead>\n<tbody>\n"
          "<tr><td>a</td><td class=\"right\">1</td></tr>\n"
          "<tr><td>b</td><td class=\"right\"></td></tr>\n</tbody>\n</table>\n");
    CHECK(main_of(Grid{.columns = {{}, {}}, .rows = rows}) ==
          "<ul class=\"rows\">\n<li><span class=\"cell\">a</span> <span class=\"cell\">1</span> "
          "</li>\n<li><span class=\"cell\">b</span> </li>\n</ul>\n");
    CHECK(main_of(Grid{.columns = {{}}, .rows = {}}) == "");
}

TEST_CASE("each bar of HTML has its length in words and its figure beside it") {
    CHECK(main_of(Bars{{{text("Ada"), 4, text("4 times")}, {text("Bob"), 0, text("never")}}}) ==
          "<ul class=\"bars\">\n"
          "<li><span class=\"label\">Ada</span> "
          "<svg role=\"img\" aria-label=\"100% of the full length\" height=\"10\">"
          "<rect class=\"track\" width=\"100%\" height=\"10\" rx=\"5\"/>"
          "<rect class=\"fill\" width=\"100%\" height=\"10\" rx=\"5\"/></svg> "
          "<span class=\"figure\">4 times</span></li>\n"
          "<li><span class=\"label\">Bob</span> "
          "<svg role=\"img\" aria-label=\"0% of the full length\" height=\"10\">"
          "<rect class=\"track\" width=\"100%\" height=\"10\" rx=\"5\"/></svg> "
          "<span class=\"figure\">never</span></li>\n</ul>\n");
    // What isn't nothing shows.
    CHECK(holds(main_of(Bars{.bars = {{text("a"), 0.001, text("few")}}, .most = 1}),
                "class=\"fill\" width=\"1%\""));
    CHECK(main_of(Bars{}) == "");
}

TEST_CASE("weeks in HTML are a small chart a month, with its figure") {
    const Weeks weeks{
        {{make_date(2026, 12, 21), 2}, {make_date(2026, 12, 28), 0}, {make_date(2027, 1, 4), 1}}};
    CHECK(main_of(weeks) ==
          "<div class=\"weeks\">\n<p class=\"year\">2026: 2</p>\n<ul class=\"months\">\n"
          "<li class=\"m12\"><svg role=\"img\" aria-label=\"Dec, week by week: 2, 0\" viewBox=\"0 "
          "0 35 28\">"
          "<rect class=\"fill\" x=\"21\" y=\"0\" width=\"5\" height=\"28\"/>"
          "<rect class=\"none\" x=\"28\" y=\"27\" width=\"5\" height=\"1\"/></svg> "
          "<span class=\"label\">Dec</span> <span class=\"figure\">2</span></li>\n</ul>\n"
          "<p class=\"year\">2027: 1</p>\n<ul class=\"months\">\n"
          "<li class=\"m1\"><svg role=\"img\" aria-label=\"Jan, week by week: 1\" viewBox=\"0 0 35 "
          "28\">"
          "<rect class=\"fill\" x=\"0\" y=\"14\" width=\"5\" height=\"14\"/></svg> "
          "<span class=\"label\">Jan</span> <span class=\"figure\">1</span></li>\n</ul>\n"
          "<p class=\"quiet\">A bar is a week; the highest stands for 2.</p>\n</div>\n");
    CHECK(main_of(Weeks{}) == "");
}

TEST_CASE("of very many years those without a figure are left out of HTML") {
    Weeks weeks;
    for (Date on = make_date(1900, 1, 1); on < make_date(2000, 1, 1); on += Days{7})
        weeks.weeks.push_back({on, 0});
    weeks.weeks.front().count = 1;
    const std::string body = main_of(weeks);
    CHECK(holds(body, "1900: 1"));
    CHECK_FALSE(holds(body, "1901"));
}

TEST_CASE("a tree in HTML is lists within lists, as deep as there is room") {
    CHECK(main_of(Tree{
              {{text("a"), 0}, {text("b"), 1}, {text("c"), 2}, {text("d"), 1}, {text("e"), 0}}}) ==
          "<ul class=\"tree\">\n<li>a\n<ul>\n<li>b\n<ul>\n"
          "<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
          "</li>\n<li>e</li>\n</ul>\n");
    Tree deep;
    for (std::size_t depth = 0; depth < 1000; ++depth)
        deep.nodes.push_back({text("x"), depth});
    std::size_t lists = 0;
    const std::string body = main_of(deep);
    for (std::size_t at = body.find("<ul"); at != std::string::npos; at = body.find("<ul", at + 1))
        ++lists;
    CHECK(lists == 13);
    CHECK(main_of(Tree{}) == "");
}

} // namespace mentor::html_face_test
