// SPDX-License-Identifier: MIT
//
// A page as text for a terminal or a pipe. Whatever the look, it holds no control characters and no
// bidirectional overrides but as escapes: a pipe often ends in a pager, a mail or a terminal.
#pragma once

#include "report/block_sink.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"

#include <memory>
#include <span>
#include <string>

namespace mentor {

std::string to_terminal(const Page& page, const Look& look);

// The same of what comes block by block.
class Terminal;
class TerminalSink final : public BlockSink {
public:
    explicit TerminalSink(const Look& look);
    ~TerminalSink() override;
    void take(const Heading& heading) override;
    void take(std::span<const RunView> text, int indent) override;
    std::string* plain_lines() override;
    std::string text() &&;

private:
    std::unique_ptr<Terminal> terminal_;
};

} // namespace mentor
