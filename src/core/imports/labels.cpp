// SPDX-License-Identifier: MIT
#include "core/imports/labels.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <utility>

namespace mentor {

// Google's "* myContacts" is everyone, and the star a list of its own; in its cards both stand
// without the asterisk.
std::vector<std::string> tags_of_labels(std::vector<std::string> labels) {
    std::vector<std::string> tags;
    for (std::string& label : labels) {
        if (label.starts_with("* ")) label.erase(0, 2);
        const std::string folded = fold(label);
        if (folded == "mycontacts" || folded == "starred") continue;
        if (std::ranges::find(tags, label) == tags.end()) tags.push_back(std::move(label));
    }
    return tags;
}

} // namespace mentor
