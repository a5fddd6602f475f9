// SPDX-License-Identifier: MIT
//
// A step is one file, named "NUMBER-ID-BYTES.done" or ".undone": the numbers grow with every step
// that is made, taken back or brought back, so the names alone tell whose turn it is and what to
// drop. A step that changes its standing is written anew before its old file goes; of two files
// with one id the higher number holds.
#include "journal/undo_log.hpp"

#include "journal/journal.hpp"
#include "journal/undo_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>

namespace mentor {

namespace {

constexpr std::size_t most_steps = 50;
constexpr std::size_t most_bytes = 32 << 20;
constexpr std::size_t largest_step = 64 << 20; // it has to be read again, and all at once
constexpr std::uint64_t most_numbers = 1'000'000'000'000; // so that there is always a next one

struct Name {
    std::uint64_t number = 0;
    std::string id;
    std::size_t bytes = 0;
    bool undone = false;
};

std::string to_text(const Name& name) {
    return fmt::format("{:08}-{}-{}.{}", name.number, name.id, name.bytes,
                       name.undone ? "undone" : "done");
}

// nullopt for a file that isn't a step's, such as a temporary one.
std::optional<Name> find_name(const std::string& text) {
    Name name;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, name.number);
    if (number.ec != std::errc() || end - number.ptr < 6) return std::nullopt;
    name.id.assign(number.ptr + 1, number.ptr + 5);
    std::from_chars(number.ptr + 6, end, name.bytes);
    name.undone = text.ends_with(".undone");
    if (to_text(name) != text || name.number > most_numbers) return std::nullopt;
    return name;
}

std::vector<Name> names_in(const Host& host, const Folder& folder) {
    std::vector<Name> names;
    for (const std::string& text : host.list(folder)) {
        if (auto name = find_name(text)) names.push_back(std::move(*name));
    }
    std::ranges::sort(names, {}, &Name::number);
    return names;
}

// Of those with one id, the last alone.
std::vector<Name> steps_in(const Host& host, const Folder& folder) {
    const auto names = names_in(host, folder);
    std::vector<Name> steps;
    for (auto name = names.begin(); name != names.end(); ++name) {
        const auto later = std::find_if(name + 1, names.end(),
                                        [&](const Name& other) { return other.id == name->id; });
        if (later == names.end()) steps.push_back(*name);
    }
    return steps;
}

// Different for different numbers, as the factor shares no divisor with the count of ids; and not
// alike for neighbours, so that a slip of the pen names no other step.
std::string id_of(std::uint64_t number) {
    constexpr std::uint64_t letters = id_letters.size();
    std::uint64_t rest = number * 387'421 % (letters * letters * letters * letters);
    std::string id;
    for (int i = 0; i < 4; ++i, rest /= letters)
        id += id_letters[rest % letters];
    return id;
}

bool is_in(const UndoScope& scope, const UndoStep& step) {
    return std::ranges::all_of(step.changes, [&](const Change& change) {
        return change.file == scope.config || change.file.parent_path() == scope.journal;
    });
}

bool touches(const Folder& folder, const UndoStep& step) {
    return std::ranges::any_of(
        step.changes, [&](const Change& change) { return change.file.parent_path() == folder; });
}

bool hold_what_was_before(const Host& host, const std::vector<Change>& changes) {
    return std::ranges::all_of(changes, [&](const Change& change) {
        try {
            return host.find_text(change.file) == change.before;
        } catch (const Error&) {
            return false;
        }
    });
}

} // namespace

std::filesystem::path whole_name(const Host& host, const std::filesystem::path& file) {
    return host.canonical(file.parent_path()) / file.filename();
}

UndoLog::UndoLog(Host& host, Folder folder, std::string command, Writing writing)
    : host_(host), folder_(std::move(folder)), command_(std::move(command)), writing_(writing) {}

