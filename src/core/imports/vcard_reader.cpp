// SPDX-License-Identifier: MIT
#include "core/imports/vcard_reader.hpp"

#include "core/imports/birthday.hpp"
#include "core/imports/content_reader.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/imports/labels.hpp"
#include "core/model/ids.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mentor {
namespace {

std::string without_scheme(std::string text, std::string_view scheme) {
    if (fold(text.substr(0, scheme.size())) == scheme) text.erase(0, scheme.size());
    return text;
}

// "tel:+1-201-555-0123;ext=102" (RFC 3966) is "+1-201-555-0123 ext. 102".
std::string phone_of(const std::string& text) {
    const std::string number = without_scheme(text, "tel:");
    if (number.size() == text.size()) return text;
    const auto parts = split(number, ';');
    const auto extension = std::ranges::find_if(
        parts, [](const std::string& part) { return fold(part).starts_with("ext="); });
    return extension == parts.end() ? parts[0] : parts[0] + " ext. " + extension->substr(4);
}

// "-05:00" or "+0100" holds for one part of a year, and names no time zone. Neither does "Z".
bool is_offset(std::string_view text) {
    if (text == "Z" || text == "z") return true;
    if (!text.starts_with('+') && !text.starts_with('-')) return false;
    return text.find_first_not_of("0123456789:", 1) == std::string_view::npos;
}

// "Lovelace;Ada;King;Lady;" is Lady Ada King Lovelace: titles, given names, family name, and what
// stands behind it.
std::string name_from_parts(std::string_view value) {
    auto parts = components(value, ';');
    parts.resize(5);
    std::vector<std::string> words;
    for (const std::size_t part : {3, 1, 2, 0, 4}) {
        std::string word = join(split(parts[part], ','), " ");
        if (!word.empty()) words.push_back(std::move(word));
    }
    return one_line(join(words, " "));
}

void add_new(std::vector<std::string>& values, std::string value) {
    if (value.empty() || std::ranges::find(values, value) != values.end()) return;
    values.push_back(std::move(value));
}

// What a card says several times, the most preferred first: 1 before 100 (RFC 6350 5.3), and those
// that say nothing of it last.
class Preferred {
public:
    void add(const ContentLine& line, std::string value) {
        if (value.empty()) return;
        const std::size_t least = 101;
        const std::size_t rank =
            line.is_of("PREF") ? 1 : find_number(line.parameter("PREF")).value_or(least);
        const auto behind = std::ranges::upper_bound(ranked_, rank, {}, &Ranked::first);
        ranked_.insert(behind, {rank, std::move(value)});
    }
    std::vector<std::string> values() const {
        std::vector<std::string> values;
        for (const auto& [rank, value] : ranked_)
            add_new(values, value);
        return values;
    }
    std::string first() const { return ranked_.empty() ? "" : ranked_.front().second; }

private:
    using Ranked = std::pair<std::size_t, std::string>;
    std::vector<Ranked> ranked_;
};

// What a card says, before its lines are made a person.
class Card {
public:
    explicit Card(int line) { person_.line = line; }

    void take(const ContentLine& line) {
        if (!line.fault.empty()) return blame(line.line, line.fault);
        const std::string text = one_line(unescaped(line.value));
        if (line.name.empty()) {
            // What is encoded in base64 may go on without a mark of its own.
            if (!is_behind_binary_) blame(line.line, "is no line of a card");
            return;
        }
        is_behind_binary_ = line.parameter("ENCODING").starts_with("B") || line.is_of("BASE64");
        if (line.name == "FN")
            names_.add(line, text);
        else if (line.name == "N")
            name_of_parts_ = name_from_parts(line.value);
        else if (line.name == "NICKNAME")
            for (std::string& each : components(line.value, ','))
                add_new(person_.aka, one_line(each));
        else if (line.name == "EMAIL")
            emails_.add(line, without_scheme(text, "mailto:"));
        else if (line.name == "TEL")
            phones_.add(line, phone_of(text));
        else if (line.name == "URL")
            links_.add(line, text);
        else if (line.name == "TZ" && !is_offset(text))
            zones_.add(line, text);
        else if (line.name == "CATEGORIES")
            for (std::string& each : components(line.value, ','))
                add_new(person_.tags, one_line(each));
        else
            take_more(line, text);
    }

