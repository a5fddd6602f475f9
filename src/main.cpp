// SPDX-License-Identifier: MIT

#include "system/real_host.hpp"

#include "mentor/cli/run.hpp"

int main(int count, char* words[]) {
    const auto host = mentor::make_host();
    return static_cast<int>(mentor::run(*host, {words + 1, words + count}));
}
