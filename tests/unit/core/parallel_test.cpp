// SPDX-License-Identifier: MIT
#include "core/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace mentor::parallel_test {

TEST_CASE("work is done once for each, few or many") {
    for (const std::size_t count : {0, 1, 16, 17, 128, 129, 2048, 2049, 5000}) {
        std::vector<int> one_by_one(count), by_parts(count);
        for_each_index(count, [&](std::size_t i) { ++one_by_one[i]; });
        for_each_part(count, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                ++by_parts[i];
        });
        CHECK(one_by_one == std::vector<int>(count, 1));
        CHECK(by_parts == std::vector<int>(count, 1));
    }
}

TEST_CASE("what the first throws comes out once all is done") {
    for (const std::size_t count : {5, 500}) {
        std::vector<int> done(count);
        const auto work = [&](std::size_t i) {
            ++done[i];
            if (i % 3 == 2) throw std::runtime_error(std::to_string(i));
        };
        CHECK_THROWS_WITH_AS(for_each_index(count, work), "2", std::runtime_error);
        CHECK(done == std::vector<int>(count, 1));
    }
}

} // namespace mentor::parallel_test
