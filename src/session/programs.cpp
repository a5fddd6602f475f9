// SPDX-License-Identifier: MIT
#include "session/programs.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace mentor {
namespace {

// The first that isn't blank. A variable of mentor's own goes before the configuration, those of
// the whole system after it.
class ProgramChoice {
public:
    ProgramChoice(const Host& host, std::string_view key)
        : host_(host), program_{"", "", std::string(key)} {}

    ProgramChoice& offer(const std::string& text, std::string_view from) {
        if (program_.from.empty() && !trim(text).empty())
            program_.text = text, program_.from = from;
        return *this;
    }
    ProgramChoice& offer_variable(std::string_view name) {
        return offer(host_.variable(name).value_or(""), name);
    }
    Program take() { return std::move(program_); }

private:
    const Host& host_;
    Program program_;
};

Error refusal(const Program& program, std::string_view what) {
    const bool is_variable = program.from != "config.toml";
    return Error(
        Exit::usage,
        fmt::format("{} {}", is_variable ? program.from : program.key + " in the configuration",
                    what),
        is_variable ? fmt::format("set {} anew, or unset it", program.from)
                    : to_type("set it anew, or take it away: mentor config {} \"\"", program.key));
}

} // namespace

Program find_editor(const Host& host, const Config& config) {
    return ProgramChoice(host, "editor")
        .offer(config.editor, "config.toml")
        .offer_variable("VISUAL")
        .offer_variable("EDITOR")
        .offer("nano", "default")
        .take();
}

std::vector<std::string> pager_words(const Host& host, const Config& config) {
    auto words = words_of(find_pager(host, config), host);
    // Alone, less would show the codes of colours, and wait where all fits on a screen.
    const bool is_bare_less =
        words.size() == 1 && std::filesystem::path(words.front()).filename() == "less";
    if (is_bare_less && !host.variable("LESS")) words.emplace_back("-FRX");
    return words;
}

Program find_pager(const Host& host, const Config& config) {
    return ProgramChoice(host, "pager")
        .offer_variable("MENTOR_PAGER")
        .offer(config.pager, "config.toml")
        .offer_variable("PAGER")
        .offer("less -FRX", "default")
        .take();
}

std::string_view why_not_started(const Ended& ended) {
    return ended.start == Ended::Start::not_found ? "can't be found"
                                                  : "is no program that may be run";
}

std::vector<std::string> words_of(const Program& program, const Host& host) {
    if (trim(program.text).empty()) throw refusal(program, "names no program");
    if (const auto fault = find_program_fault(program.text)) throw refusal(program, *fault);
    return find_shell_words(program.text, host.variable("HOME").value_or("")).value();
}

} // namespace mentor
