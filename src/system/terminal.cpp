// SPDX-License-Identifier: MIT
//
// The three standard streams and the window they may be in.
#include "core/text.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

namespace mentor {

namespace {

// As much as a file of the journal holds: no note is longer.
constexpr std::size_t most_megabytes = 16;

// Whichever stream still is the terminal knows its size.
winsize window() {
    winsize size{};
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO})
        if (::ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size;
    return {};
}

std::size_t number_or(const std::optional<std::string>& text, std::size_t otherwise) {
    const auto number = text ? find_number(*text) : std::nullopt;
    return number && *number > 0 ? *number : otherwise;
}

} // namespace

bool RealHost::input_is_terminal() const {
    return ::isatty(STDIN_FILENO) == 1;
}

bool RealHost::output_is_terminal() const {
    return ::isatty(STDOUT_FILENO) == 1;
}

bool RealHost::error_is_terminal() const {
    return ::isatty(STDERR_FILENO) == 1;
}

std::size_t RealHost::columns() const {
    const std::size_t known = window().ws_col;
    return known > 0 ? known : number_or(variable("COLUMNS"), 80);
}

std::size_t RealHost::rows() const {
    const std::size_t known = window().ws_row;
    return known > 0 ? known : number_or(variable("LINES"), 24);
}

std::string RealHost::read_input() {
    std::string text;
    if (!posix::read_all(STDIN_FILENO, text, 0, most_megabytes * 1'000'000))
        throw posix::failure("read", "standard input", errno);
    if (text.size() > most_megabytes * 1'000'000)
        throw Error(Exit::usage,
                    fmt::format("standard input holds more than {} MB", most_megabytes),
                    "nothing was written; give it the text of one note");
    return text;
}

void RealHost::write_output(std::string_view text) {
    if (posix::write_all(STDOUT_FILENO, text)) return;
    const int code = errno;
    if (code == EPIPE) posix::end_like_a_closed_pipe();
    throw posix::failure("write to", "standard output", code);
}

// An error can't be told any more where this fails.
void RealHost::write_error(std::string_view text) {
    posix::write_all(STDERR_FILENO, text);
}

} // namespace mentor
