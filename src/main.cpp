// SPDX-License-Identifier: MIT

#include "cli/run.hpp"
#include "system/real_host.hpp"

int main(int count, char* words[]) {
    const auto host = mentor::make_host();
    return static_cast<int>(mentor::run(*host, {words + 1, words + count}));
}
