// SPDX-License-Identifier: MIT
#include "journal/undo_finish.hpp"

#include "core/text.hpp"
#include "journal/undo_log.hpp"
#include "toml/merge.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mentor {
namespace {

// `now` with what leads from one text to another; nullopt where they can't be brought together.
FileText led(const Change& change, const FileText& from, const FileText& to, const FileText& now) {
    const auto parse = [&](const FileText& text) {
        return Document::parse(text.value_or(""), change.file.filename().string());
    };
    try {
        return merge(parse(from), parse(to), parse(now)).text;
    } catch (const Error&) {
        return std::nullopt; // one of them is no TOML
    }
}

// Of a file that other hands changed: whether taking the change back would leave another text.
bool may_hold(const Change& change, const FileText& now) {
    return now && change.after && led(change, change.after, change.before, now) != now;
}

void add_changed_since(Finishing& finishing, const Change& change, const FileText& now) {
    const bool is_there = may_hold(change, now);
    finishing.begun = finishing.begun || is_there;
    const bool is_text = now && change.after;
    const FileText both = is_text ? led(change, change.before, change.after, now) : std::nullopt;
    if (both && both == now) {
        finishing.came.push_back(change);
    } else if (both && change.before) {
        finishing.lacking.push_back({change.file, now, both});
        finishing.came.push_back(finishing.lacking.back());
    } else {
        finishing.stuck.push_back(change);
        if (is_there) finishing.came.push_back(change);
    }
}

// Nothing is taken away as long as what was to take its place, under another name or in another
// file, isn't there.
void hold_removals_back(Finishing& finishing) {
    const auto is_removal = [](const Change& change) { return !change.after; };
    if (std::ranges::all_of(finishing.stuck, is_removal)) return;
    std::ranges::copy_if(finishing.lacking, std::back_inserter(finishing.waiting), is_removal);
    std::erase_if(finishing.lacking, is_removal);
    std::erase_if(finishing.came, [&](const Change& change) {
        return std::ranges::find(finishing.waiting, change.file, &Change::file) !=
               finishing.waiting.end();
    });
}

void add(Finishing& finishing, const Change& change, const FileText& now) {
    if (now == change.after) {
        finishing.begun = true;
        finishing.came.push_back(change);
    } else if (now == change.before) {
        finishing.lacking.push_back(change);
        finishing.came.push_back(change);
    } else {
        add_changed_since(finishing, change, now);
    }
}

} // namespace

Finishing plan_finishing(const Host& host, const std::vector<Change>& changes) {
    Finishing finishing;
    for (const Change& change : changes) {
        try {
            add(finishing, change, host.find_text(change.file));
        } catch (const Error&) {
            // It can't be read: it may be there.
            finishing.begun = true;
            finishing.stuck.push_back(change);
            finishing.came.push_back(change);
        }
    }
    hold_removals_back(finishing);
    return finishing;
}

std::string what_became(const Finishing& finishing) {
    std::vector<Change> there = finishing.came;
    std::erase_if(there, [&](const Change& change) {
        return std::ranges::find(finishing.stuck, change.file, &Change::file) !=
               finishing.stuck.end();
    });
    std::vector<std::string> lines;
    if (!there.empty()) lines.push_back("it is done in " + names_of(there));
    if (!finishing.waiting.empty())
        lines.push_back("not taken away, for what is in its place: " + names_of(finishing.waiting));
    return join(lines, "\n");
}

} // namespace mentor
