// SPDX-License-Identifier: MIT
#include "format/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

void note(Findings& findings, Severity severity, const toml::source_position& where,
          std::string what, std::string advice) {
    findings.all.push_back({.what = std::move(what),
                            .advice = std::move(advice),
                            .file = findings.file,
                            .line = static_cast<int>(where.line),
                            .column = static_cast<int>(where.column),
                            .severity = severity});
}

} // namespace

void Findings::fault(const toml::source_position& where, std::string what, std::string advice) {
    note(*this, Severity::error, where, std::move(what), std::move(advice));
}

void Findings::warn(const toml::source_position& where, std::string what, std::string advice) {
    note(*this, Severity::warning, where, std::move(what), std::move(advice));
}

void Findings::sort() {
    std::ranges::stable_sort(all, {}, [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.line, diagnostic.column);
    });
}

} // namespace mentor
