// SPDX-License-Identifier: MIT
//
// fmt's own code, compiled once for the static program. Debian has no static library of it, and as
// headers alone it takes half of the time to compile each file that formats anything. Below the
// include stands what fmt's headers leave to a library to instantiate.
#include <fmt/format-inl.h>

template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(locale_ref);
template char fmt::detail::decimal_point_impl<char>(locale_ref);
