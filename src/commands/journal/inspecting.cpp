// SPDX-License-Identifier: MIT

#include "commands/journal/inspecting.hpp"

#include "commands/journal/namesakes.hpp"
#include "commands/journal/surroundings.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "format/mends.hpp"
#include "toml/recover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

using std::filesystem::path;

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
    std::ranges::move(more, std::back_inserter(problems));
}

// By line; what is about the whole file comes last.
void sort(std::vector<Problem>& problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        const Diagnostic& diagnostic = problem.diagnostic;
        return std::tuple(diagnostic.line == 0, diagnostic.line, diagnostic.column);
    });
}

Document parse(const Session& session, const path& file, const std::string& text) {
    return Document::parse(text, label_of(session, file));
}

using Inspect = std::function<std::vector<Diagnostic>(const Document&)>;
using Mend = std::function<Document(const Document&)>;

// What `look` finds, and whether `mend` makes it good.
std::vector<Problem> inspect_document(const Document& document, const Inspect& look,
                                      const Mend& mend) {
    std::vector<Problem> problems;
    const auto found = look(document);
    std::set<std::pair<int, std::string>> left; // by line, which no mend changes
    if (!found.empty()) {
        for (Diagnostic& fault : look(mend(document)))
            left.emplace(fault.line, std::move(fault.what));
    }
    for (const Diagnostic& fault : found)
        problems.push_back({fault, !left.contains({fault.line, fault.what})});
    return problems;
}

// Of a text that isn't TOML what keeps it from that, and what can be said of its other lines.
std::vector<Problem> inspect_broken(const std::string& text, const std::string& name,
                                    const Inspect& look) {
    const Recovered recovered = recover(text, name);
    auto found = recovered.rest ? look(*recovered.rest) : std::vector<Diagnostic>();
    std::erase_if(found, [&](const Diagnostic& fault) {
        return std::ranges::find(recovered.faults, fault.line, &Diagnostic::line) !=
               recovered.faults.end();
    });
    std::ranges::copy(recovered.faults, std::back_inserter(found));
    std::ranges::stable_sort(found, {}, &Diagnostic::line);
    std::vector<Problem> problems;
    for (Diagnostic& fault : found)
        problems.push_back({std::move(fault)});
    return problems;
}

std::vector<Problem> inspect_text(const Session& session, const path& file, const Inspect& look,
                                  const Mend& mend) {
    std::optional<std::string> text;
    try {
        text = session.host.find_text(file);
        if (!text) return {};
        return inspect_document(parse(session, file, *text), look, mend);
    } catch (const Error& error) {
        if (text) return inspect_broken(*text, label_of(session, file), look);
        Diagnostic fault = error.diagnostic();
        fault.file = label_of(session, file);
        return {{fault}};
    }
}

std::vector<Problem> inspect_person(const Session& session, const std::string& slug,
                                    const std::optional<Kinds>& kinds) {
    return inspect_text(
        session, session.journal.file_of(slug),
        [&](const Document& document) {
            return inspect_relationship(document, kinds.value_or(session.config.kinds),
                                        session.today());
        },
        [&](const Document& document) {
            return kinds ? mended_relationship(document, *kinds, session.today()) : document;
        });
}

} // namespace

std::size_t files_in(const Session& session, const CheckScope& scope) {
    const bool has_config = scope.everything && session.config_file.exists();
    return scope.slugs.size() + (has_config ? 1 : 0);
}

std::vector<Problem> inspect(const Session& session, const CheckScope& scope) {
    std::vector<Problem> problems;
    if (scope.everything) {
        const path& file = session.config_file.path();
        append(problems, inspect_text(session, file, inspect_config, mended_config));
        append(problems, inspect_openness(session, file));
        append(problems, inspect_time(session, file));
    }
    if (!session.knows_journal) return problems;
    const auto kinds = find_mended_kinds(session);
    auto namesakes = find_namesakes(session);
    for (const std::string& slug : scope.slugs) {
        auto found = inspect_person(session, slug, kinds);
        append(found, std::move(namesakes[slug]));
        append(found, inspect_openness(session, session.journal.file_of(slug)));
        append(found, inspect_time(session, session.journal.file_of(slug)));
        sort(found);
        append(problems, std::move(found));
    }
    if (scope.everything) append(problems, inspect_around(session, scope));
    return problems;
}

Document mended_config_file(const std::string& text, const Session& session) {
    return mended_config(parse(session, session.config_file.path(), text));
}

Document mended_person(const std::string& text, const std::string& slug, const Kinds& kinds,
                       const Session& session) {
    return mended_relationship(parse(session, session.journal.file_of(slug), text), kinds,
                               session.today());
}

std::optional<Kinds> find_mended_kinds(const Session& session) {
    if (!session.config_fault) return session.config.kinds;
    try {
        return decode_config(mended_config(session.config_file.document())).kinds;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace mentor
