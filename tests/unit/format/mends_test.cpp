// SPDX-License-Identifier: MIT
#include "format/mends.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

using namespace mentor;

namespace {

// The lines after a sound head, once they are mended.
std::string mended_lines(const std::string& lines) {
    const std::string head = "name = \"Ada\"\nrole = \"mentor\"\n";
    const Document document = Document::parse(head + lines, "ada.toml");
    return mended_relationship(document, Kinds(), make_date(2026, 11, 22))
        .text()
        .substr(head.size());
}

// Whether the lines stay as they are.
bool stays(const std::string& lines) {
    return mended_lines(lines) == lines;
}

} // namespace

TEST_CASE("a key that is one letter off gets its name, where that is free") {
    CHECK(mended_lines("strated = 2026-01-12 # ours\n") == "started = 2026-01-12 # ours\n");
    CHECK(mended_lines("[agrement]\nevery = \"4w\"\n") == "[agreement]\nevery = \"4w\"\n");
    CHECK(mended_lines("contact.emai = \"a@b.c\"\n") == "contact.email = \"a@b.c\"\n");
    CHECK(stays("started = 2026-01-12\nstarte = 2026-01-13\n"));
    CHECK(stays("[agreement]\nevery = \"4w\"\n[agrement]\nwhere = \"here\"\n"));
}

TEST_CASE("all headers of a list are mended together, and join those that are right") {
    CHECK(mended_lines("[[comitment]]\nwhat = \"one\"\nmade = 2026-11-01\n"
                       "[[comitment]]\nwhat = \"two\"\nmade = 2026-11-01\n"
                       "[[commitment]]\nwhat = \"three\"\nmade = 2026-11-01\n") ==
          "[[commitment]]\nwhat = \"one\"\nmade = 2026-11-01\n"
          "[[commitment]]\nwhat = \"two\"\nmade = 2026-11-01\n"
          "[[commitment]]\nwhat = \"three\"\nmade = 2026-11-01\n");
}

TEST_CASE("a word that is one letter off one that fits is mended, in any capitals") {
    CHECK(mended_lines("stage = \"activ\"\n") == "stage = \"active\"\n");
    CHECK(mended_lines("stage = \"Pasued\"\n") == "stage = \"paused\"\n");
    CHECK(mended_lines("[[log]]\non = 2026-11-01\nkind = \"cofee\"\n") ==
          "[[log]]\non = 2026-11-01\nkind = \"coffee\"\n");
    CHECK(stays("stage = \"act\"\n"));
    CHECK(stays("stage = 'activ'\n"));
}

TEST_CASE("a number and a yes lose the quotes that spoil them") {
    CHECK(mended_lines("[[log]]\non = 2026-11-01\nkind = \"call\"\nminutes = \"45\"\n") ==
          "[[log]]\non = 2026-11-01\nkind = \"call\"\nminutes = 45\n");
    CHECK(mended_lines("[agreement]\nconfidential = \"true\"\n") ==
          "[agreement]\nconfidential = true\n");
    CHECK(stays("[[log]]\non = 2026-11-01\nkind = \"call\"\nrating = \"45\"\n"));
    CHECK(stays("[agreement]\nconfidential = \"perhaps\"\n"));
}

TEST_CASE("what would leave another fault stays, and so does what has several answers") {
    CHECK(stays("tag = \"work\"\n"));
    CHECK(stays("shoe_size = 39\n"));
    CHECK(stays("ends = 2026-01-01\nstarted = 2026-02-01\n"));
    CHECK(mended_lines("stage = \"activ\"\nends = 5\n") == "stage = \"active\"\nends = 5\n");
}

