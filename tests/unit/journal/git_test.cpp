// SPDX-License-Identifier: MIT
#include "journal/sync/git.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::git_test {

namespace {

constexpr int killed = 128 + 9;

Ended ended(int status) {
    return {Ended::Start::done, status};
}

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
    const Ending no({ended(1), "", ""}), dead({ended(killed), "", ""});
    CHECK(no.git.find({"rev-parse", "HEAD"}) == std::nullopt);
    CHECK_FALSE(no.git.succeeds({"rev-parse", "HEAD"}));
    CHECK_THROWS_WITH_AS(dead.git.find({"rev-parse", "HEAD"}),
                         "git rev-parse was ended in the midst of its work", Error);
    CHECK_THROWS_AS(dead.git.succeeds({"rev-parse", "HEAD"}), Error);
}

TEST_CASE("a git that isn't there is told from one that can't be run") {
    const auto refusal_by = [](const Ended& ended, const std::string& said = "") -> std::string {
        try {
            Ending({ended, "", said}).git.find({"rev-parse", "HEAD"});
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    CHECK(refusal_by({Ended::Start::not_found}) == "git isn't installed");
    CHECK(refusal_by({Ended::Start::not_runnable}) == "git is here and can't be run");
    CHECK(refusal_by(ended(127)) == "git is here and can't be run");
    CHECK(refusal_by(ended(126)) == "git is here and can't be run");
    CHECK(refusal_by(ended(127), "git: no toolchain\n") ==
          "git is here and can't be run: git: no toolchain");
    CHECK(refusal_by(ended(125)) == "");
}

TEST_CASE("texts that git couldn't hand over aren't taken for files that are gone") {
    const Ending whole({ended(0), "0a blob 3\nAda\nHEAD:b.toml missing\n", ""}),
        half({ended(killed), "0a blob 3\nA", ""}),
        refused({ended(128), "", "fatal: no repository"});
    const auto texts = whole.git.texts({"HEAD:a.toml", "HEAD:b.toml"});
    CHECK(texts == std::map<std::string, std::string>{{"HEAD:a.toml", "Ada"}});
    CHECK_THROWS_WITH_AS(whole.git.objects({"HEAD:a.toml", "HEAD:b.toml"}),
                         "the repository is damaged: it has no HEAD:b.toml", Error);
    CHECK_THROWS_AS(half.git.texts({"HEAD:a.toml"}), Error);
    CHECK_THROWS_AS(refused.git.texts({"HEAD:a.toml"}), Error);
}

} // namespace mentor::git_test
