// SPDX-License-Identifier: MIT

#include "commands/journal/checking/twin_uids.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace mentor {

std::map<std::string, std::string> find_twin_uids(const Session& session) {
    const auto slugs = session.journal.slugs();
    std::vector<std::string> uids(slugs.size());
    session.journal.visit(slugs, [&](std::size_t position, Relationship person) {
        uids[position] = std::move(person.uid);
    });
    std::map<std::string, std::string> first, twins;
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        if (uids[i].empty()) continue;
        const auto [known, is_new] = first.emplace(uids[i], slugs[i]);
        if (!is_new) twins.emplace(slugs[i], known->second);
    }
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
