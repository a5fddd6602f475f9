// SPDX-License-Identifier: MIT
//
// A file syncer or an editor takes no lock of ours, and may put a new version there at any moment
// before the rename. So a file is exchanged for its temporary one, in one call, and what came out
// is looked at: where it isn't what our text was made from, or somebody has it open to write into
// it, it goes back, and the write is to be done again with it. Other hands lose nothing, whenever
// they come; where we are killed before it is back, the temporary name tells that it isn't ours.
// Where the file system can't exchange (NFS, some of FUSE), or the system has no call for it, a
// look just before the rename leaves them the time between two calls; where it grants no lease, who
// has the file open isn't known.
#include "system/replacement.hpp"

#include "system/attributes.hpp"
#include "system/lease.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;
using posix::failure;
using posix::folder_of;
using std::filesystem::path;

constexpr std::string_view untouched = "nothing was changed";

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

#ifndef RENAME_EXCHANGE
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
#endif

int renamed(const path& from, const path& to, unsigned int how) {
#ifdef MENTOR_HAS_RENAMEAT2
    return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), how) == 0 ? 0 : errno;
#else
    if (how != 0) return ENOSYS;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
#endif
}

bool is_unsupported(int code) {
    return code == EINVAL || code == ENOSYS || code == EOPNOTSUPP;
}

// EEXIST where something has that name.
int moved(const path& from, const path& to) {
    const int code = renamed(from, to, RENAME_NOREPLACE);
    if (!is_unsupported(code)) return code;
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) return EEXIST;
    return renamed(from, to, 0);
}

// Needs no memory, of which there may be none left in the middle of a write.
bool holds(const path& file, std::string_view text) {
    const Descriptor opened(posix::retried(
        [&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); }));
    struct stat status {};
    if (!opened.is_open() || ::fstat(opened.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    std::array<char, 16384> part;
    for (;;) {
        const ssize_t count =
            posix::retried([&] { return ::read(opened.number(), part.data(), part.size()); });
        if (count <= 0) return count == 0 && text.empty();
        const std::string_view read(part.data(), static_cast<std::size_t>(count));
        if (!text.starts_with(read)) return false;
        text.remove_prefix(read.size());
    }
}

} // namespace

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

Replacement::Version Replacement::version_of(const struct stat& status) {
    return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
            status.st_mtim.tv_nsec};
}

Replacement::Version Replacement::version_at(const path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 ? version_of(status) : Version{};
}

Replacement::Replacement(const Host& host, const Change& change)
    : host_(host), change_(change),
      target_(change.after ? follow_links(change.file) : change.file) {}

void Replacement::settle() {
    if (std::exchange(is_beside_, false)) ::unlink(name_.c_str());
}

// It tells of the texts that may come to lie there.
path Replacement::new_name() const {
    std::vector<std::string_view> texts;
    for (const FileText* text : {&change_.after, &change_.before})
        if (*text) texts.push_back(**text);
    return folder() / temporary_name(::getpid(), host_.random(), texts);
}

Descriptor Replacement::create() {
    for (;;) {
        name_ = new_name();
        Descriptor opened(posix::retried(
            [&] { return ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); }));
        if (!opened.is_open() && errno == EEXIST) continue;
        if (!opened.is_open()) throw write_failure(file(), errno);
        is_beside_ = true;
        return opened;
    }
}

// What the new text's file is to have: that of the file that it replaces, or else, where that was
// ours to give, what is asked for.
std::optional<Carried> Replacement::find_carried() const {
    if (auto replaced = host_.find_carried(target_)) return replaced;
    const bool is_ours =
        change_.carried && (change_.carried->owner == ::geteuid() || ::geteuid() == 0);
    return is_ours ? change_.carried : std::nullopt;
}

// The owner first: changing it takes special mode bits away.
void Replacement::give(const Descriptor& opened, const Carried& carried) const {
    struct stat fresh {};
    if (::fstat(opened.number(), &fresh) != 0) throw write_failure(file(), errno);
    mode_t mode = carried.mode;
    bool keeps_group = true;
    if ((carried.owner != fresh.st_uid || carried.group != fresh.st_gid) &&
        ::fchown(opened.number(), carried.owner, carried.group) != 0) {
        if (carried.owner != fresh.st_uid)
            throw failure("write", file(), "it belongs to someone else", std::string(untouched));
        // A group that we aren't in any more: what it could do, our own group should not.
        mode &= ~static_cast<mode_t>(S_IRWXG | S_ISGID);
        keeps_group = false;
    }
    // Without its list the mode would let in whom the list kept out.
    if (keeps_group ? !posix::give_access_list(opened.number(), carried.access_list)
                    : carried.access_list.has_value())
        mode &= ~posix::for_others;
    if (::fchmod(opened.number(), mode) != 0 ||
        !posix::give_user_attributes(opened.number(), carried.attributes))
        throw write_failure(file(), errno);
}

