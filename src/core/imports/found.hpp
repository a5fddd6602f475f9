// SPDX-License-Identifier: MIT
//
// What the readers of this room find in the files of other programs, before anybody said whether it
// is wanted.
#pragma once

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

} // namespace mentor
