// SPDX-License-Identifier: MIT
//
// How far changes came, and what may be taken back: a file that still holds what a step left in it.
// One that holds what was there before the step needs nothing, and any other text is the work of
// other hands.
#include "core/text.hpp"
#include "journal/undo_carried.hpp"
#include "journal/undo_log.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {

namespace {

using std::filesystem::path;

// What the files hold, and what they would hold.
class Files {
public:
    explicit Files(const Host& host) : host_(host) {}

    // From what the step is about to what it leads to; whether it does anything. What a file that
    // goes carries is noted in its change.
    bool lead(Change& change, const FileText& from, const FileText& to,
              std::vector<Change>& foreign) {
        State& now = state_of(change.file);
        if (now.text == to) return false;
        if (now.text != from)
            foreign.push_back({change.file, from, now.text, from ? std::nullopt : now.carried});
        if (!to) change.carried = std::exchange(now.carried, std::nullopt);
        if (!now.text) now.carried = change.carried;
        now.text = to;
        return true;
    }

    // A file that a step has led here in the place of another one is that file.
    void carry_over(const std::vector<Change>& led) {
        for (const Change& change : led) {
            if (const Change* const old = find_old_name(change, led))
                state_of(change.file).carried = old->carried;
        }
    }

    std::vector<Change> changes() const {
        std::vector<Change> changes;
        for (const auto& [file, states] : states_) {
            const auto& [was, now] = states;
            if (was.text != now.text)
                changes.push_back({file, was.text, now.text,
                                   !now.text   ? was.carried
                                   : !was.text ? now.carried
                                               : std::nullopt});
        }
        return changes;
    }

private:
    struct State {
        FileText text;
        std::optional<Carried> carried;
    };
    struct States {
        State was, now;
    };

    State& state_of(const path& file) {
        auto found = states_.find(file);
        if (found == states_.end()) {
            const State state{host_.find_text(file), host_.find_carried(file)};
            found = states_.emplace(file, States{state, state}).first;
        }
        return found->second.now;
    }

    const Host& host_;
    std::map<path, States> states_;
};

bool is_changed_since(const std::vector<UndoStep>& done, const UndoStep& step, const path& file) {
    return std::ranges::any_of(done, [&](const UndoStep& other) {
        return other.turn > step.turn &&
               std::ranges::find(other.changes, file, &Change::file) != other.changes.end();
    });
}

} // namespace

std::string names_of(const std::vector<Change>& changes) {
    std::vector<std::string> names;
    for (const Change& change : changes)
        names.push_back(change.file.filename().string());
    return join(names, ", ");
}

Reach reach_of(const Host& host, const std::vector<Change>& changes) {
    Reach reach;
    for (const Change& change : changes) {
        try {
            const FileText text = host.find_text(change.file);
            (text == change.after    ? reach.made
             : text == change.before ? reach.left
                                     : reach.foreign)
                .push_back(change);
        } catch (const Error&) {
            reach.foreign.push_back(change);
        }
    }
    return reach;
}

UndoPlan plan_undo(const Host& host, const std::vector<UndoStep>& done, std::string_view id) {
    UndoPlan plan;
    Files files(host);
    for (UndoStep step : done) {
        std::vector<Change> led;
        for (Change& change : step.changes) {
            if (files.lead(change, change.after, change.before, plan.foreign))
                led.push_back({change.file, change.after, change.before, change.carried});
        }
        files.carry_over(led);
        plan.steps.push_back(std::move(step));
        if (id.empty() ? !led.empty() : plan.steps.back().id == id) break;
    }
    plan.changes = files.changes();
    return plan;
}

UndoPlan plan_redo(const Host& host, const UndoHistory& history) {
    UndoPlan plan;
    Files files(host);
    for (UndoStep step : history.undone) {
        std::vector<Change> led, done_since;
        for (Change& change : step.changes) {
            if (files.lead(change, change.before, change.after, plan.foreign))
                led.push_back(change);
            else if (is_changed_since(history.done, step, change.file))
                done_since.push_back(change);
        }
        files.carry_over(led);
        plan.steps.push_back(std::move(step));
        if (led.empty()) continue;
        plan.foreign.insert(plan.foreign.end(), done_since.begin(), done_since.end());
        break;
    }
    plan.changes = files.changes();
    return plan;
}

} // namespace mentor
