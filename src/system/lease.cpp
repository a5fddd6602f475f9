// SPDX-License-Identifier: MIT
#include "system/lease.hpp"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <thread>

namespace mentor::posix {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds patience{2000};
// Who appends line after line leaves little time in between.
constexpr std::chrono::microseconds nap{100};

} // namespace

Lease::Lease(const std::filesystem::path& file)
    : opened_(retried([&] {
          return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
      })) {
#ifdef MENTOR_HAS_LEASES
    // The signal that tells of a program that waits would end us; this one ends nobody.
    if (!opened_.is_open() || ::fcntl(opened_.number(), F_SETSIG, SIGURG) == -1) return;
    if (::fcntl(opened_.number(), F_SETLEASE, F_RDLCK) == 0)
        standing_ = Standing::held;
    else if (errno == EAGAIN)
        standing_ = Standing::refused;
#endif
}

bool Lease::is_wanted() const {
#ifdef MENTOR_HAS_LEASES
    return standing_ == Standing::held && ::fcntl(opened_.number(), F_GETLEASE) == F_UNLCK;
#else
    return false;
#endif
}

bool await_writers(const std::filesystem::path& file) {
    const auto deadline = steady_clock::now() + patience;
    for (;;) {
        // Who slept through it, as a program does that is stopped, still looks once more.
        const bool is_last = steady_clock::now() >= deadline;
        if (!Lease(file).is_refused()) return true;
        if (is_last) return false;
        std::this_thread::sleep_for(nap);
    }
}

} // namespace mentor::posix
