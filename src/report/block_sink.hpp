// SPDX-License-Identifier: MIT
//
// Who takes the blocks of a page one after the other: for pages of so many that to keep them costs
// more than to show them.
#pragma once

#include "report/report.hpp"

#include <span>

namespace mentor {

class BlockSink {
public:
    virtual ~BlockSink() = default;
    virtual void take(const Heading& heading) = 0;
    // A paragraph, whose runs are the taker's only for as long as it is taken.
    virtual void take(std::span<const Run> text, int indent) = 0;
};

} // namespace mentor
