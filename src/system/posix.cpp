// SPDX-License-Identifier: MIT
#include "system/posix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mentor::posix {

bool Descriptor::close() noexcept {
    if (!is_open()) return true;
    // Linux has closed it even where a signal interrupted: a second try could close another's file.
    return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

Undisturbed::Undisturbed() {
    sigset_t deadly;
    sigemptyset(&deadly);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        sigaddset(&deadly, signal);
    pthread_sigmask(SIG_BLOCK, &deadly, &before_);
}

Undisturbed::~Undisturbed() {
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool read_all(int file, std::string& text, std::size_t expected, std::size_t most) {
    std::size_t size = text.size();
    const std::size_t end = size + expected;
    // One byte more than expected: where it doesn't come, this was the end.
    std::size_t room = expected + 1;
    for (;;) {
        if (text.size() == size) text.resize(size + room);
        const ssize_t count =
            retried([&] { return ::read(file, text.data() + size, text.size() - size); });
        if (count > 0) size += static_cast<std::size_t>(count);
        room = std::max<std::size_t>(size, 4096);
        const bool is_end = count <= 0 || (expected > 0 && size == end);
        if (!is_end && size <= most) continue;
        text.resize(size);
        return count >= 0;
    }
}

Descriptor open_folder(const std::filesystem::path& folder) {
    return Descriptor(
        retried([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = retried([&] { return ::write(file, text.data(), text.size()); });
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // Another program left our terminal or pipe non-blocking.
            pollfd ready{file, POLLOUT, 0};
            retried([&] { return ::poll(&ready, 1, -1); });
        } else {
            return false;
        }
    }
    return true;
}

void end_like_a_closed_pipe() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

std::string reason(int code) {
    return std::generic_category().message(code);
}

Error failure(std::string_view action, const std::filesystem::path& path, int code,
              std::string advice) {
    return failure(action, path, reason(code), std::move(advice));
}

Error failure(std::string_view action, const std::filesystem::path& path, std::string_view why,
              std::string advice) {
    return Error(Exit::system, fmt::format("can't {} {}: {}", action, path.string(), why),
                 std::move(advice));
}

namespace {

Moment moment_of(const std::tm& time) {
    const std::chrono::year_month_day date{
        std::chrono::year{time.tm_year + 1900},
        std::chrono::month{static_cast<unsigned>(time.tm_mon + 1)},
        std::chrono::day{static_cast<unsigned>(time.tm_mday)}};
    return {date, TimeOfDay{time.tm_hour, time.tm_min, time.tm_sec}};
}

} // namespace

Moment local_time(std::time_t seconds) {
    tzset();
    std::tm local{};
    if (!localtime_r(&seconds, &local)) gmtime_r(&seconds, &local);
    return moment_of(local);
}

Moment utc_of(const Moment& local) {
    tzset();
    const TimeOfDay time = local.time.value_or(TimeOfDay{});
    std::tm parts{};
    parts.tm_year = year_of(local.date) - 1900;
    parts.tm_mon = month_of(local.date) - 1;
    parts.tm_mday = day_of_month(local.date);
    parts.tm_hour = time.hour;
    parts.tm_min = time.minute;
    parts.tm_sec = time.second;
    parts.tm_isdst = -1; // whether it is summer the zone knows
    const std::time_t seconds = std::mktime(&parts);
    std::tm utc{};
    if (!gmtime_r(&seconds, &utc)) return local;
    const bool is_in_calendar = utc.tm_year > -1900 && utc.tm_year < 10000 - 1900;
    return is_in_calendar ? moment_of(utc) : local;
}

namespace {

std::filesystem::path zone_folder() {
    const char* named = std::getenv("TZDIR");
    return named && *named ? named : "/usr/share/zoneinfo";
}

// Beside the zones lie tables, the names of which begin with a small letter, and copies of all
// zones in folders that do.
bool may_be_zone(std::string_view name) {
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

} // namespace

std::vector<std::string> zones() {
    const auto folder = zone_folder();
    std::vector<std::string> names;
    std::error_code fault;
    auto each = std::filesystem::recursive_directory_iterator(folder, fault);
    for (; !fault && each != std::filesystem::recursive_directory_iterator();
         each.increment(fault)) {
        std::error_code unknown;
        const bool is_zone = may_be_zone(each->path().filename().native());
        if (!is_zone) each.disable_recursion_pending();
        if (is_zone && !each->is_directory(unknown))
            names.push_back(each->path().lexically_relative(folder).string());
    }
    std::ranges::sort(names);
    return names;
}

// tzset(3) takes a zone that it doesn't know for UTC, so its file is looked for first.
std::optional<Moment> time_in(const std::string& zone, std::time_t seconds) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_+-/";
    if (!may_be_zone(zone) || zone.find_first_not_of(letters) != std::string::npos ||
        zone.find("//") != std::string::npos) // a path to one, and nobody's name of it
        return std::nullopt;
    const std::filesystem::path file = zone_folder() / zone;
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;

    const char* ours = std::getenv("TZ");
    const std::optional<std::string> before =
        ours ? std::optional<std::string>(ours) : std::nullopt;
    ::setenv("TZ", zone.c_str(), 1);
    const Moment there = local_time(seconds);
    before ? ::setenv("TZ", before->c_str(), 1) : ::unsetenv("TZ");
    tzset();
    return there;
}

std::string_view description(mode_t mode) {
    if (S_ISDIR(mode)) return "it is a folder, not a file";
    if (S_ISFIFO(mode)) return "it is a pipe, not a file";
    if (S_ISSOCK(mode)) return "it is a socket, not a file";
    return "it is a device, not a file";
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.parent_path();
    return folder.empty() ? "." : folder;
}

} // namespace mentor::posix