std::vector<std::unique_ptr<Lock>> UndoLog::lock(const std::vector<Folder>& folders) {
    std::vector<std::unique_ptr<Lock>> locks;
    if (is_dry()) return locks;
    std::set<Folder> canonical;
    for (const Folder& folder : folders)
        canonical.insert(host_.canonical(folder));
    for (const Folder& folder : canonical) {
        if (host_.exists(folder)) locks.push_back(host_.lock(folder));
    }
    return locks;
}

std::vector<Change> UndoLog::write(std::vector<Change> changes) {
    std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
    if (is_dry() || changes.empty()) return changes;
    fault_.reset();
    const bool removes = std::ranges::none_of(
        changes, [](const Change& change) { return change.after.has_value(); });
    std::vector<UndoStep> kept;
    try {
        // Once other steps come after it, nothing would tell any more that it never was.
        keep(find_stopped(changes, {}), Standing::undone);
        kept = keep({{"", host_.now(), command_, changes, ""}}, Standing::done);
    } catch (const Error& error) {
        if (removes) {
            throw Error(Exit::system, error.what(),
                        "nothing was removed, because it couldn't be brought back");
        }
        note_fault(error);
    }
    make(changes, kept);
    return changes;
}

UndoHistory UndoLog::history(const UndoScope& given) const {
    const UndoScope scope{host_.canonical(given.journal), whole_name(host_, given.config)};
    UndoHistory history;
    for (const Name& name : steps_in(host_, folder_)) {
        auto step = find_step(to_text(name), history.damaged);
        if (!step || !is_in(scope, *step)) continue;
        (name.undone ? history.undone : history.done).push_back(std::move(*step));
    }
    std::ranges::reverse(history.done);
    std::ranges::reverse(history.undone);
    while (!history.done.empty() && hold_what_was_before(host_, history.done.front().changes)) {
        history.undone.insert(history.undone.begin(), std::move(history.done.front()));
        history.done.erase(history.done.begin());
    }
    return history;
}

void UndoLog::undo(const UndoPlan& plan) {
    if (is_dry()) return;
    std::vector<UndoStep> steps = find_stopped(plan.changes, plan.steps);
    std::vector<UndoStep> by_others;
    if (!plan.foreign.empty()) {
        by_others =
            keep({{"", host_.now(), std::string(by_hand), plan.foreign, ""}}, Standing::done);
    }
    make(plan.changes, by_others);
    steps.insert(steps.end(), by_others.begin(), by_others.end());
    steps.insert(steps.end(), plan.steps.begin(), plan.steps.end());
    try {
        keep(std::move(steps), Standing::undone);
    } catch (const Error& error) {
        note_fault(error);
    }
}

void UndoLog::redo(const UndoPlan& plan) {
    if (is_dry()) return;
    for (auto idle = plan.steps.begin(); idle != plan.steps.end() - 1; ++idle)
        host_.remove(folder_ / idle->kept_in);
    UndoStep step = plan.steps.back();
    step.changes = plan.changes;
    const auto kept = keep({std::move(step)}, Standing::done);
    try {
        make(plan.changes, {});
    } catch (const Overtaken&) {
        // Whoever tries again shall find it as it was.
        UndoStep undone = plan.steps.back();
        undone.kept_in = kept.back().kept_in;
        keep({std::move(undone)}, Standing::undone);
        throw;
    }
}

std::optional<UndoStep> UndoLog::find_step(const std::string& name,
                                           std::vector<Diagnostic>& damaged) const {
    try {
        const auto text = host_.find_text(folder_ / name);
        if (!text) return std::nullopt; // another command dropped it just now
        if (auto step = find_record(*text)) {
            step->id = find_name(name)->id;
            step->turn = find_name(name)->number;
            step->kept_in = name;
            return step;
        }
        damaged.push_back({.what = "this is not what mentor writes, or not all of it",
                           .file = (folder_ / name).string()});
    } catch (const Error& error) {
        damaged.push_back(error.diagnostic());
    }
    damaged.back().advice = "what it knew can't be taken back or brought back; the rest can";
    damaged.back().severity = Severity::warning;
    return std::nullopt;
}

