// SPDX-License-Identifier: MIT
#include "core/rules/journal/entry_imports.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

// Days with their minutes: jrnl exports its seconds in one of its formats alone.
std::string minute_of(const Moment& on) {
    return on.time ? fmt::format("{} {}:{}", to_iso(on.date), on.time->hour, on.time->minute)
                   : to_iso(on.date);
}

std::string in_one_line(std::string_view text) {
    std::string line;
    for (const char c : text)
        if (!is_space(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    return trim(line);
}

std::string title_of(const FoundEntry& entry) {
    const std::string line = first_line(entry.note);
    return line.empty() ? to_words(entry.on) : fmt::format("{}: {}", to_words(entry.on), line);
}

// The file may hold anything: controls have no place in a journal.
void clean(FoundEntry& entry) {
    const auto line = [](std::string& text) { text = in_one_line(without_controls(text)); };
    entry.note = trim(without_controls(entry.note));
    line(entry.where);
    line(entry.unclear);
    for (auto* texts : {&entry.names, &entry.topics}) {
        std::ranges::for_each(*texts, line);
        std::erase(*texts, "");
    }
}

// Takes the name out of the text wherever it stands with no letter or digit right beside it; both
// are folded. Whether it did.
bool take_out(std::string& text, const std::string& name) {
    const auto is_beside = [&](std::size_t at) {
        return at < text.size() &&
               ((text[at] & 0x80) != 0 || (text[at] >= 'a' && text[at] <= 'z') ||
                (text[at] >= '0' && text[at] <= '9'));
    };
    bool was_there = false;
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        if ((at != 0 && is_beside(at - 1)) || is_beside(at + name.size())) continue;
        text.replace(at, name.size(), name.size(), '\n');
        was_there = true;
    }
    return was_there;
}

// The longest go first, since a shorter one may be a part of them.
struct LongName {
    std::string folded;
    bool operator<(const LongName& other) const {
        return std::pair(other.folded.size(), folded) < std::pair(folded.size(), other.folded);
    }
};

// Whom the words of entries mean, each looked up once.
class KnownNames {
public:
    explicit KnownNames(std::vector<Handle> handles) : handles_(std::move(handles)) {
        for (const Handle& handle : handles_) {
            by_first_name_[fold(first_name(handle.name))].push_back(handle);
            add_long_name(handle, handle.name);
            for (const std::string& aka : handle.aka)
                add_long_name(handle, aka);
        }
    }

    // Those who have this name.
    const std::vector<Handle>& named(const std::string& name) {
        const auto [known, is_new] = named_.try_emplace(name);
        if (is_new) known->second = match_name(name, handles_);
        return known->second;
    }

    // The same, else those the first word of whose name it is.
    const std::vector<Handle>& tagged(const std::string& tag) {
        const auto& found = named(tag);
        const auto by_first = by_first_name_.find(fold(tag));
        return found.empty() && by_first != by_first_name_.end() ? by_first->second : found;
    }

    // The names of several words in a note, each with those who have it. "Ada Byron King" is not
    // Ada Byron as well.
    std::vector<std::vector<Handle>> names_in(const std::string& note) const {
        std::string text = fold(in_one_line(note));
        std::vector<std::vector<Handle>> found;
        for (const auto& [name, who] : long_names_)
            if (take_out(text, name.folded)) found.push_back(who);
        return found;
    }

private:
    void add_long_name(const Handle& handle, const std::string& name) {
        const std::string folded = fold(in_one_line(name));
        if (folded.find(' ') == std::string::npos) return;
        std::vector<Handle>& who = long_names_[{folded}];
        if (who.empty() || who.back().slug != handle.slug) who.push_back(handle);
    }

    std::vector<Handle> handles_;
    std::map<std::string, std::vector<Handle>> by_first_name_, named_;
    std::map<LongName, std::vector<Handle>> long_names_; // by what stands in a text
};

// Those who are here, and those who would come in.
std::vector<Handle> with_new(std::vector<Handle> handles,
                             const std::vector<ImportedPerson>& people) {
    for (const ImportedPerson& person : people)
        if (person.row.state == ImportState::fresh)
            handles.push_back({person.row.slug, person.row.name, person.found.aka});
    return handles;
}

class DiaryComparison {
public:
    DiaryComparison(ImportedDiary& diary, const std::vector<Relationship>& people,
                    const std::vector<Handle>& handles, bool marks_people, Date today)
        : diary_(diary), names_(with_new(handles, diary.people)), marks_people_(marks_people),
          today_(today) {
        for (const Relationship& person : people)
            people_.emplace(person.slug, &person);
        for (const Handle& handle : handles)
            unread_.insert(handle.slug);
        for (const Relationship& person : people)
            unread_.erase(person.slug);
    }

    void compare() {
        for (FoundEntry& entry : diary_.found) {
            clean(entry);
            words_.emplace(minute_of(entry.on), in_one_line(entry.note));
        }
        for (std::size_t at = 0; at < diary_.found.size(); ++at)
            place(at);
        std::ranges::copy(counts_, std::back_inserter(diary_.strangers));
        std::ranges::stable_sort(diary_.strangers, [](const auto& one, const auto& other) {
            return one.second > other.second;
        });
    }

private:
    void place(std::size_t at) {
        FoundEntry& entry = diary_.found[at];
        if (!entry.unclear.empty())
            return add_unclear(at, "",
                               entry.note.empty() ? entry.unclear
                                                  : entry.unclear + ": " + first_line(entry.note));
        const auto before = diary_.entries.size();
        std::set<std::string> slugs;
        const std::vector<std::string> topics = entry.topics;
        for (const std::string& name : entry.names)
            take(at, name, names_.named(name), slugs);
        if (marks_people_) {
            std::erase_if(entry.topics, [&](const std::string& tag) {
                const auto& who = names_.tagged(tag);
                return who.size() == 1 && slugs.contains(who.front().slug);
            });
        } else {
            for (const std::string& tag : topics)
                if (const auto& who = names_.tagged(tag); !who.empty()) {
                    take(at, tag, who, slugs);
                    std::erase(entry.topics, tag);
                }
            for (const auto& who : names_.names_in(entry.note)) {
                const bool is_said = std::ranges::any_of(
                    who, [&](const Handle& handle) { return slugs.contains(handle.slug); });
                if (!is_said) take(at, who.front().name, who, slugs);
            }
        }
        for (const std::string& slug : slugs)
            add(at, slug);
        if (diary_.entries.size() > before) return;
        ++diary_.nameless;
        for (const std::string& tag : marks_people_ ? std::vector<std::string>() : topics)
            ++counts_[tag];
    }

    // The one whom the words mean; it is unclear where that is nobody, or may be several.
    void take(std::size_t at, const std::string& words, const std::vector<Handle>& who,
              std::set<std::string>& slugs) {
        if (who.size() == 1) {
            slugs.insert(who.front().slug);
            return;
        }
        std::vector<std::string> names;
        for (const Handle& handle : who)
            names.push_back(fmt::format("{} ({})", handle.name, handle.slug));
        const std::string why = names.empty()
                                    ? std::string("nobody here or in the list has that name")
                                    : fmt::format("may be {}", join(names, " or "));
        add_unclear(at, words, fmt::format("{}; {}", why, title_of(diary_.found[at])));
    }

    void add_unclear(std::size_t at, const std::string& name, const std::string& why) {
        const int line = diary_.found[at].line;
        diary_.entries.push_back({{"", name, ImportState::unclear, why, line}, at, ""});
    }

    void add(std::size_t at, const std::string& slug) {
        const FoundEntry& entry = diary_.found[at];
        const auto person = people_.find(slug);
        if (unread_.contains(slug))
            return add_unclear(at, slug, fmt::format("{}.toml can't be read", slug));
        if (entry.on.date > today_)
            return add_unclear(at, name_of(slug), title_of(entry) + "; it lies ahead");
        ImportedEntry one{
            {slug, name_of(slug), ImportState::fresh, title_of(entry), entry.line}, at, ""};
        const bool is_first =
            standing_.emplace(slug, minute_of(entry.on), in_one_line(entry.note)).second;
        if (!is_first)
            one.row.state = ImportState::same;
        else if (person != people_.end())
            beside(one, *person->second);
        diary_.entries.push_back(std::move(one));
    }

    void beside(ImportedEntry& one, const Relationship& person) const {
        const FoundEntry& entry = diary_.found[one.at];
        auto [same, other] = find_entry(person.log, entry);
        // Of two in one minute that begin alike each stays what it is.
        if (!same && other && is_found(person.log[*other])) other.reset();
        if (!same && !other) return;
        one.id = person.log[same ? *same : *other].id;
        one.row.state = same ? ImportState::same : ImportState::different;
        if (!same)
            one.row.what =
                fmt::format("{}: another text of '{}'", to_words(entry.on), first_line(entry.note));
    }

    bool is_found(const LogEntry& entry) const {
        return words_.contains({minute_of(entry.on), in_one_line(entry.note)});
    }

    std::string name_of(const std::string& slug) const {
        if (const auto person = people_.find(slug); person != people_.end())
            return person->second->name;
        const auto fresh = std::ranges::find_if(
            diary_.people, [&](const ImportedPerson& each) { return each.row.slug == slug; });
        return fresh == diary_.people.end() ? slug : fresh->row.name;
    }

    ImportedDiary& diary_;
    KnownNames names_;
    bool marks_people_;
    Date today_;
    std::map<std::string, const Relationship*> people_;   // by slug
    std::set<std::string> unread_;                        // the slugs of files that can't be read
    std::set<std::pair<std::string, std::string>> words_; // minutes and notes of the diary
    std::set<std::tuple<std::string, std::string, std::string>> standing_; // with their slugs
    std::map<std::string, int> counts_;                                    // of strangers' tags
};

} // namespace

StandingEntry find_entry(const std::vector<LogEntry>& log, const FoundEntry& entry) {
    StandingEntry standing;
    bool are_several = false;
    const std::string minute = minute_of(entry.on);
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (log[i].on.date != entry.on.date || minute_of(log[i].on) != minute) continue;
        if (in_one_line(log[i].note) == in_one_line(entry.note))
            standing.same = i;
        else if (first_line(log[i].note) == first_line(entry.note)) {
            are_several = standing.other.has_value();
            standing.other = i;
        }
    }
    if (are_several) standing.other.reset();
    return standing;
}

ImportedDiary compare(FoundEntries found, const std::vector<Relationship>& people,
                      const std::vector<Handle>& handles, Date today) {
    ImportedDiary diary;
    diary.people = compare(std::move(found.people), people, handles);
    diary.found = std::move(found.entries);
    DiaryComparison(diary, people, handles, found.marks_people, today).compare();
    return diary;
}

} // namespace mentor
