// SPDX-License-Identifier: MIT

#include "commands/journal/checking/twin_uids.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace mentor {
namespace {

// What was copied comes before its copy: a copy has another name than its file, or began later.
using Rank = std::tuple<bool, Date, std::string>;

struct Holder {
    std::string uid;
    Rank rank;
};

Holder holder_of(const Relationship& person) {
    const bool is_misnamed = !slug_of(person.name).starts_with(person.slug);
    return {person.uid, {is_misnamed, person.added.value_or(Date::max()), person.slug}};
}

} // namespace

std::map<std::string, std::string> find_twin_uids(const Session& session) {
    const auto slugs = session.journal.slugs();
    std::vector<Holder> holders(slugs.size());
    session.journal.visit(slugs, Extent::outline,
                          [&](std::size_t position, const Relationship& person) {
                              holders[position] = holder_of(person);
                          });
    std::erase_if(holders, [](const Holder& holder) { return holder.uid.empty(); });
    std::map<std::string, Rank> first;
    for (const auto& [uid, rank] : holders) {
        Rank& known = first.emplace(uid, rank).first->second;
        known = std::min(known, rank);
    }
    std::map<std::string, std::string> twins;
    for (const auto& [uid, rank] : holders)
        if (first.at(uid) != rank)
            twins.emplace(std::get<std::string>(rank), std::get<std::string>(first.at(uid)));
    return twins;
}

Document with_own_uid(const Document& document, const std::string& slug, const std::string& twin,
                      std::vector<Problem>& problems) {
    const Relationship person = decode_relationship(document, slug);
    const Position place = document.position({"uid"}).value_or(Position{});
    const bool is_mendable = person.format <= newest_format;
    problems.push_back(
        {{.what = fmt::format("the uid \"{}\" is in {}.toml too", first_line(person.uid), twin),
          .advice = "give one of the files a uid of its own, or remove one where they are the same",
          .file = document.name(),
          .line = place.line,
          .column = place.column,
          .severity = Severity::warning},
         is_mendable});
    return is_mendable ? document.with_value({"uid"}, uid_from(person.uid + " " + slug)) : document;
}

} // namespace mentor
