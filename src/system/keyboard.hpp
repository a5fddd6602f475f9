// SPDX-License-Identifier: MIT
//
// The bytes that a person types, and the signals that arrive meanwhile, as one stream of events: no
// handlers, so nothing happens behind the back of what reads them. Knows nothing of line editing.
#pragma once

#include "system/posix.hpp"

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

private:
    posix::Descriptor signals_;
    sigset_t before_;
};

} // namespace mentor
