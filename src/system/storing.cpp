// SPDX-License-Identifier: MIT
//
// Writing files so that each holds either the old bytes or the new ones, whatever happens:
// temporary files beside their targets, synced, then renamed, then the folders synced.
#include "system/posix.hpp"
#include "system/real_host.hpp"
#include "system/replacement.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;
using posix::failure;
using std::filesystem::path;

constexpr std::string_view overtaken_words = "the file was changed by other hands just now";

Overtaken overtaken_at(const path& file) {
    return Overtaken(Exit::system, {.what = std::string(overtaken_words),
                                    .advice = "nothing was changed; try again",
                                    .file = file.filename().string()});
}

Error busy_at(const path& file) {
    return Error(Exit::system, {.what = "another program has the file open for writing",
                                .advice = "nothing was changed; close it there and try again",
                                .file = file.filename().string()});
}

std::string names(const std::vector<path>& files) {
    std::string text;
    for (const path& file : files)
        text += (text.empty() ? "" : ", ") + file.filename().string();
    return text;
}

// All or none; says honestly where it can't be either.
void put_in_place(std::deque<Replacement>& replacements) {
    int code = 0;
    const auto stopped = std::ranges::find_if(replacements, [&](Replacement& replacement) {
        code = replacement.put_in_place();
        return code != 0;
    });
    if (code == 0) return;
    std::for_each(replacements.begin(), stopped, [](Replacement& made) { made.take_back(); });
    std::vector<path> changed, unchanged;
    std::string kept;
    for (const Replacement& replacement : replacements) {
        (replacement.stays() ? changed : unchanged).push_back(replacement.file());
        if (!replacement.stranded().empty())
            kept += "\nwhat other hands wrote is kept in " + replacement.stranded().string();
    }
    const path& file = stopped->file();
    const bool is_as_it_was = changed.empty() && kept.empty();
    if (is_as_it_was && code == overtaken) {
        stopped->await_writers(); // so that the next try begins when they are done
        throw overtaken_at(file);
    }
    if (is_as_it_was) throw failure(stopped->action(), file, code, advice_for(file, code));
    std::string advice;
    if (!changed.empty()) advice += "\nalready changed: " + names(changed);
    if (!unchanged.empty()) advice += "\nnot changed: " + names(unchanged);
    throw failure(stopped->action(), file,
                  code == overtaken ? std::string(overtaken_words) : posix::reason(code),
                  (advice + kept).substr(1));
}

// A temporary file's name holds the process that writes it. Those of a process that has ended, or
// that had our number before us, are nobody's.
void remove_abandoned(const RealHost& host, const Folder& folder) {
    for (const std::string& name : host.list(folder)) {
        const auto writer = find_writer(name);
        if (writer && !host.is_running(*writer) && !is_only_copy(host, folder / name))
            ::unlink((folder / name).c_str());
    }
}

// Makes renames and removals last. Some file systems have no notion of syncing a folder.
void sync(const Folder& folder) {
    const Descriptor opened = posix::open_folder(folder);
    // A folder that may be written but not read.
    if (!opened.is_open() && errno == EACCES) return;
    if (opened.is_open() && posix::retried([&] { return ::fsync(opened.number()); }) == 0) return;
    if (errno == EINVAL || errno == ENOTSUP) return;
    throw failure("make sure of what was written in", folder, errno,
                  "the files are changed, but may not survive a power cut; check the disk");
}

} // namespace

void RealHost::write(const std::vector<Change>& changes) {
    const posix::Undisturbed undisturbed;

    // Removals come last: what is renamed is there twice rather than not at all.
    std::deque<Replacement> replacements;
    for (const bool removes : {false, true}) {
        for (const Change& change : changes)
            if (!change.after == removes) replacements.emplace_back(*this, change);
    }
    std::set<Folder> folders;
    for (const Replacement& replacement : replacements)
        folders.insert(replacement.folder());
    for (const Folder& folder : folders)
        remove_abandoned(*this, folder);

    for (Replacement& replacement : replacements)
        replacement.prepare();
    for (const Replacement& replacement : replacements)
        if (!replacement.await_writers()) throw busy_at(replacement.file());
    for (const Replacement& replacement : replacements)
        if (replacement.is_overtaken()) throw overtaken_at(replacement.file());
    put_in_place(replacements);
    for (Replacement& replacement : replacements)
        replacement.settle();
    for (const Folder& folder : folders)
        sync(folder);
}

} // namespace mentor
