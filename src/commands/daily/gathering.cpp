// SPDX-License-Identifier: MIT

#include "commands/daily/gathering.hpp"

#include "core/rules/due/urgency.hpp"

#include <algorithm>
#include <functional>
#include <mutex>
#include <utility>

namespace mentor {
namespace {

// The rules run where a file is read, several at once.
template<class RemindersOf>
std::vector<Reminder> gather_by(View& view, const std::vector<std::string>& who,
                                const RemindersOf& reminders_of_person) {
    view.require_journal();
    const auto slugs = who.empty() ? view.slugs() : view.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& person) {
        of_each[position] = reminders_of_person(person);
    });
    return by_urgency(std::move(of_each));
}

std::vector<Reminder> reminders_now(const View& view, const Relationship& person,
                                    Audience audience) {
    auto now = reminders_of(person, view.config, view.calendar, view.today());
    std::erase_if(now, [](const Reminder& reminder) { return !asks_now(reminder.group); });
    if (audience == Audience::others)
        mark_private(now, person, view.config, view.calendar, view.today());
    return now;
}

} // namespace

std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until) {
    return gather_by(view, who, [&](const Relationship& person) {
        return reminders_of(person, view.config, view.calendar, until);
    });
}

std::vector<Reminder> gather_now(View& view, const std::vector<std::string>& who,
                                 Audience audience) {
    return gather_by(view, who, [&](const Relationship& person) {
        return reminders_now(view, person, audience);
    });
}

FirstNow find_first_now(View& view, Audience audience) {
    view.require_journal();
    FirstNow found;
    std::pair<Urgency, std::size_t> place; // of those alike the first person's goes first
    std::mutex alone;                      // several files are read at once
    view.visit(view.slugs(), Extent::outline,
               [&](std::size_t position, const Relationship& person) {
                   auto now = reminders_now(view, person, audience);
                   const auto first = std::ranges::min_element(
                       now, std::less<>(), [](const Reminder& each) { return urgency_of(each); });
                   if (first == now.end()) return;
                   std::pair its_place(urgency_of(*first), position);
                   const std::lock_guard guard(alone);
                   found.count += now.size();
                   if (found.reminder && !(its_place < place)) return;
                   found.reminder = std::move(*first);
                   place = std::move(its_place);
               });
    return found;
}

bool asks_now(DueGroup group) {
    return group == DueGroup::late || group == DueGroup::today;
}

} // namespace mentor
