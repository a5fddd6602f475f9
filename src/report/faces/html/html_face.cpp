// SPDX-License-Identifier: MIT
#include "report/faces/html/html_face.hpp"

#include "core/compiled_text.hpp"
#include "core/text.hpp"
#include "report/faces/html/html_charts.hpp"
#include "report/faces/html/html_text.hpp"
#include "report/faces/styled_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mentor {
namespace {

// Terminal pages set what belongs to a heading two columns in; here that is the margin.
constexpr int margin = 2;
constexpr int deepest_indent = 3, columns_a_step = 2;
// With fewer sections a table of contents is longer than the way.
constexpr std::size_t few_sections = 3;

// " class="a b"", of the names that aren't empty.
std::string class_of(std::string_view name, int indent = 0) {
    const int steps = std::clamp((indent - margin) / columns_a_step, 0, deepest_indent);
    std::string names(name);
    if (steps > 0) names += fmt::format("{}in{}", names.empty() ? "" : " ", steps);
    return names.empty() ? "" : fmt::format(" class=\"{}\"", names);
}

// A heading for each place of the page: one title, below it no level is skipped.
class Levels {
public:
    int of(const Heading& heading) {
        last_ = last_ == 0 ? 1 : std::clamp(heading.level, 2, std::min(last_ + 1, 6));
        return last_;
    }

private:
    int last_ = 0;
};

class Html {
public:
    explicit Html(const Page& page) {
        const bool is_titled = !page.empty() && std::holds_alternative<Heading>(page.front());
        if (!is_titled) show(Heading{"mentor"});
        contents_ = contents_of(page, is_titled);
        for (const Block& block : page)
            std::visit([this](const auto& each) { show(each); }, block);
        // Sentences alone are what such a page is about.
        const std::string rest = std::exchange(below_title_, "");
        enter_text();
        out_ += rest;
        leave(Part::title);
    }

    std::string text() && {
        return fmt::format("<!DOCTYPE html>\n"
                           "<html lang=\"en\">\n"
                           "<head>\n"
                           "<meta charset=\"utf-8\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" "
                           "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, "
                           "initial-scale=1\">\n"
                           "<meta name=\"color-scheme\" content=\"light dark\">\n"
                           "<meta name=\"referrer\" content=\"no-referrer\">\n"
                           "<title>{}</title>\n"
                           "<style>\n{}</style>\n"
                           "</head>\n"
                           "<body>\n{}</body>\n"
                           "</html>\n",
                           title_, compiled_text("report/faces/html/html_face.css"), out_);
    }

private:
    // How far in the page is: each part lies in those before it.
    enum class Part { none, title, main, section, cards, card };
    // What hangs together with the block before.
    enum class Group { none, facts, bullets };

    static std::string contents_of(const Page& page, bool is_titled) {
        Levels levels;
        if (!is_titled) levels.of({});
        std::vector<std::string> items;
        std::size_t headings = is_titled ? 0 : 1;
        for (const Block& block : page) {
            const auto* heading = std::get_if<Heading>(&block);
            if (!heading) continue;
            ++headings;
            if (levels.of(*heading) == 2)
                items.push_back(fmt::format("<li><a href=\"#s{}\">{}</a></li>\n", headings,
                                            html_escaped(heading->text)));
        }
        if (items.size() < few_sections) return "";
        return "<nav aria-label=\"Contents\">\n<ul>\n" + join(items, "") + "</ul>\n</nav>\n";
    }

    void group(Group wanted) {
        if (group_ == wanted) return;
        if (group_ != Group::none) out_ += "</ul>\n";
        if (wanted == Group::facts) out_ += "<ul class=\"facts\">\n";
        if (wanted == Group::bullets) out_ += "<ul class=\"marked\">\n";
        group_ = wanted;
    }

    // Closes what lies further in.
    void leave(Part part) {
        group(Group::none);
        while (part_ > part) {
            constexpr std::string_view ends[] = {
                "", "", "</main>\n", "</section>\n", "</div>\n", "</section>\n"};
            out_ += ends[static_cast<std::size_t>(part_)];
            part_ = static_cast<Part>(static_cast<int>(part_) - 1);
        }
    }

    void enter_main() {
        group(Group::none);
        out_ += std::exchange(below_title_, "") + "</header>\n" + contents_ + "<main>\n";
        part_ = Part::main;
    }

    // The sentences below the title belong to it, and nothing else does.
    void enter_text() {
        if (part_ == Part::title) enter_main();
    }

