// SPDX-License-Identifier: MIT

#include "commands/journal/checking/inspection.hpp"

#include "commands/journal/checking/conflict_copies.hpp"
#include "commands/journal/checking/file_findings.hpp"
#include "commands/journal/checking/namesakes.hpp"
#include "commands/journal/checking/twin_uids.hpp"
#include "core/text.hpp"
#include "format/checking/mends.hpp"
#include "format/decode.hpp"
#include "format/older_advice.hpp"
#include "session/question_bank.hpp"
#include "session/zones.hpp"
#include "toml/recover.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

using std::filesystem::path;

// By line; what is about the whole file comes last.
void sort(std::span<Problem> problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        const Diagnostic& diagnostic = problem.diagnostic;
        return std::tuple(diagnostic.line == 0, diagnostic.line, diagnostic.column);
    });
}

using Inspect = std::function<std::vector<Diagnostic>(const Document&)>;
using Mend = std::function<Document(const Document&)>;
// Adds what is written as in older files, and gives the document without that.
using Turn = std::function<Document(const Document&, std::vector<Problem>&)>;

// What `look` finds, and whether it is gone from the mended document.
std::vector<Problem> inspect_document(const Document& document, const Document& mended,
                                      const Inspect& look) {
    std::set<std::pair<int, std::string>> left; // by line, which no mend changes
    for (Diagnostic& fault : look(mended))
        left.emplace(fault.line, std::move(fault.what));
    std::vector<Problem> problems;
    for (Diagnostic& fault : look(document)) {
        const bool is_mendable = !left.contains({fault.line, fault.what});
        problems.push_back({std::move(fault), is_mendable});
    }
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

void inspect_text(const Session& session, const path& file, const Inspect& look, const Mend& mend,
                  Inspection& found, const Turn& turn = nullptr) {
    const std::string label = label_of(session, file);
    std::optional<std::string> text;
    std::vector<Problem> problems;
    try {
        text = session.host.find_text(file);
        if (!text) return;
        const Document document = Document::parse(*text, label);
        Document mended = mend(document);
        problems = inspect_document(document, mended, look);
        if (turn) mended = turn(mended, problems);
        if (mended.text() != *text)
            found.texts.push_back({whole_name(session.host, file), text, mended.text()});
    } catch (const Error& error) {
        if (text) {
            problems = inspect_broken(*text, label, look);
        } else {
            problems = {{error.diagnostic()}};
            problems.front().diagnostic.file = label;
        }
    }
    std::ranges::move(problems, std::back_inserter(found.problems));
}

void inspect_config_file(const Session& session, Inspection& found) {
    const path& file = session.config_file.path();
    inspect_text(session, file, inspect_config, mended_config, found);
    inspect_openness(session, file, found);
    inspect_links(session, file, found);
    inspect_time(session, file, found);
}

void inspect_questions_file(const Session& session, Inspection& found) {
    const path file = questions_file(session);
    inspect_text(session, file, inspect_questions, mended_questions, found);
    inspect_openness(session, file, found);
    inspect_links(session, file, found);
    inspect_time(session, file, found);
}

void inspect_copies_of_settings(const Session& session, const ChooseText& choose,
                                Inspection& found) {
    const auto copies = find_copies_of_settings(session);
    inspect_copies(session, copies, session.config_file.path(), {mended_config, decode_config},
                   choose, found);
    const auto require_sound = [](const Document& document) {
        const PartialBank read = decode_questions(document);
        if (read.fault) throw Error(Exit::broken, *read.fault);
    };
    inspect_copies(session, copies, questions_file(session), {mended_questions, require_sound},
                   choose, found);
}

// The kinds that the configuration names once it is mended; nullopt where it would still be broken.
std::optional<Kinds> find_mended_kinds(const Session& session) {
    if (!session.config_fault) return session.config.kinds;
    try {
        return decode_config(mended_config(session.config_file.document())).kinds;
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Of a file that can be read, once it is mended: no mend moves a line, so that the lines are those
// of the file.
Document turn_advice_over(const Document& mended, std::vector<Problem>& problems) {
    try {
        const Relationship relationship = decode_relationship(mended, "");
        if (relationship.format > newest_format) return mended;
        Document turned = with_advice_in_tables(mended, relationship);
        if (auto found = find_older_advice(mended)) problems.push_back({*std::move(found), true});
        return turned;
    } catch (const Error&) {
        return mended;
    }
}

// What only the machine knows of a file that can be read.
void inspect_zone(const Session& session, const Document& document,
                  std::vector<Problem>& problems) {
    const auto place = document.position({"contact", "timezone"});
    if (!place) return;
    try {
        const Relationship person = decode_relationship(document, "");
        auto fault = find_zone_fault(session.host, person.contact.timezone);
        if (!fault || person.format > newest_format) return;
        fault->file = document.name();
        fault->line = place->line;
        fault->column = place->column;
        fault->severity = Severity::warning;
        problems.push_back({*std::move(fault)});
    } catch (const Error&) {
        // Another problem says why it can't be read.
    }
}

// `twin` is the file whose uid this one has as well, or "".
void inspect_person(const Session& session, const std::string& slug, const std::string& twin,
                    const std::optional<Kinds>& kinds, Inspection& found) {
    const auto turn = [&](const Document& mended, std::vector<Problem>& problems) {
        inspect_zone(session, mended, problems);
        const Document turned = turn_advice_over(mended, problems);
        return twin.empty() ? turned : with_own_uid(turned, slug, twin, problems);
    };
    inspect_text(
        session, session.journal.file_of(slug),
        [&](const Document& document) {
            return inspect_relationship(document, kinds.value_or(session.config.kinds),
                                        session.today());
        },
        [&](const Document& document) {
            return kinds ? mended_relationship(document, *kinds, session.today()) : document;
        },
        found, turn);
}

void require_sound_person(const Document& document) {
    if (decode_relationship(document, "").format > newest_format)
        throw Error(Exit::broken, "a newer mentor wrote it");
}

void inspect_people(const Session& session, const std::vector<std::string>& slugs,
                    const ChooseText& choose, Inspection& found) {
    const auto kinds = find_mended_kinds(session);
    found.knows_kinds = kinds.has_value();
    auto namesakes = find_namesakes(session);
    auto twins = find_twin_uids(session);
    const auto copies = find_copies_of_people(session);
    const auto mended = [&](const Document& document) {
        return kinds ? mended_relationship(document, *kinds, session.today()) : document;
    };
    for (const std::string& slug : slugs) {
        const std::size_t begin = found.problems.size();
        inspect_person(session, slug, twins[slug], kinds, found);
        std::ranges::move(namesakes[slug], std::back_inserter(found.problems));
        inspect_openness(session, session.journal.file_of(slug), found);
        inspect_links(session, session.journal.file_of(slug), found);
        inspect_time(session, session.journal.file_of(slug), found);
        sort(std::span(found.problems).subspan(begin));
        inspect_copies(session, copies, session.journal.file_of(slug),
                       {mended, require_sound_person}, choose, found);
    }
}

// A copy that is merged in has no permissions to mend.
bool goes_away(const Session& session, const path& file, const Inspection& found) {
    return std::ranges::any_of(found.texts, [&](const Change& change) {
        return !change.after && change.file == whole_name(session.host, file);
    });
}

} // namespace

std::size_t files_in(const Session& session, const CheckScope& scope) {
    const bool has_config = scope.everything && session.config_file.exists();
    const bool has_questions = scope.everything && session.host.exists(questions_file(session));
    return scope.slugs.size() + (has_config ? 1 : 0) + (has_questions ? 1 : 0);
}

Inspection inspect(const Session& session, const CheckScope& scope, const ChooseText& choose) {
    Inspection found{.is_passed_on = scope.is_passed_on};
    if (scope.everything) {
        inspect_config_file(session, found);
        inspect_questions_file(session, found);
        inspect_copies_of_settings(session, choose, found);
    }
    if (session.knows_journal) inspect_people(session, scope.slugs, choose, found);
    if (scope.everything) inspect_around(session, scope.slugs, found);
    std::erase_if(found.open, [&](const path& path) { return goes_away(session, path, found); });
    return found;
}

} // namespace mentor
