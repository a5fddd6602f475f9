// SPDX-License-Identifier: MIT
//
// What `check` found in one place, as a value. Knows neither files nor how anything is mended.
#pragma once

#include "mentor/error.hpp"

namespace mentor {

struct Problem {
    Diagnostic diagnostic;
    bool mendable = false; // it has one right answer, which `check --fix` gives
};

} // namespace mentor
