// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "core/width/columns.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace mentor::columns_test {

TEST_CASE("width counts the columns of a terminal") {
    CHECK(width("") == 0);
    CHECK(width("Zoë") == 3);
    CHECK(width("Zoe\u0308") == 3);
    CHECK(width("日本") == 4);
    CHECK(width("김") == 2);
    CHECK(width("\u1100\u1161\u11a8") == 2);
    CHECK(width("a\x1b\n\tb") == 2);
    CHECK(width("\xff"
                "a") == 2);
}

TEST_CASE("a plain text is as wide as by its clusters, and its bytes are shown as they are") {
    const std::string beyond = "日"; // no plain text is with it, and two columns are its own
    std::size_t plain_ones = 0;
    for (char32_t code = 1; code < 0x3000; ++code) {
        std::string character;
        if (code < 0x80) {
            character = static_cast<char>(code);
        } else if (code < 0x800) {
            character = {static_cast<char>(0xC0 | code >> 6),
                         static_cast<char>(0x80 | (code & 0x3F))};
        } else {
            character = {static_cast<char>(0xE0 | code >> 12),
                         static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                         static_cast<char>(0x80 | (code & 0x3F))};
        }
        for (const std::size_t before : {0, 1, 7, 8, 20}) {
            const std::string text = std::string(before, 'a') + character + "b" + character;
            const auto plain = find_plain_width(text);
            if (!plain) continue;
            ++plain_ones;
            CHECK(*plain == before + 3);
            CHECK(width(text + beyond) == *plain + 2);
            CHECK(visible(text) == text);
        }
    }
    CHECK(plain_ones > 5 * 600);
    CHECK(find_plain_width("Zoë Ångström") == 12);
    for (const char* text : {"a\tb", "\x7f", "eight and \x1f", "e\u0301", "日本", "\xc3", "\xc3z",
                             "a\u00a0b", "\u00ad"})
        CHECK_FALSE(find_plain_width(text).has_value());
}

TEST_CASE("an emoji is two columns wide, however many code points it is made of") {
    CHECK(width("🦊") == 2);
    CHECK(width("👍🏽") == 2);
    CHECK(width("👩‍💻") == 2);
    CHECK(width("❤️") == 2);
    CHECK(width("🇳🇴") == 2);
    CHECK(width("🇳🇴🇸🇪!") == 5);
}

TEST_CASE("a mark is as wide as terminals count it, in every script") {
    for (const auto& of_script : std::initializer_list<std::pair<const char*, std::size_t>>{
             {"คำนำทำน้ำ", 8}, // "am" stands behind its letter
             {"ນ້ຳ", 2},       // the same in Lao
             {"ภูมิใจ", 4},
             {"हिन्दी", 5},              // spacing vowels
             {"नमस्ते", 4},               // none
             {"क्षत्रिय", 6},             // letters that a sign joins
             {"\u1100\u1161\u11a8", 2}, // parts of one Korean letter
             {"বাংলা", 5},
             {"தமிழ்", 4},
             {"ಕನ್ನಡ", 4},
             {"മലയാളം", 6},
             {"සිංහල", 4},
             {"မြန်မာ", 5},
             {"ខ្មែរ", 4},
             {"བོད་", 3},
             {"తెలుగు", 5},
             {"ગુજરાતી", 6},
             {"ਪੰਜਾਬੀ", 5},
             {"العربية", 7},
             {"עִבְרִית", 5},
             {"አማርኛ", 4},
         }) {
        CAPTURE(of_script.first);
        CHECK(width(of_script.first) == of_script.second);
    }
}

TEST_CASE("padding fills up to the column and cuts nothing") {
    CHECK(pad("Zoë", 5) == "Zoë  ");
    CHECK(pad("日本", 5) == "日本 ");
    CHECK(pad("Ada Lovelace", 5) == "Ada Lovelace");
}

TEST_CASE("a first character is what a person sees as one") {
    CHECK(first_cluster("") == "");
    CHECK(first_cluster("ab") == "a");
    CHECK(first_cluster("e\u0301t") == "e\u0301");
    CHECK(first_cluster("👩‍💻!") == "👩‍💻");
    CHECK(first_cluster("🇳🇴🇸🇪") == "🇳🇴");
    CHECK(first_cluster("\xff\xfe") == "\xff");
}

} // namespace mentor::columns_test
