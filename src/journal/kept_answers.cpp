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
#include <utility>

namespace mentor {
namespace {

std::string text_of(const LeftRun& run) {
    Document document = Document::parse("", "answers.toml");
    document = document.with_value({"command"}, run.command);
    document = document.with_value({"words"}, run.words);
    document = document.with_value({"journal"}, run.journal);
    document = document.with_value({"at"}, run.at);
    document = document.with_value({"today"}, run.today);
    for (const Answer& answer : run.answers) {
        Table fields{
            {"question", answer.question}, {"text", answer.text}, {"typed", answer.is_typed}};
        if (!answer.chosen.empty())
            fields.emplace_back("chosen", Array(answer.chosen.begin(), answer.chosen.end()));
        if (!answer.about.empty()) fields.emplace_back("about", answer.about);
        document = document.with_appended("answer", fields);
    }
    for (const Meant& meant : run.people) {
        Table fields{{"word", meant.word}, {"slug", meant.slug}, {"name", meant.name}};
        if (!meant.uid.empty()) fields.emplace_back("uid", meant.uid);
        document = document.with_appended("person", fields);
    }
    return document.text();
}

std::optional<Meant> find_word(const std::vector<Meant>& people, std::string_view word) {
    const auto found = std::ranges::find(people, word, &Meant::word);
    return found == people.end() ? std::nullopt : std::optional(*found);
}

// Nobody waits for answers whose folder or file can't be read.
std::vector<std::string> names_in(const Host& host, const Folder& folder) {
    try {
        return host.list(folder);
    } catch (const Error&) {
        return {};
    }
}

std::optional<LeftRun> find_run(const Host& host, const std::filesystem::path& file) {
    try {
        const auto text = host.find_text(file);
        if (!text) return std::nullopt;
        return decode_left_run(Document::parse(*text, file.filename().string()));
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

// A name of its own for each command line and journal.
std::filesystem::path KeptAnswers::file_of(const LeftRun& run) const {
    const std::string_view apart("\0", 1);
    return folder_ / fmt::format("{}-{:016x}.toml", slug_of(run.command),
                                 checksum_of(join({run.journal, join(run.words, apart)}, apart)));
}

void KeptAnswers::be_about(const Folder& journal) {
    run_.journal = journal.string();
    try {
        run_.journal = host_.canonical(journal).string();
    } catch (const Error&) {
        // Whoever reads it says why it can't be.
    }
}

std::vector<LeftRun> KeptAnswers::of(std::string_view command) const {
    std::vector<LeftRun> runs;
    for (const std::string& name : names_in(host_, folder_)) {
        if (!name.ends_with(".toml")) continue;
        auto run = find_run(host_, folder_ / name);
        if (run && run->command == command && run->journal == run_.journal)
            runs.push_back(*std::move(run));
    }
    std::ranges::stable_sort(runs, std::greater<>(), &LeftRun::at);
    return runs;
}

void KeptAnswers::forget(const LeftRun& run) {
    host_.remove(file_of(run));
}

void KeptAnswers::begin(std::string command, std::vector<std::string> words) {
    run_.command = std::move(command);
    run_.words = std::move(words);
    run_.answers.clear();
    run_.people.clear();
}

void KeptAnswers::go_on(const LeftRun& left) {
    run_ = left;
    run_.answers.clear();
    run_.people.clear();
    again_ = left.answers;
    then_ = left.people;
    goes_on_ = true;
}

std::optional<Answer> KeptAnswers::find_again(std::string_view question) const {
    const auto found = std::ranges::find_if(again_, [&](const Answer& answer) {
        return answer.question == question && answer.about == subject_;
    });
    return found == again_.end() ? std::nullopt : std::optional(*found);
}

void KeptAnswers::note(Answer answer) {
    answer.about = subject_;
    const auto found = std::ranges::find_if(again_, [&](const Answer& each) {
        return each.question == answer.question && each.about == answer.about;
    });
    if (found != again_.end()) again_.erase(found);
    run_.answers.push_back(std::move(answer));
}

void KeptAnswers::restate(std::string text, std::vector<std::string> chosen) {
    if (run_.answers.empty()) return;
    run_.answers.back().text = std::move(text);
    run_.answers.back().chosen = std::move(chosen);
}

std::vector<std::string> KeptAnswers::chosen() const {
    return run_.answers.empty() ? std::vector<std::string>() : run_.answers.back().chosen;
}

void KeptAnswers::take_back() {
    if (!run_.answers.empty()) run_.answers.pop_back();
}

std::optional<Meant> KeptAnswers::find_meant(std::string_view word) const {
    if (auto meant = find_word(run_.people, word)) return meant;
    const auto found = std::ranges::find(run_.people, word, &Meant::slug);
    return found == run_.people.end() ? std::nullopt : std::optional(*found);
}

std::optional<Meant> KeptAnswers::find_meant_then(std::string_view word) const {
    return find_word(then_, word);
}

void KeptAnswers::mean(Meant person) {
    std::erase_if(run_.people, [&](const Meant& known) { return known.word == person.word; });
    run_.people.push_back(std::move(person));
}

void KeptAnswers::settle() {
    run_.answers.clear();
    again_.clear();
    if (!std::exchange(goes_on_, false)) return;
    try {
        forget(run_);
    } catch (const Error&) {
        // They would be offered once more; what was done is done.
    }
}

std::vector<Answer> KeptAnswers::given() const {
    std::vector<Answer> all = run_.answers;
    std::ranges::copy(again_, std::back_inserter(all));
    return all;
}

std::optional<LeftRun> KeptAnswers::keep(Date today) {
    LeftRun left = run_;
    left.answers = given();
    for (const Meant& meant : then_)
        if (!find_meant(meant.word)) left.people.push_back(meant);
    if (typed_in(left) == 0) return std::nullopt;
    left.at = host_.now();
    // What wasn't asked for again still means what it did then.
    if (again_.empty()) left.today = today;
    host_.make_folder(folder_);
    const auto file = file_of(left);
    host_.write({{file, host_.find_text(file), text_of(left)}});
    return left;
}

} // namespace mentor
