// SPDX-License-Identifier: MIT
//
// What another program says of people, and of the days with them: the table, and what is chosen of
// it as one change. Who is new becomes a prospect.
#pragma once

#include "commands/journal/imports/importing.hpp"
#include "core/imports/found.hpp"

#include <string>
#include <string_view>

namespace mentor {

// The file's text is read by `read`, which gets its name for messages.
using ReadPeople = FoundPeople (*)(std::string_view text, const std::string& file);
Exit import_people(Session& session, const ImportOptions& options, std::string_view format,
                   ReadPeople read, KnownAsText known = KnownAsText::as_a_whole);

// Throws Error(unknown), with `advice`, where nobody in it is here or would come in.
Exit import_diary(Session& session, const ImportOptions& options, std::string_view format,
                  FoundEntries found, YesTakes yes, const char* advice);

} // namespace mentor