void Replacement::prepare() {
    if (!change_.after) {
        name_ = new_name();
        return;
    }
    struct stat old {};
    const bool replaces = ::stat(target_.c_str(), &old) == 0;
    if (!replaces && errno != ENOENT) throw write_failure(file(), errno);
    if (replaces && !S_ISREG(old.st_mode))
        throw failure("write", file(), posix::description(old.st_mode), std::string(untouched));
    // A rename doesn't ask, but a file that its owner made read-only is meant to stay.
    if (replaces && ::faccessat(AT_FDCWD, target_.c_str(), W_OK, AT_EACCESS) != 0)
        throw write_failure(file(), errno);

    Descriptor opened = create();
    if (const auto carried = find_carried())
        give(opened, *carried);
    else if (::fchmod(opened.number(), 0600) != 0) // whatever the umask took away
        throw write_failure(file(), errno);
    struct stat fresh {};
    if (!posix::write_all(opened.number(), *change_.after) ||
        posix::retried([&] { return ::fsync(opened.number()); }) != 0 ||
        ::fstat(opened.number(), &fresh) != 0 || !opened.close())
        throw write_failure(file(), errno);
    ours_ = version_of(fresh);
}

bool Replacement::await_writers() const {
    return !change_.before || posix::await_writers(target_);
}

int Replacement::put_in_place() {
    if (change_.after) return change_.before ? exchange() : make();
    return change_.before ? move_aside(*change_.before) : 0;
}

void Replacement::take_back() {
    stays_ = change_.before && !is_beside_;
    if (stays_) return;
    if (change_.after && change_.before) {
        exchange_back();
        return;
    }
    const int code = change_.after ? move_aside(*change_.after) : moved(name_, target_);
    stays_ = code != 0 && code != overtaken && code != EEXIST;
}

int Replacement::replace() {
    if (::rename(name_.c_str(), target_.c_str()) != 0) return errno;
    is_beside_ = false;
    return 0;
}

int Replacement::exchange() {
    const int code = renamed(name_, target_, RENAME_EXCHANGE);
    if (is_unsupported(code)) return replace();
    if (code != 0) return code == ENOENT ? overtaken : code;
    if (came_out_as(*change_.before)) return 0;
    const int back = exchange_back();
    return back == 0 ? overtaken : back;
}

// Under the temporary name nobody new can open it.
bool Replacement::came_out_as(std::string_view expected) const {
    const posix::Lease lease(name_);
    return !lease.is_refused() && holds(name_, expected) && !lease.is_wanted();
}

int Replacement::strand(int code) {
    stranded_ = name_;
    is_beside_ = false; // it isn't ours to take away
    stays_ = !change_.after || version_at(target_).is_of_file(ours_);
    return code;
}

// What other hands put there in this very moment is newer than what they put there before: that is
// what stays.
int Replacement::exchange_back() {
    Version expected = ours_;
    Version theirs = version_at(name_);
    for (;;) {
        const int code = renamed(name_, target_, RENAME_EXCHANGE);
        if (code != 0) return strand(code);
        const Version came_out = version_at(name_);
        if (came_out.is_of_file(expected)) break;
        expected = std::exchange(theirs, came_out);
    }
    // Somebody may have opened our text in the moment that it was there.
    const bool is_ours = expected.is_of_file(ours_);
    if (is_ours && (!posix::await_writers(name_) || version_at(name_) != ours_))
        return strand(EBUSY);
    return 0;
}

int Replacement::make() {
    const int code = moved(name_, target_);
    if (code == 0) is_beside_ = false;
    return code == EEXIST ? overtaken : code;
}

int Replacement::move_aside(std::string_view expected) {
    const int code = moved(target_, name_);
    if (code != 0) return code == ENOENT ? overtaken : code;
    if (!came_out_as(expected)) {
        const int back = moved(name_, target_);
        // Something newer has its name already.
        if (back == EEXIST) ::unlink(name_.c_str());
        if (back == 0 || back == EEXIST) return overtaken;
        return strand(back);
    }
    is_beside_ = true;
    return 0;
}

} // namespace mentor
