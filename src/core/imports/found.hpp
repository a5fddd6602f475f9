// SPDX-License-Identifier: MIT
//
// What the readers of this room find in the files of other programs, before anybody said whether it
// is wanted.
#pragma once

#include "core/dates/date.hpp"

#include <string>
#include <vector>

namespace mentor {

struct FoundPerson {
    std::string name;
    std::string uid; // of a file of mentor's own, where the other program kept it
    std::vector<std::string> aka, emails, phones; // the preferred one first
    std::string link, timezone;
    std::string birthday; // as the file of a person writes it: "MM-DD", "YYYY-MM-DD", "MM"
    std::vector<std::string> tags;
    std::string about;
    int line = 0;                     // where they begin; 1 is the first
    std::string unclear;              // why nobody can tell who it is; "" otherwise
    std::vector<std::string> remarks; // what was left out, and why
};

struct FoundPeople {
    std::vector<FoundPerson> people;              // in the order of the file
    std::vector<std::string> understood, ignored; // the columns of a table, by their names
};

// What happened on a day, as a diary has it.
struct FoundEntry {
    Moment on;
    std::string kind = "note";       // as the log of a person has it
    std::string note, where;         // the note with its lines
    std::vector<std::string> names;  // of people, as the program marks them
    std::vector<std::string> topics; // its tags, without their signs
    int line = 0;                    // where it begins; 1 is the first
    std::string unclear;             // why nobody can tell what it is; "" otherwise
};

struct FoundEntries {
    std::vector<FoundPerson> people; // whom it lists
    std::vector<FoundEntry> entries; // in the order of the file
    // Whether the program marks people as such; where it doesn't, a tag or a name in the note may
    // mean somebody.
    bool marks_people = false;
};

} // namespace mentor
