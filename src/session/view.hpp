// SPDX-License-Identifier: MIT
//
// What a command receives that reads: people as its output may show them, the configuration,
// today, and the few things that every command does the same way: find who is meant, show a report,
// say what a person should know. Nothing in it can change a file.
#pragma once

#include "core/model/who.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"
#include "session/output.hpp"
#include "session/setup.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

class View {
public:
    explicit View(Setup& setup, Output output = {});

    const Host& host;
    const Globals& globals;
    const Config& config;
    const Calendar& calendar;
    const Output& output() const { return output_; }
    Needs needs() const { return output_.needs(); } // of what it shows

    Date today() const { return calendar.today; }
    // With the time of day; nullopt where today was said (--today, MENTOR_TODAY): such a day has
    // none.
    std::optional<Moment> now() const;
    Date past(std::string_view text) const;   // dates that look back: --on, --since
    Date future(std::string_view text) const; // dates to come: --due, --until
    // The day on which something happened: today where nothing was said. Error(usage) for a day
    // ahead.
    Date happened(const std::optional<std::string>& text) const;

    // --- the journal
    // Throws Error(usage) that says how to begin where there is no journal.
    void require_journal() const;
    // Nobody began one yet. One that a broken configuration may have named isn't missing.
    bool lacks_journal() const;
    std::vector<std::string> slugs() const { return setup_.journal.slugs(); }
    // Everyone by name, looked up once: the words of one command line are all about those who were
    // there when it began.
    const std::vector<Handle>& handles() const;
    // The slug that `who` names; on a terminal a person chooses among several, and is asked about
    // whoever is only near. Error(unknown) otherwise. Whom a word named in the run that this one
    // goes on with it names again, and nobody else without a yes.
    std::string slug_for(std::string_view who);
    // Whoever goes on later with this run means them by that word.
    void mean(std::string_view who, const std::string& slug);
    // Whoever had that slug in the run that this one goes on with, by the one that they have now;
    // nullopt where nobody surely is.
    std::optional<std::string> find_again(const std::string& slug) const;
    std::vector<std::string> slugs_for(const std::vector<std::string>& who);
    // How many of the words, from the first on, make up a name of someone: 2 of "Ada Byron coffee
    // today". At least 1; they may not be empty.
    std::size_t name_length(std::span<const std::string> words) const;
    // Each gives people without what this output may not show. Throws as Journal::read does.
    Relationship read(std::string_view slug) const;
    // Loads `slugs` (all where empty) and tells of each broken file on standard error.
    std::vector<Relationship> load(const std::vector<std::string>& slugs = {},
                                   Extent extent = Extent::whole);
    // Outlines, without the parts that `forget` takes from each, where it is read: a command that
    // never looks at them needs no memory for those of everyone.
    using Forget = std::function<void(Relationship& person)>;
    std::vector<Relationship> load(std::vector<std::string> slugs, const Forget& forget);
    // The same one by one, without keeping them; see Journal::visit.
    void visit(const std::vector<std::string>& slugs, Extent extent, const Journal::Visit& visit);
    // The same of those whose text `is_wanted`, with that text: none where the output is one to
    // pass on, which may not show all of it; then all is read.
    void visit_wanted(const std::vector<std::string>& slugs, Extent extent,
                      const Journal::IsWanted& is_wanted, const Journal::VisitText& visit);
    // The same of everyone who can be read, and not a word of the others.
    void visit_sound(const Journal::Visit& visit) const;

    // --- speaking
    // Shows the report on standard output, in the face that the output asks for; a page through the
    // pager where it is long and a person reads it.
    void show(const Report& report);
    // The same of a page that has its face already, that of a terminal: the output is_page().
    void show_page(const std::string& text);
    // The same of what may be large, part by part.
    void show_page(const std::vector<std::string_view>& parts);
    // On standard output, as it is.
    void print(std::string_view text);
    // Whether the file is the journal's or the configuration, or would be one if it were there:
    // whatever links lead to it.
    bool is_own(const std::filesystem::path& file) const;
    // Into a file that isn't the journal's, in the place of `before`, at once or not at all.
    void write_out(const std::filesystem::path& file, const FileText& before,
                   const std::string& text);
    // To where it is passed on: Traits.
    void pass_on(const std::filesystem::path& file, const std::string& text);
    void tell(const Diagnostic& diagnostic);
    // The same of a file that is broken, as far as the exit code goes; the rest is done.
    void tell_broken(const Diagnostic& fault);
    // There was a file that is broken, and the rest was done.
    bool met_broken_file() const { return setup_.met_broken_file; }
    // A page on standard error: what a person should know besides the data.
    void say(const Page& message);
    void say(std::string_view line);
    // A notice on the desktop, which anyone near can read. Throws Error(system).
    void notify(std::string_view line);
    // A person is there to answer: both standard streams are terminals and --no-input wasn't given.
    bool interactive() const;
    // The answer of that person, or what they answered in the run that this one goes on with.
    // Throws Error(interrupted) where they leave; what was answered until then is kept.
    std::string ask(const Prompt& prompt);
    // One key of `keys`, pressed at the question; Enter and the space bar are ' '. Throws
    // Error(interrupted) where they leave.
    char press(const std::string& question, std::string_view keys);
    // Does what this command line of mentor does, and says what it says.
    Exit run(const std::vector<std::string>& words);
    // The last answer was refused: it isn't one to keep.
    void take_back();
    // What was answered is written: nothing of it is to be kept.
    void settle();
    // What the last answer, a number in a list, means in words, and by what the things chosen are
    // known again.
    void restate(std::string answer, std::vector<std::string> chosen = {});
    // What the questions are about from now on: see About, below. Gives what they were about.
    std::string be_about(std::string thing);
    // What the last answer chose, where it is that of the run that this one goes on with.
    std::vector<std::string> chosen() const;
    // When a message is welcome and what time it is there, for people to read; "" where neither is
    // known, and where there is no `now`.
    std::string hours_words(const std::string& name, const std::string& hours,
                            const std::string& timezone) const;
    Look look_of_output() const;
    Look look_of_error() const;

    // Where the configuration lies, and what belongs to it.
    Folder config_folder() const { return setup_.config_file.folder(); }

private:
    // Takes its private words out, where the output is passed on.
    void keep_back(Relationship& relationship) const;
    std::string slug_named(std::string_view who);
    std::string slug_again(const Meant& meant);
    std::string slug_near(std::string_view who, const std::vector<Handle>& everyone);
    void tell_broken(const std::vector<Diagnostic>& faults);

    Setup& setup_;
    Output output_;
};

// For as long as it lives, the questions are about one thing of a file, so that a run that goes on
// gives what was answered to it to no other.
class About {
public:
    About(View& view, std::string thing) : view_(view), before_(view.be_about(std::move(thing))) {}
    ~About() { view_.be_about(std::move(before_)); }
    About(const About&) = delete;
    About& operator=(const About&) = delete;

private:
    View& view_;
    std::string before_;
};

// Throws Error(usage) naming `option` for a word that isn't one of `known`, in any case.
void require_word(std::string_view word, const std::vector<std::string>& known,
                  std::string_view option);
void require_words(const std::vector<std::string>& words, const std::vector<std::string>& known,
                   std::string_view option);

// Whether an option that may be repeated, in any case, lets the word through; not given, it lets
// all through.
bool accepts(const std::vector<std::string>& wanted, std::string_view word);

} // namespace mentor
