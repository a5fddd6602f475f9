// SPDX-License-Identifier: MIT
#include "core/imports/address_table.hpp"
#include "core/imports/birthday.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/imports/journal_copy.hpp"
#include "core/imports/json_reader.hpp"
#include "core/imports/vcard_reader.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor::readers_test {

namespace {

using Words = std::vector<std::string>;

FoundPerson card(const std::string& lines) {
    return parse_vcards("BEGIN:VCARD\n" + lines + "\nEND:VCARD\n", "book.vcf").people.at(0);
}

FoundPerson row(const std::string& titles, const std::string& cells) {
    return parse_address_table(titles + "\n" + cells + "\n", "book.csv").people.at(0);
}

template<class Read>
std::string refusal(Read read) {
    try {
        read();
    } catch (const Error& error) {
        return to_text(error.diagnostic());
    }
    return "";
}

} // namespace

TEST_SUITE_BEGIN("imports");

TEST_CASE("birthdays in all forms, and none that may mean two days") {
    const std::pair<const char*, const char*> table[] = {
        {"1985-03-15", "1985-03-15"},
        {"19850315", "1985-03-15"},
        {"1985-03-15T00:00:00Z", "1985-03-15"},
        {"--0315", "03-15"},
        {"--03-15", "03-15"},
        {"03-15", "03-15"},
        {"--03", "03"},
        {"1985-03", "03"},
        {"1604-03-15", "03-15"},
        {"1900-03-15", "03-15"},
        {"--0229", "02-29"},
        {"1604-02-29", "02-29"},
        {"15.03.1985", "1985-03-15"},
        {"3/15/1985", "1985-03-15"},
        {"15/3/1985", "1985-03-15"},
        {"3/3/1985", "1985-03-03"},
    };
    for (const auto& line : table) {
        CAPTURE(line.first);
        CHECK(find_birthday(line.first) == line.second);
    }
    for (const char* text : {"", "1985", "---15", "3/4/1985", "1985-02-29", "1985-13-01", "0/0/00",
                             "circa 1800", "--0230", "1985-3-15"}) {
        CAPTURE(text);
        CHECK(find_birthday(text) == std::nullopt);
    }
    CHECK(find_birthday("1800-03-15", 1800) == "03-15");
}

TEST_CASE("a text in UTF-8 or UTF-16, by its mark") {
    const std::string little("\xFF\xFE"
                             "Z\0o\0\xEB\0\x3C\xD8\x0A\xDF\x3C\xD8",
                             14);
    CHECK(parse_foreign_text(little, "f") == "Zoë🌊\uFFFD");
    const std::string big("\xFE\xFF"
                          "\0Z\0o\0\xEB"
                          "\0",
                          9);
    CHECK(parse_foreign_text(big, "f") == "Zoë\uFFFD");
    CHECK(parse_foreign_text("\xEF\xBB\xBFZoë", "f") == "Zoë");
    CHECK(refusal([] { parse_foreign_text("a\nb\nZo\xEB", "f.csv"); }) ==
          "f.csv:3: error: the text is not in UTF-8\n"
          "  if it comes from an older Windows, this makes it so: iconv -f windows-1252 -t utf-8 "
          "FILE > NEW; if it is encrypted, have its program export it\n");
    CHECK(parse_foreign_text("a\rb\r", "f") == "a\nb\n");
    CHECK(parse_foreign_text("a\rb\r\n", "f") == "a\rb\r\n");
    CHECK(from_windows_1252("\x80 Zo\xEB \x99") == "€ Zoë ™");
}

TEST_CASE("a card: names") {
    CHECK(card("FN:Ada Lovelace").name == "Ada Lovelace");
    CHECK(card("N:Lovelace;Ada;King;Lady;PhD").name == "Lady Ada King Lovelace PhD");
    CHECK(card("N:Lovelace;Ada").name == "Ada Lovelace");
    CHECK(card("FN:\nN:Lovelace;Ada;;;").name == "Ada Lovelace");
    CHECK(card("FN:Ada\\, Countess").name == "Ada, Countess");
    CHECK(card("fn;charset=utf-8:Ada").name == "Ada");
    CHECK(card("item1.FN:Ada").name == "Ada");
    CHECK(card("ORG:Bakery").unclear == "the card has no name");
    CHECK(card("FN:Ada\nnot a line").unclear == "line 3 is no line of a card");
    CHECK(card("FN:Ada Love\n lace").name == "Ada Lovelace");
    CHECK(card("VERSION:2.1\nFN:Ada\n Lovelace").name == "Ada Lovelace");
    CHECK(card("FN:Ada\r\nNICKNAME:Countess,A\\,B").aka == Words{"Countess", "A,B"});
}

