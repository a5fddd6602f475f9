// SPDX-License-Identifier: MIT
#include "system/attributes.hpp"

#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#ifdef MENTOR_HAS_ATTRIBUTES
#include <sys/xattr.h>
#endif

namespace mentor::posix {

#ifdef MENTOR_HAS_ATTRIBUTES

namespace {

constexpr const char* access_list = "system.posix_acl_access";

// What `read` gives; it is asked for the size first, which may grow meanwhile. nullopt, with errno,
// where it fails.
template<typename Read>
std::optional<std::string> read_sized(Read read) {
    for (;;) {
        const ssize_t size = read(nullptr, 0);
        if (size < 0) return std::nullopt;
        std::string bytes(static_cast<std::size_t>(size), '\0');
        const ssize_t count = size == 0 ? 0 : read(bytes.data(), bytes.size());
        if (count < 0 && errno == ERANGE) continue;
        if (count < 0) return std::nullopt;
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }
}

std::optional<std::string> find_attribute(const std::filesystem::path& file, const char* name) {
    return read_sized(
        [&](char* bytes, std::size_t size) { return ::getxattr(file.c_str(), name, bytes, size); });
}

bool set_attribute(int file, const char* name, const std::string& value) {
    return ::fsetxattr(file, name, value.data(), value.size(), 0) == 0;
}

bool knows_none(int code) {
    return code == ENOTSUP || code == ENOSYS;
}

} // namespace

bool has_access_list(const std::filesystem::path& file) {
    return ::getxattr(file.c_str(), access_list, nullptr, 0) >= 0 ||
           (errno != ENODATA && !knows_none(errno));
}

bool copy_access_list(const std::filesystem::path& from, int to) {
    if (const auto list = find_attribute(from, access_list))
        return set_attribute(to, access_list, *list);
    if (knows_none(errno)) return true;
    // The folder may have given it one.
    return errno == ENODATA && (::fremovexattr(to, access_list) == 0 || errno == ENODATA);
}

bool copy_user_attributes(const std::filesystem::path& from, int to) {
    const auto names = read_sized(
        [&](char* bytes, std::size_t size) { return ::listxattr(from.c_str(), bytes, size); });
    if (!names) return knows_none(errno);
    for (std::size_t at = 0; at < names->size(); at = names->find('\0', at) + 1) {
        const char* const name = names->data() + at;
        if (!std::string_view(name).starts_with("user.")) continue;
        const auto value = find_attribute(from, name);
        if (value ? !set_attribute(to, name, *value) : errno != ENODATA) return false;
    }
    return true;
}

#else

bool has_access_list(const std::filesystem::path&) {
    return false;
}

bool copy_access_list(const std::filesystem::path&, int) {
    return true;
}

bool copy_user_attributes(const std::filesystem::path&, int) {
    return true;
}

#endif

} // namespace mentor::posix
