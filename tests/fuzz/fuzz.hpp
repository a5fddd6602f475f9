// SPDX-License-Identifier: MIT
//
// What the fuzz targets share. A target may throw mentor::Error at bad input; anything else that
// goes wrong, a property that doesn't hold among it, ends the process, and the fuzzer keeps the
// input.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace fuzz {

// Says which property doesn't hold, and ends the process.
#define FUZZ_CHECK(property)                                                                       \
    do {                                                                                           \
        if (!(property)) {                                                                         \
            std::fprintf(stderr, "%s:%d: doesn't hold: %s\n", __FILE__, __LINE__, #property);      \
            std::abort();                                                                          \
        }                                                                                          \
    } while (false)

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
