// SPDX-License-Identifier: MIT
//
// The journal's lock: flock on the folder itself, so that every process agrees whatever its
// environment and nothing is left behind. The system lets go of it when its holder ends, however it
// ends.
#include "core/text.hpp"
#include "system/posix.hpp"
#include "system/processes.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/sysmacros.h>
#include <thread>

namespace mentor {

namespace {

using posix::Descriptor;
using posix::failure;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds patience{7000};
constexpr milliseconds shortest_nap{2};
constexpr milliseconds longest_nap{100};

class FolderLock final : public Lock {
public:
    explicit FolderLock(Descriptor held) : held_(std::move(held)) {}
    // A close that is interrupted would leave us waiting for ourselves at the next lock.
    ~FolderLock() override { ::flock(held_.number(), LOCK_UN); }

private:
    Descriptor held_;
};

Descriptor open_to_lock(const Folder& folder) {
    Descriptor opened = posix::open_folder(folder);
    if (!opened.is_open()) throw failure("lock", folder, errno);
    return opened;
}

// False where another process holds it.
bool try_lock(const Descriptor& opened, const Folder& folder) {
    if (posix::retried([&] { return ::flock(opened.number(), LOCK_EX | LOCK_NB); }) == 0)
        return true;
    if (errno == EWOULDBLOCK) return false;
    throw failure("lock", folder, errno);
}

// Whether the folder of that name is still the one that was opened: a file syncer may have put
// another in its place, and then the lock would guard nothing.
bool is_still(const Descriptor& opened, const Folder& folder) {
    struct stat ours {};
    struct stat theirs {};
    return ::fstat(opened.number(), &ours) == 0 && ::stat(folder.c_str(), &theirs) == 0 &&
           ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

// The process that holds the lock, where /proc/locks tells: lines like
// "1: FLOCK  ADVISORY  WRITE 1234 08:02:131087 0 EOF" (proc_locks(5)).
std::optional<int> find_holder(const Descriptor& opened) {
    struct stat status {};
    const Descriptor table(::open("/proc/locks", O_RDONLY | O_CLOEXEC));
    std::string text;
    if (::fstat(opened.number(), &status) != 0 || !table.is_open() ||
        !posix::read_all(table.number(), text))
        return std::nullopt;
    const std::string wanted = fmt::format(" {:02x}:{:02x}:{} ", major(status.st_dev),
                                           minor(status.st_dev), status.st_ino);
    const std::size_t where = text.find(wanted);
    if (where == std::string::npos) return std::nullopt;
    const std::size_t start = text.rfind(' ', where - 1) + 1;
    // 0 and less stand for a process that lives outside of our container.
    const auto process = find_number(std::string_view(text).substr(start, where - start));
    return process && *process > 0 ? std::optional(static_cast<int>(*process)) : std::nullopt;
}

// Any program can hold it, such as a backup that wants the folder to itself.
Error busy(const Descriptor& opened, const Folder& folder) {
    // The table may change while it is read, and then a line of it is passed over.
    std::optional<int> holder;
    for (int looks = 0; looks < 5 && !holder; ++looks)
        holder = find_holder(opened);
    const auto program = holder ? posix::find_program(*holder) : std::nullopt;
    if (program && posix::is_one_of_us(*holder))
        return Error(
            Exit::system, fmt::format("another mentor is writing (process {})", *holder),
            "nothing was changed; wait until it is done and try again. An editor or a prompt may\n"
            "be waiting for you in another window");
    if (program)
        return Error(
            Exit::system,
            fmt::format("{} (process {}) holds the lock on {}", *program, *holder, folder.string()),
            "nothing was changed; wait until it is done and try again");
    return Error(Exit::system, fmt::format("another program holds the lock on {}", folder.string()),
                 "nothing was changed; another mentor, a backup or a file syncer may have it, here "
                 "or\non another machine that shares the folder: wait until it is done and try "
                 "again");
}

} // namespace

std::unique_ptr<Lock> RealHost::lock(const Folder& folder) {
    const auto deadline = steady_clock::now() + patience;
    Descriptor opened = open_to_lock(folder);
    for (milliseconds nap = shortest_nap;; nap = std::min(nap * 3 / 2, longest_nap)) {
        // Who slept through it, as a program does that is stopped, still tries once more.
        const bool is_last = steady_clock::now() >= deadline;
        if (try_lock(opened, folder)) {
            if (is_still(opened, folder)) return std::make_unique<FolderLock>(std::move(opened));
            opened = open_to_lock(folder);
            continue;
        }
        if (is_last) throw busy(opened, folder);
        std::this_thread::sleep_for(nap);
        if (!is_still(opened, folder)) opened = open_to_lock(folder);
    }
}

} // namespace mentor
