// SPDX-License-Identifier: MIT
#include "journal/undo_log.hpp"

#include "core/model/conflict_copy.hpp"
#include "core/model/ids.hpp"
#include "journal/undo_carried.hpp"
#include "journal/undo_finish.hpp"
#include "journal/undo_name.hpp"
#include "journal/undo_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace mentor {

namespace {

constexpr std::size_t largest_step = 64 << 20; // it has to be read again, and all at once

// The file, or a copy of it that a file syncer left beside it.
bool is_of(const std::filesystem::path& changed, const std::filesystem::path& file) {
    return changed == file || (changed.parent_path() == file.parent_path() &&
                               find_original(changed.stem().string(), {file.stem().string()}));
}

bool is_in(const UndoScope& scope, const UndoStep& step) {
    return std::ranges::all_of(step.changes, [&](const Change& change) {
        return is_of(change.file, scope.config) || is_of(change.file, scope.questions) ||
               change.file.parent_path() == scope.journal;
    });
}

// None where the folder can't be listed: whoever keeps a step there will say so.
std::vector<StepName> find_step_names(const Host& host, const Folder& folder) {
    try {
        return last_step_names_in(host, folder);
    } catch (const Error&) {
        return {};
    }
}

bool touches(const UndoStep& step, const std::set<Folder>& folders) {
    return std::ranges::any_of(folders_of(step),
                               [&](const Folder& folder) { return folders.contains(folder); });
}

bool never_came(const Host& host, const std::vector<Change>& changes) {
    return reach_of(host, changes).left.size() == changes.size();
}

// One file is written whole or not at all; of several some may be.
Standing beginning_of(const std::vector<Change>& changes) {
    return changes.size() > 1 ? Standing::begun : Standing::done;
}

} // namespace

std::set<Folder> folders_of(const UndoStep& step) {
    std::set<Folder> folders;
    for (const Change& change : step.changes)
        folders.insert(change.file.parent_path());
    return folders;
}

std::filesystem::path whole_name(const Host& host, const std::filesystem::path& file) {
    return host.canonical(file.parent_path()) / file.filename();
}

UndoLog::UndoLog(Host& host, Folder folder, std::string command, Writing writing, Tell tell)
    : host_(host), folder_(std::move(folder)), command_(std::move(command)), writing_(writing),
      tell_(std::move(tell)) {}

std::vector<std::unique_ptr<Lock>> UndoLog::lock(const std::vector<Folder>& folders) {
    std::vector<std::unique_ptr<Lock>> locks;
    if (is_dry()) return locks;
    std::set<Folder> canonical;
    for (const Folder& folder : folders)
        canonical.insert(host_.canonical(folder));
    // What was interrupted is finished in all of its folders.
    for (const UndoStep& step : begun_in(canonical))
        canonical.merge(folders_of(step));
    for (const Folder& folder : canonical) {
        if (host_.exists(folder)) locks.push_back(host_.lock(folder));
    }
    settle(canonical);
    return locks;
}

std::vector<UndoStep> UndoLog::begun() const {
    std::vector<UndoStep> begun;
    std::vector<Diagnostic> damaged;
    for (const StepName& name : find_step_names(host_, folder_)) {
        if (name.standing != Standing::begun) continue;
        if (auto step = find_step(to_text(name), damaged)) begun.push_back(std::move(*step));
    }
    return begun;
}

std::vector<UndoStep> UndoLog::begun_in(const std::set<Folder>& folders) const {
    std::vector<UndoStep> steps = begun();
    std::erase_if(steps, [&](const UndoStep& step) { return !touches(step, folders); });
    return steps;
}

void UndoLog::settle(const std::set<Folder>& locked) {
    for (UndoStep& step : begun_in(locked)) {
        // Another program may have begun it since we looked which locks it takes.
        if (!std::ranges::includes(locked, folders_of(step))) continue;
        const std::string name = fmt::format("`{}` of {}", step.command, to_words(step.at));
        try {
            finish(std::move(step), name);
        } catch (const Error& error) {
            tell(fmt::format("{} was interrupted and can't be finished: {}", name, error.what()),
                 error.diagnostic().advice);
        }
    }
    for (const Folder& folder : locked) {
        auto last = find_last(folder);
        // Mark an interrupted step undone now: later steps would hide that it never happened.
        if (last && never_came(host_, last->changes))
            try_keep({std::move(*last)}, Standing::undone);
    }
}

