// SPDX-License-Identifier: MIT

#include "edits/people/uids.hpp"

#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {
namespace {

// Somebody who exports expects nothing to be written.
template<typename Write>
std::vector<Change> told_why(const Write& write) {
    try {
        return write();
    } catch (const Error& error) {
        if (error.exit() != Exit::system) throw;
        Diagnostic fault = error.diagnostic();
        fault.advice += fault.advice.empty() ? "" : "\n";
        fault.advice += "the first export to a calendar or an address book writes a uid into each "
                        "file that has none: let the journal be written to once, or take "
                        "csv, md or json";
        throw Error(error.exit(), std::move(fault));
    }
}

} // namespace

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
    long written = 0;
    const auto changes = told_why([&] {
        return session.journal.update(slugs, [&](const std::vector<Record>& records) {
            std::vector<Document> documents;
            written = 0;
            for (const auto& [document, person] : records) {
                // Another export may have been faster.
                const bool is_missing = person.uid.empty();
                const std::string uid = is_missing ? make_uid(session.host) : person.uid;
                documents.push_back(is_missing ? document.with_value({"uid"}, uid) : document);
                if (is_missing) ++written;
                given[person.slug] = uid;
            }
            return documents;
        });
    });
    for (Relationship& person : people)
        if (const auto uid = given.find(person.slug); uid != given.end()) person.uid = uid->second;
    if (written == 0) return;
    session.saved(
        changes,
        {sentence("Wrote a uid into {}, which other programs know {} by whatever the name.",
                  counted(written, "file"), written == 1 ? "it" : "them")});
}

} // namespace mentor
