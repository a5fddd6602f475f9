// SPDX-License-Identifier: MIT

#include "cli/help.hpp"

#include "cli/documents.hpp"
#include "cli/parser.hpp"
#include "cli/table.hpp"
#include "commands/commands.hpp"
#include "core/compiled_text.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/schemas.hpp"
#include "session/invocation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace mentor {
namespace {

struct NamedChapter {
    Chapter chapter;
    std::string_view name;
    const char* title;
};
constexpr NamedChapter chapters[] = {
    {Chapter::daily, "daily", "Every day"},
    {Chapter::people, "people", "People"},
    {Chapter::promises, "promises", "Goals, promises and questions"},
    {Chapter::looking, "looking", "Looking"},
    {Chapter::journal, "journal", "The journal"},
};

std::string_view name_of(Chapter chapter) {
    return std::ranges::find(chapters, chapter, &NamedChapter::chapter)->name;
}

// "-0, --null", "--kind KIND"; a long name alone is indented so that long names stand below each
// other.
std::string shown_names(const Parameter& parameter) {
    std::string names = parameter.names;
    if (const auto comma = names.find(','); comma != std::string::npos) {
        names.replace(comma, 1, ", ");
    } else {
        names = "    " + names;
    }
    return parameter.value.empty() ? names : names + " " + parameter.value;
}

Row row_of(const Command& command) {
    return row(std::string(command.name), std::string(command.summary), Style::name);
}

void add_parameters(Page& page, const char* title, const Declaration& declaration, bool arguments) {
    Grid grid = plain_grid();
    for (const auto& parameter : declaration.parameters()) {
        if (parameter.is_argument() != arguments) continue;
        grid.rows.push_back(
            row(arguments ? parameter.value : shown_names(parameter), parameter.help, Style::name));
    }
    if (grid.rows.empty()) return;
    page.push_back(Blank{});
    page.push_back(Heading{title});
    page.push_back(std::move(grid));
}

Declaration declaration_of(Globals& globals) {
    Declaration declaration;
    declare_globals(declaration, globals);
    return declaration;
}

// What is explained here, with or without a manual at hand.
constexpr std::string_view topics[] = {"dates", "environment", "exit-codes", "formats", "marks"};

// What only the manual explains: mentor-json(7).
constexpr std::string_view manual_topics[] = {"json", "privacy", "relationship"};

constexpr std::string_view licenses = "licenses"; // of what is linked into the program

// A text as it is laid out, a line each.
Page topic_page(std::string_view topic) {
    Page page;
    for (const std::string& line :
         split_lines(compiled_text(fmt::format("cli/help/{}.txt", topic))))
        page.push_back(page.empty()   ? Block(Heading{line})
                       : line.empty() ? Block(Blank{})
                                      : Block(sentence("{}", line)));
    return page;
}

bool is_about(std::string_view line, std::string_view name) {
    constexpr std::string_view program = "mentor ";
    if (name.empty() || !line.starts_with(program)) return false;
    line.remove_prefix(program.size());
    return line.starts_with(name) && line.substr(name.size()).starts_with(' ');
}

// "todo add" has examples of its own, which aren't those of "todo".
const Command* command_of(std::string_view line) {
    const Command* longest = nullptr;
    for (const Command* command : command_table())
        if (is_about(line, command->name) &&
            (!longest || command->name.size() > longest->name.size()))
            longest = command;
    return longest;
}

void add_examples(Page& page, const Command& command) {
    constexpr std::string_view separator = "  # ";
    Grid grid = plain_grid();
    grid.folds = true;
    for (const std::string& line : split_lines(compiled_text("cli/help/examples.txt"))) {
        if (command_of(line) != &command) continue;
        const std::size_t at = line.find(separator);
        grid.rows.push_back({{{line.substr(0, at), Style::command}},
                             {{line.substr(at + separator.size()), Style::quiet}}});
    }
    if (grid.rows.empty()) return;
    page.push_back(Heading{"Examples"});
    page.push_back(std::move(grid));
}

Fields parameter_fields(const Parameter& parameter) {
    return {{"names", split(parameter.names, ',')},
            {"value", or_null(parameter.value)},
            {"help", parameter.help},
            {"required", parameter.is_required()},
            {"repeats", parameter.repeats()}};
}

// Arguments or options of a declaration.
List parameters_of(const Declaration& declaration, bool arguments) {
    List list;
    for (const Parameter& parameter : declaration.parameters())
        if (parameter.is_argument() == arguments) list.push_back(parameter_fields(parameter));
    return list;
}

// What a program that completes or checks a command line wants to know.
Fields command_item(const Command& command) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    return {{"command", command.name},
            {"chapter", name_of(command.chapter)},
            {"summary", command.summary},
            {"effect", invocation->effect() == Effect::writes ? "writes" : "reads"},
            {"arguments", parameters_of(declaration, true)},
            {"options", parameters_of(declaration, false)}};
}

