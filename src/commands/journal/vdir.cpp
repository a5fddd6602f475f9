// SPDX-License-Identifier: MIT

#include "commands/journal/vdir.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace mentor {
namespace {

using std::filesystem::path;

// The name of an item in a text that mentor wrote, be it that another program has rewritten it;
// nullopt of any other text.
std::optional<std::string> find_name(std::string_view text) {
    constexpr std::string_view begin = "UID:", end = "@mentor";
    for (const std::string& line : split_lines(text)) {
        if (!line.starts_with(begin) || !line.ends_with(end)) continue;
        std::string name = line.substr(begin.size(), line.size() - begin.size() - end.size());
        const auto dash = name.rfind('-');
        if (is_uid(std::string_view(name).substr(dash == std::string::npos ? 0 : dash + 1)))
            return name;
    }
    return std::nullopt;
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
            if (host.find_traits(file).value_or(Traits()).is_folder) continue;
            auto text = host.find_text(file);
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

    std::vector<Change> removals_but(const std::set<std::string>& held) const {
        std::vector<Change> changes;
        for (const auto& [name, item] : ours_)
            if (!held.contains(name)) changes.push_back({item.file, item.text, std::nullopt});
        return changes;
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

void write_vdir(Session& session, const path& folder, std::string_view ending,
                const std::vector<VdirItem>& items, const std::set<std::string>& held,
                bool keeps_all) {
    const bool is_dry = session.globals.dry_run;
    if (!is_dry) session.host.make_folder(folder);
    const path whole = session.host.canonical(folder);
    const auto lock = is_dry ? nullptr : session.host.lock(whole);
    const Vdir vdir(session.host, whole, ending);
    std::vector<Change> changes = vdir.changes_to(items);
    const std::size_t written = changes.size();
    if (!keeps_all)
        for (Change& removal : vdir.removals_but(held))
            changes.push_back(std::move(removal));
    if (!is_dry && !changes.empty()) session.host.write(changes);
    session.say(reply_to(folder, written, changes.size() - written, items.size(), is_dry));
}

} // namespace mentor
