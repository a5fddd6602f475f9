// SPDX-License-Identifier: MIT
#include "core/shell_words.hpp"

#include <doctest/doctest.h>

namespace mentor::shell_words_test {

namespace {

using Words = std::vector<std::string>;

struct Row {
    std::string_view text;
    std::optional<Words> words;
};

} // namespace

TEST_CASE("words are those that a shell makes of a line without variables, patterns or commands") {
    const std::vector<Row> rows{
        {"", Words{}},
        {" \t\n ", Words{}},
        {"vim", Words{"vim"}},
        {"  vim\t-n \n", Words{"vim", "-n"}},
        {R"(emacsclient -t -a "")", Words{"emacsclient", "-t", "-a", ""}},
        {R"("/opt/my ed" -w)", Words{"/opt/my ed", "-w"}},
        {R"(sh -c 'echo "# x" >> "$1"' x)", Words{"sh", "-c", R"(echo "# x" >> "$1")", "x"}},
        {R"(/opt/my\ ed)", Words{"/opt/my ed"}},
        // What a backslash means where.
        {R"('a\b' "a\b\"\\\$\`" a\b\"\')", Words{R"(a\b)", R"(a\b"\$`)", R"(ab"')"}},
        {"a\\\nb \"c\\\nd\" 'e\\\nf'", Words{"ab", "cd", "e\\\nf"}},
        {"a \\\n b", Words{"a", "b"}},
        {"\\\n", Words{}},
        {"a\\", Words{"a\\"}},
        // Quotes within a word, and words that are nothing but quotes.
        {R"(a'b c'"d e"f '' "")", Words{"ab cd ef", "", ""}},
        {R"("it's" 'a "b"')", Words{"it's", "a \"b\""}},
        // The home folder, where a word begins with it and nothing is quoted.
        {"~/bin/ed ~", Words{"/home/ada/bin/ed", "/home/ada"}},
        {R"(a~/b '~/b' "~/b" \~/b ~b/c x ~'/b' --to=~/b)",
         Words{"a~/b", "~/b", "~/b", "~/b", "~b/c", "x", "~/b", "--to=~/b"}},
        // Nothing else is more than its letters.
        {"$HOME `date` $(date) * ? [a] {a,b} a;b | & > #x !",
         Words{"$HOME", "`date`", "$(date)", "*", "?", "[a]", "{a,b}", "a;b", "|", "&", ">", "#x",
               "!"}},
        {"'a", std::nullopt},
        {"\"a", std::nullopt},
        {"a'b\"c", std::nullopt},
        {"\"a\\\"", std::nullopt},
        {"'a' '", std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(find_shell_words(row.text, "/home/ada") == row.words);
    }
}

TEST_CASE("a word to type is plain where it can be, and quoted where it must") {
    CHECK(shell_word("ada-lovelace") == "ada-lovelace");
    CHECK(shell_word("Zoë") == "Zoë");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("Ada Lovelace") == "'Ada Lovelace'");
    CHECK(shell_word("it's") == R"('it'\''s')");
    CHECK(shell_word(R"(a\b)") == R"('a'\\'b')"); // as fish reads it too
    CHECK(shell_word("%self") == "'%self'");      // which fish would act upon
    CHECK(shell_word("-x") == "' -x'");           // no option
    CHECK(shell_word("two\nlines") == "'two lines'");
    CHECK(to_type("mentor show {}", "x;ls") == "mentor show 'x;ls'");
}

TEST_CASE("a word to type is read as the word that it was") {
    for (int first = 0x20; first < 0x7f; ++first) {
        for (const char second : std::string_view(" '\"\\$`;&|<>()*?[]{}~#!=-a")) {
            const std::string text{static_cast<char>(first), second};
            CAPTURE(text);
            const auto words = find_shell_words("mentor show " + shell_word(text), "/home/ada");
            REQUIRE(words);
            CHECK(*words == Words{"mentor", "show", first == '-' ? " " + text : text});
        }
    }
}

TEST_CASE("plain to type is what any keyboard has and no shell acts upon") {
    for (const char* plain : {"ada-lovelace", "Ken", "x.y_z@2"})
        CHECK(is_plain_to_type(plain));
    for (const char* other : {"", "Zoë", "日本", "it's", "two words", "-x", "a\tb"})
        CHECK_FALSE(is_plain_to_type(other));
}

} // namespace mentor::shell_words_test
