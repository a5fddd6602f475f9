// SPDX-License-Identifier: MIT

#include "edits/items/comments_left.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"

namespace mentor {

void add_comments_left(Page& page, const Document& before, const Path& path) {
    const auto comments = before.comments_above(path);
    if (comments.empty()) return;
    page.push_back(sentence("What stands above it stays in the file: {}", join(comments, " ")));
}

} // namespace mentor
