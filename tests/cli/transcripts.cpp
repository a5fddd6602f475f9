// SPDX-License-Identifier: MIT
//
// Runs the transcripts that are named, and compares or, with MENTOR_REWRITE=1, rewrites them.

#include "cli/transcript.hpp"
#include "report/faces/terminal/diff.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read(const char* file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Whether the transcript holds; a difference is shown as a diff from what was expected.
bool check(const char* file) {
    const std::string expected = read(file);
    const std::string actual = transcript::rerun(expected);
    if (actual == expected && !expected.empty()) return true;
    if (std::getenv("MENTOR_REWRITE") != nullptr && !expected.empty()) {
        std::ofstream(file, std::ios::binary) << actual;
        std::printf("rewrote %s\n", file);
        return true;
    }
    std::printf("%s", mentor::diff(file, expected, actual).c_str());
    return false;
}

} // namespace

int main(int count, char* files[]) {
    bool good = count > 1;
    for (int i = 1; i < count; ++i)
        good = check(files[i]) && good;
    return good ? 0 : 1;
}
