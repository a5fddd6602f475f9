// SPDX-License-Identifier: MIT
#include "system/keyboard.hpp"

#include <algorithm>
#include <sys/select.h>
#include <unistd.h>

namespace mentor {
namespace {

constexpr std::array expected{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH};
static_assert(expected.size() == Keyboard::signal_count);

std::size_t index_of(int signal) {
    return static_cast<std::size_t>(std::ranges::find(expected, signal) - expected.begin());
}

std::array<volatile std::sig_atomic_t, expected.size()> arrived;

void note(int signal) {
    arrived[index_of(signal)] = 1;
}

std::optional<int> take_arrived() {
    for (const int signal : expected) {
        if (arrived[index_of(signal)] == 0) continue;
        arrived[index_of(signal)] = 0;
        return signal;
    }
    return std::nullopt;
}

} // namespace

Keyboard::Keyboard() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : expected)
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    for (const int signal : expected)
        catch_signal(signal);
}

Keyboard::~Keyboard() {
    for (const int signal : expected)
        sigaction(signal, &actions_[index_of(signal)], nullptr);
    // What came and was not read goes to whom it would have gone to without us.
    while (const auto signal = take_arrived())
        ::raise(*signal);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Keyboard::catch_signal(int signal) {
    struct sigaction action {};
    action.sa_handler = note;
    sigaction(signal, &action, &actions_[index_of(signal)]);
}

Keyboard::Event Keyboard::read() {
    sigset_t open = before_;
    for (const int signal : expected)
        sigdelset(&open, signal);
    for (;;) {
        if (const auto signal = take_arrived()) return {Event::Kind::signal, *signal};
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(STDIN_FILENO, &ready);
        if (::pselect(STDIN_FILENO + 1, &ready, nullptr, nullptr, nullptr, &open) == -1 &&
            errno == EINTR)
            continue;
        unsigned char byte = 0;
        const ssize_t count = posix::retried([&] { return ::read(STDIN_FILENO, &byte, 1); });
        if (count == 1) return {Event::Kind::byte, byte};
        if (count == -1 && errno == EAGAIN) continue;
        return {Event::Kind::end, 0};
    }
}

void Keyboard::pass_on(int signal) {
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    sigaction(signal, &actions_[index_of(signal)], nullptr);
    ::raise(signal);
    pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
    pthread_sigmask(SIG_BLOCK, &one, nullptr);
    catch_signal(signal);
}

} // namespace mentor
