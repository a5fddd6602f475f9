// SPDX-License-Identifier: MIT
//
// Inside src/toml and src/format: toml++, set up once.
#pragma once

#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 64 // with most_key_parts, what recursion over a tree has to bear

// toml++ is too sure of what it reads. It asserts, or with NDEBUG lets the compiler assume, that a
// header begins with the letter of a key, which [=] disproves; the parser's own check comes right
// after. Without NDEBUG all of this goes through the macro that toml++ offers.
#define TOML_ASSERT(expression) static_assert(true)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