TEST_CASE("a card: quoted-printable is joined before it is decoded") {
    CHECK(card("N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=\n=BCller;Zo=C3=AB").name ==
          "Zoë Müller");
    CHECK(card("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB").name == "Zoë");
    CHECK(card("FN;ENCODING=QUOTED-PRINTABLE:Zo=EB").name == "Zoë");
    CHECK(card("FN;ENCODING=QUOTED-PRINTABLE:a=3Db=").name == "a=b");
    CHECK(card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=KOI8-R:Zo=EB").unclear ==
          "line 2 has the character set KOI8-R, which isn't known");
    CHECK(card("FN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo").about == "one\ntwo");
}

TEST_CASE("a card: what else it says") {
    const FoundPerson ada = card("VERSION:3.0\nFN:Ada\n"
                                 "item1.EMAIL;type=INTERNET:home@example.org\n"
                                 "EMAIL;type=INTERNET;type=\"pref\":mailto:work@example.org\n"
                                 "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-555\n"
                                 "URL:https\\://example.org/?a\\,b\nTZ:Europe/London\nTZ:-05:00\n"
                                 "CATEGORIES:work,a\\,b\nORG:Acme;Research\nTITLE:Engineer\n"
                                 "NOTE:one\\ntwo\nUID:7k2m9x4tq8w1c3rd@mentor\n"
                                 "PHOTO;ENCODING=b:AAAA\n BBBB\n"
                                 "BDAY;X-APPLE-OMIT-YEAR=1800:1800-12-10");
    CHECK(ada.unclear == "");
    CHECK(ada.emails == Words{"work@example.org", "home@example.org"});
    CHECK(ada.phones == Words{"+1-555"});
    CHECK(ada.link == "https://example.org/?a,b");
    CHECK(ada.timezone == "Europe/London");
    CHECK(ada.tags == Words{"work", "a,b"});
    CHECK(ada.about == "Engineer, Acme, Research\none\ntwo");
    CHECK(ada.uid == "7k2m9x4tq8w1c3rd");
    CHECK(ada.birthday == "12-10");
    CHECK(card("FN:Ada\nBDAY;VALUE=text:circa 1800").remarks ==
          Words{"without the birthday 'circa 1800'"});
    CHECK(card("FN:Ada\nEMAIL;PREF=2:b@x\nEMAIL;PREF=1:a@x").emails == Words{"a@x", "b@x"});
    CHECK(card("FN:Ada\nPHOTO;BASE64:AAAA\nBBBB\n\nTEL:1").phones == Words{"1"});
}

TEST_CASE("a card: the most preferred comes first, whatever the order") {
    const FoundPerson ada =
        card("FN;PREF=2:Second\nFN;PREF=1:First\nFN:Third\n"
             "TEL:3\nTEL;PREF=100:2\nTEL;TYPE=cell,pref:1\nURL:https://b.example\n"
             "URL;PREF=7:https://a.example\nEMAIL:a@x\nEMAIL:b@x\nEMAIL;PREF=1:a@x");
    CHECK(ada.name == "First");
    CHECK(ada.phones == Words{"1", "2", "3"});
    CHECK(ada.link == "https://a.example");
    CHECK(ada.emails == Words{"a@x", "b@x"});
}

TEST_CASE("a card: a telephone's address is a number") {
    CHECK(card("FN:A\nTEL:tel:+1-201-555-0123;ext=102").phones ==
          Words{"+1-201-555-0123 ext. 102"});
    CHECK(card("FN:A\nTEL:tel:7042;phone-context=example.com").phones == Words{"7042"});
    CHECK(card("FN:A\nTEL:555;ext=1").phones == Words{"555;ext=1"});
}

