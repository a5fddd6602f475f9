// SPDX-License-Identifier: MIT
#include "core/rules/promises/kept.hpp"

namespace mentor {
namespace {

// The day on which it was settled, by the end of the span.
std::optional<Date> settled_on(const Commitment& promise, Date until) {
    const auto& closed = promise.dropped ? promise.dropped : promise.done;
    return closed && *closed <= until ? closed : std::nullopt;
}

void count(KeptPromises& side, const Commitment& promise, const Span& span) {
    const auto after_due = [&](Date day) { return promise.due && day > *promise.due; };
    if (!settled_on(promise, span.until)) {
        ++side.open;
        if (after_due(span.until)) ++side.overdue;
    } else if (promise.dropped) {
        ++side.let_go;
    } else {
        ++side.kept;
        if (after_due(*promise.done)) ++side.late;
    }
}

} // namespace

KeptPromises& KeptPromises::operator+=(const KeptPromises& other) {
    kept += other.kept;
    late += other.late;
    let_go += other.let_go;
    overdue += other.overdue;
    open += other.open;
    return *this;
}

PromisesOfBoth& PromisesOfBoth::operator+=(const PromisesOfBoth& other) {
    me += other.me;
    them += other.them;
    untold += other.untold;
    return *this;
}

PromisesOfBoth kept_promises(const Relationship& relationship, const Span& span) {
    PromisesOfBoth both;
    for (const Commitment& promise : relationship.commitments) {
        const auto settled = settled_on(promise, span.until);
        if (settled ? *settled < span.since : promise.made && *promise.made > span.until) continue;
        const bool mine = promise.owner == Side::me;
        count(mine ? both.me : both.them, promise, span);
        if (mine && settled && !promise.dropped && !promise.told) ++both.untold;
    }
    return both;
}

} // namespace mentor
