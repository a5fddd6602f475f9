// SPDX-License-Identifier: MIT
//
// Looking at files and folders, and the simple changes: a folder, a private temporary file,
// permissions.
#include "core/text.hpp"
#include "system/attributes.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;
using posix::failure;
using posix::retried;
using std::filesystem::path;

// The store has a limit of its own; this one keeps what nobody wrote, such as an endless sparse
// file, out of memory.
constexpr std::size_t most_megabytes = 256;

constexpr mode_t others = S_IRWXG | S_IRWXO;

std::string advice_for_reading(int code) {
    switch (code) {
    case EACCES:
        return "check its permissions, and those of the folder that holds it";
    case ELOOP:
        return "its symbolic links go round in a circle; point one of them to the file";
    default:
        return "";
    }
}

std::string advice_for_making(const Folder& folder, int code) {
    if (code != EACCES && code != EPERM && code != EROFS) return "";
    return fmt::format("choose another folder, or see who may write in {}",
                       posix::folder_of(folder).string());
}

bool is_link(const path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

// Reading a file leaves its access time alone where the system lets us, and never waits for the
// other end of a pipe.
Descriptor open_to_read(const path& file) {
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int number = retried([&] { return ::open(file.c_str(), flags | O_NOATIME); });
    if (number == -1 && errno == EPERM)
        number = retried([&] { return ::open(file.c_str(), flags); });
    return Descriptor(number);
}

// True where it made the folder, false where it was there already.
bool make_one_folder(const Folder& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) {
        // The umask may have taken more away than a folder can do without.
        if (::chmod(folder.c_str(), 0700) != 0) throw failure("make", folder, errno);
        return true;
    }
    const int code = errno;
    struct stat status {};
    if (::stat(folder.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return false;
        throw failure("make", folder, "a file has that name",
                      "move it away, or choose another folder");
    }
    if (code == EEXIST && is_link(folder))
        throw failure("make", folder, "it is a link to a folder that isn't there");
    throw failure("make", folder, code, advice_for_making(folder, code));
}

} // namespace

namespace {

// A pipe that whoever started us holds open already, as a shell's <(command) or >(command): it is
// read to its end, and written to without a thought of what is there.
bool is_handed_on(const path& file, mode_t mode) {
    const std::string folder = file.parent_path();
    return S_ISFIFO(mode) && (folder == "/dev/fd" || folder == "/proc/self/fd" ||
                              file == "/dev/stdin" || file == "/dev/stderr");
}

// Of such a pipe we hold the end to write to: what goes into the one of a <(command) nobody reads.
bool takes_text(const path& file) {
    const std::string name = file.filename();
    const std::optional<std::size_t> number = name == "stdin"    ? STDIN_FILENO
                                              : name == "stderr" ? STDERR_FILENO
                                                                 : find_number(name);
    const int flags = number ? ::fcntl(static_cast<int>(*number), F_GETFL) : -1;
    return flags != -1 && (flags & O_ACCMODE) != O_RDONLY;
}

// Not open where there is no such file.
Descriptor open_regular(const path& file, std::size_t& size) {
    Descriptor opened = open_to_read(file);
    if (!opened.is_open()) {
        const int code = errno;
        if (code == ENOENT && !is_link(file)) return opened;
        if (code == ENOENT)
            throw failure("read", file, "it is a link to a file that isn't there",
                          "put that file back, or remove the link");
        if (code == ENXIO) throw failure("read", file, posix::description(S_IFSOCK));
        throw failure("read", file, code, advice_for_reading(code));
    }
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) throw failure("read", file, errno);
    if (is_handed_on(file, status.st_mode)) {
        // Where it stays empty for a while it isn't at its end.
        if (::fcntl(opened.number(), F_SETFL, 0) != 0) throw failure("read", file, errno);
        return opened;
    }
    if (!S_ISREG(status.st_mode)) throw failure("read", file, posix::description(status.st_mode));
    size = static_cast<std::size_t>(status.st_size);
    return opened;
}

} // namespace

std::optional<std::string> RealHost::find_text(const path& file) const {
    constexpr std::size_t most = most_megabytes * 1'000'000;
    std::size_t expected = 0;
    const Descriptor opened = open_regular(file, expected);
    if (!opened.is_open()) return std::nullopt;
    std::string text;
    if (expected <= most && !posix::read_all(opened.number(), text, expected, most))
        throw failure("read", file, errno);
    if (std::max(expected, text.size()) > most)
        throw failure("read", file, fmt::format("it is larger than {} MB", most_megabytes));
    return text;
}

std::optional<std::string> RealHost::find_beginning(const path& file, std::size_t most) const {
    std::size_t size = 0;
    const Descriptor opened = open_regular(file, size);
    if (!opened.is_open()) return std::nullopt;
    std::string text;
    // It reads one byte more than what it takes for all.
    if (!posix::read_all(opened.number(), text, most - 1, most - 1))
        throw failure("read", file, errno);
    return text;
}

