// SPDX-License-Identifier: MIT

#include "cli/run.hpp"

#include "cli/help.hpp"
#include "cli/parser.hpp"
#include "cli/table.hpp"
#include "commands/commands.hpp"
#include "report/faces/diagnostic_face.hpp"
#include "report/faces/look.hpp"
#include "report/faces/terminal_face.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

std::vector<std::string> without(const std::vector<std::string>& words,
                                 const std::vector<std::size_t>& positions) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::ranges::find(positions, i) == positions.end()) rest.push_back(words[i]);
    }
    return rest;
}

void print(Host& host, const Page& page) {
    const Look look{.columns = host.output_is_terminal() ? host.columns() : 0};
    host.write_output(to_terminal(page, look));
}

// "goal --help": no command, but its commands can be explained.
bool asks_about_noun(const std::vector<std::string>& words) {
    return words.size() == 2 && is_bare_noun(words[0]) &&
           (words[1] == "-h" || words[1] == "--help");
}

Exit run_command(Host& host, const std::vector<std::string>& words) {
    if (asks_about_noun(words)) {
        print(host, noun_page(words[0]));
        return Exit::done;
    }
    const Named named = find_command(words);
    const auto invocation = named.command->invocation();
    Declaration parameters;
    invocation->declare(parameters);
    Globals globals;
    const auto arguments =
        parse_options(without(words, named.positions), *named.command, globals, parameters);
    if (globals.version) {
        host.write_output(fmt::format("mentor {}\n", MENTOR_VERSION));
        return Exit::done;
    }
    if (globals.help) {
        print(host,
              named.command == &home_command ? overview_page() : command_page(*named.command));
        return Exit::done;
    }
    Setup setup(host, globals, std::string(named.command->name),
                [&](const Diagnostic& settled) { View(setup).tell(settled); });
    if (setup.config_fault && !named.command->names_faults) View(setup).tell(*setup.config_fault);
    fill_arguments(arguments, *named.command, parameters, [&](std::span<const std::string> rest) {
        return View(setup).name_length(rest);
    });
    const Exit exit = invocation->run(setup);
    const bool met_fault = setup.met_broken_file || setup.config_fault;
    return met_fault && exit != Exit::unknown ? Exit::broken : exit;
}

void tell(Host& host, const Diagnostic& diagnostic) {
    const Look look{.columns = host.error_is_terminal() ? host.columns() : 0};
    host.write_error(to_terminal(diagnostic, look));
}

} // namespace

Exit run(Host& host, const std::vector<std::string>& words) {
    try {
        return run_command(host, words);
    } catch (const Error& error) {
        if (error.exit() == Exit::interrupted) {
            host.write_error("mentor: left; nothing was written\n");
        } else {
            tell(host, error.diagnostic());
        }
        return error.exit();
    } catch (const std::bad_alloc&) {
        tell(host, {.what = "out of memory", .advice = "nothing was written"});
        return Exit::system;
    } catch (const std::exception& error) {
        tell(host, {.what = fmt::format("this is a fault of the program: {}", error.what()),
                    .advice = "nothing more was written; please report it"});
        return Exit::system;
    }
}

} // namespace mentor
