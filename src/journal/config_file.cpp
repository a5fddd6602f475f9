// SPDX-License-Identifier: MIT
#include "journal/config_file.hpp"

#include "format/decode.hpp"

#include <algorithm>
#include <utility>

namespace mentor {

namespace {

// Of several old faults each can be mended by itself.
void refuse_new_faults(const Document& before, const Document& after) {
    const auto known = inspect_config(before);
    for (const Diagnostic& fault : inspect_config(after)) {
        const bool old = std::ranges::find(known, fault.what, &Diagnostic::what) != known.end();
        if (fault.severity == Severity::error && !old) {
            throw Error(Exit::usage, fault.what, fault.advice);
        }
    }
}

} // namespace

ConfigFile::ConfigFile(Host& host, UndoLog& log, std::filesystem::path file)
    : host_(host), log_(log), file_(std::move(file)) {}

bool ConfigFile::exists() const {
    return host_.exists(file_);
}

ConfigFile::Reading ConfigFile::read() const {
    try {
        const Document text = document();
        PartialConfig part = decode_config_in_part(text);
        const bool knows_journal = !text.contains({"journal"}) || !part.config.journal.empty();
        return {std::move(part.config), std::move(part.fault), knows_journal};
    } catch (const Error& error) {
        return {Config(), error.diagnostic(), false};
    }
}

Document ConfigFile::document() const {
    return parse(host_.find_text(file_));
}

std::vector<Change> ConfigFile::set(const Path& key, const std::optional<Value>& value) {
    const auto locks = begin();
    const FileText before = host_.find_text(file_);
    const Document document = parse(before);
    const Document changed = value ? document.with_value(key, *value) : document.without(key);
    refuse_new_faults(document, changed);
    return log_.write({{whole_name(host_, file_), before, changed.text()}});
}

std::vector<Change> ConfigFile::create(const std::string& text) {
    const auto locks = begin();
    if (exists()) return {};
    return log_.write({{whole_name(host_, file_), std::nullopt, text}});
}

std::vector<std::unique_ptr<Lock>> ConfigFile::begin() {
    if (!log_.is_dry()) host_.make_folder(folder());
    return log_.lock({folder()});
}

Document ConfigFile::parse(const FileText& text) const {
    return Document::parse(text.value_or(""), file_.filename().string());
}

} // namespace mentor
