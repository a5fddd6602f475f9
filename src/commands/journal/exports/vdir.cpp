// SPDX-License-Identifier: MIT

#include "commands/journal/exports/vdir.hpp"

#include "commands/journal/undoing.hpp"
#include "core/model/ids.hpp"
#include "core/path_words.hpp"
#include "core/rules/journal/calendar.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "report/faces/exports/content_lines.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
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

constexpr std::string_view uid_end = "@mentor";

// What a file of the folder holds.
struct Holding {
    std::set<std::string> uids;
    // Where it is one item with a UID of mentor's kind and nothing else: its name. Exceptions from
    // what repeats have the UID of the whole, and a zone is no item.
    std::optional<std::string> name;
    bool is_ours = false; // as mentor wrote it, be it that another program has folded it anew
};

Holding holding_of(std::string_view text) {
    std::vector<std::string> uids, makers, opened, wholes, items;
    for (const auto& [name, value] : content_lines(text)) {
        if (name == "uid") uids.push_back(value);
        if (name == "prodid") makers.push_back(value);
        if (name == "end" && !opened.empty()) opened.pop_back();
        if (name != "begin") continue;
        const std::string part = fold(value);
        if (opened.empty()) wholes.push_back(part);
        if (opened.size() == 1 && part != "vtimezone") items.push_back(part);
        opened.push_back(part);
    }
    Holding found{{uids.begin(), uids.end()}, std::nullopt, false};
    if (found.uids.size() != 1 || !uids[0].ends_with(uid_end) || wholes.size() != 1 ||
        !opened.empty())
        return found;
    std::string name = uids[0].substr(0, uids[0].size() - uid_end.size());
    const bool is_card = wholes[0] == "vcard" && items.empty() && is_uid(name);
    const bool is_item = wholes[0] == "vcalendar" && items.size() == uids.size() &&
                         is_event_name(name) && std::ranges::all_of(items, [](const auto& part) {
                             return part == "vevent" || part == "vtodo";
                         });
    if (!is_card && !is_item) return found;
    found.name = std::move(name);
    found.is_ours = uids.size() == 1 && makers == std::vector{std::string(product_id)};
    return found;
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

struct VdirFile {
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
            if (auto text = find_readable(host, file)) add({file, *std::move(text)});
        }
        // Of several files with one item that stays which mentor would have named so.
        for (auto& [name, files] : ours_)
            std::ranges::stable_sort(files, {}, [own = file_name(name)](const VdirFile& each) {
                return each.file.filename() != own;
            });
    }

    // What another program has rewritten stands for what mentor would write.
    std::vector<Change> changes_to(const std::vector<VdirItem>& items) const {
        std::vector<Change> changes;
        for (const auto& [name, text] : items) {
            if (rewritten_.contains(name)) continue;
            const auto known = ours_.find(name);
            if (known == ours_.end())
                changes.push_back({new_file(name), std::nullopt, text});
            else if (const auto& [file, before] = known->second.front(); before != text)
                changes.push_back({file, before, text});
        }
        return changes;
    }

    // What isn't held any more of those with one of these uids.
    std::vector<Change> removals_but(const std::set<std::string>& held,
                                     const std::set<std::string>& uids) const {
        std::vector<Change> changes;
        for (const auto& [name, files] : ours_)
            if (!held.contains(name) && uids.contains(uid_in(name)))
                add_removals(changes, files, 0);
        return changes;
    }

    // Of one UID there is one file, or vdirsyncer does nothing any more.
    std::vector<Change> removals_of_copies(const std::set<std::string>& held) const {
        std::vector<Change> changes;
        for (const auto& [name, files] : ours_)
            if (held.contains(name))
                add_removals(changes, files, rewritten_.contains(name) ? 0 : 1);
        return changes;
    }

    // The names of the files that hold these items as another program has rewritten them.
    std::vector<std::string> rewritten(const std::vector<VdirItem>& items) const {
        std::vector<std::string> names;
        for (const VdirItem& item : items)
            if (const auto found = rewritten_.find(item.name); found != rewritten_.end())
                names.push_back(found->second.filename());
        return names;
    }

    // The names of the files of everyone else.
    std::vector<std::string> strangers(const std::set<std::string>& uids) const {
        std::vector<std::string> names;
        for (const auto& [name, files] : ours_)
            for (const VdirFile& item : files)
                if (!uids.contains(uid_in(name))) names.push_back(item.file.filename());
        return names;
    }

