// SPDX-License-Identifier: MIT
//
// The face of libmentor: what a second program, such as a status bar or a page, needs to read a
// journal, to get its reminders and to log an entry, by the same rules and edits, under the same
// lock and with the same way back (`mentor undo`) as the program. Everything throws mentor::Error,
// with the exit code and the advice that the program would give. Nothing here asks or prints,
// except that a file descriptor from 0 to 2 that is closed is opened on /dev/null.
#pragma once

#include "mentor/error.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class Client {
public:
    using Day = std::chrono::year_month_day;

    struct Person {
        std::string slug, name; // the file's name without its ending; the name in it
        std::string role;       // mentor, mentee, peer
        std::string stage;      // prospect, active, paused, winding-down, alumni, declined
        std::optional<Day> last_contact, next_meeting;
    };

    struct Reminder {
        std::string slug, name;
        std::string kind; // of mentor-json(7), "mentor.due/1"
        Day on{};
        int days = 0;            // from today to `on`; negative once it has passed
        bool is_late = false;    // it waited longer than it should
        bool is_private = false; // its words are from what others may not read
        std::string what, why;   // "Time to catch up with Ada", "last coffee 34 days ago"
        std::string command;     // what to type, safe for a POSIX shell; "" where that is plain
    };

    struct Entry {
        std::string note;                      // what happened; its marks are taken as they are
        std::string kind = "meeting";          // or coffee, call, message …
        std::optional<Day> on;                 // today where it isn't said
        std::vector<std::string> mine, theirs; // promises: "Send the draft by fri"
        bool is_private = false;
    };

    // The journal that the program itself would use: MENTOR_DIR, else what the configuration says,
    // else the default. Throws Error(usage) where there is none.
    Client();
    // The journal in a folder.
    explicit Client(const std::filesystem::path& folder);
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    ~Client();

    // Everyone whose file can be read, by slug.
    std::vector<Person> people();
    // What is due from the past up to `days` from today, as `mentor due` sorts it.
    std::vector<Reminder> due(int days = 0);
    // Notes what happened with someone, who is named as on the command line; gives the slug. Throws
    // Error(unknown) where nobody or several are meant, Error(usage) for a day ahead, an unknown
    // kind and an entry that says nothing.
    std::string log(std::string_view who, const Entry& entry);

    // What the last call had to pass over, or couldn't keep for undo: "ada.toml:3:5: error: …", a
    // line each with its advice below.
    const std::vector<std::string>& faults() const { return faults_; }

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
    std::vector<std::string> faults_;
};

} // namespace mentor
