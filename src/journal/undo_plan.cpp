// SPDX-License-Identifier: MIT
//
// How far changes came, and what may be taken back: a file that still holds what a step left in it.
// One that holds what was there before the step needs nothing, and any other text is the work of
// other hands.
#include "core/text.hpp"
#include "journal/undo_log.hpp"

#include <algorithm>
#include <map>

namespace mentor {

namespace {

using std::filesystem::path;

// What the files hold, and what they would hold.
class Files {
public:
    explicit Files(const Host& host) : host_(host) {}

    // From what the step is about to what it leads to; whether it does anything.
    bool lead(const path& file, const FileText& from, const FileText& to,
              std::vector<Change>& foreign) {
        FileText& text = now(file);
        if (text == to) return false;
        if (text != from) foreign.push_back({file, from, text});
        text = to;
        return true;
    }

    std::vector<Change> changes() const {
        std::vector<Change> changes;
        for (const auto& [file, texts] : texts_) {
            if (texts.was != texts.now) changes.push_back({file, texts.was, texts.now});
        }
        return changes;
    }

private:
    struct Texts {
        FileText was, now;
    };

    FileText& now(const path& file) {
        auto found = texts_.find(file);
        if (found == texts_.end()) {
            const FileText text = host_.find_text(file);
            found = texts_.emplace(file, Texts{text, text}).first;
        }
        return found->second.now;
    }

    const Host& host_;
    std::map<path, Texts> texts_;
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
    for (const UndoStep& step : done) {
        bool anything = false;
        for (const Change& change : step.changes) {
            anything |= files.lead(change.file, change.after, change.before, plan.foreign);
        }
        plan.steps.push_back(step);
        if (id.empty() ? anything : step.id == id) break;
    }
    plan.changes = files.changes();
    return plan;
}

UndoPlan plan_redo(const Host& host, const UndoHistory& history) {
    UndoPlan plan;
    Files files(host);
    for (const UndoStep& step : history.undone) {
        bool anything = false;
        std::vector<Change> done_since;
        for (const Change& change : step.changes) {
            if (files.lead(change.file, change.before, change.after, plan.foreign))
                anything = true;
            else if (is_changed_since(history.done, step, change.file))
                done_since.push_back(change);
        }
        plan.steps.push_back(step);
        if (!anything) continue;
        plan.foreign.insert(plan.foreign.end(), done_since.begin(), done_since.end());
        break;
    }
    plan.changes = files.changes();
    return plan;
}

} // namespace mentor
