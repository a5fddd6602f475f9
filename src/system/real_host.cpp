// SPDX-License-Identifier: MIT
#include "system/real_host.hpp"

#include "system/keyboard.hpp"
#include "system/line_editor.hpp"
#include "system/posix.hpp"
#include "system/processes.hpp"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

namespace mentor {

std::unique_ptr<Host> make_host() {
    return std::make_unique<RealHost>();
}

RealHost::RealHost() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1) continue;
        // The wrong way round on purpose: using a stream that was closed must go on being an error.
        [[maybe_unused]] const int opened =
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

RealHost::~RealHost() {
    Keyboard::end();
    // Whoever waits for us sees what ended us.
    if (ended_by_ != 0) ::raise(ended_by_);
}

Moment RealHost::now() const {
    return posix::local_time(std::time(nullptr));
}

std::optional<Moment> RealHost::now_in(const std::string& zone) const {
    return posix::time_in(zone, std::time(nullptr));
}

std::vector<std::string> RealHost::zones() const {
    return posix::zones();
}

Moment RealHost::to_utc(const Moment& local) const {
    return posix::utc_of(local);
}

std::optional<std::string> RealHost::variable(std::string_view name) const {
    const char* value = std::getenv(std::string(name).c_str());
    if (!value || !*value) return std::nullopt;
    return value;
}

bool RealHost::is_running(int process) const {
    return process != ::getpid() && posix::is_one_of_us(process);
}

std::uint32_t RealHost::random() const {
    std::uint32_t number = 0;
    const ssize_t count = posix::retried([&] { return getrandom(&number, sizeof number, 0); });
    if (count != sizeof number)
        throw Error(Exit::system, "the system gives no random numbers: " + posix::reason(errno));
    return number;
}

} // namespace mentor
