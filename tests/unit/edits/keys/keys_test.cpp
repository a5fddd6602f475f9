// SPDX-License-Identifier: MIT
#include "edits/keys/keys.hpp"
#include "format/decode.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace mentor::keys_test {

static std::string kept(std::string_view name, std::string_view text) {
    const Key key = find_key(name, settable_keys());
    return said(parse_value(key, text, Calendar(), MemoryHost()));
}

TEST_CASE("what has one line in the file loses the line ends that came with it") {
    CHECK(kept("met", "RubyConf,\r\n\nhallway\n") == "RubyConf, hallway");
    CHECK(kept("contact.email", "ada@example.org\nBcc: all") == "ada@example.org Bcc: all");
    CHECK(kept("tags", "work\nat home, life") == "work at home, life");
    CHECK(kept("about", "Two startups.\nOne cat.") == "Two startups.\nOne cat.");
}

TEST_CASE("the keys that set takes are dotted, and the name isn't among them") {
    const auto type_of = [](std::span<const Key> keys, std::string_view name) {
        const auto found = std::ranges::find(keys, name, &Key::name);
        return found == keys.end() ? std::nullopt : std::optional(found->type);
    };
    CHECK(type_of(settable_keys(), "agreement.every") == KeyType::duration);
    CHECK(type_of(settable_keys(), "next") == KeyType::moment);
    CHECK(type_of(settable_keys(), "stage") == KeyType::stage);
    CHECK(type_of(settable_keys(), "name") == std::nullopt);
    CHECK(type_of(config_keys(), "cadence.tags.*") == KeyType::duration);
    CHECK(type_of(config_keys(), "me.values") == KeyType::words);
}

TEST_CASE("a key of a table in which a person chooses them bears its own name") {
    CHECK(find_key("kinds.hike", config_keys()).name == "kinds.hike");
    CHECK(find_key("kinds.hike", config_keys()).type == KeyType::kind_class);
}

} // namespace mentor::keys_test