TEST_CASE("a card that is of no person says so") {
    CHECK(card("KIND:individual\nFN:A").unclear == "");
    CHECK(card("KIND:group\nFN:A").unclear == "the card is of no person: its kind is group");
    CHECK(card("FN:A\nkind:ORG").unclear == "the card is of no person: its kind is ORG");
    CHECK(card("X-ADDRESSBOOKSERVER-KIND:group\nFN:A").unclear ==
          "the card is of no person: its kind is group");
}

TEST_CASE("a card: bytes are text once the lines are whole") {
    CHECK(card("FN:Zo\xC3\n \xAB Fold").name == "Zoë Fold");
    for (const char* charset : {"Windows-1252", "ISO-8859-1", "latin1"}) {
        CAPTURE(charset);
        CHECK(card(std::string("VERSION:2.1\nN;CHARSET=") + charset + ":M\xFCller;J\xF6rg").name ==
              "Jörg Müller");
        CHECK(card(std::string("VERSION:2.1\nN;CHARSET=") + charset + ":Müller;Jörg").name ==
              "Jörg Müller");
    }
    CHECK(card("FN;CHARSET=KOI8-R:\xD7").unclear ==
          "line 2 has the character set KOI8-R, which isn't known");
    for (const char* line :
         {"FN:Zo\xEB", "FN;CHARSET=UTF-8:Zo\xEB", "F\xEBN:Zoe", "FN;X=\xEB:Zoe"}) {
        CAPTURE(line);
        CHECK(refusal([&] {
                  card(line);
              }).starts_with("book.vcf:2: error: the text is not in UTF-8"));
    }
}

TEST_CASE("a card: a character set is known by all its names, and no other is taken for it") {
    const auto name_in = [](const std::string& charset, const std::string& bytes) {
        return card("FN;CHARSET=" + charset + ":" + bytes).name;
    };
    for (const char* charset : {"ISO-8859-1", "iso_8859-1", "ISO8859-1", "LATIN1", "Latin-1",
                                "WINDOWS-1252", "CP1252", "cp-1252"})
        CHECK(name_in(charset, "Zo\xEB") == "Zoë");
    for (const char* charset : {"ISO-8859-15", "ISO_8859-15", "latin-9"})
        CHECK(name_in(charset, "\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xB4\xB8\xBC\xBD\xBE\xBF\xEB") ==
              "£€¥Š§š©ŽžŒœŸ¿ë");
    for (const char* charset : {"UTF-8", "utf8", "UTF_8", "US-ASCII", "ascii"})
        CHECK(card(std::string("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=") + charset + ":Zo=C3=AB")
                  .name == "Zoë");
    for (int part = 2; part <= 16; ++part) {
        if (part == 15) continue;
        const std::string charset = "ISO-8859-" + std::to_string(part);
        CHECK(card("FN;CHARSET=" + charset + ":Zo\xEB").unclear ==
              "line 2 has the character set " + charset + ", which isn't known");
        CHECK(name_in(charset, "Zoë") == "Zoë"); // made anew in UTF-8
    }
}

TEST_CASE("a card: a time zone is kept by its name, whatever that is, and an offset is none") {
    for (const char* zone :
         {"UTC", "Europe/London", "EST5EDT", "CET", "Etc/GMT+5", "GMT", "Zulu"}) {
        CHECK(card(std::string("FN:A\nTZ;VALUE=TEXT:") + zone).timezone == zone);
        CHECK(card(std::string("FN:A\nTZ:-05:00\nTZ:") + zone + "\nTZ:+0100").timezone == zone);
    }
    for (const char* offset : {"-05:00", "+0100", "-05", "Z", "+00:00"})
        CHECK(card(std::string("FN:A\nTZ:") + offset).timezone == "");
}

TEST_CASE("labels are the same tags in a card and in a table") {
    for (const Words& labels :
         {Words{"myContacts", "starred"}, Words{"* myContacts", "* starred", "Work"},
          Words{"Work", "MyContacts", "Chess club"}, Words{"STARRED", "Starred ones"},
          Words{"Work", "* Work", "mycontacts"}, Words{"Work"}}) {
        std::string commas, colons;
        for (const std::string& label : labels) {
            commas += (commas.empty() ? "" : ",") + label;
            colons += (colons.empty() ? "" : " ::: ") + label;
        }
        CAPTURE(commas);
        const Words tags = card("FN:A\nCATEGORIES:" + commas).tags;
        CHECK(tags == row("Name,Labels", "A," + colons).tags);
        for (const std::string& tag : tags) {
            CHECK(tag.find("ontacts") == std::string::npos);
            CHECK(tag.find("* ") == std::string::npos);
        }
    }
    CHECK(card("FN:A\nCATEGORIES:myContacts,starred").tags.empty());
    CHECK(card("FN:A\nCATEGORIES:myContacts,Work\nCATEGORIES:Chess,starred").tags ==
          Words{"Work", "Chess"});
}

TEST_CASE("cards: several in a text, one in another, and one without an end") {
    const auto two =
        parse_vcards("BEGIN:VCARD\nFN:A\nEND:VCARD\n\nbegin:vcard\nFN:B\nend:vcard\n", "f").people;
    REQUIRE(two.size() == 2);
    CHECK(two[1].name == "B");
    CHECK(two[1].line == 5);
    CHECK(card("FN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:2\nEND:VCARD\nTEL:1").phones == Words{"1"});
    const auto open = parse_vcards("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\n", "f").people;
    REQUIRE(open.size() == 2);
    CHECK(open[0].unclear == "line 3 begins another card before this one has its END:VCARD");
    CHECK(open[1].unclear == "line 4 is the last, and END:VCARD is missing");
    CHECK(refusal([] { parse_vcards("Name,Email\n", "f.vcf"); }) ==
          "f.vcf: error: there is no card in it\n"
          "  a card begins with BEGIN:VCARD; for rows with commas: mentor import csv\n");
}

TEST_CASE("rows: whichever separator makes more names known, wherever they stand") {
    CHECK(row("Name;E-mail", "Ada;a@x").emails == Words{"a@x"});
    CHECK(row("Name\tE-mail", "Ada\ta@x").emails == Words{"a@x"});
    CHECK(row("sep=;\nName;E-mail", "Ada;a@x").emails == Words{"a@x"});
    CHECK(row("Name,E-mail\r", "\"Ada, \"\"Countess\"\"\",a@x\r").name == "Ada, \"Countess\"");
    CHECK(row("Notes:\n\"one\n\nName; two\"\n\nFirst Name,Last Name", "Ada,Lovelace").line == 7);
    CHECK(row("Name,Notes", "Ada,\"one\ntwo\"").about == "one\ntwo");
    CHECK(row("Name,Notes", "Ada,5\" disk").about == "5\" disk");
}

TEST_CASE("rows: the names of the columns of Google, LinkedIn, Outlook, Thunderbird and mentor") {
    CHECK(row("Given Name,Family Name", "Ada,Lovelace").name == "Ada Lovelace");
    CHECK(row("First Name,Middle Name,Last Name", "Ada,King,Lovelace").name == "Ada King Lovelace");
    CHECK(row("Title,First Name,Job Title", "Dr.,Ada,Engineer").name == "Dr. Ada");
    CHECK(row("Title,First Name,Job Title", "Dr.,Ada,Engineer").about == "Engineer");
    CHECK(row("Name,Title", "Ada,Engineer").about == "Engineer");
    CHECK(row("Name,E-mail 1 - Value,E-mail 2 - Value", "Ada,a@x ::: b@x,c@x").emails ==
          Words{"a@x", "b@x", "c@x"});
    CHECK(row("Name,E-mail x - Value", "Ada,a@x").emails.empty());
    CHECK(row("Name,E-mail 2 Address", "Ada,a@x").emails == Words{"a@x"});
    CHECK(row("Name,Labels", "Ada,* myContacts ::: Work").tags == Words{"Work"});
    CHECK(row("name,contact.phone,tags", "Ada,'+44 20,a; b").phones == Words{"+44 20"});
    CHECK(row("name,contact.phone,tags", "Ada,'+44 20,a; b").tags == Words{"a", "b"});
    CHECK(row("Name,Birthday", "Ada,3/4/1985").remarks == Words{"without the birthday '3/4/1985'"});
    CHECK(row("Name,Birthday", "Ada,0/0/00").remarks.empty());
    CHECK(row("Name,Company", ",Acme").unclear == "the row has no name");
    const auto thunderbird =
        row("First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,Mobile "
            "Number,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day",
            "Ada,King,Ada Lovelace,a@x,b@x,1,2,https://a,https://b,1815,12,10");
    CHECK(thunderbird.name == "Ada Lovelace");
    CHECK(thunderbird.emails == Words{"a@x", "b@x"});
    CHECK(thunderbird.phones == Words{"1", "2"});
    CHECK(thunderbird.link == "https://a");
    CHECK(thunderbird.birthday == "1815-12-10");
    const auto born = [](const char* day) {
        return row("Name,Birth Year,Birth Month,Birth Day", "Ada," + std::string(day)).birthday;
    };
    CHECK(born("1815,2,5") == "1815-02-05");
    CHECK(born(",2,29") == "02-29");
    CHECK(born(",2,") == "02");
    CHECK(born("1815,,5") == "");
    CHECK(born("85,2,5") == ""); // of which century nobody says
}

