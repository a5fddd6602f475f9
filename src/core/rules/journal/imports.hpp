// SPDX-License-Identifier: MIT
//
// What another program's file has beside the journal: who is new, who is there and how they differ,
// and whom nobody can tell. Decides nothing: what is taken over is said by a person.
#pragma once

#include "core/imports/found.hpp"
#include "core/model/relationship.hpp"
#include "core/model/who.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

enum class ImportState { fresh, same, different, unclear };
std::string_view to_text(ImportState state); // "new"

struct ImportRow {
    std::string slug; // of the file that it would be, or is; "" where it is unclear
    std::string name;
    ImportState state = ImportState::fresh;
    std::string what; // what tells them from others, how they differ, why it is unclear
    int line = 0;     // of the other program's file
    std::vector<std::string> aka = {}; // their other names there
    // Someone of whom there is something to take over.
    bool is_to_take() const {
        return state == ImportState::fresh || state == ImportState::different;
    }
};

// A key of a person's file, "contact.email" or "birthday", with what it holds here and there.
struct Difference {
    std::string key, here, there;
};

struct ImportedPerson {
    ImportRow row;
    FoundPerson found;
    std::vector<Difference> differences;
};

// Of each the row, in their order. The name decides who somebody is, or the uid; an address that
// somebody else has makes it unclear. `handles` are all names that are taken, those of files that
// can't be read among them.
std::vector<ImportedPerson> compare(std::vector<FoundPerson> found,
                                    const std::vector<Relationship>& people,
                                    const std::vector<Handle>& handles);

} // namespace mentor
