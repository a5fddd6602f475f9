// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "core/rules/journal/calendar.hpp"
#include "core/text.hpp"
#include "report/faces/exports/card_face.hpp"
#include "session/session.hpp"

#include <algorithm>
#include <string>

namespace mentor::commands::export_vcf {
namespace {

void declare(Declaration& declaration, ExportOptions& options) {
    declare_who(declaration, options);
    declare_file(declaration, options);
    declare_folder(declaration, options);
}

Exit run(Session& session, const ExportOptions& options) {
    View view = session.view({.is_export = true});
    const auto slugs = slugs_to_export(view, options);
    const auto everyone = with_uids(session, view, options, slugs);
    if (!everyone) return Exit::done;
    ItemsExport cards{.each = {.ending = ".vcf", .uids = plain_uids(*everyone)}};
    for (const Relationship& person : *everyone) {
        if (person.uid.empty()) continue;
        const std::string uid = plain_uid(person);
        cards.each.held.insert(uid);
        if (std::ranges::find(slugs, person.slug) == slugs.end()) continue;
        cards.each.items.push_back({uid, to_card(person, uid)});
        cards.whole += cards.each.items.back().text;
    }
    cards.what = counted(static_cast<long>(cards.each.items.size()), "card");
    deliver(session, options, cards);
    return Exit::done;
}

} // namespace

const Command command{
    "export vcf",
    Chapter::journal,
    "How to reach people, for an address book",
    "vCard 3.0: names, mail, phone, links, birthdays and tags; nothing of what you wrote about "
    "them. The first export writes a uid into each file that has none, by which address books know "
    "it again.",
    &invocation_of<ExportOptions, declare, run>,
};

} // namespace mentor::commands::export_vcf
