// SPDX-License-Identifier: MIT

#include "edits/people/uids.hpp"

#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mentor {

std::vector<std::string> without_uid(const std::vector<Relationship>& people,
                                     const std::vector<std::string>& slugs) {
    std::vector<std::string> found;
    for (const Relationship& person : people)
        if (person.uid.empty() && person.format <= newest_format &&
            std::ranges::find(slugs, person.slug) != slugs.end())
            found.push_back(person.slug);
    return found;
}

void give_uids(Session& session, const std::vector<std::string>& slugs,
               std::vector<Relationship>& people) {
    std::map<std::string, std::string> given;
    const auto changes = session.journal.update(slugs, [&](const std::vector<Record>& records) {
        std::vector<Document> documents;
        for (const auto& [document, person] : records) {
            // Another export may have been faster.
            std::string uid = person.uid.empty() ? make_uid(session.host) : person.uid;
            documents.push_back(person.uid.empty() ? document.with_value({"uid"}, uid) : document);
            given[person.slug] = std::move(uid);
        }
        return documents;
    });
    for (Relationship& person : people)
        if (const auto uid = given.find(person.slug); uid != given.end()) person.uid = uid->second;
    session.saved(
        changes,
        {sentence("Wrote a uid into {}, which other programs know {} by whatever the name.",
                  counted(static_cast<long>(slugs.size()), "file"),
                  slugs.size() == 1 ? "it" : "them")});
}

} // namespace mentor