std::vector<std::string> RealHost::list(const Folder& folder) const {
    Descriptor found = posix::open_folder(folder);
    if (!found.is_open() && errno == ENOENT) return {};
    const std::unique_ptr<DIR, int (*)(DIR*)> opened(
        found.is_open() ? ::fdopendir(found.number()) : nullptr, ::closedir);
    if (!opened) throw failure("list", folder, errno, advice_for_reading(errno));
    found.release();
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(opened.get());
        if (!entry && errno != 0) throw failure("list", folder, errno);
        if (!entry) break;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool RealHost::exists(const path& path) const {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return true;
    if (errno == ENOENT || errno == ENOTDIR) return false;
    throw failure("find", path, errno, advice_for_reading(errno));
}

std::optional<Traits> RealHost::find_traits(const path& path) const {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP) return std::nullopt;
        throw failure("find", path, errno, advice_for_reading(errno));
    }
    return Traits{.mode = status.st_mode & 07777,
                  .is_folder = S_ISDIR(status.st_mode),
                  .can_be_changed = status.st_uid == ::geteuid() || ::geteuid() == 0,
                  .is_linked = !S_ISDIR(status.st_mode) && status.st_nlink > 1,
                  .can_be_written = ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0,
                  .passes_on = (is_handed_on(path, status.st_mode) && takes_text(path)) ||
                               (S_ISCHR(status.st_mode) && path == "/dev/null"),
                  .written = posix::local_time(status.st_mtim.tv_sec)};
}

void RealHost::pass_on(const path& file, std::string_view text) {
    // Of a pipe without a reader that is an error at once, instead of waiting for one.
    constexpr int flags = O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    Descriptor opened(retried([&] { return ::open(file.c_str(), flags); }));
    if (opened.is_open() && posix::write_all(opened.number(), text) && opened.close()) return;
    const int code = errno;
    if (code == EPIPE || code == ENXIO) posix::end_like_a_closed_pipe();
    throw failure("write to", file, code);
}

std::optional<Carried> RealHost::find_carried(const path& file) const {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP) return std::nullopt;
        throw failure("find", file, errno, advice_for_reading(errno));
    }
    Carried carried{.mode = status.st_mode & 07777, .owner = status.st_uid, .group = status.st_gid};
    // Without its list the mode would let in whom the list kept out.
    if (!posix::read_access_list(file, carried.access_list)) carried.mode &= ~posix::for_others;
    auto attributes = posix::find_user_attributes(file);
    if (!attributes) throw failure("read the attributes of", file, errno, "nothing was changed");
    carried.attributes = std::move(*attributes);
    return carried;
}

Folder RealHost::canonical(const Folder& folder) const {
    std::error_code error;
    const Folder whole = std::filesystem::absolute(folder.empty() ? "." : folder, error);
    if (error) throw failure("find", folder, error.value());
    Folder found = std::filesystem::weakly_canonical(whole, error);
    // A folder above that nobody may look into hides no name.
    if (error) found = whole.lexically_normal();
    return found.has_filename() ? found : found.parent_path();
}

bool RealHost::make_folder(const Folder& folder) {
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) return false;
    const Folder parent = posix::folder_of(folder);
    // "journal/" has "journal" as its parent, and is the same folder.
    if (!folder.has_filename()) return make_folder(parent);
    if (parent != folder) make_folder(parent);
    const bool made = make_one_folder(folder);
    const Descriptor opened = posix::open_folder(parent);
    // A folder that can't be read can't be synced either; it is there all the same.
    if (opened.is_open()) ::fsync(opened.number());
    return made;
}

path RealHost::make_temporary(std::string_view ending, std::string_view text) {
    const Folder folder = temporary_folder(*this);
    std::string name;
    Descriptor file(retried([&] {
        name = (folder / copy_name(::getpid(), "XXXXXX")).string().append(ending);
        return ::mkostemps(name.data(), static_cast<int>(ending.size()), O_CLOEXEC);
    }));
    if (!file.is_open())
        throw failure("make a file in", folder, errno,
                      "TMPDIR names the folder for temporary files");
    if (::fchmod(file.number(), 0600) != 0 || !posix::write_all(file.number(), text) ||
        !file.close()) {
        const int code = errno;
        ::unlink(name.c_str());
        throw failure("write", name, code, "TMPDIR names the folder for temporary files");
    }
    return name;
}

void RealHost::remove(const path& file) {
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) throw failure("remove", file, errno);
}

void RealHost::make_private(const path& path) {
    constexpr std::string_view action = "take the permissions of others from";
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 ||
        ::chmod(path.c_str(), status.st_mode & 07777 & ~others) != 0 ||
        ::stat(path.c_str(), &status) != 0)
        throw failure(action, path, errno);
    // As on a stick from the camera.
    if ((status.st_mode & others) != 0)
        throw failure(action, path, "its file system keeps no permissions");
}

} // namespace mentor
