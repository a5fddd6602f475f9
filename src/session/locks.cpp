// SPDX-License-Identifier: MIT

#include "session/locks.hpp"

#include <set>

namespace mentor {

std::vector<std::unique_ptr<Lock>> lock_all(Session& session, const std::vector<Folder>& folders) {
    std::vector<std::unique_ptr<Lock>> locks;
    if (session.globals.dry_run) return locks;
    std::set<Folder> canonical;
    for (const Folder& folder : folders)
        canonical.insert(session.host.canonical(folder));
    for (const Folder& folder : canonical) {
        if (session.host.exists(folder)) locks.push_back(session.host.lock(folder));
    }
    return locks;
}

} // namespace mentor
