// SPDX-License-Identifier: MIT

#include "cli/run.hpp"
#include "system/memory.hpp"
#include "system/real_host.hpp"

int main(int count, char* words[]) {
    mentor::set_memory_up();
    const auto host = mentor::make_host();
    return static_cast<int>(mentor::run(*host, {words + 1, words + count}));
}
