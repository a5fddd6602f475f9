// SPDX-License-Identifier: MIT
//
// Writing files so that each holds either the old bytes or the new ones, whatever happens:
// temporary files beside their targets, synced, then renamed, then the folders synced.
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;
using posix::failure;
using posix::folder_of;
using std::filesystem::path;

constexpr std::string_view temporary_start = ".mentor-";
constexpr std::string_view temporary_end = ".tmp";
constexpr std::string_view untouched = "nothing was changed";

std::string advice_for(const path& file, int code) {
    switch (code) {
    case EACCES:
    case EPERM:
        return fmt::format("{}; check the permissions of the file and of {}", untouched,
                           folder_of(file).string());
    case ENOSPC:
    case EDQUOT:
        return fmt::format("{}; make some room and try again", untouched);
    case ENOENT:
        return fmt::format("{}; is {} there?", untouched, folder_of(file).string());
    default:
        return std::string(untouched);
    }
}

Error write_failure(const path& file, int code) {
    return failure("write", file, code, advice_for(file, code));
}

// The file that symbolic links lead to, so that the link stays and its target changes.
path follow_links(const path& file) {
    constexpr int most_links = 40; // as the kernel has it (path_resolution(7))
    path target = file;
    for (int links = 0; links <= most_links; ++links) {
        struct stat status {};
        if (::lstat(target.c_str(), &status) != 0) {
            if (errno != ENOENT) throw write_failure(file, errno);
            if (links == 0) return target;
            throw failure(
                "write", file, "it is a link to a file that isn't there",
                fmt::format("{}; put {} back, or remove the link", untouched, target.string()));
        }
        if (!S_ISLNK(status.st_mode)) return target;
        std::error_code error;
        const path next = std::filesystem::read_symlink(target, error);
        if (error) throw write_failure(file, error.value());
        target = target.parent_path() / next;
    }
    throw failure("write", file, ELOOP,
                  fmt::format("{}; its symbolic links go round in a circle", untouched));
}

// A temporary file's name holds the process that writes it. Those of a process that has ended, or
// that had our number before us, are nobody's.
bool is_abandoned(std::string_view name) {
    if (!name.starts_with(temporary_start) || !name.ends_with(temporary_end)) return false;
    name.remove_prefix(temporary_start.size());
    pid_t writer = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), writer);
    if (error != std::errc() || *end != '-' || writer <= 0) return false;
    return writer == ::getpid() || (::kill(writer, 0) == -1 && errno == ESRCH);
}

// A file that is on its way. Until it is renamed into place its destructor takes it away again.
class Temporary {
public:
    Temporary(path file, path target) : file_(std::move(file)), target_(std::move(target)) {}
    Temporary(Temporary&& other) noexcept
        : file_(std::move(other.file_)), target_(std::move(other.target_)),
          name_(std::exchange(other.name_, path())) {}
    Temporary& operator=(Temporary&&) = delete;
    ~Temporary() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    const path& file() const { return file_; }
    path folder() const { return folder_of(target_); }

    void fill(const RealHost& host, std::string_view text);
    // 0, or why it can't be.
    int put_in_place() {
        if (::rename(name_.c_str(), target_.c_str()) != 0) return errno;
        name_.clear();
        return 0;
    }

private:
    Descriptor create(const RealHost& host);
    void take_after(const struct stat& old, const Descriptor& opened) const;

    path file_;   // as it was asked for
    path target_; // where links lead
    path name_;   // the temporary one; empty while there is none
};

Descriptor Temporary::create(const RealHost& host) {
    for (;;) {
        const path name = folder() / fmt::format("{}{}-{:08x}{}", temporary_start, ::getpid(),
                                                 host.random(), temporary_end);
        Descriptor opened(posix::retried(
            [&] { return ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); }));
        if (!opened.is_open() && errno == EEXIST) continue;
        if (!opened.is_open()) throw write_failure(file_, errno);
        name_ = name;
        return opened;
    }
}

