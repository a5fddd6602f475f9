// SPDX-License-Identifier: MIT
//
// What a file carries beside its text and its mode: a list of who may do what (acl(5)), and
// attributes of other programs ("user.…", xattr(7)). Knows nothing of what is written.
#pragma once

#include <filesystem>

namespace mentor::posix {

bool has_access_list(const std::filesystem::path& file);

// Gives the open file `to` the list of `from`, or none where that has none, which changes its mode.
// False where that can't be done.
bool copy_access_list(const std::filesystem::path& from, int to);

// False, with errno, where that can't be done; true where the file system has none.
bool copy_user_attributes(const std::filesystem::path& from, int to);

} // namespace mentor::posix
