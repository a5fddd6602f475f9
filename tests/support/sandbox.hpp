// SPDX-License-Identifier: MIT
//
// What tests of the real machine need: a folder that goes away again, a second process, and an
// error as a value.
#pragma once

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace mentor {

class Sandbox {
public:
    Sandbox() {
        std::string name = std::filesystem::temp_directory_path() / "mentor-test-XXXXXX";
        REQUIRE(mkdtemp(name.data()));
        folder_ = name;
    }
    ~Sandbox() { std::filesystem::remove_all(folder_); }
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path operator/(std::string_view name) const { return folder_ / name; }

private:
    std::filesystem::path folder_;
};

// Starts a process that does `action` and ends with what it returns. Nothing in it may CHECK.
template<typename Action>
pid_t start_process(Action action) {
    // The test framework catches these, also in the new process until that says otherwise.
    constexpr int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGFPE, SIGILL};
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    const pid_t process = fork();
    if (process == 0)
        for (const int signal : caught)
            std::signal(signal, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    REQUIRE(process != -1);
    if (process != 0) return process;
    int status = 99;
    try {
        status = action();
    } catch (const Error& error) {
        status = static_cast<int>(error.exit());
    }
    _exit(status);
}

// Its exit status, or 128 and the signal that ended it.
inline int end_of(pid_t process) {
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

template<typename Action>
int in_process(Action action) {
    return end_of(start_process(action));
}

// What a system error says, with its advice on lines of their own; fails for any other exit code.
template<typename Action>
std::string system_error(Action action) {
    try {
        action();
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::system);
        const std::string& advice = error.diagnostic().advice;
        return error.what() + (advice.empty() ? "" : "\n" + advice);
    }
    return "no error";
}

} // namespace mentor
