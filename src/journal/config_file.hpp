// SPDX-License-Identifier: MIT
//
// The configuration's file: owns how it is read, changed and made, as Journal does of people's
// files. A broken one is read as far as it goes. Knows no command, and never prints.
#pragma once

#include "core/model/config.hpp"
#include "journal/undo_log.hpp"
#include "machine/host.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

class ConfigFile {
public:
    ConfigFile(Host& host, UndoLog& log, std::filesystem::path file);

    const std::filesystem::path& path() const { return file_; }
    Folder folder() const { return file_.parent_path(); }
    bool exists() const;

    // What can be read of it, with the first fault; the defaults hold for the rest, and for all of
    // it where there is no file.
    struct Reading {
        Config config;
        std::optional<Diagnostic> fault;
        bool knows_journal = true; // false where the fault may have hidden where the journal is
    };
    Reading read() const;
    // Throws Error(broken) for what isn't TOML; empty where there is no file.
    Document document() const;

    // Each takes the lock of the folder, which is made where it is missing.
    // nullopt takes the key away. Throws Error(usage) for a fault that wasn't there before.
    std::vector<Change> set(const Path& key, const std::optional<Value>& value);
    // Nothing where it is there already.
    std::vector<Change> create(const std::string& text);

private:
    std::vector<std::unique_ptr<Lock>> begin();
    Document parse(const FileText& text) const;

    Host& host_;
    UndoLog& log_;
    std::filesystem::path file_;
};

} // namespace mentor
