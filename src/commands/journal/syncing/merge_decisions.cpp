// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/merge_decisions.hpp"

#include "core/path_words.hpp"
#include "journal/sync/versions.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {

std::string said(const Conflict& conflict) {
    if (conflict.collision.label.empty())
        return fmt::format("{}: the two versions can't be brought together",
                           in_line(conflict.file));
    return fmt::format("{}: {}", in_line(conflict.file), words_of(conflict.collision));
}

std::optional<Decisions> decide(Session& session, const std::vector<Conflict>& conflicts,
                                Merging merging) {
    Decisions decisions;
    if (merging == Merging::ask && !session.interactive()) return std::nullopt;
    for (const Conflict& conflict : conflicts) {
        Taken taken = merging == Merging::theirs ? Taken::theirs : Taken::mine;
        if (merging == Merging::ask) {
            const auto answer = ask_choice(
                session, {.question = said(conflict) + ". Which one holds?",
                          .preset = "mine",
                          .hint = "mine is what this machine says, theirs what the other one does; "
                                  "Ctrl-C leaves all as it is",
                          .candidates = {"mine", "theirs"},
                          .decides = true});
            if (answer == "theirs") taken = Taken::theirs;
        }
        decisions[{conflict.file, conflict.collision.label}] = taken;
    }
    return decisions;
}

void say_decided(Session& session, const std::vector<Conflict>& conflicts, Merging merging) {
    if (merging == Merging::ask) return;
    for (const Conflict& conflict : conflicts)
        session.say(fmt::format("{}; the {} holds.", said(conflict),
                                merging == Merging::mine ? "first" : "second"));
}

MergePlan planned(const Git& git, const std::string& theirs, const Decisions& decisions) {
    return plan_merge(git, "HEAD", theirs, [&](const Conflict& conflict) {
        const auto found = decisions.find({conflict.file, conflict.collision.label});
        return found == decisions.end() ? Taken::mine : found->second;
    });
}

} // namespace mentor