// The commands that it is about, and the page.
void explain(const std::vector<std::string>& topic, std::vector<const Command*>& commands,
             Page& page) {
    if (topic.empty()) {
        const auto all = command_table();
        commands.assign(all.begin(), all.end());
        page = overview_page();
    } else if (const std::string& first = topic.front(); topic.size() == 1 && is_bare_noun(first)) {
        commands = commands_of(first);
        page = noun_page(first);
    } else if (std::ranges::find(topics, first) != std::end(topics)) {
        page = topic_page(first);
    } else if (std::ranges::find(manual_topics, first) != std::end(manual_topics)) {
        page = manual_page_named(first);
    } else if (first == licenses) {
        page = notices_page();
    } else {
        commands = {find_command(topic).command};
        page = command_page(*commands.front());
    }
}

} // namespace

std::vector<std::string> help_topics() {
    std::vector<std::string> names(std::begin(topics), std::end(topics));
    names.insert(names.end(), std::begin(manual_topics), std::end(manual_topics));
    names.emplace_back(licenses);
    return names;
}

Report help_report(const std::vector<std::string>& topic, Date today) {
    Report report = report_of("mentor.help/1", today);
    Globals globals;
    report.head = {{"options", parameters_of(declaration_of(globals), false)}};
    std::vector<const Command*> commands;
    explain(topic, commands, report.page);
    for (const Command* command : commands)
        report.items.push_back(command_item(*command));
    return report;
}

Page overview_page() {
    Page page;
    page.push_back(
        Paragraph{{{"mentor", Style::strong},
                   {" keeps your mentorships going: a journal in plain files, for mentees "
                    "and mentors."}}});
    for (const NamedChapter& chapter : chapters) {
        Grid grid = plain_grid();
        for (const Command* command : command_table()) {
            if (command->chapter == chapter.chapter) grid.rows.push_back(row_of(*command));
        }
        page.push_back(Blank{});
        page.push_back(Heading{chapter.title});
        page.push_back(std::move(grid));
    }
    Globals globals;
    add_parameters(page, "With every command", declaration_of(globals), false);
    page.push_back(Blank{});
    page.push_back(
        sentence("One command in full: mentor help COMMAND. The manual: mentor help --man."));
    page.push_back(
        sentence("More: mentor help dates, environment, exit-codes, formats, licenses or marks."));
    return page;
}

Page noun_page(std::string_view noun) {
    Grid grid = plain_grid();
    for (const Command* command : commands_of(noun))
        grid.rows.push_back(row_of(*command));
    return {sentence(fmt::format("mentor {} COMMAND", noun), Style::strong), Blank{},
            std::move(grid), Blank{},
            sentence("One of them in full: mentor help {} COMMAND.", noun)};
}

Page command_page(const Command& command) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    Page page;
    page.push_back(sentence(synopsis_of(command, declaration), Style::strong));
    page.push_back(Blank{});
    page.push_back(sentence(std::string(command.summary) + "."));
    for (const auto& paragraph : split_lines(command.details)) {
        page.push_back(paragraph.empty() ? Block(Blank{}) : Block(sentence(paragraph)));
    }
    add_parameters(page, "Arguments", declaration, true);
    add_parameters(page, "Options", declaration, false);
    add_examples(page, command);
    return page;
}

namespace commands::help {
namespace {

struct Options {
    std::vector<std::string> topic;
    std::optional<std::string> man, schema;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.topic, "COMMAND", "the command to explain, or a topic");
    declaration
        .option(options.man, "--man", "[PAGE]",
                "a page of the manual: mentor, relationship, dates, guide, json or privacy")
        .offers([](View&, const std::string&) { return candidates_of(manual_names()); });
    declaration
        .option(options.schema, "--schema", "[FILE]",
                "a JSON Schema for editors, of a relationship's file, config or questions")
        .offers([](View&, const std::string&) { return candidates_of(schema_names()); });
}

Exit run(View& view, const Options& options) {
    // `help --man dates` and `help dates --man` are the same.
    const auto named = [&](const std::optional<std::string>& name) {
        return trim(name.value_or("") + " " + join(options.topic, " "));
    };
    if (options.man && options.schema)
        throw Error(Exit::usage, "--man and --schema are two different texts",
                    "ask for one of them");
    if (options.schema) {
        view.print(schema_named(named(options.schema)));
        return Exit::done;
    }
    Report report =
        help_report(options.man ? std::vector<std::string>() : options.topic, view.today());
    if (options.man) report.page = manual_page_named(named(options.man));
    view.show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "help",
    Chapter::journal,
    "Explain the commands, or one of them",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace commands::help

} // namespace mentor
