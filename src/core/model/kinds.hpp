// SPDX-License-Identifier: MIT
//
// The kinds of log entries and the class each belongs to: FORMAT.md's list, and what the
// configuration adds or moves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What an entry of some kind does to the rhythm: only a meeting resets the meeting cadence.
enum class KindClass { meeting, touch, outreach, pulse, note };

std::string_view to_text(KindClass kind_class);
std::optional<KindClass> find_kind_class(std::string_view text);
const std::vector<std::string>& kind_class_names();

// As it is said in a sentence: "video call" for a video.
std::string spoken(std::string_view kind);

class Kinds {
public:
    Kinds(); // those of the format

    void set(const std::string& kind, KindClass kind_class);
    bool contains(std::string_view kind) const { return find_known(kind); }

    // A kind that nobody declared is a note: it was kept, and it resets nothing.
    KindClass class_of(std::string_view kind) const;
    bool is_meeting(std::string_view kind) const { return class_of(kind) == KindClass::meeting; }
    bool is_contact(std::string_view kind) const; // a meeting, a touch or an outreach

    std::vector<std::string> names() const; // alphabetical

    // The kind that a person means: by its name in any case, or by another word for it, as lunch is
    // a meal.
    std::optional<std::string> find(std::string_view word) const;
    // Whether the kind is the one that the word means, or of the class that it names.
    bool covers(std::string_view word, std::string_view kind) const;
    // Throws Error(usage), with the nearest kinds, for a word that covers neither one of these nor
    // one of `used`.
    void require(const std::vector<std::string>& words, const std::vector<std::string>& used) const;
    // The same as `find`; throws Error(usage) naming the nearest kinds.
    std::string parse(std::string_view word) const;

private:
    struct Kind {
        std::string name;
        KindClass kind_class;
    };
    const Kind* find_known(std::string_view name) const;

    // Alphabetical. They are so few that looking along them is the fastest way to one.
    std::vector<Kind> kinds_;
};

} // namespace mentor
