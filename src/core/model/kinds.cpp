// SPDX-License-Identifier: MIT
#include "core/model/kinds.hpp"

#include "core/names.hpp"
#include "core/near_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {

namespace {

constexpr auto classes = names_of<KindClass>({
    {KindClass::meeting, "meeting"},
    {KindClass::touch, "touch"},
    {KindClass::outreach, "outreach"},
    {KindClass::pulse, "pulse"},
    {KindClass::note, "note"},
});

// What people call them besides.
struct OtherWord {
    std::string_view word;
    std::string_view kind;
};
constexpr auto other_words = std::to_array<OtherWord>({
    {"breakfast", "meal"},
    {"brunch", "meal"},
    {"lunch", "meal"},
    {"dinner", "meal"},
    {"supper", "meal"},
    {"tea", "coffee"},
    {"drink", "coffee"},
    {"drinks", "coffee"},
    {"stroll", "walk"},
    {"zoom", "video"},
    {"teams", "video"},
    {"facetime", "video"},
    {"skype", "video"},
    {"meet", "video"},
    {"webex", "video"},
    {"video call", "video"},
    {"phone", "call"},
    {"phone call", "call"},
    {"mail", "email"},
    {"e-mail", "email"},
    {"text", "message"},
    {"sms", "message"},
    {"chat", "message"},
    {"dm", "message"},
    {"slack", "message"},
    {"whatsapp", "message"},
    {"signal", "message"},
    {"thank", "thanks"},
    {"thank-you", "thanks"},
    {"thank you", "thanks"},
    {"congratulations", "congrats"},
    {"introduction", "intro"},
    {"favour", "favor"},
    {"1:1", "meeting"},
    {"1-1", "meeting"},
    {"one-on-one", "meeting"},
    {"in person", "meeting"},
});

} // namespace

std::string_view to_text(KindClass kind_class) {
    return classes.text(kind_class);
}

std::optional<KindClass> find_kind_class(std::string_view text) {
    return classes.find(text);
}

const std::vector<std::string>& kind_class_names() {
    static const std::vector<std::string> names = classes.list();
    return names;
}

std::string spoken(std::string_view kind) {
    return kind == "video" ? "video call" : std::string(kind);
}

Kinds::Kinds() {
    for (const char* kind : {"meeting", "coffee", "meal", "walk", "visit", "call", "video"})
        set(kind, KindClass::meeting);
    for (const char* kind : {"message", "email", "thanks", "share", "congrats", "intro", "favor"})
        set(kind, KindClass::touch);
    set("outreach", KindClass::outreach);
    set("pulse", KindClass::pulse);
    set("note", KindClass::note);
}

void Kinds::set(const std::string& kind, KindClass kind_class) {
    const auto at = std::ranges::lower_bound(kinds_, kind, {}, &Kind::name);
    if (at != kinds_.end() && at->name == kind)
        at->kind_class = kind_class;
    else
        kinds_.insert(at, {kind, kind_class});
}

const Kinds::Kind* Kinds::find_known(std::string_view name) const {
    const auto found = std::ranges::find(kinds_, name, &Kind::name);
    return found == kinds_.end() ? nullptr : &*found;
}

KindClass Kinds::class_of(std::string_view kind) const {
    const Kind* known = find_known(kind);
    return known ? known->kind_class : KindClass::note;
}

bool Kinds::is_contact(std::string_view kind) const {
    const KindClass kind_class = class_of(kind);
    return kind_class == KindClass::meeting || kind_class == KindClass::touch ||
           kind_class == KindClass::outreach;
}

std::vector<std::string> Kinds::names() const {
    std::vector<std::string> names;
    for (const Kind& kind : kinds_)
        names.push_back(kind.name);
    return names;
}

std::optional<std::string> Kinds::find(std::string_view word) const {
    if (contains(word)) return std::string(word);
    const std::string folded = fold(trim(word));
    for (const Kind& kind : kinds_)
        if (fold(kind.name) == folded) return kind.name;
    const auto other = std::ranges::find(other_words, folded, &OtherWord::word);
    if (other == other_words.end() || !contains(other->kind)) return std::nullopt;
    return std::string(other->kind);
}

bool Kinds::covers(std::string_view word, std::string_view kind) const {
    const std::string folded = fold(word);
    return folded == fold(kind) || folded == to_text(class_of(kind)) || find(word) == kind;
}

void Kinds::require(const std::vector<std::string>& words,
                    const std::vector<std::string>& used) const {
    for (const std::string& word : words) {
        if (find(word) || find_kind_class(fold(word)) || find_folded(word, used)) continue;
        const auto near = nearest(word, names());
        throw Error(Exit::usage, fmt::format("--kind can't be '{}'", word),
                    near.empty() ? fmt::format("it is one of: {}", join(names(), ", "))
                                 : did_you_mean(near));
    }
}

std::string Kinds::parse(std::string_view word) const {
    if (const auto kind = find(word)) return *kind;
    const std::vector<std::string> close = nearest(word, names());
    const std::string advice =
        close.empty() ? fmt::format("the kinds are: {}", join(names(), ", ")) : did_you_mean(close);
    throw Error(Exit::usage, fmt::format("there is no kind '{}'", word),
                advice + "\na kind of your own goes under [kinds] in the configuration");
}

} // namespace mentor
