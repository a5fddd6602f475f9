#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Everything that has to pass: all tests on the optimized build, then those of the debug preset under the
# address and undefined behaviour sanitizers. Installs what is missing.
set -eu

cd "$(dirname "$0")/.."
.ci/install build test

# Tests say for themselves what the day, the folders and the terminal are.
unset MENTOR_DIR MENTOR_CONFIG MENTOR_TODAY MENTOR_PAGER MENTOR_REWRITE

for preset in ci debug; do
    .ci/build "$preset"
    ctest --preset "$preset" --output-on-failure
    # How much damage was tried, and survived.
    sed -n '/ tried$/p' "build/$preset/Testing/Temporary/LastTest.log"
done