void UndoLog::finish(UndoStep step, const std::string& name) {
    const Finishing finishing = plan_finishing(host_, step.changes);
    if (!finishing.begun) {
        if (step.undoes.empty())
            keep({std::move(step)}, Standing::undone);
        else
            drop({step});
        return;
    }
    host_.write(finishing.lacking);
    if (finishing.stuck.empty() && !step.undoes.empty()) {
        note_undone(step);
    } else {
        if (!finishing.came.empty()) step.changes = finishing.came;
        keep({std::move(step)}, Standing::done);
    }
    if (!finishing.stuck.empty()) {
        tell(fmt::format("{} was interrupted, and {} changed since by other hands: left as it is",
                         name, names_of(finishing.stuck)),
             what_became(finishing));
    } else if (!finishing.lacking.empty()) {
        tell(fmt::format("{} was interrupted, and is finished now: {}", name,
                         names_of(finishing.lacking)));
    }
}

void UndoLog::note_undone(const UndoStep& undoing) {
    std::vector<UndoStep> steps;
    std::vector<Diagnostic> damaged;
    const auto names = last_step_names_in(host_, folder_);
    for (const std::string& id : undoing.undoes) {
        const auto name = std::ranges::find(names, id, &StepName::id);
        if (name == names.end() || name->standing == Standing::undone) continue;
        if (auto step = find_step(to_text(*name), damaged)) steps.push_back(std::move(*step));
    }
    keep(std::move(steps), Standing::undone);
    drop({undoing});
}

void UndoLog::tell(std::string what, std::string advice) const {
    if (tell_)
        tell_(
            {.what = std::move(what), .advice = std::move(advice), .severity = Severity::warning});
}

std::vector<Change> UndoLog::write(std::vector<Change> changes) {
    std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
    if (is_dry() || changes.empty()) return changes;
    note_carried(host_, changes);
    fault_.reset();
    const bool removes = std::ranges::none_of(
        changes, [](const Change& change) { return change.after.has_value(); });
    std::vector<UndoStep> kept;
    try {
        kept = keep({step_of(changes)}, beginning_of(changes));
    } catch (const Error& error) {
        if (removes) {
            throw Error(Exit::system, error.what(),
                        "nothing was removed, because it couldn't be brought back");
        }
        note_fault(error);
    }
    make(changes, kept);
    note_done(kept);
    return changes;
}

UndoHistory UndoLog::history(const UndoScope& given) const {
    const UndoScope scope{host_.canonical(given.journal), whole_name(host_, given.config),
                          whole_name(host_, given.questions)};
    UndoHistory history;
    for (const StepName& name : last_step_names_in(host_, folder_)) {
        auto step = find_step(to_text(name), history.damaged);
        if (!step || !is_in(scope, *step)) continue;
        const bool undone = name.standing == Standing::undone;
        (undone ? history.undone : history.done).push_back(std::move(*step));
    }
    std::ranges::reverse(history.done);
    std::ranges::reverse(history.undone);
    while (!history.done.empty() && never_came(host_, history.done.front().changes)) {
        history.undone.insert(history.undone.begin(), std::move(history.done.front()));
        history.done.erase(history.done.begin());
    }
    return history;
}

void UndoLog::undo(const UndoPlan& plan) {
    if (is_dry()) return;
    std::vector<UndoStep> by_others;
    if (!plan.foreign.empty()) {
        UndoStep step = step_of(plan.foreign);
        step.command = by_hand;
        by_others = keep({std::move(step)}, Standing::done);
    }
    std::vector<UndoStep> undone = by_others;
    undone.insert(undone.end(), plan.steps.begin(), plan.steps.end());
    std::vector<UndoStep> kept = by_others;
    // One file is written whole or not at all, but several steps that are half noted never again
    // lead from what it holds.
    if (plan.changes.size() > 1 || undone.size() > 1) {
        UndoStep undoing = step_of(plan.changes);
        for (const UndoStep& step : undone)
            undoing.undoes.push_back(step.id);
        for (UndoStep& step : try_keep({std::move(undoing)}, Standing::begun))
            kept.push_back(std::move(step));
    }
    make(plan.changes, kept);
    std::erase_if(kept, [](const UndoStep& step) { return !step.begun; });
    try {
        keep(std::move(undone), Standing::undone);
        drop(kept);
    } catch (const Error& error) {
        note_fault(error);
    }
}

