// SPDX-License-Identifier: MIT
//
// What all of src/system shares: an open file that closes itself, transfers that survive signals
// and short counts, and the one wording of a failed system call. Knows nothing of the Host.
#pragma once

#include "core/dates/date.hpp"

#include "mentor/error.hpp"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace mentor::posix {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void release() noexcept { number_ = -1; } // another owner closes it
    bool close() noexcept; // false, with errno, where the system reports a late failure

private:
    int number_ = -1;
};

// Keeps the signals that end a program away while it lives, so that none leaves half a job behind;
// one that came meanwhile is delivered at the end.
class Undisturbed {
public:
    Undisturbed();
    ~Undisturbed();
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;

    const sigset_t* before() const { return &before_; } // what was kept away already

private:
    sigset_t before_;
};

// The call's result, made again for as long as a signal interrupts it.
template<typename Call>
auto retried(Call call) {
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

// To the end of what `file` gives, appended to `text`; false, with errno, where that fails.
// `expected` is the size in bytes where it is known, else 0. Ends early once `text` is larger than `most`:
// there are files without an end.
bool read_all(int file, std::string& text, std::size_t expected = 0,
              std::size_t most = std::string::npos);

// The folder itself, to list, sync or lock; closed, with errno, where it can't be opened.
Descriptor open_folder(const std::filesystem::path& folder);

// All of `text`; false, with errno, where that fails. Waits for a file that doesn't block.
bool write_all(int file, std::string_view text);

// Whoever reads what we write has left. Where that ends nobody yet, since whoever started us
// ignores SIGPIPE, it ends us all the same.
void end_like_a_closed_pipe();

// "No such file or directory": the system's words for an errno, in English whatever the locale.
std::string reason(int code);

// Error(system): "can't ACTION PATH: REASON".
Error failure(std::string_view action, const std::filesystem::path& path, int code,
              std::string advice = "");
Error failure(std::string_view action, const std::filesystem::path& path, std::string_view why,
              std::string advice = "");

// The local time of so many seconds since 1970; UTC where the system knows no zone.
Moment local_time(std::time_t seconds);
// The same in a zone of the IANA database; nullopt where the system knows none of that name. Not
// for several threads at once: the zone is the process's while it looks.
std::optional<Moment> time_in(const std::string& zone, std::time_t seconds);
std::vector<std::string> zones();

// The same moment in UTC, by the rules of the process's zone.
Moment utc_of(const Moment& local);

// What a mode lets anyone but the owner do.
inline constexpr mode_t for_others = S_IRWXG | S_IRWXO | S_ISGID;

// What a person says of something that isn't a regular file: "it is a folder, not a file".
std::string_view description(mode_t mode);

// The folder that holds `path`, "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);

} // namespace mentor::posix
