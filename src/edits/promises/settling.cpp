// SPDX-License-Identifier: MIT

#include "edits/promises/settling.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/standing_text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// Words name one that stands otherwise, too, where they name no other: the answer says how it
// stands.
void refuse_otherwise(std::string_view ref, std::vector<Item> promises,
                      const Relationship& relationship, std::string_view key) {
    if (!match_ref(ref, promises).empty()) return;
    for (Item& item : promises)
        item.open = !item.open;
    std::vector<Item> others = match_ref(ref, promises);
    const auto is_theirs = [&](const Item& item) {
        return relationship.commitments[item.position].owner == Side::them;
    };
    // Only yours may have been told already.
    if (key == "told" && !std::ranges::all_of(others, is_theirs)) std::erase_if(others, is_theirs);
    if (others.size() == 1)
        refuse_settled(relationship, relationship.commitments[others.front().position], key);
}

const Prompt how_it_went{"How did it go?", "", "a few words to report back; Enter: none", {}};
const Prompt why_it_was_dropped{"Why?", "", "what changed, in a few words; Enter: none", {}};

void refuse_other_outcome(const Relationship& relationship, const Commitment& promise,
                          const std::string& outcome, std::string_view key) {
    refuse_other_text(promise.outcome, outcome, fmt::format("'{}' has an outcome", promise.what),
                      to_type("mentor {} {} {} TEXT", key == "done" ? "done" : "drop", relationship,
                              ref_to_type(promise.id)));
}

} // namespace

void refuse_settled(const Relationship& relationship, const Commitment& commitment,
                    std::string_view key) {
    if (key == "told" && commitment.owner == Side::them) {
        const std::string message =
            fmt::format("'{}' is {}'s own promise", commitment.what, called(relationship));
        throw Error(Exit::unknown, message,
                    commitment.open() ? to_type("once it is kept: mentor done {} {}", relationship,
                                                ref_to_type(commitment.id))
                                      : to_type("see: mentor todo {} --all", relationship));
    }
    if (key == "told" && commitment.open()) {
        throw Error(Exit::unknown, fmt::format("'{}' is still open", commitment.what),
                    to_type("first: mentor done {} {}", relationship, ref_to_type(commitment.id)));
    }
    throw Error(Exit::unknown,
                key == "told" ? fmt::format("you told {} about '{}' already", called(relationship),
                                            commitment.what)
                              : fmt::format("'{}' is settled already", commitment.what),
                to_type("see: mentor todo {} --all", relationship));
}

void declare_settling(Declaration& declaration, Settling& options, std::string ref, Offer offer) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", std::move(ref)).offers(offer);
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

void declare_settling_again(Declaration& declaration, Settling& options) {
    declaration.flag(options.force, "--force", "put the words in the place of an outcome");
}

Exit settle(Session& session, const Settling& options, const std::string& key,
            bool (*is_wanted)(const Commitment&), std::string_view said) {
    const Date on = session.happened(options.on);
    const Seen seen(session, options.who);
    const auto promises = items_of(seen->commitments, is_wanted);
    refuse_other_noun(options.ref, promises, "promise", *seen);
    refuse_otherwise(options.ref, promises, *seen, key);
    const auto promise = choose<Commitment>(
        session, seen, options.ref,
        {is_wanted, [&](const Commitment& other) { refuse_settled(*seen, other, key); },
         key == "told" ? "settled and yet to be told" : "open", options.words});
    const About about(session, promise.identity());
    std::string outcome = trim(join(options.words, " "));
    if (outcome.empty() && options.words.empty() && session.interactive() && key != "told" &&
        trim(promise->outcome).empty())
        outcome = ask_text(session, key == "done" ? how_it_went : why_it_was_dropped).value_or("");
    if (!outcome.empty() && !options.force) refuse_other_outcome(*seen, *promise, outcome, key);
    const auto changes = change(session, promise, [&](const Record& record, std::size_t at) {
        Document document = record.document.with_value({"commitment", at, key}, on);
        if (outcome.empty()) return document;
        return document.with_value({"commitment", at, "outcome"}, outcome);
    });
    session.saved(changes,
                  {sentence(fmt::runtime(said), fmt::arg("what", promise->what),
                            fmt::arg("name", called(*seen)), fmt::arg("on", to_words(on)))});
    return Exit::done;
}

} // namespace mentor
