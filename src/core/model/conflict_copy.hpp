// SPDX-License-Identifier: MIT
//
// What a file syncer leaves beside a file that changed on two machines: it holds the same person
// once more, and is nobody else. Pure.
#pragma once

#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The slug of the file that one called so is a copy of, if there is such a file: as Syncthing
// ("ada.sync-conflict-20261122-153000-ABCDEFG"), Dropbox ("ada (Kim's conflicted copy
// 2026-11-22)", or "ada (Copie en conflit de Kim 2026-11-22)"), Nextcloud ("ada (conflicted copy
// 2026-11-22 153000)"), ownCloud ("ada_conflict-20261122-153000"), Seafile ("ada (SFConflict
// kim@example.org 2026-11-22-15-30-00)"), iCloud ("ada 2") and browsers ("ada (1)") name theirs.
// nullopt for any other name. mentor itself gives no file such a name.
std::optional<std::string> find_original(std::string_view slug);
// The same where that file is there, among those of `sorted`, or the one that it is a copy of: the
// only copy of somebody is that person.
std::optional<std::string> find_original(std::string_view slug,
                                         const std::vector<std::string>& sorted);

// OneDrive adds the machine's name alone: "ada-LAPTOP", "ada-LAPTOP-2". Such a name may be
// anyone's, and who that is says what stands inside. Those of `sorted` that `slug` goes on from,
// the shortest first.
std::vector<std::string> possible_originals(std::string_view slug,
                                            const std::vector<std::string>& sorted);
// Whether the two are surely one: by the name, and by a uid, which no two people share.
bool are_one_person(const Relationship& copy, const Relationship& original);

} // namespace mentor
