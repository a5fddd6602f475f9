// SPDX-License-Identifier: MIT
#include "core/model/conflict_copy.hpp"

#include <doctest/doctest.h>

using namespace mentor;

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
