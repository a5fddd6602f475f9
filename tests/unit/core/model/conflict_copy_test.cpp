// SPDX-License-Identifier: MIT
#include "core/model/conflict_copy.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace mentor::conflict_copy_test {

TEST_CASE("a name that goes on from another's may be a copy's, and the uid says whether it is") {
    const std::vector<std::string> sorted{"ada", "ada-king", "ada-king-2", "al", "b"};
    using Slugs = std::vector<std::string>;
    CHECK(possible_originals("ada-king-LAPTOP", sorted) == Slugs{"ada", "ada-king"});
    CHECK(possible_originals("ada-king-2", sorted) == Slugs{"ada", "ada-king"});
    CHECK(possible_originals("ada.old", sorted) == Slugs{"ada"});
    CHECK(possible_originals("adam", sorted).empty());
    CHECK(possible_originals("ada", sorted).empty());
    CHECK(possible_originals("b\u00e9", sorted).empty());
    CHECK(possible_originals("", sorted).empty());

    const auto person = [](std::string name, std::string uid) {
        Relationship made;
        made.name = std::move(name);
        made.uid = std::move(uid);
        return made;
    };
    CHECK(are_one_person(person("Ada", "u1"), person("ADA", "u1")));
    CHECK(!are_one_person(person("Ada", "u1"), person("Ada", "u2")));
    CHECK(!are_one_person(person("Ada", "u1"), person("Ada King", "u1")));
    CHECK(!are_one_person(person("Ada", ""), person("Ada", "")));
    CHECK(!are_one_person(person("Ada", ""), person("Ada", "u1")));
}

TEST_CASE("whose copy a file is that a syncer left, by its name") {
    const struct {
        const char* slug;
        const char* original; // "": of nobody
    } rows[] = {
        {"ada.sync-conflict-20261122-153000-ABCDEFG", "ada"},
        {"ada-lovelace.sync-conflict-20261122", "ada-lovelace"},
        {"ada (Kim's conflicted copy 2026-11-22)", "ada"},
        {"ada (conflicted copy 2026-11-22 153000)", "ada"},
        {"ada (Case Conflict)", "ada"},
        {"ada (Copie en conflit de Kim 2026-11-22)", "ada"},
        {"ada (In Konflikt stehende Kopie von Kim 2026-11-22)", "ada"},
        {"ada (Kims in Konflikt stehende Kopie 2026-11-22)", "ada"},
        {"ada (Konfliktkopie 2026-11-22)", "ada"},
        {"ada (Copia in conflitto di Kim 2026-11-22)", "ada"},
        {"ada (Copia en conflicto de Kim 2026-11-22)", "ada"},
        {"ada (Copia conflictiva de Kim 2026-11-22)", "ada"},
        {"ada (C\u00f3pia em conflito de Kim 2026-11-22)", "ada"},
        {"ada (Kim \u306e\u7af6\u5408\u30b3\u30d4\u30fc 2026-11-22)", "ada"},
        {"ada_conflict-20261122-153000", "ada"},
        {"ada (SFConflict kim@example.org 2026-11-22-15-30-00)", "ada"},
        {"ada 2", "ada"},
        {"ada (1)", "ada"},
        {"ada (1) (conflicted copy 2026-11-22)", "ada (1)"},

        {"ada", ""},
        {"ada-2", ""},
        {"ada-conflict", ""},
        {"ada (the younger)", ""},
        {"ada lovelace", ""},
        {"(1)", ""},
        {" 2", ""},
        {".sync-conflict-20261122", ""},
        {"2", ""},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.slug);
        CHECK(find_original(row.slug).value_or("") == row.original);
    }
}

TEST_CASE("a copy of a copy is one of the file that is there") {
    const std::vector<std::string> sorted{"ada", "bob (1)"};
    for (const char* slug :
         {"ada (1) (1)", "ada 2 2", "ada (1) (conflicted copy 2026-11-22)",
          "ada.sync-conflict-20261122-101112-ABCDEFG.sync-conflict-20261122-101112-ABCDEFH",
          "ada (Copie en conflit de Kim 2026-11-22) (2)"}) {
        CAPTURE(slug);
        CHECK(find_original(slug, sorted) == "ada");
    }
    CHECK(find_original("bob (1) (1)", sorted) == "bob (1)");
    CHECK(!find_original("bob (1)", sorted));
    CHECK(!find_original("zoe (1) (1)", sorted));
}

} // namespace mentor::conflict_copy_test
