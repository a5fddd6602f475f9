// SPDX-License-Identifier: MIT
#include "journal/sync/git.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::git_test {

namespace {

constexpr int killed = 128 + 9;

// A git that always ends in one way.
struct Ending {
    explicit Ending(Heard ending) {
        host.heard = [ending](const auto&, std::string_view) { return ending; };
    }
    MemoryHost host;
    Git git{host, "/journal", false};
};

} // namespace

TEST_CASE("a git that was killed said neither yes nor no") {
    const Ending no({1, "", ""}), dead({killed, "", ""});
    CHECK(no.git.find({"rev-parse", "HEAD"}) == std::nullopt);
    CHECK_FALSE(no.git.succeeds({"rev-parse", "HEAD"}));
    CHECK_THROWS_WITH_AS(dead.git.find({"rev-parse", "HEAD"}),
                         "git rev-parse was ended in the midst of its work", Error);
    CHECK_THROWS_AS(dead.git.succeeds({"rev-parse", "HEAD"}), Error);
}

TEST_CASE("texts that git couldn't hand over aren't taken for files that are gone") {
    const Ending whole({0, "0a blob 3\nAda\nHEAD:b.toml missing\n", ""}),
        half({killed, "0a blob 3\nA", ""}), refused({128, "", "fatal: no repository"});
    const auto texts = whole.git.texts({"HEAD:a.toml", "HEAD:b.toml"});
    CHECK(texts == std::map<std::string, std::string>{{"HEAD:a.toml", "Ada"}});
    CHECK_THROWS_WITH_AS(whole.git.objects({"HEAD:a.toml", "HEAD:b.toml"}),
                         "the repository is damaged: it has no HEAD:b.toml", Error);
    CHECK_THROWS_AS(half.git.texts({"HEAD:a.toml"}), Error);
    CHECK_THROWS_AS(refused.git.texts({"HEAD:a.toml"}), Error);
}

} // namespace mentor::git_test
