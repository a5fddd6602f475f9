// SPDX-License-Identifier: MIT
//
// The one interface between the program and the machine: files, other programs, the clock, the
// environment and the terminal. src/system implements it; tests have a twin in memory. Everything
// that fails throws Error(system) with the path and the system's reason, unless a comment says
// otherwise.
#pragma once

#include "core/dates/date.hpp"
#include "core/temporary.hpp"

#include "mentor/error.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

using Folder = std::filesystem::path;

// A file's bytes; nullopt where there is no such file.
using FileText = std::optional<std::string>;

// What a file has beside its text: who may do what with it, and what other programs noted at it.
struct Carried {
    unsigned mode = 0600; // for its owner alone where the access list isn't known
    unsigned owner = 0, group = 0;
    std::optional<std::string> access_list;        // acl(5), as the system writes it
    std::map<std::string, std::string> attributes; // "user.…", xattr(7)
    bool operator==(const Carried&) const = default;
};

// What a write does to one file.
struct Change {
    std::filesystem::path file; // an absolute path
    FileText before;            // what it takes the place of; nullopt where nothing is to be there
    FileText after;             // nullopt removes the file
    // Of a file that comes, what it is to have; of one that goes, what it had. nullopt: as any new
    // file.
    std::optional<Carried> carried = {};
};

// A file doesn't hold any more what a change takes the place of: another program was faster.
// Nothing was changed.
class Overtaken : public Error {
public:
    using Error::Error;
};

// What the system says of a file or a folder, links followed.
struct Traits {
    unsigned mode = 0; // its permissions: 0600
    bool is_folder = false;
    bool can_be_changed = true; // the mode; false where it belongs to someone else
    bool is_linked = false;     // the same file has another name as well, here or elsewhere
    bool can_be_written = true; // by us; of a folder, what is in it
    // Nothing is kept there: /dev/null, or a pipe that whoever started us holds open, as a shell's
    // >(command).
    bool passes_on = false;
    Moment written; // local time
    // Someone besides its owner may do something with it.
    bool is_open() const { return (mode & 077) != 0; }
};

// What a program finds in its environment otherwise than this one does; nullopt: it isn't there.
using Variables = std::map<std::string, std::optional<std::string>>;

// What came of a program that was to be run.
struct Ended {
    enum class Start { done, not_found, not_runnable }; // the last: it is there
    Start start = Start::done;
    int status = -1; // of one that was started; 128 and the number of the signal that ended it

    bool was_started() const { return start == Start::done; }
    bool succeeded() const { return was_started() && status == 0; }
    // Or was started to start another, as a wrapper is, that isn't there or can't be run: it ends
    // as a shell then does (POSIX.1-2017, XCU 2.8.2), which others may do as well.
    bool seems_not_run() const { return !was_started() || status == 127 || status == 126; }
};

// The same of a program that was run for what it says.
struct Heard : Ended {
    std::string output, error;
};

// Held while it lives.
class Lock {
public:
    virtual ~Lock() = default;
};

// One question on the terminal.
struct Prompt {
    std::string question;                // "When did you meet?"
    std::string preset;                  // what Enter takes; shown in brackets. "" lets Enter skip
    std::string hint;                    // what `?` shows
    std::vector<std::string> candidates; // what Tab completes
    // A list to choose from: what holds the words on the line shows below it as they are typed.
    std::vector<std::string> narrowed = {};
    std::string typed = {}; // what stands on the line already, to be edited
    bool decides = false;   // a yes or no to what is about to be done: no answer to keep
    bool ends = false;      // Ctrl-D on an empty line is an empty answer; otherwise it leaves
};

class Host {
public:
    virtual ~Host() = default;

    // --- the clock, the environment, chance
    virtual Moment now() const = 0; // local time, with the time of day
    // The same in a zone of the IANA database, "Europe/London"; nullopt where the system knows none
    // of that name.
    virtual std::optional<Moment> now_in(const std::string& zone) const = 0;
    // The names of all of them; none where the system has no such database.
    virtual std::vector<std::string> zones() const = 0;
    // From local time to UTC, by the zone's rules on that day. Of an hour that the clock skips or
    // has twice, one of its readings.
    virtual Moment to_utc(const Moment& local) const = 0;
    virtual std::optional<std::string>
    variable(std::string_view name) const = 0; // nullopt: unset or empty
    virtual std::uint32_t random() const = 0;
    // Whether mentor runs under that number, in another process. Of one that the system tells
    // nothing about it may.
    virtual bool is_running(int process) const = 0;

