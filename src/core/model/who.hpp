// SPDX-License-Identifier: MIT
//
// From what a person typed to who or what was meant. Pure: no prompt and no file; choosing among
// several is the caller's.
#pragma once

#include "core/model/relationship.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The words of a name as names are compared, without accents, case and signs: {"jean", "luc"}.
std::vector<std::string> words_of_name(std::string_view name);

// What a person can be called by, and is known again by.
struct Handle {
    std::string slug, name;
    std::vector<std::string> aka;
    std::string address = {}; // how they like to be addressed
    std::string uid = {};     // "" where the file has none
};

// Who has this name, by the first rule that any satisfies: the slug; the name or an aka. Accents,
// case, signs and blanks don't matter: "jeanluc" is Jean-Luc. Empty when nobody has.
std::vector<Handle> match_name(std::string_view who, const std::vector<Handle>& handles);

// What a hint names somebody by whom no other word names.
inline constexpr std::string_view nobodys_word = "WHO";

// What to type for someone whose slug wants quotes or the keyboard of another script, or can't be
// typed at all.
class Calls {
public:
    explicit Calls(const std::vector<Handle>& everyone);
    // The first aka that wants neither and names nobody else. "" where the slug is plain or there
    // is none, and the slug serves, as shell_word() has it; else a name of nobody else's, or
    // `nobodys_word`.
    std::string to_be_typed(const Handle& person) const;

private:
    bool calls_one(std::string_view call) const;

    // How many a name calls, where signs, case and blanks don't matter.
    std::map<std::string, int> people_;
};
// Whether it may be another word than the slug, whoever the others are.
bool may_go_by_another_word(const Handle& person);

// What someone is called in a sentence: the address, else the first name.
std::string first_name_of(const Handle& handle);
// Whether that, the first name or an aka is `name`, but for case and accents.
bool may_be_called(const Handle& handle, std::string_view name);

// The handles that `who` names: those who have this name, else those of whose name or slug its
// words begin words, in order ("ada by", "van doo"). Empty when it is nobody's; what is less sure
// is for nearest_who.
std::vector<Handle> match_who(std::string_view who, const std::vector<Handle>& handles);

// Whether this is a first name, or all that follows one: "jean luc" of Jean-Luc O'Brien, "van
// doorn" of Ilse van Doorn.
bool are_part_of_a_name(std::string_view words, const std::vector<Handle>& handles);

// Those who may be meant by a slip of the pen, nearest first, then by letters in order; at most
// three. Nothing is ever done to them without asking.
std::vector<Handle> nearest_who(std::string_view who, const std::vector<Handle>& handles);

// Something with an id and words that can be referred to.
struct Item {
    std::string id, words;
    std::size_t position = 0; // in the file's array of tables
    bool open = true;
    std::string beside = {}; // what a list says of it besides: "theirs, by Wed 18 Nov 2026"
    std::string mark = {};   // as what a recap has it, where one can: Commitment::known_as()
};

// The items that `ref` names, by the first rule that any satisfies: a mark, behind the "^" of a
// recap, which no words are; an id, also behind that; of the open ones, the beginning of an id, or
// the whole text, or else words or beginnings of words that it holds in any order and that can tell
// it from others ("the" can't); the beginning of the id of one that isn't open. Folded throughout.
// Where an id or a mark is there twice, the open ones go before the others. Empty when none does.
std::vector<Item> match_ref(std::string_view ref, const std::vector<Item>& items);

// By the first two of these rules, open or not.
std::vector<Item> match_id(std::string_view ref, const std::vector<Item>& items);

// What a hint names a thing by: its id where it has one that a line holds and that match_ref()
// finds, else "REF".
std::string ref_to_type(const std::string& id);

} // namespace mentor
