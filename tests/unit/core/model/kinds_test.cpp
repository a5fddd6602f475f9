// SPDX-License-Identifier: MIT
#include "core/model/kinds.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::kinds_test {

static std::string refusal_of(std::string_view kind) {
    try {
        Kinds().parse(kind);
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return to_text(error.diagnostic());
    }
    return "";
}

TEST_CASE("each kind of the format belongs to its class") {
    const Kinds kinds;
    for (const char* kind : {"meeting", "coffee", "meal", "walk", "visit", "call", "video"})
        CHECK(kinds.class_of(kind) == KindClass::meeting);
    for (const char* kind : {"message", "email", "thanks", "share", "congrats", "intro", "favor"})
        CHECK(kinds.class_of(kind) == KindClass::touch);
    for (const char* kind : {"outreach", "pulse", "note"})
        CHECK(to_text(kinds.class_of(kind)) == kind);
    CHECK(kinds.names().size() == 17);
}

TEST_CASE("meetings, touches and outreach are contact; a pulse and a note are not") {
    const Kinds kinds;
    CHECK(kinds.is_contact("coffee"));
    CHECK(kinds.is_contact("thanks"));
    CHECK(kinds.is_contact("outreach"));
    CHECK_FALSE(kinds.is_contact("pulse"));
    CHECK_FALSE(kinds.is_contact("note"));
    CHECK_FALSE(kinds.is_contact("telepathy"));
}

TEST_CASE("the configuration adds kinds and moves them to another class") {
    Kinds kinds;
    kinds.set("hike", KindClass::meeting);
    kinds.set("call", KindClass::touch);
    CHECK(kinds.is_meeting("hike"));
    CHECK_FALSE(kinds.is_meeting("call"));
    CHECK(kinds.names().front() == "call");
    CHECK(kinds.parse("Hike") == "hike");
}

TEST_CASE("a kind that nobody declared is kept as a note") {
    CHECK(Kinds().class_of("telepathy") == KindClass::note);
    CHECK_FALSE(Kinds().contains("telepathy"));
}

TEST_CASE("an unknown kind is refused with the nearest ones, else with all of them") {
    CHECK(refusal_of("coffee") == "");
    CHECK(refusal_of("cofee") == "mentor: there is no kind 'cofee'\n"
                                 "  did you mean coffee?\n"
                                 "  a kind of your own goes under [kinds] in the configuration\n");
    CHECK(refusal_of("telepathy") ==
          "mentor: there is no kind 'telepathy'\n"
          "  the kinds are: call, coffee, congrats, email, favor, intro, meal, meeting, message, "
          "note, outreach, pulse, share, thanks, video, visit, walk\n"
          "  a kind of your own goes under [kinds] in the configuration\n");
}

TEST_CASE("a kind is said as it is written, but for the video call") {
    CHECK(spoken("coffee") == "coffee");
    CHECK(spoken("video") == "video call");
}

TEST_CASE("a kind is known in any case, and by other words for it") {
    struct Row {
        const char* word;
        const char* kind;
    };
    const Row rows[] = {{"Coffee", "coffee"},    {" MEETING ", "meeting"}, {"lunch", "meal"},
                        {"Dinner", "meal"},      {"zoom", "video"},        {"video call", "video"},
                        {"phone", "call"},       {"e-mail", "email"},      {"whatsapp", "message"},
                        {"Thank you", "thanks"}, {"favour", "favor"},      {"1:1", "meeting"}};
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(Kinds().parse(row.word) == row.kind);
    }
    Kinds kinds;
    kinds.set("Lunch", KindClass::touch); // what the configuration declares goes first
    CHECK(kinds.parse("lunch") == "Lunch");
}

} // namespace mentor::kinds_test
