// SPDX-License-Identifier: MIT
//
// One golden transcript: files before, what is typed, what is printed, files after. Run in-process
// against the host in memory, so that a test is one readable file and takes a millisecond.
//
// clang-format off: the lines below are the format
//     What this shows, in a sentence or two.
//     === file ada-lovelace.toml        a file of the journal; "config.toml" is the configuration,
//                                       "drafts/KIND.txt" and "questions.toml" what lies beside it,
//                                       and so does what begins as these do
//     name = "Ada Lovelace"
//     === with terminal width=60        what differs from the default: no terminal, 2026-11-22
//     === with now=2026-11-20           the clock's day; "mode:ada.toml=644" a file's permissions,
//                                       the journal's for ".", "foreign:ada.toml" that it is
//                                       someone else's
//     === run                           in between, either shows what other hands changed
//     $ mentor log ada "Lunch"          a command line, with the shell's quotes
//     < text                            a line of standard input
//     @ text                            an answer at a prompt; "@ ^C" leaves
//     * text                            a line of what the editor leaves in the file
//     text                              standard output
//     ! text                            standard error
//     ? text                            a question that was asked
//     [4]                               the exit code, where it isn't 0
//     $ cat ada-lovelace.toml           a file of the journal as it stands now
//     $ ls                              the files of the journal
// clang-format on
#pragma once

#include <string>

namespace transcript {

// The same text with every output as the program prints it now.
std::string rerun(const std::string& text);

} // namespace transcript
