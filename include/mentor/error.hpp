// SPDX-License-Identifier: MIT
//
// What can go wrong, as a value: a diagnostic says what happened, where, and what to do; an error
// carries one and the exit code that scripts rely on. Thrown anywhere, caught once, in cli.
#pragma once

#include <exception>
#include <string>

namespace mentor {

// The exit codes of the command line's contract.
enum class Exit : int {
    done = 0,
    no = 1,      // the answer is no: nothing found, or something is due under --exit-code
    usage = 2,   // the command line was wrong
    broken = 3,  // a file is broken; what could be done was done
    unknown = 4, // no such person or item, or several
    system = 5,  // disk, permission, lock, network
    interrupted = 130,
};

enum class Severity { error, warning };

struct Diagnostic {
    std::string what;   // what happened: lower case, no final stop; may span lines
    std::string advice; // what to do about it; empty where nothing helps; may span lines
    std::string file;   // the file's name as a person would say it; empty: not about a file
    int line = 0;       // 1 is the first line, 0 is unknown
    int column = 0;     // in code points; 1 is the first, 0 is unknown
    Severity severity = Severity::error;

    bool operator==(const Diagnostic&) const = default;
};

class Error : public std::exception {
public:
    Error(Exit exit, Diagnostic diagnostic);
    // The common case of an error that is about no file.
    Error(Exit exit, std::string what, std::string advice = "");

    Exit exit() const noexcept { return exit_; }
    const Diagnostic& diagnostic() const noexcept { return diagnostic_; }
    const char* what() const noexcept override { return diagnostic_.what.c_str(); }

private:
    Exit exit_;
    Diagnostic diagnostic_;
};

// "ada-lovelace.toml:14:8", as far as it is known; "mentor" where it is about no file.
std::string place_of(const Diagnostic& diagnostic);

// "ada-lovelace.toml:14:8: error: …" for a file's fault, "mentor: …" for any other; the advice
// follows on lines of its own, indented by two. Ends with a newline.
std::string to_text(const Diagnostic& diagnostic);

} // namespace mentor