std::optional<UndoStep> UndoLog::find_stopped(const Folder& folder) const {
    const auto names = steps_in(host_, folder_);
    std::vector<Diagnostic> damaged;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (name->undone) continue;
        auto step = find_step(to_text(*name), damaged);
        if (!step || !touches(folder, *step)) continue;
        if (!hold_what_was_before(host_, step->changes)) return std::nullopt;
        return step;
    }
    return std::nullopt;
}

std::vector<UndoStep> UndoLog::find_stopped(const std::vector<Change>& changes,
                                            const std::vector<UndoStep>& known) const {
    std::set<Folder> folders;
    for (const Change& change : changes)
        folders.insert(change.file.parent_path());
    std::vector<UndoStep> steps;
    for (const Folder& folder : folders) {
        auto step = find_stopped(folder);
        if (!step || std::ranges::find(known, step->id, &UndoStep::id) != known.end()) continue;
        steps.push_back(std::move(*step));
    }
    return steps;
}

std::size_t UndoLog::size() const {
    return steps_in(host_, folder_).size();
}

void UndoLog::forget() {
    if (!host_.exists(folder_)) return;
    const auto lock = host_.lock(folder_);
    std::optional<Error> fault;
    for (const std::string& name : host_.list(folder_)) {
        try {
            host_.remove(folder_ / name);
        } catch (const Error& error) {
            fault = error;
        }
    }
    if (fault) throw Error(*fault);
}

std::vector<UndoStep> UndoLog::keep(std::vector<UndoStep> steps, Standing standing) {
    if (steps.empty()) return steps;
    host_.make_folder(folder_);
    const auto lock = host_.lock(folder_);
    const auto names = names_in(host_, folder_);
    std::uint64_t number = names.empty() ? 0 : names.back().number;
    std::vector<Change> records;
    std::vector<std::filesystem::path> old;
    for (UndoStep& step : steps) {
        ++number;
        if (step.id.empty()) step.id = id_of(number);
        if (!step.kept_in.empty()) old.push_back(folder_ / step.kept_in);
        std::string record = to_record(step);
        if (record.size() > largest_step) {
            throw Error(Exit::system,
                        fmt::format("{} MB are more than is kept", record.size() / 1'000'000),
                        "nothing was changed");
        }
        step.kept_in = to_text(Name{number, step.id, record.size(), standing == Standing::undone});
        records.push_back({folder_ / step.kept_in, std::nullopt, std::move(record)});
    }
    host_.write(records);
    for (const auto& file : old)
        host_.remove(file);
    drop_oldest();
    return steps;
}

void UndoLog::drop_oldest() {
    const auto names = names_in(host_, folder_);
    std::size_t steps = names.size(), bytes = 0;
    for (const Name& name : names)
        bytes += name.bytes;
    for (const Name& name : names) {
        if (steps == 1 || (steps <= most_steps && bytes <= most_bytes)) return;
        try {
            host_.remove(folder_ / to_text(name));
        } catch (const Error&) {
            // A folder of that name, say. What was to be kept is kept.
        }
        --steps;
        bytes -= name.bytes;
    }
}

void UndoLog::make(const std::vector<Change>& changes, const std::vector<UndoStep>& kept) {
    const auto forget_kept = [&] {
        for (const UndoStep& step : kept)
            host_.remove(folder_ / step.kept_in);
    };
    try {
        host_.write(changes);
    } catch (const Overtaken&) {
        forget_kept();
        throw;
    } catch (const Error&) {
        if (hold_what_was_before(host_, changes)) forget_kept();
        throw;
    }
}

void UndoLog::note_fault(const Error& error) {
    fault_ = {.what = fmt::format("`mentor undo` won't know of this: {}", error.what()),
              .advice = "it is done all the same",
              .severity = Severity::warning};
}

} // namespace mentor
