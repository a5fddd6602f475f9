// SPDX-License-Identifier: MIT
//
// The bytes that a person types, and the signals that arrive meanwhile, as one stream of events:
// signals are let in while it waits and at no other time, so nothing happens behind the back of
// what reads them. One that would end the program between two questions is an event of the next.
// Knows nothing of line editing.
#pragma once

#include "system/posix.hpp"

#include <csignal>

namespace mentor {

class Keyboard {
public:
    // What came: a byte (0 to 255), a signal's number, or the end of input.
    struct Event {
        enum class Kind { byte, signal, end } kind;
        int value = 0;
    };

    // From here on the signals below arrive as events alone.
    Keyboard();
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    Event read();

    // Lets the signal do what it does to a program: end it, stop it until it is continued, or
    // nothing.
    void pass_on(int signal);

    // No question comes any more: signals do what they do without us, and what waits does it now.
    static void end();

private:
    static void let_in(const sigset_t& open);

    sigset_t before_;
};

} // namespace mentor
