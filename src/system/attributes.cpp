// SPDX-License-Identifier: MIT
#include "system/attributes.hpp"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>
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

bool read_access_list(const std::filesystem::path& file, std::optional<std::string>& list) {
    list = find_attribute(file, access_list);
    return list || errno == ENODATA || knows_none(errno);
}

bool give_access_list(int file, const std::optional<std::string>& list) {
    if (list) return set_attribute(file, access_list, *list);
    // The folder may have given it one.
    return ::fremovexattr(file, access_list) == 0 || errno == ENODATA || knows_none(errno);
}

std::optional<Attributes> find_user_attributes(const std::filesystem::path& file) {
    const auto names = read_sized(
        [&](char* bytes, std::size_t size) { return ::listxattr(file.c_str(), bytes, size); });
    if (!names) return knows_none(errno) ? std::optional<Attributes>(std::in_place) : std::nullopt;
    Attributes attributes;
    for (std::size_t at = 0; at < names->size(); at = names->find('\0', at) + 1) {
        const char* const name = names->data() + at;
        if (!std::string_view(name).starts_with("user.")) continue;
        auto value = find_attribute(file, name);
        if (value)
            attributes.emplace(name, std::move(*value));
        else if (errno != ENODATA) // it went meanwhile
            return std::nullopt;
    }
    return attributes;
}

bool give_user_attributes(int file, const Attributes& attributes) {
    return std::ranges::all_of(attributes, [&](const auto& attribute) {
        return set_attribute(file, attribute.first.c_str(), attribute.second) || knows_none(errno);
    });
}

#else

bool read_access_list(const std::filesystem::path&, std::optional<std::string>&) {
    return true;
}

bool give_access_list(int, const std::optional<std::string>&) {
    return true;
}

std::optional<Attributes> find_user_attributes(const std::filesystem::path&) {
    return Attributes();
}

bool give_user_attributes(int, const Attributes&) {
    return true;
}

#endif

} // namespace mentor::posix
