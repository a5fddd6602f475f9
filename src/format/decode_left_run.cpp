// SPDX-License-Identifier: MIT

#include "format/decode.hpp"
#include "format/decoding.hpp"
#include "toml/toml_access.hpp"

namespace mentor {

LeftRun decode_left_run(const Document& document) {
    Findings findings{.file = document.name()};
    Reader in(TomlAccess::root(document), "file", findings);
    LeftRun run;
    run.command = in.text("command");
    run.words = in.words("words");
    run.journal = in.text("journal");
    run.at = in.moment("at").value_or(Moment{});
    run.today = in.date("today").value_or(run.at.date);
    run.answers = in.tables("answer", [](Reader& answer) {
        return Answer{answer.text("question"), answer.text("text"),
                      answer.flag("typed").value_or(true), answer.words("chosen"),
                      answer.text("about")};
    });
    run.people = in.tables("person", [](Reader& person) {
        return Meant{person.text("word"), person.text("slug"), person.text("name"),
                     person.text("uid")};
    });
    if (!findings.all.empty()) throw Error(Exit::broken, std::move(findings.all.front()));
    return run;
}

} // namespace mentor
