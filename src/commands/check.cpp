// SPDX-License-Identifier: MIT

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/report/reports.hpp"
#include "mentor/store/decode.hpp"

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declare_output(declaration, options.output);
}

std::vector<Diagnostic> inspect_file(Session& session, const std::filesystem::path& file) {
    try {
        const auto text = session.host.find_text(file);
        if (!text) return {};
        const Document document = Document::parse(*text, file.filename().string());
        return file == session.config_file ? inspect_config(document)
                                           : inspect_relationship(document, session.config.kinds);
    } catch (const Error& error) {
        Diagnostic diagnostic = error.diagnostic();
        if (diagnostic.file.empty()) diagnostic.file = file.filename().string();
        return {diagnostic};
    }
}

Exit run(Session& session, const Options& options) {
    session.require_journal();
    const auto slugs =
        options.who.empty() ? session.journal.slugs() : session.slugs_for(options.who);
    std::vector<std::filesystem::path> files;
    if (options.who.empty() && session.host.exists(session.config_file)) {
        files.push_back(session.config_file);
    }
    for (const auto& slug : slugs)
        files.push_back(session.journal.file_of(slug));
    std::vector<Diagnostic> diagnostics;
    for (const auto& file : files) {
        for (auto& diagnostic : inspect_file(session, file)) {
            diagnostics.push_back(std::move(diagnostic));
        }
    }
    session.show(check_report(diagnostics, files.size(), session.today()), options.output);
    return diagnostics.empty() ? Exit::done : Exit::broken;
}

} // namespace

const Command check_command{
    "check",
    Chapter::journal,
    "Read every file and name every fault, and what looks like a slip",
    "Exits with 3 when something is wrong.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
