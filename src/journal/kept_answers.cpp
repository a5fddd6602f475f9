// SPDX-License-Identifier: MIT

#include "journal/kept_answers.hpp"

#include "core/checksum.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "toml/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace mentor {
namespace {

std::string text_of(const LeftRun& run) {
    Document document = Document::parse("", "answers.toml");
    document = document.with_value({"command"}, run.command);
    document = document.with_value({"words"}, run.words);
    document = document.with_value({"at"}, run.at);
    for (const Answer& answer : run.answers) {
        document = document.with_appended(
            "answer",
            {{"question", answer.question}, {"text", answer.text}, {"typed", answer.is_typed}});
    }
    return document.text();
}

} // namespace

// A name of its own for each command line.
std::filesystem::path KeptAnswers::file_of(const LeftRun& run) const {
    return folder_ / fmt::format("{}-{:016x}.toml", slug_of(run.command),
                                 checksum_of(join(run.words, std::string_view("\0", 1))));
}

std::vector<LeftRun> KeptAnswers::of(std::string_view command) const {
    std::vector<LeftRun> runs;
    try {
        for (const std::string& name : host_.list(folder_)) {
            if (!name.starts_with(slug_of(command)) || !name.ends_with(".toml")) continue;
            const auto text = host_.find_text(folder_ / name);
            if (!text) continue;
            LeftRun run = decode_left_run(Document::parse(*text, name));
            if (run.command == command) runs.push_back(std::move(run));
        }
    } catch (const Error&) {
        // Nobody waits for answers whose file can't be read.
    }
    std::ranges::stable_sort(runs, std::greater<>(), &LeftRun::at);
    return runs;
}

void KeptAnswers::forget(const LeftRun& run) {
    host_.remove(file_of(run));
}

void KeptAnswers::begin(std::string command, std::vector<std::string> words) {
    run_ = {std::move(command), std::move(words), {}, {}};
}

void KeptAnswers::go_on(const LeftRun& left) {
    run_ = {left.command, left.words, left.at, {}};
    again_ = left.answers;
    goes_on_ = true;
}

std::optional<Answer> KeptAnswers::find_again(std::string_view question) {
    const auto found = std::ranges::find(again_, question, &Answer::question);
    if (found == again_.end()) return std::nullopt;
    Answer answer = std::move(*found);
    again_.erase(found);
    return answer;
}

void KeptAnswers::restate(std::string text) {
    if (!run_.answers.empty()) run_.answers.back().text = std::move(text);
}

void KeptAnswers::take_back() {
    if (!run_.answers.empty()) run_.answers.pop_back();
}

void KeptAnswers::settle() {
    run_.answers.clear();
    again_.clear();
    if (goes_on_) forget(run_);
    goes_on_ = false;
}

std::optional<LeftRun> KeptAnswers::keep() {
    LeftRun left = run_;
    std::ranges::copy(again_, std::back_inserter(left.answers));
    if (typed_in(left) == 0) return std::nullopt;
    left.at = host_.now();
    host_.make_folder(folder_);
    const auto file = file_of(left);
    host_.write({{file, host_.find_text(file), text_of(left)}});
    return left;
}

} // namespace mentor
