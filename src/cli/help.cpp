// SPDX-License-Identifier: MIT

#include "cli/help.hpp"

#include "cli/parser.hpp"
#include "cli/table.hpp"
#include "core/compiled_text.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/invocation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Titled {
    Chapter chapter;
    const char* title;
};
constexpr Titled chapters[] = {
    {Chapter::daily, "Every day"},
    {Chapter::people, "People"},
    {Chapter::promises, "Goals, promises and questions"},
    {Chapter::looking, "Looking"},
    {Chapter::journal, "The journal"},
};

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

struct Options {
    std::vector<std::string> topic;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.topic, "COMMAND", "the command to explain");
}

// What is explained here, with or without a manual at hand.
constexpr std::string_view topics[] = {"dates", "marks"};

// What only the manual explains: mentor-json(7).
constexpr std::string_view manual_topics[] = {"json", "relationship"};

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

Page page_on(const std::vector<std::string>& topic) {
    if (topic.empty()) return overview_page();
    const std::string& first = topic.front();
    if (topic.size() == 1 && is_bare_noun(first)) return noun_page(first);
    if (std::ranges::find(topics, first) != std::end(topics)) return topic_page(first);
    if (std::ranges::find(manual_topics, first) != std::end(manual_topics)) {
        return {sentence("The manual has a page on it: man mentor-{}", first)};
    }
    return command_page(*find_command(topic).command);
}

Exit run(View& view, const Options& options) {
    view.show(Report{.schema = "mentor.help/1",
                     .today = view.today(),
                     .head = {},
                     .fields = {},
                     .items = {},
                     .page = page_on(options.topic)});
    return Exit::done;
}

} // namespace

Page overview_page() {
    Page page;
    page.push_back(
        Paragraph{{{"mentor", Style::strong},
                   {" keeps your mentorships going: a journal in plain files, for mentees "
                    "and mentors."}}});
    for (const auto& [chapter, title] : chapters) {
        Grid grid = plain_grid();
        for (const Command* command : command_table()) {
            if (command->chapter == chapter) grid.rows.push_back(row_of(*command));
        }
        page.push_back(Blank{});
        page.push_back(Heading{title});
        page.push_back(std::move(grid));
    }
    Globals globals;
    Declaration declaration;
    declare_globals(declaration, globals);
    add_parameters(page, "With every command", declaration, false);
    page.push_back(Blank{});
    page.push_back(sentence("One command in full: mentor help COMMAND. The manual: man mentor."));
    page.push_back(
        sentence("Days and lengths: mentor help dates. Marks in a note: mentor help marks."));
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

const Command help_command{
    "help",
    Chapter::journal,
    "Explain the commands, or one of them",
    "",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor
