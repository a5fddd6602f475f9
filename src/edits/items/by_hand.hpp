// SPDX-License-Identifier: MIT
//
// Someone's file, or one thing in it, in the user's editor: what can't be read afterwards is never
// saved, and what other hands wrote meanwhile is kept. What `edit` and `amend` share.
#pragma once

#include "core/model/relationship.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <functional>
#include <string>

namespace mentor {

// Opens the part of the file's text `before` and saves what becomes of it, in its place. Throws
// Error(broken) where that can't be read, or `refuse` throws, and as EditedFile does; the text is
// kept then.
Exit edit_by_hand(Session& session, const std::string& slug, const std::string& before,
                  const TextRange& part,
                  const std::function<void(const Relationship& after)>& refuse = nullptr);

} // namespace mentor
