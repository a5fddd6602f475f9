// SPDX-License-Identifier: MIT
//
// What is installed beside the program and that it has in itself as well, for whoever copied the
// program alone: the manual, the schemas of the files, and what is to be said of the libraries in
// it.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// A page of the manual by its name, with or without "mentor-" before it; "" is mentor(1). Throws
// Error(usage).
Page manual_page_named(std::string_view name);

std::vector<std::string> manual_names();

// The JSON Schema of a file: "relationship", "config" or "questions"; "" is the first. Throws
// Error(usage).
std::string schema_named(std::string_view name);
std::vector<std::string> schema_names();

// The version and the licence of each library, and the licences in full.
Page notices_page();

// "mentor 0.1.0", and in a line of its own where it lives, if the build knows that.
std::string version_text();

// What to do about a fault of the program.
std::string report_advice();

} // namespace mentor
