// SPDX-License-Identifier: MIT
#include "core/model/kinds.hpp"

#include "core/names.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

namespace mentor {

namespace {

constexpr auto classes = names_of<KindClass>({
    {KindClass::meeting, "meeting"},
    {KindClass::touch, "touch"},
    {KindClass::outreach, "outreach"},
    {KindClass::pulse, "pulse"},
    {KindClass::note, "note"},
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

KindClass Kinds::class_of(std::string_view kind) const {
    const auto found = classes_.find(kind);
    return found == classes_.end() ? KindClass::note : found->second;
}

bool Kinds::is_contact(std::string_view kind) const {
    const KindClass kind_class = class_of(kind);
    return kind_class == KindClass::meeting || kind_class == KindClass::touch ||
           kind_class == KindClass::outreach;
}

std::vector<std::string> Kinds::names() const {
    std::vector<std::string> names;
    for (const auto& [kind, kind_class] : classes_)
        names.push_back(kind);
    return names;
}

void Kinds::require(std::string_view kind) const {
    if (contains(kind)) return;
    const std::vector<std::string> close = nearest(kind, names());
    const std::string advice = close.empty() ? fmt::format("the kinds are: {}", join(names(), ", "))
                                             : fmt::format("did you mean {}?", join(close, " or "));
    throw Error(Exit::usage, fmt::format("there is no kind '{}'", kind),
                advice + "\na kind of your own goes under [kinds] in the configuration");
}

} // namespace mentor
