// SPDX-License-Identifier: MIT
//
// The days that a command of figures looks back on, as its options name them.
#pragma once

#include "core/dates/span.hpp"
#include "session/view.hpp"

#include <optional>
#include <string>

namespace mentor {

struct SpanOptions {
    std::optional<std::string> since, until, year;
    bool all = false;
};
void declare_span(Declaration& declaration, SpanOptions& options);

// Up to today at the latest, for nothing has happened yet on the days behind it; with --all from
// Date::min() on, and without an option the last year. Throws Error(usage) for options that
// exclude each other, and for days that lie ahead.
Span span_of(const View& view, const SpanOptions& options);

// The days between the two, where they are given, and all where neither is. Throws Error(usage) for
// a first day that comes after the last.
Span span_between(const View& view, const std::optional<std::string>& since,
                  const std::optional<std::string>& until);
// The same of days that are known. `advice` says how the two are given.
Span require_span(Date since, Date until, const char* advice = "--since is the earlier day");

} // namespace mentor
