// SPDX-License-Identifier: MIT
//
// What `export` makes of people for other programs than calendars and address books: rows of a
// table, all of their files, a page to read.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// "log", "people", "commitment" …: `people`, and the file's lists of tables by their own names.
const std::vector<std::string>& export_table_names();

// A row of one of these tables for each thing of each person; of the log those from `since` on.
Report table_report(std::string_view table, const std::vector<Relationship>& people, Date since,
                    Date today);

// A person and the text of the file; "" where that is not to be passed on.
struct WholeFile {
    Relationship relationship;
    std::string text;
};
Report export_report(const std::vector<WholeFile>& files, Date today);

struct EntriesToExport {
    Date since;
    bool private_too = false; // the others count for the next check-in and aren't listed
    bool take(const LogEntry& entry) const;
};

// Each person as a chapter: what `show` says, then every entry that is wanted, newest first.
Page export_page(const std::vector<Relationship>& people, const EntriesToExport& wanted,
                 const Config& config, Date today);

} // namespace mentor