// The owner first: changing it takes special mode bits away.
void Temporary::take_after(const struct stat& old, const Descriptor& opened) const {
    struct stat fresh {};
    if (::fstat(opened.number(), &fresh) != 0) throw write_failure(file_, errno);
    mode_t mode = old.st_mode & 07777;
    if ((old.st_uid != fresh.st_uid || old.st_gid != fresh.st_gid) &&
        ::fchown(opened.number(), old.st_uid, old.st_gid) != 0) {
        if (old.st_uid != fresh.st_uid)
            throw failure("write", file_, "it belongs to someone else", std::string(untouched));
        // A group that we aren't in any more: what it could do, our own group should not.
        mode &= ~static_cast<mode_t>(S_IRWXG | S_ISGID);
    }
    if (::fchmod(opened.number(), mode) != 0) throw write_failure(file_, errno);
}

void Temporary::fill(const RealHost& host, std::string_view text) {
    struct stat old {};
    const bool replaces = ::stat(target_.c_str(), &old) == 0;
    if (!replaces && errno != ENOENT) throw write_failure(file_, errno);
    if (replaces && !S_ISREG(old.st_mode))
        throw failure("write", file_, posix::description(old.st_mode), std::string(untouched));
    // A rename doesn't ask, but a file that its owner made read-only is meant to stay.
    if (replaces && ::faccessat(AT_FDCWD, target_.c_str(), W_OK, AT_EACCESS) != 0)
        throw write_failure(file_, errno);

    Descriptor opened = create(host);
    if (replaces)
        take_after(old, opened);
    else if (::fchmod(opened.number(), 0600) != 0) // whatever the umask took away
        throw write_failure(file_, errno);
    if (!posix::write_all(opened.number(), text) ||
        posix::retried([&] { return ::fsync(opened.number()); }) != 0 || !opened.close())
        throw write_failure(file_, errno);
}

// The step of a write that can't be taken back: says honestly how far it came.
class Replacement {
public:
    explicit Replacement(const std::vector<FileChange>& changes) {
        for (const FileChange& change : changes)
            left_.push_back(change.file);
    }

    void done(const path& file) {
        left_.erase(std::find(left_.begin(), left_.end(), file));
        changed_.push_back(file);
    }

    Error failed(std::string_view action, const path& file, int code) const {
        if (changed_.empty()) return failure(action, file, code, advice_for(file, code));
        return failure(
            action, file, code,
            fmt::format("already changed: {}\nnot changed: {}", names(changed_), names(left_)));
    }

private:
    static std::string names(const std::vector<path>& files) {
        std::string text;
        for (const path& file : files)
            text += (text.empty() ? "" : ", ") + file.filename().string();
        return text;
    }

    std::vector<path> changed_;
    std::vector<path> left_;
};

void remove_abandoned(const RealHost& host, const Folder& folder) {
    for (const std::string& name : host.list(folder))
        if (is_abandoned(name)) ::unlink((folder / name).c_str());
}

// Makes renames and removals last. Some file systems have no notion of syncing a folder.
void sync(const Folder& folder) {
    const Descriptor opened = posix::open_folder(folder);
    // A folder that may be written but not read.
    if (!opened.is_open() && errno == EACCES) return;
    if (opened.is_open() && posix::retried([&] { return ::fsync(opened.number()); }) == 0) return;
    if (errno == EINVAL || errno == ENOTSUP) return;
    throw failure("make sure of what was written in", folder, errno,
                  "the files are changed, but may not survive a power cut; check the disk");
}

} // namespace

void RealHost::write(const std::vector<FileChange>& changes) {
    const posix::Undisturbed undisturbed;

    std::vector<Temporary> temporaries;
    std::set<Folder> folders;
    for (const FileChange& change : changes) {
        if (change.text) temporaries.emplace_back(change.file, follow_links(change.file));
        folders.insert(change.text ? temporaries.back().folder() : folder_of(change.file));
    }
    for (const Folder& folder : folders)
        remove_abandoned(*this, folder);

    auto temporary = temporaries.begin();
    for (const FileChange& change : changes)
        if (change.text) (temporary++)->fill(*this, *change.text);

    Replacement replacement(changes);
    for (Temporary& ready : temporaries) {
        const int code = ready.put_in_place();
        if (code != 0) throw replacement.failed("write", ready.file(), code);
        replacement.done(ready.file());
    }
    for (const FileChange& change : changes) {
        if (change.text) continue;
        if (::unlink(change.file.c_str()) != 0 && errno != ENOENT)
            throw replacement.failed("remove", change.file, errno);
        replacement.done(change.file);
    }
    for (const Folder& folder : folders)
        sync(folder);
}

} // namespace mentor
