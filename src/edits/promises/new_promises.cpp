// SPDX-License-Identifier: MIT

#include "edits/promises/new_promises.hpp"

#include "core/dates/by_day.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

MarkedCommitment parse_promise(const std::string& text, Side owner, const Calendar& calendar) {
    WithDue promise = parse_with_due(text, calendar);
    return {owner, std::move(promise.text), promise.due, std::move(promise.no_day)};
}

} // namespace

std::vector<MarkedCommitment> parse_promises(const std::vector<std::string>& texts, Side owner,
                                             const Calendar& calendar) {
    std::vector<MarkedCommitment> promises;
    for (const auto& text : texts) {
        promises.push_back(parse_promise(text, owner, calendar));
        if (trim(promises.back().what).empty()) {
            throw Error(Exit::usage, "a promise without words",
                        owner == Side::me ? "write: --todo 'Send the draft by fri'"
                                          : "write: --they 'Intro to a friend by 2w'");
        }
    }
    return promises;
}

std::string id_for(Host& host, const std::string& mark, const std::vector<std::string>& taken) {
    const bool is_free = !mark.empty() && std::ranges::find(taken, mark) == taken.end();
    return is_free ? mark : make_id(host, taken);
}

Document with_promises(Host& host, Document document, const std::vector<MarkedCommitment>& promises,
                       Date made, const std::string& log, std::vector<std::string>& taken) {
    for (const auto& promise : promises) {
        taken.push_back(id_for(host, promise.mark, taken));
        Table fields{{"id", taken.back()},
                     {"owner", to_text(promise.owner)},
                     {"what", promise.what},
                     {"made", made}};
        put(fields, "due", promise.due);
        put(fields, "log", log);
        if (promise.mark != taken.back()) put(fields, "mark", promise.mark);
        document = document.with_appended("commitment", fields);
    }
    return document;
}

Document with_new_day(Document document, const Commitment& promise, std::size_t position,
                      Date due) {
    document = document.with_value({"commitment", position, "due"}, due);
    if (!promise.due) return document;
    Array days(promise.moved.begin(), promise.moved.end());
    days.emplace_back(*promise.due);
    return document.with_value({"commitment", position, "moved"}, days);
}

void add_promises(Grid& grid, const std::vector<MarkedCommitment>& promises,
                  const std::string& theirs) {
    for (const MarkedCommitment& promise : promises) {
        const WithDue line{promise.what, promise.due, promise.no_day};
        grid.rows.push_back(row(promise.owner == Side::me ? "you promised" : theirs,
                                promise.what + due_words(line)));
    }
}

} // namespace mentor
