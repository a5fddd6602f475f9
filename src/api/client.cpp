// SPDX-License-Identifier: MIT
#include "mentor/client.hpp"

#include "core/rules/due/urgency.hpp"
#include "core/text.hpp"
#include "edits/log/writing.hpp"
#include "edits/promises/new_promises.hpp"
#include "machine/host.hpp"
#include "session/session.hpp"
#include "system/real_host.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

std::optional<Client::Day> day_of(const std::optional<Date>& date) {
    return date ? std::optional<Client::Day>(*date) : std::nullopt;
}

Client::Person person_of(const Relationship& relationship, const Setup& setup) {
    const LogEntry* last = last_contact(relationship, setup.config.kinds, setup.calendar.today);
    return {relationship.slug,
            relationship.name,
            std::string(to_text(relationship.role)),
            std::string(to_text(relationship.stage)),
            last ? day_of(last->on.date) : std::nullopt,
            relationship.next ? day_of(relationship.next->date) : std::nullopt};
}

Client::Reminder reminder_of(const Reminder& reminder) {
    return {reminder.slug,       reminder.name, std::string(to_text(reminder.kind)),
            reminder.on,         reminder.days, reminder.group == DueGroup::late,
            reminder.is_private, reminder.what, reminder.why,
            reminder.command};
}

LogDraft draft_of(const Client::Entry& entry, const Session& session) {
    LogDraft draft;
    draft.on.date = entry.on ? Date(*entry.on) : session.today();
    refuse_day_ahead(draft.on.date, session.today(), "give a day up to today");
    draft.kind = session.config.kinds.parse(entry.kind);
    draft.is_private = entry.is_private;
    draft.said.note = trim(entry.note);
    const Calendar then = as_of(draft.on.date, session.calendar);
    draft.said.commitments = parse_promises(entry.mine, Side::me, then);
    std::ranges::move(parse_promises(entry.theirs, Side::them, then),
                      std::back_inserter(draft.said.commitments));
    if (draft.said.note.empty() && draft.said.commitments.empty())
        throw Error(Exit::usage, "there is nothing to log", "give it a note or a promise");
    return draft;
}

} // namespace

// Each call looks anew at the configuration and the day: a status bar lives past midnight.
struct Client::Machine {
    std::unique_ptr<Host> host = make_host();
    std::optional<std::string> folder;

    std::unique_ptr<Setup> setup(std::vector<std::string>& faults) const {
        faults.clear();
        Globals globals;
        globals.no_input = true;
        globals.journal = folder;
        auto made =
            std::make_unique<Setup>(*host, globals, "log", [&faults](const Diagnostic& settled) {
                faults.push_back(to_text(settled));
            });
        if (made->config_fault) faults.push_back(to_text(*made->config_fault));
        View(*made).require_journal();
        return made;
    }
};

Client::Client() : machine_(std::make_unique<Machine>()) {
    machine_->setup(faults_);
}

Client::Client(const std::filesystem::path& folder) : machine_(std::make_unique<Machine>()) {
    machine_->folder = folder.string();
    machine_->setup(faults_);
}

Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

std::vector<Client::Person> Client::people() {
    const auto setup = machine_->setup(faults_);
    const Contents contents = setup->journal.load();
    for (const Diagnostic& fault : contents.broken)
        faults_.push_back(to_text(fault));
    std::vector<Person> people;
    for (const Relationship& relationship : contents.relationships)
        people.push_back(person_of(relationship, *setup));
    return people;
}

std::vector<Client::Reminder> Client::due(int days) {
    const auto setup = machine_->setup(faults_);
    const Contents contents = setup->journal.load();
    for (const Diagnostic& fault : contents.broken)
        faults_.push_back(to_text(fault));
    const Date until = setup->calendar.today + std::chrono::days(std::max(days, 0));
    std::vector<std::vector<mentor::Reminder>> of_each;
    for (const Relationship& relationship : contents.relationships) {
        auto& own =
            of_each.emplace_back(reminders_of(relationship, setup->config, setup->calendar, until));
        mark_private(own, relationship, setup->config, setup->calendar, until);
    }
    const auto all = by_urgency(std::move(of_each));
    std::vector<Reminder> reminders;
    std::ranges::transform(all, std::back_inserter(reminders), reminder_of);
    return reminders;
}

std::string Client::log(std::string_view who, const Entry& entry) {
    const auto setup = machine_->setup(faults_);
    Session session(*setup);
    const LogDraft draft = draft_of(entry, session);
    std::string slug = session.slug_for(who);
    write_draft(session, {slug}, draft);
    if (setup->undo_log.fault()) faults_.push_back(to_text(*setup->undo_log.fault()));
    return slug;
}

} // namespace mentor
