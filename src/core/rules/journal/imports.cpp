// SPDX-License-Identifier: MIT
#include "core/rules/journal/imports.hpp"

#include "core/names.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace mentor {
namespace {

constexpr auto states = names_of<ImportState>({
    {ImportState::fresh, "new"},
    {ImportState::same, "same"},
    {ImportState::different, "different"},
    {ImportState::unclear, "unclear"},
});

std::string digits_of(std::string_view phone) {
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits),
                         [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
    return digits;
}

// Whether the file's values hold what is here, written in whatever way.
bool holds(const std::vector<std::string>& there, const std::string& here,
           std::string (*plain)(std::string_view)) {
    return std::ranges::any_of(there, [&](const auto& each) { return plain(each) == plain(here); });
}

// As an address book may have it: without the brackets of mail, and no comma in it.
std::string plain_link(std::string_view link) {
    std::string plain = trim(link);
    if (plain.starts_with('<') && plain.ends_with('>')) plain = plain.substr(1, plain.size() - 2);
    return join(split(plain, ','), "%2C");
}

// A birthday whose year is known here says all that one without a year does.
bool knows_birthday(const FoundPerson& found, const Relationship& person) {
    return std::ranges::any_of(birthdays_for(person.occasions, found.birthday),
                               [&](const std::size_t at) {
                                   return day_text(person.occasions[at]).ends_with(found.birthday);
                               });
}

// Only of what the other program says; what the journal has beyond that is its own.
std::vector<Difference> differences_of(const FoundPerson& found, const Relationship& person) {
    std::vector<Difference> differences;
    const auto compare = [&](std::string key, const std::string& here,
                             const std::vector<std::string>& there,
                             std::string (*plain)(std::string_view)) {
        if (there.empty() || there.front().empty() || holds(there, here, plain)) return;
        differences.push_back({std::move(key), here, there.front()});
    };
    compare("contact.email", person.contact.email, found.emails, fold);
    compare("contact.phone", person.contact.phone, found.phones, digits_of);
    compare("contact.link", person.contact.link, {found.link}, plain_link);
    compare("contact.timezone", person.contact.timezone, {found.timezone}, fold);
    if (found.birthday.empty() || knows_birthday(found, person)) return differences;
    const auto standing = birthdays_for(person.occasions, found.birthday);
    differences.push_back({"birthday",
                           standing.empty() ? "" : day_text(person.occasions[standing.front()]),
                           found.birthday});
    return differences;
}

// Where nothing tells which of several birthdays another day is about; "" elsewhere.
std::string unclear_birthday(const FoundPerson& found, const Relationship& person) {
    if (found.birthday.empty() || knows_birthday(found, person)) return "";
    const auto standing = birthdays_for(person.occasions, found.birthday);
    if (standing.size() < 2) return "";
    return fmt::format("{} birthdays stand here, and {} is another; take the wrong one out: {}",
                       standing.size(), found.birthday, to_type("mentor edit {}", person));
}

std::string to_words(const std::vector<Difference>& differences) {
    std::vector<std::string> words;
    for (const auto& [key, here, there] : differences) {
        const std::string name = key.substr(key.find('.') + 1);
        words.push_back(here.empty() ? fmt::format("{} {}", name, there)
                                     : fmt::format("{} {}, here {}", name, there, here));
    }
    return join(words, "; ");
}

// What tells one of many from the others.
std::string description_of(const FoundPerson& found) {
    std::vector<std::string> words{found.emails.empty() ? "" : found.emails.front(),
                                   first_line(found.about)};
    words.insert(words.end(), found.remarks.begin(), found.remarks.end());
    std::erase(words, "");
    return join(words, "; ");
}

// The file may hold anything: controls have no place in a journal, nor line ends in a name.
void clean(FoundPerson& found) {
    const auto line = [](std::string& text) { text = trim(one_line(without_controls(text))); };
    for (std::string* text : {&found.name, &found.link, &found.timezone, &found.unclear})
        line(*text);
    for (auto* texts : {&found.aka, &found.emails, &found.phones, &found.tags, &found.remarks}) {
        std::ranges::for_each(*texts, line);
        std::erase(*texts, "");
    }
    found.about = trim(without_controls(found.about));
}

std::vector<Handle> without(std::vector<Handle> handles, const std::string& slug) {
    std::erase_if(handles, [&](const Handle& handle) { return handle.slug == slug; });
    return handles;
}

class Comparison {
public:
    Comparison(const std::vector<Relationship>& people, const std::vector<Handle>& handles)
        : people_(people), handles_(handles) {}

