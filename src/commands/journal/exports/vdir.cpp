// SPDX-License-Identifier: MIT

#include "commands/journal/exports/vdir.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/exports/content_lines.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {
namespace {

using std::filesystem::path;

// "BEGIN" and "VEVENT" of a line "BEGIN:VEVENT"; of "UID;X=1:a" the name alone tells.
struct ContentLine {
    std::string name, value;
};

// The lines as they were before they were folded (RFC 5545 3.1).
std::vector<ContentLine> content_lines(std::string_view text) {
    std::vector<std::string> whole;
    for (std::string& line : split_lines(text)) {
        const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
        if (goes_on && !whole.empty())
            whole.back() += line.substr(1);
        else
            whole.push_back(std::move(line));
    }
    std::vector<ContentLine> lines;
    for (const std::string& line : whole) {
        const auto end = std::min(line.find_first_of(";:"), line.size());
        const auto value = std::min(line.find(':'), line.size() - 1) + 1;
        if (!line.empty()) lines.push_back({fold(line.substr(0, end)), line.substr(value)});
    }
    return lines;
}

bool is_event_name(const std::string& name) {
    const auto dash = name.rfind('-');
    return dash != std::string::npos && dash > 0 && is_uid(std::string_view(name).substr(dash + 1));
}

// The name of the one item in a text that mentor wrote, be it that another program has rewritten it
// since; nullopt of a text that holds anything else as well.
std::optional<std::string> find_name(std::string_view text) {
    constexpr std::string_view end = "@mentor";
    std::vector<std::string> uids, makers, opened, wholes, items;
    for (const auto& [name, value] : content_lines(text)) {
        if (name == "uid") uids.push_back(value);
        if (name == "prodid") makers.push_back(value);
        if (name == "end" && !opened.empty()) opened.pop_back();
        if (name != "begin") continue;
        if (opened.empty()) wholes.push_back(fold(value));
        if (opened.size() == 1) items.push_back(fold(value));
        opened.push_back(value);
    }
    if (uids.size() != 1 || !uids[0].ends_with(end) || wholes.size() != 1 || !opened.empty() ||
        makers != std::vector{std::string(product_id)})
        return std::nullopt;
    std::string name = uids[0].substr(0, uids[0].size() - end.size());
    const bool is_card = wholes[0] == "vcard" && items.empty() && is_uid(name);
    const bool is_item = wholes[0] == "vcalendar" && items.size() == 1 &&
                         (items[0] == "vevent" || items[0] == "vtodo") && is_event_name(name);
    return is_card || is_item ? std::optional(std::move(name)) : std::nullopt;
}

// Of the file that an item comes from: the last sixteen letters of its name.
std::string uid_in(const std::string& name) {
    return name.substr(name.size() - uid_length);
}

// The text of a file; nullopt where it isn't one that can be read, which is another's then.
std::optional<std::string> find_readable(const Host& host, const path& file) {
    try {
        return host.find_text(file);
    } catch (const Error&) {
        return std::nullopt;
    }
}

struct Item {
    path file;
    std::string text;
};

class Vdir {
public:
    Vdir(const Host& host, path folder, std::string_view ending)
        : host_(host), folder_(std::move(folder)), ending_(ending) {
        for (const std::string& name : host.list(folder_)) {
            if (name.starts_with('.') || !name.ends_with(ending)) continue;
            const path file = folder_ / name;
            auto text = find_readable(host, file);
            if (!text) continue;
            if (const auto item = find_name(*text))
                ours_.emplace(*item, Item{file, *std::move(text)});
        }
    }

    std::vector<Change> changes_to(const std::vector<VdirItem>& items) const {
        std::vector<Change> changes;
        for (const auto& [name, text] : items) {
            const auto known = ours_.find(name);
            if (known == ours_.end())
                changes.push_back({new_file(name), std::nullopt, text});
            else if (known->second.text != text)
                changes.push_back({known->second.file, known->second.text, text});
        }
        return changes;
    }

    // What isn't held any more of those with one of these uids.
    std::vector<Change> removals_but(const std::set<std::string>& held,
                                     const std::set<std::string>& uids) const {
        std::vector<Change> changes;
        for (const auto& [name, item] : ours_)
            if (!held.contains(name) && uids.contains(uid_in(name)))
                changes.push_back({item.file, item.text, std::nullopt});
        return changes;
    }

    // The names of the files of everyone else.
    std::vector<std::string> strangers(const std::set<std::string>& uids) const {
        std::vector<std::string> names;
        for (const auto& [name, item] : ours_)
            if (!uids.contains(uid_in(name))) names.push_back(item.file.filename());
        return names;
    }

private:
    path new_file(const std::string& name) const {
        path file = folder_ / (name + std::string(ending_));
        if (!host_.exists(file)) return file;
        throw Error(Exit::usage,
                    fmt::format("{} is there already, and mentor didn't write it", file.string()),
                    "move it away, or give another folder");
    }

    const Host& host_;
    path folder_;
    std::string_view ending_;
    std::map<std::string, Item> ours_; // by name
};

Page reply_to(const path& folder, std::size_t written, std::size_t removed, std::size_t all,
              bool is_dry) {
    const std::string here = folder.string();
    const auto files = [](std::size_t count) { return counted(static_cast<long>(count), "file"); };
    if (written + removed == 0) return {sentence("{} is up to date: {}.", here, files(all))};
    Page page;
    if (written > 0)
        page.push_back(
            sentence("{} {} to {}.", is_dry ? "Would write" : "Wrote", files(written), here));
    if (removed > 0)
        page.push_back(sentence("{} {} away from {}, of what the journal doesn't hold any more.",
                                is_dry ? "Would take" : "Took", files(removed), here));
    return page;
}

} // namespace

void write_vdir(Session& session, const path& folder, const VdirContent& content, bool keeps_all) {
    const bool is_dry = session.globals.dry_run;
    if (!is_dry) session.host.make_folder(folder);
    const path whole = session.host.canonical(folder);
    const auto lock = is_dry ? nullptr : session.host.lock(whole);
    const Vdir vdir(session.host, whole, content.ending);
    std::vector<Change> changes = vdir.changes_to(content.items);
    const std::size_t written = changes.size();
    if (!keeps_all)
        for (Change& removal : vdir.removals_but(content.held, content.uids))
            changes.push_back(std::move(removal));
    if (!is_dry && !changes.empty()) session.host.write(changes);
    session.say(reply_to(folder, written, changes.size() - written, content.items.size(), is_dry));
    const auto strangers = vdir.strangers(content.uids);
    if (!keeps_all && !strangers.empty())
        session.say(Page{sentence("Left alone in {}, of people whom this journal doesn't know: {}. "
                                  "If they were removed from it, delete these files.",
                                  folder.string(), join(strangers, ", "))});
}

} // namespace mentor
