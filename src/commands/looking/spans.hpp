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

} // namespace mentor
