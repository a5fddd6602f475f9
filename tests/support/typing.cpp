// SPDX-License-Identifier: MIT
//
// Many command lines in one process, on a machine in memory, for tests that type thousands of them.
// On standard input {"files": {"ada.toml": "…"}, "commands": [["show", "ada"], …]}, on standard
// output for each command what it printed, [standard output, standard error]. After each the files
// are as they were; what undo keeps stays.

#include "cli/run.hpp"
#include "core/dates/date.hpp"
#include "support/memory_host.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

const std::filesystem::path home = "/home/ada";
const std::filesystem::path journal = home / ".local/share/mentor";

void put_files(mentor::MemoryHost& host, const Json& files) {
    std::erase_if(host.files, [](const auto& file) { return file.first.parent_path() == journal; });
    for (const auto& [name, text] : files.items())
        host.put(journal / name, text);
}

} // namespace

int main() {
    const Json given = Json::parse(std::cin);
    mentor::MemoryHost host;
    host.environment = {{"HOME", home.string()}, {"MENTOR_READER", "both"}};
    host.clock = {*mentor::find_iso_date("2026-11-22"), mentor::TimeOfDay{9, 30, 0}};
    host.make_folder(journal);
    Json printed = Json::array();
    for (const Json& words : given["commands"]) {
        put_files(host, given["files"]);
        host.output.clear();
        host.error.clear();
        mentor::run(host, words.get<std::vector<std::string>>());
        printed.push_back({host.output, host.error});
    }
    std::cout << printed.dump(-1, ' ', false, Json::error_handler_t::replace);
}