private:
    void add(VdirFile item) {
        const Holding holding = holding_of(item.text);
        if (!holding.name)
            for (const std::string& uid : holding.uids)
                foreign_.emplace(uid, item.file);
        else if (holding.is_ours)
            ours_[*holding.name].push_back(std::move(item));
        else
            rewritten_.emplace(*holding.name, item.file);
    }

    static void add_removals(std::vector<Change>& changes, const std::vector<VdirFile>& files,
                             std::size_t first) {
        for (std::size_t i = first; i < files.size(); ++i)
            changes.push_back({files[i].file, files[i].text, std::nullopt});
    }

    std::string file_name(const std::string& name) const { return name + std::string(ending_); }

    path new_file(const std::string& name) const {
        if (const auto other = foreign_.find(name + std::string(uid_end)); other != foreign_.end())
            throw Error(Exit::usage,
                        fmt::format("{} has a UID of this journal among others, and mentor didn't "
                                    "write it",
                                    in_line(other->second)),
                        "vdirsyncer stops where two files have one: move it away, or give another "
                        "folder");
        path file = folder_ / file_name(name);
        if (!host_.exists(file)) return file;
        throw Error(Exit::usage,
                    fmt::format("{} is there already, and mentor didn't write it", in_line(file)),
                    "move it away, or give another folder");
    }

    const Host& host_;
    path folder_;
    std::string_view ending_;
    std::map<std::string, std::vector<VdirFile>> ours_; // by name
    std::map<std::string, path> rewritten_;             // the same
    std::map<std::string, path> foreign_;               // by each UID
};

struct Done {
    std::size_t written = 0, gone = 0, copies = 0, all = 0;
};

Page reply_to(const path& folder, const Done& done, bool is_dry) {
    const std::string here = in_line(folder);
    const auto files = [](std::size_t count) { return counted(static_cast<long>(count), "file"); };
    if (done.written + done.gone + done.copies == 0)
        return {sentence("{} is up to date: {}.", here, files(done.all))};
    const char* took = is_dry ? "Would take" : "Took";
    Page page;
    if (done.written > 0)
        page.push_back(
            sentence("{} {} to {}.", is_dry ? "Would write" : "Wrote", files(done.written), here));
    if (done.gone > 0)
        page.push_back(sentence("{} {} away from {}, of what the journal doesn't hold any more.",
                                took, files(done.gone), here));
    if (done.copies > 0)
        page.push_back(sentence("{} {} away from {}, of what another file there has as well.", took,
                                files(done.copies), here));
    return page;
}

// "" of a text that has none, or that nobody can read: of whom nothing was exported.
std::string uid_in(const std::filesystem::path& file, const FileText& text) {
    if (!text) return "";
    try {
        return plain_uid(decode_relationship(*text, file.filename(), file.stem()));
    } catch (const Error&) {
        return "";
    }
}

// Who came from another journal may be in it still, and in what it exports to the same folder.
bool is_from_elsewhere(const UndoStep& step) {
    return step.command.starts_with("import") || step.command == "sync";
}

// Those that files of this journal lost, as far back as undo knows: with people who were removed,
// or whose coming, or whose uid, was taken back.
std::set<std::string> lost_uids(const Session& session) {
    std::set<std::string> uids;
    const auto compare = [&](const Change& change, const FileText& then, const FileText& now) {
        const std::string uid = uid_in(change.file, then);
        if (!uid.empty() && uid != uid_in(change.file, now)) uids.insert(uid);
    };
    const auto history = session.undo_log.history(scope_of(session));
    for (const UndoStep& step : history.done)
        for (const Change& change : step.changes)
            compare(change, change.before, change.after);
    for (const UndoStep& step : history.undone)
        for (const Change& change : step.changes)
            if (!is_from_elsewhere(step)) compare(change, change.after, change.before);
    return uids;
}

// All of a few names, and of many the first.
std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t most = 6;
    if (names.size() <= most) return join(names, ", ");
    return fmt::format("{} and {} more", join({names.begin(), names.begin() + most}, ", "),
                       names.size() - most);
}

} // namespace

void write_vdir(Session& session, const path& folder, const VdirContent& content, bool keeps_all) {
    const bool is_dry = session.globals.dry_run;
    if (!is_dry) session.host.make_folder(folder);
    const path whole = session.host.canonical(folder);
    const auto lock = is_dry ? nullptr : session.host.lock(whole);
    const Vdir vdir(session.host, whole, content.ending);
    std::vector<Change> changes = vdir.changes_to(content.items);
    const auto rewritten = vdir.rewritten(content.items);
    std::set<std::string> uids = content.uids;
    if (!vdir.strangers(uids).empty()) uids.merge(lost_uids(session));
    Done done{.written = changes.size(), .all = content.items.size() - rewritten.size()};
    if (!keeps_all) {
        std::ranges::move(vdir.removals_but(content.held, uids), std::back_inserter(changes));
        done.gone = changes.size() - done.written;
        std::ranges::move(vdir.removals_of_copies(content.held), std::back_inserter(changes));
        done.copies = changes.size() - done.written - done.gone;
    }
    if (!is_dry && !changes.empty()) session.host.write(changes);
    session.say(reply_to(folder, done, is_dry));
    if (!rewritten.empty())
        session.say(Page{sentence("Left alone in {}, as another program has rewritten it: {}. To "
                                  "have there what the journal says, delete these files.",
                                  in_line(folder), some_of(rewritten))});
    const auto strangers = vdir.strangers(uids);
    if (!keeps_all && !strangers.empty())
        session.say(Page{sentence("Left alone in {}, of people whom this journal doesn't know: {}. "
                                  "If they were removed from it, delete these files.",
                                  in_line(folder), some_of(strangers))});
}

} // namespace mentor
