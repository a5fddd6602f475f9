// SPDX-License-Identifier: MIT
#include "core/imports/csv_reader.hpp"

#include "core/imports/foreign_text.hpp"

#include <cstddef>
#include <utility>

namespace mentor {
namespace {

class CsvReader {
public:
    CsvReader(std::string_view text, char separator, const std::string& file)
        : text_(text), separator_(separator), file_(file) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row;
            row.line = line_;
            do {
                row.cells.push_back(cell());
            } while (take(separator_));
            end_line();
            if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }
    bool take(char c) {
        if (!is_at(c)) return false;
        ++at_;
        return true;
    }
    void end_line() {
        const bool has_return = take('\r');
        if (take('\n') || has_return) ++line_;
    }
    bool ends_cell() const {
        return at_ >= text_.size() || is_at(separator_) || is_at('\n') || is_at('\r');
    }

    std::string cell() {
        std::string out;
        if (take('"')) add_quoted(out);
        while (!ends_cell())
            out += text_[at_++];
        return out;
    }

    void add_quoted(std::string& out) {
        const int begun = line_;
        for (;;) {
            if (at_ >= text_.size())
                throw unreadable(file_, begun, "a quote begins here and never ends",
                                 "close it, or have the file written again");
            if (take('"') && !is_at('"')) return;
            if (is_at('\n')) ++line_;
            out += text_[at_++];
        }
    }

    std::string_view text_;
    char separator_;
    const std::string& file_;
    std::size_t at_ = 0;
    int line_ = 1;
};

} // namespace

std::vector<CsvRow> parse_csv(std::string_view text, char separator, const std::string& file) {
    return CsvReader(text, separator, file).rows();
}

} // namespace mentor
