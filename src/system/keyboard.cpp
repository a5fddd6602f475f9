// SPDX-License-Identifier: MIT
#include "system/keyboard.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace mentor {

Keyboard::Keyboard() {
    sigset_t expected;
    sigemptyset(&expected);
    for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH})
        sigaddset(&expected, signal);
    pthread_sigmask(SIG_BLOCK, &expected, &before_);
    signals_ = posix::Descriptor(::signalfd(-1, &expected, SFD_CLOEXEC | SFD_NONBLOCK));
}

Keyboard::~Keyboard() {
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Keyboard::Event Keyboard::read() {
    for (;;) {
        pollfd ready[] = {{STDIN_FILENO, POLLIN, 0}, {signals_.number(), POLLIN, 0}};
        posix::retried([&] { return ::poll(ready, 2, -1); });
        signalfd_siginfo signal{};
        if (ready[1].revents != 0 &&
            ::read(signals_.number(), &signal, sizeof signal) == sizeof signal)
            return {Event::Kind::signal, static_cast<int>(signal.ssi_signo)};
        if (ready[0].revents == 0) continue;
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
    ::raise(signal);
    pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
    pthread_sigmask(SIG_BLOCK, &one, nullptr);
}

} // namespace mentor
