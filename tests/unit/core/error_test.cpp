// SPDX-License-Identifier: MIT
#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::error_test {

static Diagnostic about(std::string file, int line, int column) {
    Diagnostic diagnostic;
    diagnostic.what = "'2026-02-30' is no day";
    diagnostic.file = std::move(file);
    diagnostic.line = line;
    diagnostic.column = column;
    return diagnostic;
}

TEST_CASE("a file's fault names the place as far as it is known") {
    CHECK(to_text(about("ada-lovelace.toml", 14, 8)) ==
          "ada-lovelace.toml:14:8: error: '2026-02-30' is no day\n");
    CHECK(to_text(about("ada-lovelace.toml", 14, 0)) ==
          "ada-lovelace.toml:14: error: '2026-02-30' is no day\n");
    CHECK(to_text(about("ada-lovelace.toml", 0, 0)) ==
          "ada-lovelace.toml: error: '2026-02-30' is no day\n");
}

TEST_CASE("what is about no file speaks for the program") {
    CHECK(to_text(about("", 0, 0)) == "mentor: '2026-02-30' is no day\n");
}

TEST_CASE("a warning says that it is one") {
    Diagnostic warning = about("ada-lovelace.toml", 2, 1);
    warning.severity = Severity::warning;
    CHECK(to_text(warning) == "ada-lovelace.toml:2:1: warning: '2026-02-30' is no day\n");
    warning.file.clear();
    CHECK(to_text(warning) == "mentor: warning: '2026-02-30' is no day\n");
}

TEST_CASE("the advice follows on lines of its own, indented by two") {
    const Error error(Exit::unknown, "several people match 'gr'",
                      "Grace Hopper (grace-hopper)\nGreta Oto (greta-oto)");
    CHECK(error.exit() == Exit::unknown);
    CHECK(std::string(error.what()) == "several people match 'gr'");
    CHECK(to_text(error.diagnostic()) == "mentor: several people match 'gr'\n"
                                         "  Grace Hopper (grace-hopper)\n"
                                         "  Greta Oto (greta-oto)\n");
}

} // namespace mentor::error_test