    FoundPerson person() && {
        person_.name = names_.first();
        person_.emails = emails_.values();
        person_.phones = phones_.values();
        person_.link = links_.first();
        if (person_.name.empty()) person_.name = std::move(name_of_parts_);
        if (person_.name.empty() && person_.unclear.empty()) {
            person_.unclear = "the card has no name";
            person_.name = !organization_.empty()    ? organization_
                           : !person_.emails.empty() ? person_.emails.front()
                                                     : "";
        }
        std::erase(person_.aka, person_.name);
        person_.tags = tags_of_labels(std::move(person_.tags));
        person_.timezone = zones_.first();
        std::vector<std::string> lines;
        if (!title_.empty() || !organization_.empty())
            lines.push_back(title_ + (title_.empty() || organization_.empty() ? "" : ", ") +
                            organization_);
        if (!note_.empty()) lines.push_back(note_);
        person_.about = join(lines, "\n");
        return std::move(person_);
    }

    void blame(int line, std::string_view what) {
        if (person_.unclear.empty()) person_.unclear = fmt::format("line {} {}", line, what);
    }

private:
    void take_more(const ContentLine& line, const std::string& text) {
        if (line.name == "BDAY") {
            take_birthday(line, text);
        } else if (line.name == "KIND" || line.name == "X-ADDRESSBOOKSERVER-KIND") {
            if (fold(text) != "individual" && person_.unclear.empty())
                person_.unclear = fmt::format("the card is of no person: its kind is {}", text);
        } else if (line.name == "ORG") {
            auto parts = components(line.value, ';');
            std::erase(parts, "");
            organization_ = one_line(join(parts, ", "));
        } else if (line.name == "TITLE") {
            title_ = text;
        } else if (line.name == "NOTE") {
            note_ = trim(unescaped(line.value));
        } else if (line.name == "UID" && text.ends_with("@mentor")) {
            const std::string uid = text.substr(0, text.size() - 7);
            if (is_uid(uid)) person_.uid = uid;
        }
    }

    void take_birthday(const ContentLine& line, const std::string& text) {
        const auto omitted = find_number(line.parameter("X-APPLE-OMIT-YEAR"));
        const auto day =
            find_birthday(text, omitted ? std::optional(static_cast<int>(*omitted)) : std::nullopt);
        if (day)
            person_.birthday = *day;
        else if (!text.empty())
            person_.remarks.push_back(fmt::format("without the birthday '{}'", text));
    }

    FoundPerson person_;
    Preferred names_, emails_, phones_, links_, zones_;
    std::string name_of_parts_, organization_, title_, note_;
    bool is_behind_binary_ = false;
};

// Lines once they are unfolded and decoded, all of them text.
std::vector<ContentLine> text_lines(std::string_view bytes, const std::string& file) {
    auto lines = read_content_lines(bytes);
    for (const ContentLine& line : lines) {
        const bool is_text =
            !find_invalid_utf8(line.name) && !find_invalid_utf8(line.value) &&
            std::ranges::none_of(line.parameters, [](const auto& each) {
                return find_invalid_utf8(each.first) || find_invalid_utf8(each.second);
            });
        if (!is_text) throw not_in_utf8(file, line.line);
    }
    return lines;
}

} // namespace

FoundPeople parse_vcards(std::string_view text, const std::string& file) {
    FoundPeople found;
    std::optional<Card> card;
    int depth = 0; // an AGENT of 2.1 is a card in a card
    const auto close = [&] {
        if (card) found.people.push_back(std::move(*card).person());
        card.reset();
    };
    std::string before;
    for (const ContentLine& line : text_lines(text, file)) {
        const bool is_edge = fold(trim(line.value)) == "vcard";
        if (line.name == "BEGIN" && is_edge && card && before == "AGENT") {
            ++depth;
        } else if (line.name == "BEGIN" && is_edge) {
            if (card)
                card->blame(line.line, "begins another card before this one has its END:VCARD");
            close();
            card.emplace(line.line);
            depth = 0;
        } else if (line.name == "END" && is_edge) {
            if (depth > 0)
                --depth;
            else
                close();
        } else if (card && depth == 0) {
            card->take(line);
        }
        before = line.name;
    }
    if (card) {
        card->blame(static_cast<int>(split_lines(text).size()),
                    "is the last, and END:VCARD is missing");
        close();
    }
    if (found.people.empty())
        throw unreadable(file, 0, "there is no card in it",
                         "a card begins with BEGIN:VCARD; for rows with commas: mentor import csv");
    return found;
}

} // namespace mentor
