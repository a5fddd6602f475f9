// SPDX-License-Identifier: MIT

#include "cli/transcript.hpp"

#include "cli/run.hpp"
#include "core/dates/date.hpp"
#include "core/text.hpp"
#include "support/memory_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace transcript {
namespace {

using mentor::MemoryHost;

const std::filesystem::path home = "/home/ada";
const std::filesystem::path journal = home / ".local/share/mentor";
const std::filesystem::path config = home / ".config/mentor/config.toml";

std::filesystem::path path_of(const std::string& name) {
    for (const std::string_view beside : {"drafts/", "questions", "config"})
        if (name.starts_with(beside)) return config.parent_path() / name;
    return journal / name;
}

// A command line and what its transcript gives it.
struct Command {
    std::string line;
    std::vector<std::string> input, answers, edited;
};

// The words of a command line, with the shell's single and double quotes.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool begun = false;
    char quote = '\0';
    for (const char c : line) {
        if (quote != '\0') {
            if (c == quote) {
                quote = '\0';
            } else {
                word += c;
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
            begun = true;
        } else if (c == ' ') {
            if (begun) words.push_back(std::exchange(word, ""));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun) words.push_back(word);
    return words;
}

std::string lines_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

// Each line behind a mark; control characters are shown, so that a transcript stays a text.
std::string marked(const std::string& text, const std::string& mark) {
    std::string result;
    for (const auto& line : mentor::split_lines(text)) {
        result += mentor::visible(mark + line);
        while (!result.empty() && result.back() == ' ')
            result.pop_back();
        result += '\n';
    }
    return result;
}

class Transcript {
public:
    explicit Transcript(const std::string& text) : lines_(mentor::split_lines(text)) {}

    std::string rerun() {
        // Every file of every transcript is read both ways, and they agree.
        host_.environment = {{"HOME", home.string()}, {"EDITOR", "ed"}, {"MENTOR_READER", "both"}};
        host_.clock = {*mentor::find_iso_date("2026-11-22"), mentor::TimeOfDay{9, 30, 0}};
        while (at_ < lines_.size() && lines_[at_] != "=== run")
            read_before();
        while (at_ < lines_.size())
            run_next();
        return out_;
    }

private:
    void copy() { out_ += lines_[at_++] + "\n"; }

    void read_before() {
        const std::string header = lines_[at_];
        copy();
        if (header.starts_with("=== file ")) {
            std::vector<std::string> body;
            while (at_ < lines_.size() && !lines_[at_].starts_with("=== ")) {
                body.push_back(lines_[at_]);
                copy();
            }
            host_.put(path_of(header.substr(9)), lines_of(body));
            host_.make_folder(journal);
        } else if (header.starts_with("=== with ")) {
            for (const auto& word : words_of(header.substr(9)))
                set(word);
        }
    }

    void set(const std::string& word) {
        const auto value = word.substr(std::min(word.find('=') + 1, word.size()));
        if (word == "terminal") {
            host_.use_terminal();
            host_.environment["TERM"] = "xterm";
            host_.environment["NO_COLOR"] = "1";
        } else if (word == "journal") {
            host_.make_folder(journal);
        } else if (word.starts_with("mode:")) {
            const auto name = word.substr(5, word.find('=') - 5);
            host_.modes[(name == "." ? journal : path_of(name)).lexically_normal()] =
                static_cast<unsigned>(std::stoul(value, nullptr, 8));
        } else if (word.starts_with("foreign:")) {
            host_.foreign.insert(path_of(word.substr(8)));
        } else if (word.starts_with("now=")) {
            host_.clock.date = *mentor::find_iso_date(value);
        } else if (word.starts_with("width=")) {
            host_.window_columns = static_cast<std::size_t>(std::stoul(value));
        } else if (word.starts_with("rows=")) {
            host_.window_rows = static_cast<std::size_t>(std::stoul(value));
        } else if (word.find('=') != std::string::npos) {
            host_.environment[word.substr(0, word.find('='))] = value;
        } else {
            throw std::runtime_error("unknown setting: " + word);
        }
    }

    void run_next() {
        if (lines_[at_].starts_with("=== with ") || lines_[at_].starts_with("=== file "))
            return read_before();
        if (!lines_[at_].starts_with("$ ")) return copy();
        Command command{lines_[at_].substr(2), {}, {}, {}};
        copy();
        bool given = true;
        while (at_ < lines_.size() && !lines_[at_].starts_with("$ ") &&
               !lines_[at_].starts_with("=== ")) {
            const std::string& line = lines_[at_];
            const std::string rest = line.size() > 2 ? line.substr(2) : "";
            given = given && !line.empty() &&
                    std::string_view("<@*").find(line[0]) != std::string_view::npos &&
                    (line.size() == 1 || line[1] == ' ');
            if (!given) {
                ++at_;
                continue;
            }
            // Where the answers end, the person leaves; ^C says so.
            if (line != "@ ^C")
                (line[0] == '<'   ? command.input
                 : line[0] == '@' ? command.answers
                                  : command.edited)
                    .push_back(rest);
            copy();
        }
        run(command);
    }

    void run(const Command& command) {
        auto words = words_of(command.line);
        if (words.empty()) return;
        if (words[0] == "cat" && words.size() == 2) {
            const auto text = host_.find_text(path_of(words[1]));
            out_ += text ? marked(*text, "") : "(no such file)\n";
            return;
        }
        if (words[0] == "ls") {
            for (const auto& name : host_.list(journal))
                out_ += name + "\n";
            return;
        }
        if (words[0] != "mentor")
            throw std::runtime_error("not a command of a transcript: " + command.line);
        words.erase(words.begin());
        host_.input = lines_of(command.input);
        host_.answers.assign(command.answers.begin(), command.answers.end());
        host_.program = [&](const std::vector<std::string>& program,
                            std::optional<std::string_view> input) {
            if (input) host_.write_output(*input);
            if (!command.edited.empty()) host_.put(program.back(), lines_of(command.edited));
            return 0;
        };
        host_.output.clear();
        host_.error.clear();
        host_.asked.clear();
        const mentor::Exit exit = mentor::run(host_, words);
        for (const auto& question : host_.asked) {
            const std::string preset =
                question.preset.empty() ? "" : fmt::format(" [{}]", question.preset);
            const std::string typed = question.typed.empty() ? "" : " " + question.typed;
            out_ += fmt::format("? {}{}{}\n", question.question, preset, typed);
        }
        out_ += marked(host_.output, "") + marked(host_.error, "! ");
        if (exit != mentor::Exit::done) out_ += fmt::format("[{}]\n", static_cast<int>(exit));
    }

    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    std::string out_;
    MemoryHost host_;
};

} // namespace

std::string rerun(const std::string& text) {
    return Transcript(text).rerun();
}

} // namespace transcript
