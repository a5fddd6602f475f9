// SPDX-License-Identifier: MIT

#include "cli/run.hpp"

#include "cli/documents.hpp"
#include "cli/help.hpp"
#include "cli/parser.hpp"
#include "cli/table.hpp"
#include "commands/commands.hpp"
#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/terminal/diagnostic_face.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "session/ask_who.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace mentor {
namespace {

void print(Host& host, const Page& page) {
    const Look look{.columns = host.output_is_terminal() ? host.columns() : 0};
    host.write_output(to_terminal(page, look));
}

// "goal --help": no command, but its commands can be explained.
bool asks_about_noun(const std::vector<std::string>& words) {
    return words.size() == 2 && is_bare_noun(words[0]) &&
           (words[1] == "-h" || words[1] == "--help");
}

// How hints are to name someone whom a person named or chose.
std::string to_be_typed(const View& view, const std::string& slug) {
    if (is_plain_to_type(slug)) return slug;
    const auto& everyone = view.handles();
    const auto handle = std::ranges::find(everyone, slug, &Handle::slug);
    const std::string word = handle == everyone.end() ? "" : Calls(everyone).to_be_typed(*handle);
    return word.empty() || word == nobodys_word ? slug : word;
}

// Whoever is asked for more shall not answer in vain: who is meant comes first.
void settle_who(View& view, const Declaration& parameters) {
    for (const Parameter& parameter : parameters.parameters()) {
        const auto* who = std::get_if<std::string*>(&parameter.target);
        if (who && parameter.is_argument() && parameter.value == "WHO")
            **who = to_be_typed(view, view.slug_for(**who));
    }
}

// What a command can't do without, from the person at the terminal: who is meant; which thing of
// theirs the command asks itself.
std::optional<std::string> find_missing(View& view, const Parameter& parameter) {
    if (parameter.value == "WHO") return ask_who(view, "Who is it about?");
    if (parameter.value == "REF") return "";
    return std::nullopt;
}

// One use of a command, its options read and its arguments not yet.
struct Use {
    Named named;
    std::vector<std::string> words; // without the command's name
    std::unique_ptr<Invocation> invocation;
    Declaration parameters;
    Globals globals;
    Arguments arguments;
    const Command& command() const { return *named.command; }
};

Use parse(const std::vector<std::string>& words) {
    Use use;
    use.named = find_command(words);
    use.words = without(words, use.named.positions);
    use.invocation = use.command().invocation();
    use.invocation->declare(use.parameters);
    use.arguments = parse_options(use.words, use.command(), use.globals, use.parameters);
    const auto end_of_options = std::ranges::find(use.words, "--");
    use.words.erase(std::remove(use.words.begin(), end_of_options, "--resume"), end_of_options);
    return use;
}

std::vector<std::string> words_of(const LeftRun& run) {
    std::vector<std::string> words;
    if (!run.command.empty()) words = split(run.command, ' ');
    std::ranges::copy(run.words, std::back_inserter(words));
    return words;
}

// The run to go on with, where one was left of this command line or, where it says nothing more
// than the command's name, of any.
std::optional<LeftRun> find_left_run(const Use& use, Setup& setup) {
    View view(setup);
    if (!view.interactive()) {
        if (!use.globals.resume) return std::nullopt;
        throw Error(Exit::usage, "--resume goes on asking, and nobody can be asked",
                    "use it on a terminal, without --no-input");
    }
    setup.kept_answers.be_about(setup.place.folder);
    std::vector<LeftRun> left = setup.kept_answers.of(use.command().name);
    std::erase_if(left,
                  [&](const LeftRun& run) { return !use.words.empty() && run.words != use.words; });
    if (left.empty()) {
        if (!use.globals.resume) return std::nullopt;
        throw Error(Exit::unknown,
                    fmt::format("no answers to `{}` are kept",
                                trim(fmt::format("mentor {}", use.command().name))),
                    "begin anew: " + trim(line_of({std::string(use.command().name), use.words})));
    }
    if (use.globals.resume) return left.front();
    view.say(fmt::format("On {} you left `{}` with {}.", to_words(left.front().at),
                         line_of(left.front()), counted(typed_in(left.front()), "answer")));
    const std::string choice =
        ask_choice(view, {.question = "Go on there: yes, later or forget?",
                          .preset = "yes",
                          .hint = "yes goes on; later keeps the answers; forget takes them away",
                          .candidates = {"yes", "later", "forget"}})
            .value_or("yes");
    setup.kept_answers.settle();
    if (choice == "forget") setup.kept_answers.forget(left.front());
    return choice == "yes" ? std::optional(left.front()) : std::nullopt;
}

// Where they can't be kept either, the window has them to copy.
void show_answers(Setup& setup) {
    Page page{sentence("This is what you typed:")};
    for (const Answer& answer : setup.kept_answers.given())
        if (answer.is_typed)
            page.push_back(indented(sentence("{} {}", answer.question, answer.text)));
    View(setup).say(page);
}

// Behind "--" it would be a word.
std::string resuming(LeftRun run) {
    run.words.insert(std::ranges::find(run.words, "--"), "--resume");
    return line_of(run);
}

// What wasn't written is kept, whatever stopped it.
[[noreturn]] void keep_answers(Setup& setup, const Error& error) {
    std::optional<LeftRun> left;
    try {
        if (!setup.globals.dry_run) left = setup.kept_answers.keep(setup.calendar.today);
    } catch (const Error& fault) {
        View(setup).tell(fault.diagnostic());
        show_answers(setup);
    }
    if (!left) throw error;
    Diagnostic diagnostic = error.diagnostic();
    if (!diagnostic.advice.empty()) diagnostic.advice += "\n";
    diagnostic.advice += fmt::format("what you typed is kept; to go on: {}", resuming(*left));
    throw Error(error.exit(), diagnostic);
}

Exit run_use(Use use, Setup& setup) {
    const auto name_length = [&](std::span<const std::string> rest) {
        return View(setup).name_length(rest);
    };
    const auto ask_missing = [&](const Parameter& parameter) {
        View view(setup);
        return view.interactive() ? find_missing(view, parameter) : std::nullopt;
    };
    try {
        fill_arguments(use.arguments, use.command(), use.parameters, name_length, ask_missing);
        if (View view(setup); view.interactive()) settle_who(view, use.parameters);
        const Exit exit = use.invocation->run(setup);
        setup.kept_answers.settle();
        const bool config_matters = setup.config_fault && !use.command().ignores_config;
        const bool met_fault = setup.met_broken_file || config_matters;
        return met_fault && exit != Exit::unknown ? Exit::broken : exit;
    } catch (const Error& error) {
        keep_answers(setup, error);
    }
}

Exit run_caught(Host& host, const std::vector<std::string>& words, bool is_step);

Exit run_command(Host& host, const std::vector<std::string>& words, bool is_step) {
    if (asks_about_noun(words)) {
        print(host, noun_page(words[0]));
        return Exit::done;
    }
    Use use = parse(words);
    if (use.globals.version) {
        host.write_output(version_text());
        return Exit::done;
    }
    if (use.globals.help) {
        print(host, &use.command() == &commands::home::command ? overview_page()
                                                               : command_page(use.command()));
        return Exit::done;
    }
    Setup setup(host, use.globals, std::string(use.command().name),
                [&](const Diagnostic& settled) { View(setup).tell(settled); });
    setup.perform = [&host](const std::vector<std::string>& line) {
        return run_caught(host, line, true);
    };
    setup.is_step = is_step;
    if (setup.config_fault && !use.command().names_faults && !use.command().ignores_config)
        View(setup).tell(*setup.config_fault);
    const auto left = find_left_run(use, setup);
    if (left) {
        use = parse(words_of(*left));
        setup.kept_answers.go_on(*left);
    } else {
        setup.kept_answers.begin(std::string(use.command().name), use.words);
    }
    return run_use(std::move(use), setup);
}

void tell(Host& host, const Diagnostic& diagnostic) {
    const Look look{.columns = host.error_is_terminal() ? host.columns() : 0};
    host.write_error(to_terminal(diagnostic, look));
}

Exit run_caught(Host& host, const std::vector<std::string>& words, bool is_step) {
    try {
        return run_command(host, words, is_step);
    } catch (const Error& error) {
        Diagnostic diagnostic = error.diagnostic();
        if (error.exit() == Exit::interrupted) diagnostic.what = "left; nothing was written";
        tell(host, diagnostic);
        return error.exit();
    } catch (const std::bad_alloc&) {
        tell(host, {.what = "out of memory", .advice = "nothing was written"});
        return Exit::system;
    } catch (const std::exception& error) {
        tell(host, {.what = fmt::format("this is a fault of the program: {}", error.what()),
                    .advice = fmt::format("nothing more was written; {}", report_advice())});
        return Exit::system;
    }
}

} // namespace

Exit run(Host& host, const std::vector<std::string>& words) {
    return run_caught(host, words, false);
}

} // namespace mentor
