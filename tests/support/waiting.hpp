// SPDX-License-Identifier: MIT
//
// Waiting for something to happen, never for time to pass.
#pragma once

#include <chrono>
#include <thread>

namespace mentor {

// More than anything here takes on the busiest machine: only what hangs meets it.
constexpr std::chrono::minutes patience{2};

// Looks until the condition comes true; false where it never does.
template<typename Condition>
bool comes_true(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

} // namespace mentor