    // --- files
    // The whole text, or nullopt where there is no such file. Anything but a regular file (after
    // following symbolic links) is an error.
    virtual std::optional<std::string> find_text(const std::filesystem::path& file) const = 0;
    // The first `most` bytes of it, or all where there are fewer.
    virtual std::optional<std::string> find_beginning(const std::filesystem::path& file,
                                                      std::size_t most) const = 0;
    // The names in a folder, sorted bytewise, without "." and ".."; empty where there is no such
    // folder.
    virtual std::vector<std::string> list(const Folder& folder) const = 0;
    virtual bool exists(const std::filesystem::path& path) const = 0; // a dangling link exists
    // nullopt where nothing is, or a link leads nowhere.
    virtual std::optional<Traits> find_traits(const std::filesystem::path& path) const = 0;
    // nullopt where there is no such file.
    virtual std::optional<Carried> find_carried(const std::filesystem::path& file) const = 0;
    // The folder by the one name that it has from wherever it is looked at: from the root, without
    // links, "." and "..". What isn't there keeps the name that it was given; "" is ".".
    virtual Folder canonical(const Folder& folder) const = 0;
    // Creates the folder and its missing parents, each 0700. False where it was there already.
    virtual bool make_folder(const Folder& folder) = 0;
    // All or none as far as the system can: each text goes to a temporary file beside its target,
    // is synced, and only then are they renamed into place and removals done, and the folders
    // synced. A replaced file keeps what it carries, a new one is 0600 or has what its change says,
    // where it belonged to us; a symbolic link is followed. Throws Overtaken.
    virtual void write(const std::vector<Change>& changes) = 0;
    // To where what is written is passed on; a pipe that nobody reads any more ends it silently.
    virtual void pass_on(const std::filesystem::path& file, std::string_view text) = 0;
    // Waits a few seconds at most for every other process that holds it.
    virtual std::unique_ptr<Lock> lock(const Folder& folder) = 0;
    // A new private file (0600) in the temporary folder, whose name tells of our process and ends
    // with `ending`.
    virtual std::filesystem::path make_temporary(std::string_view ending,
                                                 std::string_view text) = 0;
    virtual void remove(const std::filesystem::path& file) = 0; // no error where it is gone
    // Takes every permission away from all but the owner of what links lead to.
    virtual void make_private(const std::filesystem::path& path) = 0;

    // --- other programs
    // Runs a program on this terminal from a list of words, without a shell, and waits for it.
    // `input` is what it reads; nullopt leaves it the terminal.
    virtual Ended run(const std::vector<std::string>& words,
                      std::optional<std::string_view> input) = 0;
    // The same of a program that says nothing on this terminal but what it asks there itself, such
    // as a password. What files it makes are private (umask 077).
    virtual Heard hear(const std::vector<std::string>& words, std::string_view input = {},
                       const Variables& variables = {}) = 0;
    // The file that this program was started from; "mentor" where nobody knows.
    virtual std::string own_file() const = 0;

    // --- the standard streams
    virtual bool input_is_terminal() const = 0;
    virtual bool output_is_terminal() const = 0;
    virtual bool error_is_terminal() const = 0;
    virtual std::size_t columns() const = 0;              // of the terminal; 80 where nobody knows
    virtual std::size_t rows() const = 0;                 // of the terminal; 24 where nobody knows
    virtual std::string read_input() = 0;                 // standard input, no more than 16 MB
    virtual void write_output(std::string_view text) = 0; // a closed pipe ends it silently
    virtual void write_error(std::string_view text) = 0;

    // --- prompts, on a terminal only
    // The line that was typed, trimmed, or the preset for an empty one. Throws Error(interrupted)
    // for Ctrl-C and Ctrl-D, for a terminal that is gone, and for a signal that ends the program,
    // which has its way when the machine is let go.
    virtual std::string ask(const Prompt& prompt) = 0;
    // One of `keys`, lower case letters, as it is pressed; Enter is ' '. Another key is passed
    // over. Throws as `ask` does.
    virtual char press(const std::string& question, std::string_view keys) = 0;
};

// For the copies that an editor works on.
inline Folder temporary_folder(const Host& host) {
    return host.variable("TMPDIR").value_or("/tmp");
}

// Of a temporary file: whether it may hold what another program wrote, and what is nowhere else.
inline bool is_only_copy(const Host& host, const std::filesystem::path& file) {
    const std::string name = file.filename();
    if (!names_texts(name)) return false;
    try {
        const auto text = host.find_text(file);
        return text && !names_text(name, *text);
    } catch (const Error&) {
        return true;
    }
}

} // namespace mentor
