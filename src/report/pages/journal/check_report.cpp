// SPDX-License-Identifier: MIT
#include "report/pages/journal/check_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

Fields check_item(const Problem& problem) {
    const Diagnostic& diagnostic = problem.diagnostic;
    const auto known = [](int position) { return position > 0 ? Data(position) : Data(); };
    return {{"file", or_null(diagnostic.file)},
            {"line", known(diagnostic.line)},
            {"column", known(diagnostic.column)},
            {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"what", diagnostic.what},
            {"advice", or_null(diagnostic.advice)},
            {"mendable", problem.mendable}};
}

void add_diagnostic(Page& page, const Diagnostic& diagnostic) {
    const bool is_error = diagnostic.severity == Severity::error;
    page.push_back(
        Paragraph{{{place_of(diagnostic) + ": ", Style::strong},
                   {is_error ? "error: " : "warning: ", is_error ? Style::error : Style::warning},
                   {one_line(diagnostic.what)}}});
    if (!diagnostic.advice.empty()) page.push_back(indented(sentence(diagnostic.advice)));
}

std::string all_sound(std::size_t files) {
    if (files == 0) return "There is no file to check yet.";
    if (files == 1) return "The file is sound.";
    if (files == 2) return "Both files are sound.";
    return "All " + std::to_string(files) + " files are sound.";
}

std::string summary(const std::vector<Problem>& problems, std::size_t files) {
    const auto errors = std::ranges::count_if(problems, [](const Problem& problem) {
        return problem.diagnostic.severity == Severity::error;
    });
    const auto warnings = static_cast<std::ptrdiff_t>(problems.size()) - errors;
    std::vector<std::string> parts;
    if (errors > 0) parts.push_back(counted(errors, "error"));
    if (warnings > 0) parts.push_back(counted(warnings, "warning"));
    return join(parts, " and ") + " in " + counted(static_cast<long>(files), "file") + ".";
}

void add_mendable(Page& page, const std::vector<Problem>& problems) {
    const auto count = std::ranges::count_if(problems, &Problem::mendable);
    if (count == 0) return;
    const std::string those =
        count == static_cast<std::ptrdiff_t>(problems.size())
            ? (count == 1 ? "It mends itself:" : "All of them mend themselves:")
        : count == 1 ? "One of them mends itself:"
                     : std::to_string(count) + " of them mend themselves:";
    page.push_back(suggestion(those, "mentor check --fix"));
}

} // namespace

Report check_report(const std::vector<Problem>& problems, std::size_t files, Date today) {
    Report report = report_of("mentor.check/1", today);
    report.head = {{"files", static_cast<std::int64_t>(files)}};
    const Problem* last = nullptr;
    for (const Problem& problem : problems) {
        report.items.push_back(check_item(problem));
        if (last && last->diagnostic.file != problem.diagnostic.file)
            report.page.push_back(Blank{});
        add_diagnostic(report.page, problem.diagnostic);
        last = &problem;
    }
    if (problems.empty()) {
        report.page.push_back(sentence(all_sound(files), Style::good));
    } else {
        report.page.push_back(Blank{});
        report.page.push_back(sentence(summary(problems, files)));
        add_mendable(report.page, problems);
    }
    return report;
}

} // namespace mentor
