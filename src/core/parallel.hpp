// SPDX-License-Identifier: MIT
//
// The same work for each of many things, on a few threads where that pays.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace mentor {

// Calls work(0) to work(count - 1), in any order and several at once: no two calls touch the same
// data. Where calls throw, what the first of them threw comes out once all are done.
template<class Work>
void for_each_index(std::size_t count, const Work& work) {
    constexpr std::size_t few = 16;
    constexpr std::size_t most_threads = 4;
    std::atomic<std::size_t> next = 0;
    std::mutex guard;
    std::size_t first_fault = count;
    std::exception_ptr fault;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(guard);
                if (i < first_fault) first_fault = i, fault = std::current_exception();
            }
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t threads =
        count > few ? std::min<std::size_t>(std::thread::hardware_concurrency(), most_threads) : 1;
    try {
        while (helpers.size() + 1 < threads)
            helpers.emplace_back(run);
    } catch (const std::system_error&) {
        // Where the system gives no more threads, those that are here do all of it.
    }
    run();
    helpers.clear();
    if (fault) std::rethrow_exception(fault);
}

// The same where each is little work: calls work(begin, end) for all from 0 to count - 1, a handful
// at a time. A few handfuls are done before a thread has started.
template<class Work>
void for_each_part(std::size_t count, const Work& work) {
    constexpr std::size_t handful = 128;
    for_each_index((count + handful - 1) / handful, [&](std::size_t part) {
        work(part * handful, std::min(count, (part + 1) * handful));
    });
}

} // namespace mentor