void UndoLog::redo(const UndoPlan& plan) {
    if (is_dry()) return;
    drop({plan.steps.begin(), plan.steps.end() - 1});
    UndoStep step = plan.steps.back();
    step.changes = plan.changes;
    const auto kept = keep({std::move(step)}, beginning_of(plan.changes));
    try {
        make(plan.changes, {});
    } catch (const Overtaken&) {
        // Whoever tries again shall find it as it was.
        UndoStep undone = plan.steps.back();
        undone.kept_in = kept.back().kept_in;
        keep({std::move(undone)}, Standing::undone);
        throw;
    }
    note_done(kept);
}

std::optional<UndoStep> UndoLog::find_step(const std::string& name,
                                           std::vector<Diagnostic>& damaged) const {
    try {
        const auto text = host_.find_text(folder_ / name);
        if (!text) return std::nullopt; // another command dropped it just now
        if (auto step = find_record(*text)) {
            const StepName known = *find_step_name(name);
            step->id = known.id;
            step->turn = known.number;
            step->begun = known.standing == Standing::begun;
            step->kept_in = name;
            return step;
        }
        damaged.push_back({.what = "this is not what mentor writes, or not all of it",
                           .file = (folder_ / name).string()});
    } catch (const Error& error) {
        damaged.push_back(error.diagnostic());
    }
    damaged.back().advice = "what it knew can't be taken back or brought back; the rest can";
    const auto known = find_step_name(name);
    if (known && known->standing == Standing::begun)
        damaged.back().advice += "\nit was begun, and may be half done: compare who was in it";
    damaged.back().severity = Severity::warning;
    return std::nullopt;
}

std::optional<UndoStep> UndoLog::find_last(const Folder& folder) const {
    const auto names = find_step_names(host_, folder_);
    std::vector<Diagnostic> damaged;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (name->standing == Standing::undone) continue;
        auto step = find_step(to_text(*name), damaged);
        if (step && touches(*step, {folder})) return step;
    }
    return std::nullopt;
}

std::vector<UndoStep> UndoLog::keep(std::vector<UndoStep> steps, Standing standing) {
    if (steps.empty()) return steps;
    host_.make_folder(folder_);
    const auto lock = host_.lock(folder_);
    std::uint64_t number = last_number_in(host_, folder_);
    std::vector<Change> records;
    std::vector<std::filesystem::path> old;
    for (UndoStep& step : steps) {
        // What is done now was begun in its turn.
        if (!step.begun || standing != Standing::done) step.turn = ++number;
        if (step.id.empty()) step.id = scattered_id(step.turn);
        if (!step.kept_in.empty()) old.push_back(folder_ / step.kept_in);
        std::string record = to_record(step);
        if (record.size() > largest_step) {
            throw Error(Exit::system,
                        fmt::format("{} MB are more than is kept", record.size() / 1'000'000),
                        "nothing was changed");
        }
        step.kept_in = to_text(StepName{step.turn, step.id, record.size(), standing});
        step.begun = standing == Standing::begun;
        records.push_back({folder_ / step.kept_in, std::nullopt, std::move(record)});
    }
    host_.write(records);
    for (const auto& file : old)
        host_.remove(file);
    drop_oldest();
    return steps;
}

std::vector<UndoStep> UndoLog::try_keep(std::vector<UndoStep> steps, Standing standing) {
    try {
        return keep(std::move(steps), standing);
    } catch (const Error&) {
        return {};
    }
}

void UndoLog::drop(const std::vector<UndoStep>& kept) {
    for (const UndoStep& step : kept)
        host_.remove(folder_ / step.kept_in);
}

void UndoLog::note_done(std::vector<UndoStep> kept) {
    std::erase_if(kept, [](const UndoStep& step) { return !step.begun; });
    // Where that can't be, the next lock finds all of it written.
    try_keep(std::move(kept), Standing::done);
}

UndoStep UndoLog::step_of(const std::vector<Change>& changes) const {
    return {"", host_.now(), command_, changes, ""};
}

void UndoLog::make(const std::vector<Change>& changes, const std::vector<UndoStep>& kept) {
    try {
        host_.write(changes);
    } catch (const Overtaken&) {
        drop(kept);
        throw;
    } catch (const Error&) {
        if (never_came(host_, changes)) drop(kept);
        throw;
    }
}

void UndoLog::note_fault(const Error& error) {
    fault_ = {.what = fmt::format("`mentor undo` won't know of this: {}", error.what()),
              .advice = "it is done all the same",
              .severity = Severity::warning};
}

} // namespace mentor
