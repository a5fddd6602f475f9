// SPDX-License-Identifier: MIT

#include "edits/settling.hpp"

#include "core/text.hpp"
#include "edits/refs.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

std::vector<Item> items_of(const std::vector<Commitment>& commitments, Wanted is_wanted) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < commitments.size(); ++i) {
        items.push_back({commitments[i].id, commitments[i].what, i, is_wanted(commitments[i])});
    }
    return items;
}

// Words name one that stands otherwise, too, where they name no other: the answer says how it
// stands.
void refuse_otherwise(std::string_view ref, std::vector<Item> promises,
                      const Relationship& relationship, std::string_view key) {
    if (!match_ref(ref, promises).empty()) return;
    for (Item& item : promises)
        item.open = !item.open;
    if (const auto others = match_ref(ref, promises); others.size() == 1)
        refuse_settled(relationship, relationship.commitments[others.front().position], key);
}

} // namespace

void refuse_settled(const Relationship& relationship, const Commitment& commitment,
                    std::string_view key) {
    if (key == "told" && commitment.open()) {
        throw Error(Exit::unknown, fmt::format("'{}' is still open", commitment.what),
                    fmt::format("first: mentor done {} {}", relationship.slug,
                                commitment.id.empty() ? "REF" : commitment.id));
    }
    throw Error(Exit::unknown,
                key == "told" ? fmt::format("you told {} about '{}' already",
                                            first_name(relationship), commitment.what)
                              : fmt::format("'{}' is settled already", commitment.what),
                fmt::format("see: mentor todo {} --all", relationship.slug));
}

void declare_settling(Declaration& declaration, Settling& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the promise: its id, or words of it");
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

Exit settle(Session& session, const Settling& options, const std::string& key, Wanted is_wanted,
            std::string_view said) {
    const Date on = session.happened(options.on);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const auto promises = items_of(seen.commitments, is_wanted);
    refuse_other_noun(options.ref, promises, "promise", seen);
    refuse_otherwise(options.ref, promises, seen, key);
    const Item item = item_for(session, options.ref, promises, "promise", seen.name);
    if (!item.open) refuse_settled(seen, seen.commitments[item.position], key);
    const std::string outcome = trim(join(options.words, " "));
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.commitments, is_wanted));
        Document document = record.document.with_value({"commitment", at, key}, on);
        if (outcome.empty()) return document;
        return document.with_value({"commitment", at, "outcome"}, outcome);
    });
    session.saved(changes,
                  {sentence(fmt::runtime(said), fmt::arg("what", item.words),
                            fmt::arg("name", first_name(seen)), fmt::arg("on", to_words(on)))});
    return Exit::done;
}

} // namespace mentor
