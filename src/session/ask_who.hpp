// SPDX-License-Identifier: MIT
//
// Who is meant, where a command line doesn't say it and a person can be asked.
#pragma once

#include "session/view.hpp"

#include <string>
#include <string_view>

namespace mentor {

// The slug of someone: those most in need of contact stand in the list; the answer names one by the
// number or any name. `preset` is the slug that Enter takes; "" for none. Error(unknown) where the
// journal has nobody.
std::string ask_who(View& view, const std::string& question, std::string_view preset = "");

// Whom you planned to meet by today, or meet today: the most likely one to log something with.
std::string likeliest_who(View& view);

} // namespace mentor
