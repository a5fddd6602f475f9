// SPDX-License-Identifier: MIT
//
// What a file carries beside its text and its mode: a list of who may do what (acl(5)), and
// attributes of other programs ("user.…", xattr(7)). Knows nothing of what is written.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace mentor::posix {

// The list, or none where the file has none. False where that can't be known.
bool read_access_list(const std::filesystem::path& file, std::optional<std::string>& list);

// Gives the open file the list, or none, which changes its mode. False where that can't be done.
bool give_access_list(int file, const std::optional<std::string>& list);

using Attributes = std::map<std::string, std::string>;

// nullopt, with errno, where they can't be read; empty where the file system has none.
std::optional<Attributes> find_user_attributes(const std::filesystem::path& file);

// False, with errno, where that can't be done; true where the file system has none.
bool give_user_attributes(int file, const Attributes& attributes);

} // namespace mentor::posix
