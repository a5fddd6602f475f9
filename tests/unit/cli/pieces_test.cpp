// SPDX-License-Identifier: MIT
//
// A text of several words that an option stands in the middle of: what a shell cut off the option's
// value would become part of the text.
#include "cli/parser.hpp"
#include "cli/table.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mentor::pieces_test {

namespace {

// The words of the command's last argument, as those of `words` that are no options make it up.
std::vector<std::string> text_of(const Command& command, const std::vector<std::string>& words) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    Globals globals;
    const Arguments arguments = parse_options(words, command, globals, declaration);
    fill_arguments(
        arguments, command, declaration, [](const auto&) { return std::size_t{1}; },
        [](const Parameter&) { return std::nullopt; });
    for (const Parameter& parameter : declaration.parameters())
        if (parameter.is_argument() && parameter.repeats())
            return *std::get<std::vector<std::string>*>(parameter.target);
    return {};
}

// A command whose arguments end with a text, the words before it, and an option with a value.
struct Case {
    const Command* command;
    std::vector<std::string> before;
    std::string option, takes;
    bool takes_words() const { // of its own, as many as there are
        return is_text() || takes == "[TEXT]" || takes == "WORD";
    }
    bool is_text() const {
        return takes == "TEXT" || takes == "PLACE" || takes == "TITLE" || takes == "NAME";
    }
};

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const Command* command : command_table()) {
        const auto invocation = command->invocation();
        Declaration declaration;
        invocation->declare(declaration);
        const auto& parameters = declaration.parameters();
        const auto is_text = [](const Parameter& parameter) {
            return parameter.is_argument() && parameter.repeats() && parameter.value != "WHO" &&
                   parameter.value != "WORDS" && parameter.value != "KEY=VALUE";
        };
        if (std::ranges::none_of(parameters, is_text)) continue;
        std::vector<std::string> before;
        for (const Parameter& parameter : parameters)
            if (parameter.is_argument() && !parameter.repeats()) before.emplace_back("ada");
        for (const Parameter& parameter : parameters)
            if (!parameter.is_argument() && !parameter.is_flag())
                cases.push_back({command, before,
                                 parameter.names.substr(parameter.names.find("--")),
                                 parameter.value});
    }
    return cases;
}

std::vector<std::string> line(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

TEST_CASE("words behind the value of an option are no second piece of a text before it") {
    const std::vector<Case> cases = all_cases();
    REQUIRE(cases.size() > 40);
    for (const Case& each : cases) {
        if (!each.takes_words()) continue;
        const std::string& option = each.option;
        CAPTURE(each.command->name);
        CAPTURE(option);
        const auto text = [&](const std::vector<std::string>& words) {
            return text_of(*each.command, line(each.before, words));
        };
        for (const auto& words : std::vector<std::vector<std::string>>{
                 {"one", option, "two", "three"},
                 {"one", option + "=two", "three"},
                 {"one", "--today", "fri", option, "two", "three"}}) {
            try {
                text(words);
                FAIL("taken");
            } catch (const Error& error) {
                CHECK(error.exit() == Exit::usage);
                CHECK(std::string(error.what()).starts_with("'three' may be more of " + option));
            }
        }
    }
}

TEST_CASE("who knows of quotes, or says where the text is, is understood") {
    using Words = std::vector<std::string>;
    for (const Case& each : all_cases()) {
        const std::string& option = each.option;
        CAPTURE(each.command->name);
        CAPTURE(option);
        const auto text = [&](const Words& words) {
            return text_of(*each.command, line(each.before, words));
        };
        CHECK(text({"one", "two", option, "three"}) == Words{"one", "two"});
        CHECK(text({"one", option, "", "two"}) == Words{"one", "two"});
        if (!each.takes_words())
            CHECK(text({"one", option, "three", "two"}) == Words{"one", "two"});
        CHECK(text({"one", option, "three four", "two"}) == Words{"one", "two"});
        CHECK(text({"one", option, "three", "two more"}) == Words{"one", "two more"});
        CHECK(text({"one", option, "three", "--", "two"}) == Words{"one", "two"});
        CHECK(text({"one", "--no-pager", "two"}) == Words{"one", "two"});
        CHECK(text({option, "three", "--", "two", "more"}) == Words{"two", "more"});
        CHECK(text({"one", option, "three", "-y"}) == Words{"one"});
        CHECK(text({"one", option, "three", "--today=fri"}) == Words{"one"});
    }
}

// "--where Cafe Lunch" is what a script says with "$place" and "$text" in quotes.
TEST_CASE("one word behind the value of an option is the text, more of them may be the value") {
    using Words = std::vector<std::string>;
    for (const Case& each : all_cases()) {
        if (each.before.empty()) continue; // `add --met Paris Bo Diaz` names Bo Diaz
        const std::string& option = each.option;
        CAPTURE(each.command->name);
        CAPTURE(option);
        const auto text = [&](const Words& words) {
            return text_of(*each.command, line(each.before, words));
        };
        CHECK(text({option, "one", "two"}) == Words{"two"});
        CHECK(text({option + "=one", "two"}) == Words{"two"});
        if (!each.is_text()) {
            CHECK(text({option, "one", "two", "three"}) == Words{"two", "three"});
            continue;
        }
        try {
            text({option, "one", "two", "three"});
            FAIL("taken");
        } catch (const Error& error) {
            CHECK(std::string(error.what()).starts_with("'two three' may be more of " + option));
            CHECK(error.diagnostic().advice.find(" before " + option) != std::string::npos);
        }
    }
}

// A loop gives it where a file was meant, and nobody promised, learnt or asked a dash.
TEST_CASE("a dash is no text, but where it stands for standard input") {
    std::size_t tried = 0;
    for (const Command* command : command_table()) {
        const auto invocation = command->invocation();
        Declaration declaration;
        invocation->declare(declaration);
        for (const Parameter& parameter : declaration.parameters()) {
            const bool is_text = parameter.value == "TEXT" || parameter.value == "[TEXT]" ||
                                 parameter.value == "OUTCOME" || parameter.value == "WHY" ||
                                 parameter.value == "WHAT" || parameter.value.starts_with("REF=");
            if (!is_text || (parameter.is_argument() && !parameter.repeats())) continue;
            CAPTURE(command->name);
            CAPTURE(parameter.names);
            std::vector<std::string> words;
            for (const Parameter& other : declaration.parameters())
                if (other.is_argument() && !other.repeats() && parameter.is_argument())
                    words.emplace_back("ada");
            if (!parameter.is_argument())
                words.push_back(parameter.names.substr(parameter.names.find("--")));
            words.emplace_back(parameter.value.starts_with("REF=") ? "q1=-" : "-");
            ++tried;
            if (parameter.takes_input) {
                CHECK(text_of(*command, words) == std::vector<std::string>{"-"});
                continue;
            }
            try {
                text_of(*command, words);
                FAIL("taken");
            } catch (const Error& error) {
                CHECK(std::string(error.what()) == "'-' has no words");
            }
        }
    }
    CHECK(tried > 30);
}

} // namespace mentor::pieces_test