TEST_CASE("rows: which columns were understood, and what is no table") {
    const auto found = parse_address_table("Name,Shoe Size\nAda,38\n,\n", "f");
    CHECK(found.people.size() == 1);
    CHECK(found.understood == Words{"Name"});
    CHECK(found.ignored == Words{"Shoe Size"});
    CHECK(refusal([] { parse_address_table("Email\na@x\n", "f.csv"); }) ==
          "f.csv: error: no line names the columns\n"
          "  one line has to say which column is what, such as: Name,Email,Phone\n");
    CHECK(refusal([] { parse_address_table("\nName,Email\n,\n", "f.csv"); }) ==
          "f.csv:2: error: nobody stands below the names of the columns\n"
          "  a row for each person has to follow\n");
    CHECK(refusal([] { parse_address_table("Name,Email\nA,a\nB,\"b\nC,c\n", "f.csv"); }) ==
          "f.csv:3: error: a quote begins here and never ends\n"
          "  close it, or have the file written again\n");
}

TEST_CASE("JSON: texts to the byte, and the place of a fault") {
    const JsonValue value = parse_json(
        " {\"a\": [1, -2.5e3, true, null], \"t\": \"\\u00eb\\ud83c\\udf0a\\n\\/\\ud83cx\"}", "f");
    CHECK(value.text_of("t") == "ë🌊\n/\uFFFDx");
    CHECK(value.find("a")->find_list()->size() == 4);
    CHECK(value.find("b") == nullptr);
    const std::pair<const char*, const char*> table[] = {
        {"", "f:1:1: error: this isn't JSON: a value is missing\n"},
        {"{\n \"a\" 1}", "f:2:6: error: this isn't JSON: ':' is missing\n"},
        {"[1,]", "f:1:4: error: this isn't JSON: a value is missing\n"},
        {"[1] 2", "f:1:5: error: this isn't JSON: something stands behind the end\n"},
        {"[\"a", "f:1:4: error: this isn't JSON: a text has no end\n"},
        {"\"\\x\"", "f:1:4: error: this isn't JSON: there is no such escape\n"},
        {"\"\\u12g4\"", "f:1:6: error: this isn't JSON: \\u wants four hex digits\n"},
    };
    for (const auto& line : table) {
        CAPTURE(line.first);
        CHECK(refusal([&] { parse_json(line.first, "f"); }).starts_with(line.second));
    }
    CHECK(refusal([] {
              parse_json(std::string(100'000, '['), "f");
          }).find("it is nested too deeply") != std::string::npos);
}

TEST_CASE("a copy of a journal: the text of each file, or why it is none") {
    const auto files = parse_journal_copy(
        "{\"schema\": \"mentor.export/1\", \"items\": [\n{\"slug\": \"ada\", \"name\": \"Ada\", "
        "\"file\": \"name = 1\\r\\n\"}]}",
        "f");
    REQUIRE(files.size() == 1);
    CHECK(files[0].text == "name = 1\r\n");
    CHECK(files[0].line == 2);
}

TEST_SUITE_END();

} // namespace mentor::readers_test
