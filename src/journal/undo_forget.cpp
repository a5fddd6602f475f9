// SPDX-License-Identifier: MIT
//
// What the log lets go of: the oldest steps of their own accord, all of them where a person says
// so. A step that is begun and not finished is never among them: without its record a change would
// be there in some of its files alone, for good.
#include "journal/undo_log.hpp"
#include "journal/undo_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

constexpr std::size_t most_steps = 50;
constexpr std::size_t most_bytes = 32 << 20;

// Not but the old name of a step that came to its end since.
bool is_begun(const StepName& name, const std::vector<StepName>& all) {
    return name.standing == Standing::begun && std::ranges::none_of(all, [&](const auto& other) {
               return other.id == name.id && other.standing != Standing::begun;
           });
}

[[noreturn]] void refuse_to_forget(const UndoStep& step) {
    throw Error(Exit::system,
                fmt::format("`{}` of {} isn't finished, and not forgotten: {}", step.command,
                            to_words(step.at), names_of(step.changes)),
                "all else is; look at these files, and repeat: mentor undo --forget");
}

} // namespace

std::size_t UndoLog::size() const {
    return last_step_names_in(host_, folder_).size();
}

void UndoLog::finish_all() {
    std::set<Folder> folders;
    for (const UndoStep& step : begun())
        folders.merge(folders_of(step));
    lock({folders.begin(), folders.end()});
}

void UndoLog::forget() {
    if (!host_.exists(folder_)) return;
    finish_all();
    const auto lock = host_.lock(folder_);
    const auto names = host_.list(folder_);
    const std::string mark = name_of_forgotten(last_number_in(host_, folder_));
    if (std::ranges::find(names, mark) == names.end())
        host_.write({{folder_ / mark, std::nullopt, ""}});
    // Something is in its way, or another program begins it just now.
    const auto unfinished = begun();
    std::optional<Error> fault;
    for (const std::string& name : names) {
        const auto is_it = [&](const UndoStep& step) { return step.kept_in == name; };
        if (name == mark || std::ranges::any_of(unfinished, is_it)) continue;
        try {
            host_.remove(folder_ / name);
        } catch (const Error& error) {
            fault = error;
        }
    }
    if (fault) throw Error(*fault);
    if (!unfinished.empty()) refuse_to_forget(unfinished.front());
}

void UndoLog::drop_oldest() {
    const auto names = step_names_in(host_, folder_);
    // What is begun is there for as long as it lasts: a step that takes back fifty drops none.
    std::size_t steps = 0, bytes = 0;
    for (const StepName& name : names) {
        if (is_begun(name, names)) continue;
        ++steps;
        bytes += name.bytes;
    }
    for (const StepName& name : names) {
        const bool is_last = &name == &names.back();
        if (is_last || (steps <= most_steps && bytes <= most_bytes)) return;
        if (is_begun(name, names)) continue;
        try {
            host_.remove(folder_ / to_text(name));
        } catch (const Error&) {
            // A folder of that name, say. What was to be kept is kept.
        }
        --steps;
        bytes -= name.bytes;
    }
}

} // namespace mentor
