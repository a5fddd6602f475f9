// SPDX-License-Identifier: MIT

#include "commands/daily/gathering.hpp"

#include "report/blocks.hpp"

#include <algorithm>
#include <set>

namespace mentor {

// The rules run where a file is read, several at once.
std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until) {
    view.require_journal();
    const auto slugs = who.empty() ? view.slugs() : view.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& relationship) {
        of_each[position] = reminders_of(relationship, view.config, view.calendar, until);
    });
    std::vector<Reminder> all;
    std::size_t count = 0;
    for (const auto& some : of_each)
        count += some.size();
    all.reserve(count);
    for (auto& some : of_each)
        std::ranges::move(some, std::back_inserter(all));
    sort_by_urgency(all);
    return all;
}

void add_hours(Page& page, const View& view, std::span<const Reminder> reminders) {
    std::set<std::string> told;
    for (const Reminder& reminder : reminders) {
        const std::string words =
            view.hours_words(reminder.called, reminder.hours, reminder.timezone);
        if (words.empty() || !told.insert(reminder.slug).second) continue;
        if (told.size() == 1) page.push_back(Blank{});
        page.push_back(sentence(words, Style::quiet));
    }
}

bool asks_now(const Reminder& reminder) {
    return reminder.group == DueGroup::late || reminder.group == DueGroup::today;
}

} // namespace mentor
