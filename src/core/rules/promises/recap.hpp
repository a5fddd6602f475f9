// SPDX-License-Identifier: MIT
//
// What a mail of the other side says anew, told from what the file knows already: a recap may come
// twice, late, or back to the one who wrote the first. What is known stays as the file has it.
// Pure.
#pragma once

#include "core/marks/marks.hpp"
#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// A promise that the file knows, by its mark or, in a recap, by its words and its day.
struct KnownPromise {
    MarkedCommitment said;
    // In the file; none where it was read in once and has been taken out since.
    std::optional<std::size_t> position;
};

struct ReadAgain {
    std::optional<std::size_t> entry; // of the file, where it has the meeting of the recap
    Marked fresh; // what else there is to write; without an entry all of its own
    std::vector<KnownPromise> known;
    std::vector<std::string> unheld; // what the entry's note, wins and topics lack, a line each
    std::optional<Moment> next;      // an agreed day that doesn't replace what the file says
};

// Where an entry of the log stands in the file, in words; what tells it from one that looks alike.
using PlaceOf = std::function<std::string(std::size_t entry)>;

// `on` is the day that it is logged for, and the kind in `said` the one that it is logged as. A
// recap says nothing of the next meeting where the file has a later meeting than that, or another
// day ahead of it.
ReadAgain read_again(const Marked& said, const Relationship& person, Date on, const Kinds& kinds,
                     Date today, const PlaceOf& place_of = nullptr);

// Whether a promise that a mail says was kept is closed already.
bool is_closed_already(const MarkedKept& kept, const Relationship& person, bool is_recap);

// Whether both say the same words, but for case and the stop at the end.
bool is_same_promise(const std::string& words, const std::string& others);

} // namespace mentor
