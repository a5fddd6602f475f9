// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "core/width/wrapping.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::wrapping_test {

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("wrapping breaks at spaces and counts columns") {
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 6) == Lines{"one", "two", "three"});
    CHECK(wrap("日本 日本 日本", 9) == Lines{"日本 日本", "日本"});
    CHECK(wrap("Zoë Zoë Zoë", 7) == Lines{"Zoë Zoë", "Zoë"});
}

TEST_CASE("wrapping cuts a word that is wider than a line, and never inside a character") {
    CHECK(wrap("an incomprehensible word", 5) ==
          Lines{"an", "incom", "prehe", "nsibl", "e", "word"});
    CHECK(wrap("  incomprehensible", 9) == Lines{"incompreh", "ensible"});
    CHECK(wrap("      comprehensible", 15) ==
          Lines{" comprehensible"}); // the indentation gives way
    CHECK(wrap("👩‍💻👩‍💻 a", 1) == Lines{"👩‍💻", "👩‍💻", "a"});
    CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
}

TEST_CASE("wrapping keeps line breaks, indentation and spacing that fits") {
    CHECK(wrap("a\n\nb\n", 10) == Lines{"a", "", "b"});
    CHECK(wrap("  - one  two three", 12) == Lines{"  - one  two", "three"});
    CHECK(wrap("  - one  two", 20) == Lines{"  - one  two"});
    CHECK(wrap("one \t ", 20) == Lines{"one"});
    CHECK(wrap("one two\r\nthree", 0) == Lines{"one two", "three"});
}

TEST_CASE("wrapping nothing gives one empty line") {
    CHECK(wrap("", 10) == Lines{""});
    CHECK(wrap("   ", 10) == Lines{""});
    CHECK(wrap("", 0) == Lines{""});
}

TEST_CASE("Chinese and Japanese break between characters, and not before what closes") {
    CHECK(wrap("今日はコーヒーを飲みながら話した。", 10) ==
          Lines{"今日はコー", "ヒーを飲み", "ながら話し", "た。"});
    CHECK(wrap("話した。また", 6) == Lines{"話し", "た。ま", "た"});
    CHECK(wrap("「今日」と「明日」", 8) == Lines{"「今日」", "と「明", "日」"});
    CHECK(wrap("我们谈了mentor的计划", 8) == Lines{"我们谈了", "mentor的", "计划"});
    CHECK(wrap("日 本", 2) == Lines{"日", "本"});
    CHECK(wrap("  日本語", 6) == Lines{"  日本", "語"});
    CHECK(wrap("(日本) 日本.", 4) == Lines{"(日", "本)", "日", "本."});
    CHECK(wrap("か\u3099か\u3099", 2) == Lines{"か\u3099", "か\u3099"});
    CHECK(wrap("日本", 1) == Lines{"日", "本"}); // a character is never broken
    CHECK(wrap("日本語", 0) == Lines{"日本語"});
}

TEST_CASE("words of scripts with spaces stay whole where a line has room for them") {
    CHECK(wrap("안녕하세요 여러분", 10) == Lines{"안녕하세요", "여러분"});
    CHECK(wrap("see https://example.org/a/long/one", 30) ==
          Lines{"see", "https://example.org/a/long/one"});
    CHECK(wrap("https://example.org/a/very/long/one", 20) ==
          Lines{"https://example.org/", "a/very/long/one"});
}

TEST_CASE("Thai breaks where a syllable begins beyond doubt") {
    // Before เ แ โ ใ ไ, and behind ะ ำ ๆ.
    CHECK(wrap("ไปเที่ยวเชียงใหม่", 8) == Lines{"ไปเที่ยว", "เชียงใหม่"});
    CHECK(wrap("และจะทำเอง", 5) == Lines{"และจะ", "ทำเอง"});
    CHECK(wrap("ต่างๆ นานา", 4) == Lines{"ต่างๆ", "นานา"});
    CHECK(wrap("ช้าๆได้", 4) == Lines{"ช้าๆ", "ได้"});
    // Elsewhere only where a line is too short, and never within a cluster.
    CHECK(wrap("สวัสดี", 2) == Lines{"สวั", "สดี"});
    CHECK(wrap("ฯลฯ", 2) == Lines{"ฯลฯ"});
}

TEST_CASE("Lao, Khmer and Myanmar break between their syllables, as far as spelling says them") {
    CHECK(wrap("ແລະເສລີພາບ", 4) == Lines{"ແລະ", "ເສລີ", "ພາບ"});
    CHECK(wrap("ព្រះមហា", 3) == Lines{"ព្រះ", "មហា"});
    CHECK(wrap("មិត្ត\u200bភាព", 4) == Lines{"មិត្ត\u200b", "ភាព"}); // a space of no width
    CHECK(wrap("လူတိုင်းသည်", 2) == Lines{"လူ", "တိုင်း", "သည်"});
    CHECK(wrap("သိက္ခာ", 1).front() == "သိက္ခာ");
}

TEST_CASE("of texts without spaces nothing is lost, too wide or torn at any width") {
    // Article 1 of the Universal Declaration of Human Rights.
    const std::string texts[] = {
        "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม "
        "และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ",
        "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ ແລະຄວາມສະເໝີພາບເທົ່າທຽມກັນ",
        "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។",
        "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော "
        "အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။"};
    const std::u32string_view never_first = U"\u0E2F\u0E30\u0E31\u0E32\u0E33\u0E34\u0E35\u0E36"
                                            U"\u0E37\u0E38\u0E39\u0E46\u0E47\u0E48\u0E49"
                                            U"\u0E4A\u0E4B\u0E4C\u0EB0\u0EB1\u0EB2\u0EB3\u0EB4"
                                            U"\u0EB5\u0EBD\u0EC6\u0EC8\u0EC9\u17B6\u17B8"
                                            U"\u17C1\u17C6\u17C7\u17CB\u17D2\u17D4\u102B\u102C"
                                            U"\u102D\u1031\u1038\u1039\u103A\u103B\u104A\u104B";
    const std::u32string_view never_last =
        U"\u0E40\u0E41\u0E42\u0E43\u0E44\u0EC0\u0EC1\u0EC2\u0EC3\u0EC4\u17D2\u1039";
    const auto without_blanks = [](std::string text) {
        std::erase(text, ' ');
        return text;
    };
    for (const std::string& text : texts) {
        for (std::size_t columns = 8; columns < 60; ++columns) {
            CAPTURE(columns);
            std::string joined;
            for (const std::string& line : wrap(text, columns)) {
                CAPTURE(line);
                CHECK(width(line) <= columns);
                const std::u32string codes = to_code_points(line);
                CHECK(never_first.find(codes.front()) == std::u32string_view::npos);
                CHECK(never_last.find(codes.back()) == std::u32string_view::npos);
                joined += line;
            }
            CHECK(without_blanks(joined) == without_blanks(text));
        }
    }
}

} // namespace mentor::wrapping_test
