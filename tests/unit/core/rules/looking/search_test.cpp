// SPDX-License-Identifier: MIT
#include "core/model/config.hpp"
#include "core/model/keys.hpp"
#include "core/rules/looking/search.hpp"
#include "format/decode.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

using namespace mentor;

namespace {

// A file with a word of its own in every text, each named after its key.
constexpr const char* whole = R"(
name = "wname"
role = "mentor"
aka = ["waka"]
type = "wtype"
met = "wmet"
through = "wthrough"
tags = ["wtags"]
about = "wabout"
address = "waddress"
values = ["wvalues"]
learn = ["wlearn"]
contact = {email = "wemail", phone = "wphone", link = "wlink", prefers = "wprefers", hours = "whours", timezone = "wtimezone"}
agreement = {where = "wwhere", expectations = "wexpectations", boundaries = "wboundaries"}
occasion = [{what = "woccasion", on = "12-10"}]
fit = {wfield = "wfit"}
goal = [{id = "g1", title = "wtitle", why = "wwhy", measure = "wmeasure", reality = "wreality", options = "woptions", way = "wway", outcome = "wreached"}]
milestone = [{id = "m1", goal = "g1", what = "wmilestone"}]
commitment = [{id = "c1", what = "wcommitment", outcome = "wkept"}]
question = [{id = "q1", ask = "wask", answer = "wanswer"}]
gift = [{id = "e1", what = "wgift"}]
advice = [{id = "a1", what = "wadvice", outcome = "wworked"}]
log = [{id = "l1", on = 2026-11-01, kind = "coffee", where = "wplace", topics = ["wtopics"], note = "wnote", wins = ["wwins"], advice = ["wolder"]}]
ending = {on = 2026-11-01, outcome = "wending"}
)";

Relationship person_of(const std::string& text) {
    return decode_relationship(Document::parse(text, "ada.toml"), "ada");
}

std::vector<Finding> search_for(const std::string& word, const Relationship& person) {
    return search(person, {SearchTerms::words({word})}, Config().kinds);
}

} // namespace

TEST_CASE("every text of a file is found, and where it stands") {
    const Document document = Document::parse(whole, "ada.toml");
    const Relationship person = decode_relationship(document, "ada");
    std::set<std::string> parts;
    const std::string text = whole;
    for (std::size_t at = text.find("\"w"); at != std::string::npos;
         at = text.find("\"w", at + 1)) {
        const std::string word = text.substr(at + 1, text.find('"', at + 1) - at - 1);
        CAPTURE(word);
        const auto findings = search_for(word, person);
        REQUIRE(findings.size() == 1);
        const Finding& finding = findings.front();
        CHECK(finding.text == word);
        CHECK(finding.found == std::vector<TextRange>{{0, word.size()}});
        parts.insert(std::string(to_text(finding.part)));
        Path path;
        if (!finding.table.empty()) path.emplace_back(std::string(finding.table));
        if (finding.position) path.emplace_back(*finding.position);
        path.emplace_back(std::string(finding.key));
        if (finding.element) path.emplace_back(*finding.element);
        CHECK(document.contains(path));
    }
    CHECK(parts.size() == part_names().size());
}

TEST_CASE("a key of the table that holds texts is searched, or is known not to be") {
    const std::set<std::string> others{"agreement.length", "uid"}; // "45m", and no words
    for (const Key& key : relationship_keys()) {
        const bool is_text =
            key.type == KeyType::line || key.type == KeyType::text || key.type == KeyType::words;
        if (!is_text || others.contains(std::string(key.name))) continue;
        const std::string last(key.name.substr(key.name.find('.') + 1));
        CHECK_MESSAGE(std::string(whole).find(last + " = ") != std::string::npos, key.name);
    }
}

TEST_CASE("a thing is found where all words stand in its texts, in whichever") {
    const Relationship person = person_of(whole);
    CHECK(search(person, {SearchTerms::words({"wnote", "wtopics"})}, Config().kinds).size() == 2);
    CHECK(search(person, {SearchTerms::words({"wnote", "wwins"})}, Config().kinds).empty());
    CHECK(search(person, {SearchTerms::words({"wnote", "wtitle"})}, Config().kinds).empty());
    const auto both = search(person, {SearchTerms::words({"wname", "wemail"})}, Config().kinds);
    REQUIRE(both.size() == 2);
    CHECK_FALSE(both[0].continues);
    CHECK(both[1].continues);
}

TEST_CASE("what is of a day lies in a span, newest first after what is of none") {
    const Relationship person = person_of(R"(
name = "Ada"
role = "mentor"
about = "tea"
log = [{on = 2026-10-01, kind = "coffee", note = "tea"}, {on = 2026-11-01, kind = "note", note = "tea"}]
commitment = [{what = "tea", made = 2026-10-15}, {what = "tea"}]
)");
    Search search_all{SearchTerms::words({"tea"})};
    std::vector<std::string> order;
    for (const Finding& finding : search(person, search_all, Config().kinds))
        order.push_back(finding.on ? to_iso(finding.on->date) : std::string(to_text(finding.part)));
    CHECK(order == std::vector<std::string>{"about", "commitment", "2026-11-01", "2026-10-15",
                                            "2026-10-01"});
    search_all.span = Span{make_date(2026, 10, 1), make_date(2026, 10, 31)};
    CHECK(search(person, search_all, Config().kinds).size() == 2);
    search_all.kinds = {"meeting"};
    CHECK(search(person, search_all, Config().kinds).size() == 1);
    search_all.parts = {Part::commitment};
    CHECK(search(person, search_all, Config().kinds).empty());
}

TEST_CASE("what may not be shown isn't found") {
    const Relationship person = person_of(R"(
name = "Ada"
role = "mentor"
log = [{id = "l1", on = 2026-10-01, kind = "coffee", note = "secret", private = true}]
commitment = [{what = "secret", log = "l1"}]
)");
    CHECK(search_for("secret", person).size() == 2);
    CHECK(search_for("secret", person).front().is_private);
    CHECK(search_for("secret", without_private_words(person)).empty());
}
