// SPDX-License-Identifier: MIT
//
// How much of a relationship is read: in an outline no entry of the log has its note or its topics.
// Most of a file is these, and who looks at everyone's days and promises needs none of them.
#pragma once

namespace mentor {

enum class Extent { whole, outline };

} // namespace mentor
