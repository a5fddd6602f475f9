// SPDX-License-Identifier: MIT
#include "system/keyboard.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <sys/select.h>
#include <unistd.h>

namespace mentor {
namespace {

constexpr std::array expected{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH};

std::size_t index_of(int signal) {
    return static_cast<std::size_t>(std::ranges::find(expected, signal) - expected.begin());
}

std::array<volatile std::sig_atomic_t, expected.size()> arrived;

// Before there was a keyboard.
std::array<struct sigaction, expected.size()> actions;

void note(int signal) {
    arrived[index_of(signal)] = 1;
}

// Between two questions, the answers aren't kept yet: what ends us waits for the next one, or for
// our own end. SIGQUIT doesn't, so that there is a way out of whatever goes on there; nor does what
// somebody had us ignore.
bool waits_for_a_question(int signal) {
    const bool ends = signal == SIGINT || signal == SIGTERM || signal == SIGHUP;
    return ends && actions[index_of(signal)].sa_handler != SIG_IGN;
}

void catch_signal(int signal) {
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    struct sigaction before {};
    sigaction(signal, &action, &before);
    if (before.sa_handler != note) actions[index_of(signal)] = before;
}

// Whether it arrived, and wasn't taken yet.
bool take(int signal) {
    volatile std::sig_atomic_t& noted = arrived[index_of(signal)];
    const bool is_there = noted != 0;
    noted = 0;
    return is_there;
}

std::optional<int> take_arrived() {
    const auto found = std::ranges::find_if(expected, take);
    return found == expected.end() ? std::nullopt : std::optional(*found);
}

// What came and was not read goes to whom it would have gone to without us.
void give_back(int signal) {
    sigaction(signal, &actions[index_of(signal)], nullptr);
    if (take(signal)) ::raise(signal);
}

bool is_any_pending() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return std::ranges::any_of(expected,
                               [&](int signal) { return sigismember(&pending, signal) == 1; });
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
        if (!waits_for_a_question(signal)) give_back(signal);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Keyboard::end() {
    for (const int signal : expected) {
        struct sigaction now {};
        sigaction(signal, nullptr, &now);
        if (now.sa_handler == note) give_back(signal);
    }
}

Keyboard::Event Keyboard::read() {
    sigset_t open = before_;
    for (const int signal : expected)
        sigdelset(&open, signal);
    for (;;) {
        let_in(open);
        if (const auto signal = take_arrived()) return {Event::Kind::signal, *signal};
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(STDIN_FILENO, &ready);
        if (::pselect(STDIN_FILENO + 1, &ready, nullptr, nullptr, nullptr, &open) == -1 &&
            errno == EINTR)
            continue;
        // Ctrl-C goes before the Enter that was pressed behind it: where a byte is there as well,
        // the system lets no signal in.
        if (is_any_pending()) continue;
        unsigned char byte = 0;
        const ssize_t count = posix::retried([&] { return ::read(STDIN_FILENO, &byte, 1); });
        if (count == 1) return {Event::Kind::byte, byte};
        if (count == -1 && errno == EAGAIN) continue;
        return {Event::Kind::end, 0};
    }
}

void Keyboard::let_in(const sigset_t& open) {
    sigset_t shut;
    pthread_sigmask(SIG_SETMASK, &open, &shut);
    pthread_sigmask(SIG_SETMASK, &shut, nullptr);
}

void Keyboard::pass_on(int signal) {
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    sigaction(signal, &actions[index_of(signal)], nullptr);
    ::raise(signal);
    pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
    pthread_sigmask(SIG_BLOCK, &one, nullptr);
    catch_signal(signal);
}

} // namespace mentor
