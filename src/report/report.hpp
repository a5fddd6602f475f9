// SPDX-License-Identifier: MIT
//
// A report as a value, before it has a face: what a program reads of it (fields and items) and what
// a person reads of it (a page). Built by the functions of report/pages, shown by those of
// report/faces.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/styles.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mentor {

// What it takes to make, copy and destroy a value of many kinds is compiled once, in report.cpp,
// and not wherever a page is built.

// --- for programs: JSON's values, with the order of fields kept
struct Data;
using List = std::vector<Data>;
using Fields = std::vector<std::pair<std::string, Data>>;
struct Data {
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Fields> of =
        nullptr;

    Data();
    Data(const Data&);
    Data(Data&&) noexcept;
    Data& operator=(const Data&);
    Data& operator=(Data&&) noexcept;
    ~Data();
    Data(std::nullptr_t);
    Data(bool value);
    Data(int value);
    Data(std::int64_t value);
    Data(double value);
    Data(const char* value);
    Data(std::string value);
    Data(std::string_view value);
    Data(Date date);
    Data(const Moment& moment);
    Data(List values);
    Data(Fields fields);
    Data(const std::vector<std::string>& values);
    template<class T>
    Data(const std::optional<T>& value) {
        if (value) *this = Data(*value);
    }
};

// `null` for a text that isn't there.
inline Data or_null(const std::string& text) {
    return text.empty() ? Data() : Data(text);
}

// --- for people: a page of blocks
struct Run { // a run of text in one style
    std::string text;
    Style style = Style::plain;
};
using Text = std::vector<Run>;

struct Heading { // has a blank line above; on a terminal, that of level 1 has one below as well
    std::string text;
    Style style = Style::heading;
    int level = 2; // Markdown's
};
struct Paragraph {
    Text text;
    int indent = 0;          // columns
    std::size_t measure = 0; // on a terminal page, lines are no wider; 0: as wide as the window
};
struct Bullet { // a line with a mark before it ("-", "[x]"); wrapped lines hang below the text
    std::string mark = "-";
    Text text;
    int indent = 0;
};
struct Fact { // "cadence   every 4 weeks": a label and what it says, labels of neighbours aligned
    std::string label;
    Text text;
    int indent = 2;
    bool lists = false; // each line of the text is an item of its own; what wraps hangs below it
};
enum class Align { left, right };
struct Column {
    std::string title; // all empty: no title row
    Align align = Align::left;
    bool cuts =
        false; // on a terminal a cell too long ends in "…"; it isn't wrapped, nor cut in a pipe
};
using Row = std::vector<Text>; // a cell for each column
// Rows of cells, aligned with those of the page's other grids of as many columns. Cells wrap where
// the width is short; in a narrow window each cell gets a line of its own.
struct Grid {
    std::vector<Column> columns;
    std::vector<Row> rows;
    int indent = 0;
    bool folds = false; // a row too long for the width puts its last cell below the one before it
    bool names = false; // begins with names, aligned with those of the page's other such grids
};
// Charts: values that each face draws in its own way, with the figures beside them.
struct Bar {
    Text label;
    double value = 0; // the length of the bar
    Text figure;      // what it says in figures and words
};
struct Bars { // one bar below the other, those of the whole page in one place
    std::vector<Bar> bars;
    double most = 0; // the value of a bar as long as can be; 0: that of the longest
    Style style = Style::plain;
    bool apart = false; // its labels are texts; where its bars begin is its own affair
};
struct Weeks { // what there was week by week: a shade a week, a line a year
    struct Week {
        Date on; // its first day
        int count = 0;
    };
    std::vector<Week> weeks; // every one, oldest first
    // The days that they are about: a week at either end may begin before or end after them.
    Date first = Date::min(), last = Date::max();
};
struct Tree { // each below the one that it belongs to
    struct Node {
        Text text;
        std::size_t depth = 0; // at most one more than that of the node before
    };
    std::vector<Node> nodes;
};
struct Blank {};
struct Block : std::variant<Heading, Paragraph, Bullet, Fact, Grid, Bars, Weeks, Tree, Blank> {
    using variant::variant;
    Block();
    Block(const Block&);
    Block(Block&&) noexcept;
    Block& operator=(const Block&);
    Block& operator=(Block&&) noexcept;
    ~Block();
};
using Page = std::vector<Block>;

struct Report {
    std::string schema; // "mentor.due/1"
    Date today;
    Fields head;                     // further fields beside `schema`, `today` and `items`
    std::vector<std::string> fields; // of every item, in order; what a template may name
    std::vector<Fields> items;       // each with every one of `fields`
    Page page;
};

// What of a report its face shows: the data or the page. Where a report goes over people, each
// costs as much as reading them, and the other one isn't built.
struct Needs {
    bool data = true; // head and items
    bool page = true;
};

} // namespace mentor