    ImportedPerson compare(FoundPerson found) {
        clean(found);
        ImportedPerson one{{"", found.name, ImportState::unclear, "", found.line, found.aka},
                           std::move(found),
                           {}};
        place(one);
        return one;
    }

private:
    const Relationship* find(auto condition) const {
        const auto found = std::ranges::find_if(people_, condition);
        return found == people_.end() ? nullptr : &*found;
    }

    std::vector<const Relationship*> those_with(const std::string& uid) const {
        std::vector<const Relationship*> found;
        for (const Relationship& person : people_)
            if (!uid.empty() && person.uid == uid) found.push_back(&person);
        return found;
    }

    void place(ImportedPerson& one) {
        ImportRow& row = one.row;
        row.what = one.found.unclear;
        if (!row.what.empty()) return;
        const std::string slug = slug_of(row.name);
        if (slug.empty()) {
            row.what = "the name has no letter or digit to name a file by";
            return;
        }
        const auto [first, is_first] = lines_.emplace(slug, row.line);
        if (!is_first) {
            row.what = fmt::format("the same name stands in line {}", first->second);
            return;
        }
        auto known = match_name(row.name, handles_);
        if (known.empty()) known = match_name(slug, handles_);
        const auto with_uid = those_with(one.found.uid);
        const Relationship* person = with_uid.size() == 1 ? with_uid.front() : nullptr;
        if (with_uid.size() > 1)
            row.what = fmt::format("{} and {} have that uid", with_uid[0]->slug, with_uid[1]->slug);
        else if (!person && known.size() > 1)
            row.what = fmt::format("{} and {} have that name", known[0].slug, known[1].slug);
        else if (!person && !known.empty() &&
                 !(person = find([&](const auto& each) { return each.slug == known[0].slug; })))
            row.what = fmt::format("{}.toml can't be read", known[0].slug);
        else if (person)
            beside(one, *person);
        else
            place_new(one, slug);
    }

    static void beside(ImportedPerson& one, const Relationship& person) {
        one.row.what = unclear_birthday(one.found, person);
        if (!one.row.what.empty()) return;
        one.row.slug = person.slug;
        one.differences = differences_of(one.found, person);
        one.row.state = one.differences.empty() ? ImportState::same : ImportState::different;
        std::vector<std::string> words{to_words(one.differences)};
        // Whom a uid tells may be called otherwise there.
        if (match_name(one.row.name, {{person.slug, person.name, person.aka}}).empty())
            words.insert(words.begin(), fmt::format("{} here", person.name));
        std::erase(words, "");
        one.row.what = join(words, "; ");
    }

    void place_new(ImportedPerson& one, const std::string& slug) {
        const auto has_address = [&](const Relationship& each) {
            return !each.contact.email.empty() && holds(one.found.emails, each.contact.email, fold);
        };
        if (const Relationship* other = find(has_address)) {
            one.row.what = fmt::format("{} ({}) has that address", other->name, other->slug);
            return;
        }
        one.row.slug = slug;
        one.row.state = ImportState::fresh;
        if (!uids_.insert(one.found.uid).second) one.found.uid.clear();
        std::erase_if(one.found.aka, [&](const std::string& aka) {
            if (match_name(aka, handles_).empty()) return false;
            one.found.remarks.push_back(fmt::format("without the name '{}', which is taken", aka));
            return true;
        });
        one.row.what = description_of(one.found);
        const auto near = without(match_who(one.row.name, handles_), slug);
        if (!near.empty())
            one.row.what +=
                fmt::format("{}there is {} ({}) as well", one.row.what.empty() ? "" : "; ",
                            near.front().name, near.front().slug);
    }

    const std::vector<Relationship>& people_;
    const std::vector<Handle>& handles_;
    std::map<std::string, int> lines_; // where each slug was met first
    std::set<std::string> uids_;       // of those who are new; two cards may have one
};

} // namespace

std::string_view to_text(ImportState state) {
    return states.text(state);
}

std::vector<ImportedPerson> compare(std::vector<FoundPerson> found,
                                    const std::vector<Relationship>& people,
                                    const std::vector<Handle>& handles) {
    Comparison comparison(people, handles);
    std::vector<ImportedPerson> all;
    all.reserve(found.size());
    for (FoundPerson& each : found)
        all.push_back(comparison.compare(std::move(each)));
    return all;
}

} // namespace mentor
