// SPDX-License-Identifier: MIT
#include "core/ascii.hpp"
#include "core/terms/folded_word.hpp"
#include "core/text.hpp"
#include "support/rounds.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace mentor::folded_word_test {

// In texts shorter and longer than what is looked at at once, at every place of them.
TEST_CASE("a word of ASCII is found where folding the text finds it") {
    constexpr std::string_view letters = "aAbBzZ@`[{ \n-";
    std::mt19937 chance(13);
    const auto text_of = [&](std::size_t size) {
        std::string text;
        while (text.size() < size)
            text += letters[chance() % letters.size()];
        return text;
    };
    int finds = 0;
    for (int round = 0; round < rounds(20'000); ++round) {
        const std::string text = text_of(chance() % 300), folded = fold(text);
        const FoldedWord word(fold(text_of(1 + chance() % 4)));
        CAPTURE(text);
        CAPTURE(word.text());
        for (std::size_t from = 0; from != std::string::npos; ++finds) {
            const std::size_t found = folded.find(word.text(), from);
            CHECK(word.find_in(text, from) == found);
            from = found == std::string::npos ? found : found + 1;
        }
    }
    CHECK(finds > 2 * rounds(20'000));
}

TEST_CASE("only letters are found in any case") {
    CHECK(FoldedWord("@").find_in("`@") == 1);
    CHECK(FoldedWord("[x]").find_in("{X} [X]") == 4);
    CHECK(FoldedWord("zoe").find_in("Zoë, ZOE") == 6);
    CHECK(FoldedWord("tea").find_in("") == std::string::npos);
    CHECK(FoldedWord("tea").find_in("tea", 1) == std::string::npos);
}

TEST_CASE("each byte is counted up to the first of another kind, wherever that is") {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, '~');
        CHECK(is_ascii(text));
        CHECK(is_printable(text));
        for (const char other : {'\x1f', '\0', '\n', '\x7f', '\x80', '\xff'}) {
            CAPTURE(int{other});
            const bool is_ascii = (other & 0x80) == 0;
            CHECK(count_printable(text + other + text) == size);
            CHECK(count_ascii(text + other + text) == (is_ascii ? 2 * size + 1 : size));
        }
    }
}

} // namespace mentor::folded_word_test
