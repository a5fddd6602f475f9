// SPDX-License-Identifier: MIT
//
// Questions on a real terminal: a pseudo-terminal on which another process asks and this one types.
#include "support/lines.hpp"
#include "support/sandbox.hpp"
#include "support/waiting.hpp"
#include "system/real_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <string>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace mentor::prompts_test {

using mentor::Prompt;
using namespace std::chrono_literals;

namespace {

const Prompt who{
    "Who?", "Ada", "The name of the person.", {"Zoë Ångström", "Zoltan", "Grace Hopper"}};

// A person at a terminal of which a process asks the same question a number of times.
class Conversation {
public:
    Conversation(const Prompt& prompt, int questions, const char* terminal,
                 const char* locale = "C") {
        winsize size{24, 40, 0, 0};
        process_ = forkpty(&terminal_, nullptr, nullptr, &size);
        REQUIRE(process_ != -1);
        if (process_ == 0) answer(prompt, questions, terminal, locale);
    }
    ~Conversation() {
        if (process_ > 0) end();
        close(terminal_);
    }

    // Waits for the question: before it the terminal edits what is typed, and in its own way.
    void reply(std::string_view keys) {
        CHECK(see("Who? [Ada] "));
        type(keys);
    }
    void type(std::string_view keys) {
        REQUIRE(write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }

    // Waits until `text` appears after what was seen last; false where it never does.
    bool see(std::string_view text) {
        const auto deadline = std::chrono::steady_clock::now() + mentor::patience;
        for (;;) {
            const std::size_t where = shown_.find(text, seen_);
            if (where != std::string::npos) {
                seen_ = where + text.size();
                return true;
            }
            if (!hear(deadline)) return false;
        }
    }

    // 128 and the signal where one ended it.
    int end() {
        const auto deadline = std::chrono::steady_clock::now() + mentor::patience;
        while (hear(deadline)) {
        }
        if (std::chrono::steady_clock::now() >= deadline) kill(process_, SIGKILL);
        return mentor::end_of(std::exchange(process_, 0));
    }

    pid_t process() const { return process_; }
    bool edits_lines() const {
        termios modes{};
        REQUIRE(tcgetattr(terminal_, &modes) == 0);
        return (modes.c_lflag & ICANON) == 0;
    }

private:
    [[noreturn]] static void answer(const Prompt& prompt, int questions, const char* terminal,
                                    const char* locale) {
        setenv("TERM", terminal, 1);
        setenv("LC_ALL", locale, 1);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            std::signal(signal, SIG_DFL);
        _exit(status_of(prompt, questions));
    }

    // The host is gone by the time that the process ends: a signal has had its way.
    static int status_of(const Prompt& prompt, int questions) {
        mentor::RealHost host;
        try {
            for (int i = 0; i < questions; ++i)
                host.write_output("<" + host.ask(prompt) + ">\n");
        } catch (const mentor::Error& error) {
            host.write_output(std::string("(") + error.what() + ")\n");
            return static_cast<int>(error.exit());
        }
        return 0;
    }

    bool hear(std::chrono::steady_clock::time_point deadline) {
        using std::chrono::milliseconds;
        const auto left = deadline - std::chrono::steady_clock::now();
        pollfd ready{terminal_, POLLIN, 0};
        const auto wait = std::max(0ms, std::chrono::duration_cast<milliseconds>(left));
        if (poll(&ready, 1, static_cast<int>(wait.count())) != 1) return false;
        char bytes[4096];
        const ssize_t count = read(terminal_, bytes, sizeof bytes);
        if (count <= 0) return false; // EIO: the other side is closed
        shown_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int terminal_ = -1;
    pid_t process_ = 0;
    std::string shown_;
    std::size_t seen_ = 0;
};

const std::string left_arrow = "\x1b[D";
const std::string control_left = "\x1b[1;5D";
const std::string home = "\x1b[H";
const std::string up = "\x1b[A";

} // namespace

TEST_CASE("a line is edited like a shell's, with accents under LC_ALL=C") {
    Conversation person(who, 5, "xterm");
    person.reply("Zoë x\x7f\x7f\r");
    CHECK(person.see("<Zoë>"));
    person.reply("Zoe" + left_arrow +
                 "\x7f"
                 "ö\r");
    CHECK(person.see("<Zöe>"));
    person.reply("Lovelace" + home + "Ada \r");
    CHECK(person.see("<Ada Lovelace>"));
    person.reply("one three" + control_left + "two \r");
    CHECK(person.see("<one two three>"));
    person.reply("日本語" + left_arrow + "\x7f\r");
    CHECK(person.see("<日語>"));
    CHECK(person.end() == 0);
}

TEST_CASE("Enter takes the preset, which the question shows") {
    Conversation person(who, 2, "xterm");
    person.reply("\r");
    CHECK(person.see("<Ada>"));
    person.reply("  Grace  \r");
    CHECK(person.see("<Grace>"));
    CHECK(person.end() == 0);
}

TEST_CASE("a question mark alone shows the hint and asks again") {
    for (const char* terminal : {"xterm", "dumb"}) {
        Conversation person(who, 1, terminal);
        person.reply("?\r");
        CHECK(person.see("The name of the person."));
        person.reply("Why?\r");
        CHECK(person.see("<Why?>"));
        CHECK(person.end() == 0);
    }
}

TEST_CASE("Tab completes, and lists what it can't choose from") {
    Conversation person(who, 2, "xterm");
    person.reply("gr\t\r");
    CHECK(person.see("<Grace Hopper>"));
    person.reply("z\t\t");
    CHECK(person.see("Zoë Ångström  Zoltan"));
    CHECK(person.see("Zo"));
    person.type("e\t\r");
    CHECK(person.see("<Zoë Ångström>"));
    CHECK(person.end() == 0);
}

TEST_CASE("earlier answers are found with the Up key") {
    Conversation person(who, 3, "xterm");
    person.reply("first\r");
    CHECK(person.see("<first>"));
    person.reply("second\r");
    CHECK(person.see("<second>"));
    person.reply(up + up + "!\r");
    CHECK(person.see("<first!>"));
    CHECK(person.end() == 0);
}

TEST_CASE("what is in brackets comes to the line with the Right key, and is edited there") {
    Conversation person(who, 2, "xterm");
    person.reply("\x1b[C Byron\r");
    CHECK(person.see("<Ada Byron>"));
    person.reply("bc\x01\x1b[C!\r");
    CHECK(person.see("<b!c>"));
    CHECK(person.end() == 0);
}

TEST_CASE("what was typed before stands on the line") {
    Prompt again = who;
    again.typed = "cofée 漢";
    Conversation person(again, 1, "xterm");
    CHECK(person.see("cofée 漢"));
    person.type("\x15"
                "coffee\r");
    CHECK(person.see("<coffee>"));
    CHECK(person.end() == 0);
}

TEST_CASE("Ctrl-D on an empty line ends where the question says so") {
    Prompt note = who;
    note.ends = true;
    Conversation person(note, 2, "xterm");
    person.reply("\x04");
    CHECK(person.see("<Ada>"));
    person.reply("x\r");
    CHECK(person.see("<x>"));
    CHECK(person.end() == 0);
}

TEST_CASE("what is typed ahead waits for its question") {
    Conversation person(who, 3, "xterm");
    person.reply("one\rtwo\rthree\r");
    CHECK(person.see("<one>"));
    CHECK(person.see("<two>"));
    CHECK(person.see("<three>"));
    CHECK(person.end() == 0);
}

TEST_CASE("Ctrl-C and Ctrl-D leave, and the terminal is as it was") {
    for (const char* terminal : {"xterm", "dumb"})
        for (const char* key : {"\x03", "\x04"}) {
            CAPTURE(std::string(terminal));
            CAPTURE(static_cast<int>(key[0]));
            Conversation person(who, 1, terminal);
            person.reply(key);
            CHECK(person.see("\n(left without saving anything)"));
            CHECK_FALSE(person.edits_lines());
            CHECK(person.end() == 130);
        }
}

TEST_CASE("Ctrl-D in a line deletes") {
    Conversation person(who, 1, "xterm");
    person.reply("xAda\x01\x04\r");
    CHECK(person.see("<Ada>"));
    CHECK(person.end() == 0);
}

TEST_CASE("a signal ends the program and leaves the terminal as it was") {
    for (const int signal : {SIGTERM, SIGHUP}) {
        Conversation person(who, 1, "xterm");
        person.reply("some text");
        CHECK(person.see("text"));
        CHECK(person.edits_lines());
        kill(person.process(), signal);
        CHECK(person.end() == 128 + signal);
        CHECK_FALSE(person.edits_lines());
    }
}

TEST_CASE("a terminal that can't move its cursor reads a plain line") {
    for (const char* terminal : {"dumb", "", "no-such-terminal"}) {
        CAPTURE(terminal);
        Conversation person(who, 2, terminal);
        person.reply("");
        CHECK_FALSE(person.edits_lines());
        person.type("Zoë\r");
        CHECK(person.see("<Zoë>"));
        person.reply("\r");
        CHECK(person.see("<Ada>"));
        CHECK(person.end() == 0);
    }
}

} // namespace mentor::prompts_test
