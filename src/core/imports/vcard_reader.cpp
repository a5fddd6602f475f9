// SPDX-License-Identifier: MIT
#include "core/imports/vcard_reader.hpp"

#include "core/imports/birthday.hpp"
#include "core/imports/content_reader.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/model/ids.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

std::string without_scheme(std::string text, std::string_view scheme) {
    if (fold(text.substr(0, scheme.size())) == scheme) text.erase(0, scheme.size());
    return text;
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

bool is_preferred(const ContentLine& line) {
    return line.is_of("PREF") || line.parameter("PREF") == "1";
}

void add(std::vector<std::string>& values, std::string value, bool is_first) {
    if (value.empty() || std::ranges::find(values, value) != values.end()) return;
    values.insert(is_first ? values.begin() : values.end(), std::move(value));
}

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
        if (line.name == "FN" && person_.name.empty())
            person_.name = text;
        else if (line.name == "N")
            name_of_parts_ = name_from_parts(line.value);
        else if (line.name == "NICKNAME")
            for (std::string& each : components(line.value, ','))
                add(person_.aka, one_line(each), false);
        else if (line.name == "EMAIL")
            add(person_.emails, without_scheme(text, "mailto:"), is_preferred(line));
        else if (line.name == "TEL")
            add(person_.phones, without_scheme(text, "tel:"), is_preferred(line));
        else if (line.name == "URL" && (person_.link.empty() || is_preferred(line)))
            person_.link = text;
        else if (line.name == "TZ" && text.find('/') != std::string::npos)
            person_.timezone = text;
        else if (line.name == "CATEGORIES")
            for (std::string& each : components(line.value, ','))
                add(person_.tags, one_line(each), false);
        else
            take_more(line, text);
    }

    FoundPerson person() && {
        if (person_.name.empty()) person_.name = std::move(name_of_parts_);
        if (person_.name.empty() && person_.unclear.empty()) {
            person_.unclear = "the card has no name";
            person_.name = !organization_.empty()    ? organization_
                           : !person_.emails.empty() ? person_.emails.front()
                                                     : "";
        }
        std::erase(person_.aka, person_.name);
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
    std::string name_of_parts_, organization_, title_, note_;
    bool is_behind_binary_ = false;
};

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
    for (const ContentLine& line : read_content_lines(text)) {
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
