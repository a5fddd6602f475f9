// SPDX-License-Identifier: MIT

#include "session/zones.hpp"

#include "core/near_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace mentor {
namespace {

std::string place_of(std::string_view zone) {
    std::string place = fold(zone.substr(zone.rfind('/') + 1));
    std::ranges::replace(place, ' ', '_');
    return place;
}

// Whoever writes "new york" or "Berln" means the zone of that place.
std::vector<std::string> zones_near(const std::string& zone, const std::vector<std::string>& all) {
    std::vector<std::string> near = nearest(zone, all);
    if (zone.find('/') != std::string::npos) return near;
    std::vector<std::string> places;
    for (const std::string& known : all)
        places.push_back(place_of(known));
    const auto wanted = nearest(place_of(zone), places, 1);
    std::vector<std::string> there;
    for (std::size_t i = 0; i < all.size() && !wanted.empty(); ++i)
        if (places[i] == wanted.front()) there.push_back(all[i]);
    return there.empty() ? near : there;
}

} // namespace

std::optional<Diagnostic> find_zone_fault(const Host& host, const std::string& zone) {
    if (zone.empty() || host.now_in(zone)) return std::nullopt;
    const std::vector<std::string> all = host.zones();
    if (all.empty()) return std::nullopt;
    const auto near = zones_near(zone, all);
    Diagnostic fault;
    fault.what = fmt::format("'{}' is no time zone that this machine knows", first_line(zone));
    fault.advice = near.empty() ? "a zone is a name like Europe/London or America/New_York"
                                : did_you_mean(near);
    return fault;
}

} // namespace mentor