    void show(const Heading& heading) {
        const int level = levels_.of(heading);
        ++headings_;
        if (level == 1) {
            title_ = html_escaped(heading.text);
            out_ += "<header>\n";
            part_ = Part::title;
        } else {
            enter_text();
            if (level == 2) {
                leave(Part::main);
                out_ += fmt::format("<section aria-labelledby=\"s{}\">\n", headings_);
                part_ = Part::section;
            } else if (level == 3) {
                leave(Part::cards);
                if (part_ == Part::section) out_ += "<div class=\"parts\">\n";
                out_ += fmt::format("<section aria-labelledby=\"s{}\">\n", headings_);
                part_ = Part::card;
            } else {
                group(Group::none);
            }
        }
        const std::string_view colour = html_class(heading.style);
        out_ += fmt::format("<h{0} id=\"s{1}\"{2}>{3}</h{0}>\n", level, headings_,
                            class_of(heading.style == Style::name ? "" : colour),
                            html_escaped(heading.text));
    }

    void show(const Paragraph& paragraph) {
        group(Group::none);
        (part_ == Part::title ? below_title_ : out_) += fmt::format(
            "<p{}>{}</p>\n", class_of("", paragraph.indent), html_lines(paragraph.text));
    }

    void show(const Bullet& bullet) {
        enter_text();
        group(Group::bullets);
        out_ += fmt::format("<li{}>{} <span class=\"cell\">{}</span></li>\n",
                            class_of("", bullet.indent), mark_of(bullet), html_lines(bullet.text));
    }

    // A sign to see, and a word to hear where it says something.
    static std::string mark_of(const Bullet& bullet) {
        if (bullet.mark == "-") return "<span class=\"mark\" aria-hidden=\"true\">•</span>";
        if (bullet.mark == "[x]")
            return "<span class=\"mark\" role=\"img\" aria-label=\"done\">✓</span>";
        if (bullet.mark == "[ ]")
            return "<span class=\"mark\" role=\"img\" aria-label=\"open\">○</span>";
        return fmt::format("<span class=\"mark\">{}</span>", html_escaped(bullet.mark));
    }

    void show(const Fact& fact) {
        enter_text();
        group(Group::facts);
        const std::vector<Text> values =
            fact.lists ? wrap(prepared(fact.text), 0) : std::vector<Text>{fact.text};
        out_ += fmt::format("<li{}><span class=\"label\">{}</span>", class_of("", fact.indent),
                            html_escaped(fact.label));
        for (const Text& value : values)
            out_ += fmt::format(" <span class=\"value\">{}</span>", html_lines(value));
        out_ += "</li>\n";
    }

    void show(const Blank&) { group(Group::none); }

    // A table wants a head; rows without one are a list.
    void show(const Grid& grid) {
        enter_text();
        group(Group::none);
        if (grid.rows.empty()) return;
        const bool is_titled = std::ranges::any_of(
            grid.columns, [](const Column& column) { return !column.title.empty(); });
        out_ += is_titled ? table_of(grid) : rows_of(grid);
    }

    static std::string rows_of(const Grid& grid) {
        std::string result = "<ul class=\"rows\">\n";
        for (const Row& row : grid.rows) {
            result += "<li>";
            for (const Text& cell : row)
                if (const std::string words = html_cell(cell); !words.empty())
                    result += fmt::format("<span class=\"cell\">{}</span> ", words);
            result += "</li>\n";
        }
        return result + "</ul>\n";
    }

    static std::string table_of(const Grid& grid) {
        const auto is_right = [](const Column& column) {
            return class_of(column.align == Align::right ? "right" : "");
        };
        std::string result = "<table>\n<thead>\n<tr>";
        for (const Column& column : grid.columns)
            result += fmt::format("<th scope=\"col\"{}>{}</th>", is_right(column),
                                  html_escaped(column.title));
        result += "</tr>\n</thead>\n<tbody>\n";
        for (const Row& row : grid.rows) {
            result += "<tr>";
            for (std::size_t i = 0; i < grid.columns.size(); ++i)
                result += fmt::format("<td{}>{}</td>", is_right(grid.columns[i]),
                                      i < row.size() ? html_cell(row[i]) : "");
            result += "</tr>\n";
        }
        return result + "</tbody>\n</table>\n";
    }

    void show(const Bars& bars) { chart(html_bars(bars)); }
    void show(const Weeks& weeks) { chart(html_weeks(weeks)); }
    void show(const Tree& tree) { chart(html_tree(tree)); }
    void chart(const std::string& drawn) {
        enter_text();
        group(Group::none);
        out_ += drawn;
    }

    std::string out_, title_, below_title_, contents_;
    Levels levels_;
    std::size_t headings_ = 0;
    Part part_ = Part::none;
    Group group_ = Group::none;
};

} // namespace

std::string to_html(const Page& page) {
    return Html(page).text();
}

} // namespace mentor
