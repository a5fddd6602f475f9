// SPDX-License-Identifier: MIT
//
// The answers that a person gave, for as long as nothing is written of them: whoever is interrupted
// finds them again. A run that is left keeps them in a file of the state folder, one for each
// command line; the run that goes on there gives them again to the same questions. Knows no command
// and no question.
#pragma once

#include "core/model/left_run.hpp"
#include "machine/host.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

class KeptAnswers {
public:
    // `folder`, where they lie, need not be there.
    KeptAnswers(Host& host, Folder folder) : host_(host), folder_(std::move(folder)) {}

    // The journal that questions are about from now on.
    void be_about(const Folder& journal);

    // The runs of this command, about this journal, that were left, the newest first. A file that
    // can't be read is none.
    std::vector<LeftRun> of(std::string_view command) const;
    // No error where it is gone.
    void forget(const LeftRun& run);

    // --- this run
    void begin(std::string command, std::vector<std::string> words);
    // The same as `left`, whose answers are given again.
    void go_on(const LeftRun& left);
    // The thing that the questions from now on are about, by what it is known again; "" for none.
    // Gives the one before. An answer is given again about the same thing alone.
    std::string be_about_thing(std::string thing) {
        return std::exchange(subject_, std::move(thing));
    }
    // What was answered to this question before the run was left, and is not noted again yet.
    std::optional<Answer> find_again(std::string_view question) const;
    // Where today is this day, "yesterday" means the same as in the run that was left.
    bool left_on(Date today) const { return run_.today == today; }
    void note(Answer answer);
    void take_back(); // the last answer was refused
    // What the last answer means, where what was typed, such as a number in a list, may come to
    // mean something else; and by what the things that were chosen are known again.
    void restate(std::string text, std::vector<std::string> chosen);
    // What the last answer chose, where it was given in the run that this one goes on with.
    std::vector<std::string> chosen() const;
    // Whom a word named, in this run alone; or in the run that this one goes on with.
    std::optional<Meant> find_meant(std::string_view word) const;
    std::optional<Meant> find_meant_then(std::string_view word) const;
    void mean(Meant person);
    // What was answered so far is written, or not wanted any more.
    void settle();
    // All that was answered in this run, and in the one that it goes on with.
    std::vector<Answer> given() const;
    // Writes what was typed so far to its file; nullopt where nothing was. `today` is the day that
    // this run took for it. Throws Error(system).
    std::optional<LeftRun> keep(Date today);

private:
    std::filesystem::path file_of(const LeftRun& run) const;

    Host& host_;
    Folder folder_;
    LeftRun run_;
    std::string subject_;
    std::vector<Answer> again_; // those that were not yet asked for
    std::vector<Meant> then_;   // whom the words named in the run that this one goes on with
    bool goes_on_ = false;
};

} // namespace mentor