TEST_CASE("of an id that is there twice the second becomes a new one, the same on every machine") {
    const std::string one = "[[log]]\nid = \"x4t9\"\non = 2026-11-01\nkind = \"coffee\"\n";
    const std::string other = "[[question]]\nid = \"x4t9\"\nask = \"how?\"\n";
    const std::string result = mended_lines(one + other + other);
    CHECK(result == mended_lines(one + other + other));
    CHECK(result.starts_with(one));
    const auto id_after = [&](std::size_t at) {
        return result.substr(result.find("id = ", at) + 6, 4);
    };
    const std::string second = id_after(one.size()), third = id_after(one.size() + other.size());
    CHECK(std::set<std::string>{"x4t9", second, third}.size() == 3);
    CHECK(stays(result));
}

TEST_CASE("an id that is there twice stays where something refers to it, or where it is none") {
    CHECK(stays("[[log]]\nid = \"x4t9\"\non = 2026-11-01\nkind = \"coffee\"\n"
                "[[log]]\nid = \"x4t9\"\non = 2026-11-02\nkind = \"coffee\"\n"
                "[[commitment]]\nwhat = \"call\"\nlog = \"x4t9\"\n"));
    CHECK(stays("[[question]]\nid = \"one\"\nask = \"how?\"\n"
                "[[question]]\nid = \"one\"\nask = \"why?\"\n"));
}

TEST_CASE("many slips are mended at once") {
    std::string slips, mended;
    for (int i = 0; i < 300; ++i) {
        slips += "[[log]]\non = 2026-11-01\nkind = \"cofee\"\n";
        mended += "[[log]]\non = 2026-11-01\nkind = \"coffee\"\n";
    }
    CHECK(mended_lines(slips) == mended);
}

TEST_CASE("slips that can't be mended keep none from it that can") {
    std::string stubborn;
    for (int i = 0; i < 5; ++i)
        stubborn += "[[log]]\non = 2026-11-01\nkind = \"call\"\nminuts = 5\nminutes = 45\n";
    CHECK(mended_lines(stubborn + "[agrement]\nevery = \"4w\"\n[contct]\nemail = \"a@b.c\"\n") ==
          stubborn + "[agreement]\nevery = \"4w\"\n[contact]\nemail = \"a@b.c\"\n");
}

TEST_CASE("one slip among hundreds that can't be mended costs little" * doctest::timeout(60)) {
    const std::string slip = "[[log]]\non = 2026-11-01\nkind = \"cofee\"\n";
    const std::string mended = "[[log]]\non = 2026-11-01\nkind = \"coffee\"\n";
    const std::string stubborn = "[agreement]\nevery = \"4w\"\nevrey = \"3w\"\n";
    std::string slips, all_mended;
    for (int i = 0; i < 200; ++i) {
        slips += slip;
        all_mended += mended;
    }
    CHECK(mended_lines(slips + stubborn + slips) == all_mended + stubborn + all_mended);
}

TEST_CASE("thousands of doubled ids, and of goals that build on themselves, cost little" *
          doctest::timeout(60)) {
    constexpr int many = 3000;
    std::string doubled, round;
    for (int i = 0; i < many; ++i) {
        doubled += "[[question]]\nid = \"x4t9\"\nask = \"how?\"\n";
        round += fmt::format("[[goal]]\nid = \"{:04}\"\ntitle = \"x\"\nfollows = \"{:04}\"\n", i,
                             (i + 1) % many);
    }
    CHECK(stays(mended_lines(doubled)));
    CHECK(stays(round));
}

TEST_CASE("the configuration is mended the same way") {
    const auto mended_text = [](const std::string& text) {
        return mended_config(Document::parse(text, "config.toml")).text();
    };
    CHECK(mended_text("color = \"nver\"\nwithn = \"2w\"\n[cadense]\nmentor = \"4w\"\n") ==
          "color = \"never\"\nwithin = \"2w\"\n[cadence]\nmentor = \"4w\"\n");
    CHECK(mended_text("[kinds]\nhike = \"meetng\"\n") == "[kinds]\nhike = \"meeting\"\n");
    CHECK(mended_text("within = 7\n") == "within = 7\n");
}
