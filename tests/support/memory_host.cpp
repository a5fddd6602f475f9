// SPDX-License-Identifier: MIT
#include "support/memory_host.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace mentor {

namespace {

using std::filesystem::path;

// One spelling of each path: "/journal/" and "/journal/./" are "/journal".
path plain(const path& given) {
    const path normal = given.lexically_normal();
    return normal.has_filename() || !normal.has_relative_path() ? normal : normal.parent_path();
}

Error failure(std::string_view action, const path& file, std::string_view why,
              std::string advice = "") {
    return Error(Exit::system, fmt::format("can't {} {}: {}", action, file.string(), why),
                 std::move(advice));
}

void throw_once(std::optional<Error>& planned) {
    if (planned) throw std::exchange(planned, std::nullopt).value();
}

class MemoryLock final : public Lock {
public:
    MemoryLock(std::set<path>& locked, path folder) : locked_(locked), folder_(std::move(folder)) {
        locked_.insert(folder_);
    }
    ~MemoryLock() override { locked_.erase(folder_); }

private:
    std::set<path>& locked_;
    path folder_;
};

} // namespace

void MemoryHost::put(const path& file, std::string text) {
    make_folder(file.parent_path());
    files[plain(file)] = std::move(text);
    written[plain(file)] = clock;
}

void MemoryHost::use_terminal(bool terminal) {
    input_terminal = output_terminal = error_terminal = terminal;
}

bool MemoryHost::is_locked(const Folder& folder) const {
    return locked_.contains(plain(folder));
}

// Two zones, the second a day ahead from ten in the morning on.
namespace {

// By how many hours each is ahead of here.
const std::map<std::string, int> hours_ahead{
    {"Asia/Tokyo", 9}, {"Europe/London", 0}, {"Pacific/Kiritimati", 14}};

} // namespace

std::optional<Moment> MemoryHost::now_in(const std::string& zone) const {
    const auto ahead = hours_ahead.find(zone);
    if (ahead == hours_ahead.end() || !clock.time) return std::nullopt;
    Moment there = clock;
    there.time->hour += ahead->second;
    if (there.time->hour >= 24) {
        there.time->hour -= 24;
        there.date += Days{1};
    }
    return there;
}

std::vector<std::string> MemoryHost::zones() const {
    std::vector<std::string> zones;
    for (const auto& [zone, hours] : hours_ahead)
        zones.push_back(zone);
    return zones;
}

std::optional<std::string> MemoryHost::variable(std::string_view name) const {
    const auto found = environment.find(name);
    if (found == environment.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

std::optional<std::string> MemoryHost::find_text(const path& file) const {
    const std::lock_guard guard(reading_);
    throw_once(next_read_);
    const path wanted = plain(file);
    if (folders.contains(wanted)) throw failure("read", file, "it is a folder, not a file");
    if (files.contains(wanted.parent_path())) throw failure("read", file, "Not a directory");
    const auto found = files.find(wanted);
    if (found == files.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> MemoryHost::find_beginning(const path& file, std::size_t most) const {
    auto text = find_text(file);
    if (text && text->size() > most) text->resize(most);
    return text;
}

std::vector<std::string> MemoryHost::list(const Folder& folder) const {
    const path wanted = plain(folder);
    if (files.contains(wanted)) throw failure("list", folder, "Not a directory");
    std::vector<std::string> names;
    for (const auto& [file, text] : files)
        if (file.parent_path() == wanted) names.push_back(file.filename().string());
    for (const path& inner : folders)
        if (inner.parent_path() == wanted && inner != wanted)
            names.push_back(inner.filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

bool MemoryHost::exists(const path& path) const {
    return files.contains(plain(path)) || folders.contains(plain(path));
}

std::optional<Traits> MemoryHost::find_traits(const path& path) const {
    const auto wanted = plain(path);
    if (!exists(wanted)) return std::nullopt;
    const bool is_folder = folders.contains(wanted);
    const auto mode = modes.find(wanted);
    const auto moment = written.find(wanted);
    return Traits{.mode = mode != modes.end() ? mode->second
                          : is_folder         ? 0700
                                              : 0600,
                  .is_folder = is_folder,
                  .can_be_changed = !foreign.contains(wanted),
                  .written = moment == written.end() ? clock : moment->second};
}

std::optional<Carried> MemoryHost::find_carried(const path& file) const {
    if (!files.contains(plain(file))) return std::nullopt;
    Carried carried;
    carried.mode = find_traits(file)->mode;
    return carried;
}

Folder MemoryHost::canonical(const Folder& folder) const {
    return plain("/" / folder);
}

bool MemoryHost::make_folder(const Folder& folder) {
    const path wanted = plain(folder);
    if (folders.contains(wanted)) return false;
    if (files.contains(wanted))
        throw failure("make", wanted, "a file has that name",
                      "move it away, or choose another folder");
    if (wanted.has_parent_path() && wanted.parent_path() != wanted)
        make_folder(wanted.parent_path());
    return folders.insert(wanted).second;
}

void MemoryHost::write(const std::vector<Change>& wanted) {
    throw_once(next_write_);
    for (const Change& change : wanted) {
        const path folder = plain(change.file).parent_path();
        if (!change.after) continue;
        if (folders.contains(plain(change.file)))
            throw failure("write", change.file, "it is a folder, not a file",
                          "nothing was changed");
        if (!folders.contains(folder))
            throw failure("write", change.file, "No such file or directory",
                          fmt::format("nothing was changed; is {} there?", folder.string()));
    }
    if (const auto meanwhile = std::exchange(before_rename, nullptr)) meanwhile();
    for (const Change& change : wanted) {
        if (find_text(change.file) == change.before) continue;
        throw Overtaken(Exit::system, {.what = "the file was changed by other hands just now",
                                       .advice = "nothing was changed; try again",
                                       .file = change.file.filename().string()});
    }
    for (const bool removes : {false, true}) {
        for (const Change& change : wanted)
            if (!change.after == removes) put_in_place(change);
    }
}

void MemoryHost::put_in_place(const Change& change) {
    if (before_change) before_change(change);
    const path file = plain(change.file);
    changes.push_back(fmt::format("{} {}", change.after ? "write" : "remove", file.string()));
    if (change.after && !files.contains(file) && change.carried) modes[file] = change.carried->mode;
    if (!change.after) modes.erase(file);
    if (change.after)
        files[file] = *change.after;
    else
        files.erase(file);
    written[file] = clock;
}

std::unique_ptr<Lock> MemoryHost::lock(const Folder& folder) {
    throw_once(next_lock_);
    if (before_lock) before_lock();
    if (!folders.contains(plain(folder)))
        throw failure("lock", folder, "No such file or directory");
    if (is_locked(folder))
        throw Error(Exit::system, "another mentor is writing",
                    "nothing was changed; wait until it is done and try again");
    return std::make_unique<MemoryLock>(locked_, plain(folder));
}

path MemoryHost::make_temporary(std::string_view ending, std::string_view text) {
    const path file = fmt::format("/tmp/mentor-{}{}", random(), ending);
    files[file] = text;
    return file;
}

void MemoryHost::remove(const path& file) {
    const path wanted = plain(file);
    if (folders.contains(wanted)) throw failure("remove", file, "Is a directory");
    modes.erase(wanted);
    if (files.erase(wanted) > 0) changes.push_back("remove " + wanted.string());
}

void MemoryHost::make_private(const path& path) {
    const auto traits = find_traits(path);
    constexpr std::string_view action = "take the permissions of others from";
    if (!traits) throw failure(action, path, "No such file or directory");
    if (foreign.contains(plain(path))) throw failure(action, path, "Operation not permitted");
    modes[plain(path)] = traits->mode & ~077u;
}

Ended MemoryHost::run(const std::vector<std::string>& words,
                      std::optional<std::string_view> program_input) {
    runs.push_back(words);
    const bool is_there = program && !words.empty() && !words.front().empty();
    if (!is_there) return {Ended::Start::not_found};
    return {Ended::Start::done, program(words, program_input)};
}

Heard MemoryHost::hear(const std::vector<std::string>& words, std::string_view program_input,
                       const Variables&) {
    runs.push_back(words);
    return heard ? heard(words, program_input) : Heard{{Ended::Start::not_found}, "", ""};
}

std::string MemoryHost::ask(const Prompt& prompt) {
    // Who thinks about an answer would keep every other program waiting.
    if (!locked_.empty()) throw std::logic_error("asked under a lock: " + prompt.question);
    for (;;) {
        asked.push_back(prompt);
        if (answers.empty()) throw Error(Exit::interrupted, "left without saving anything");
        const std::string answer = trim(answers.front());
        answers.pop_front();
        if (answer.empty()) return prompt.preset;
        if (answer != "?") return answer;
    }
}

char MemoryHost::press(const std::string& question, std::string_view keys) {
    asked.push_back({question, "", "", {}});
    for (;;) {
        if (answers.empty()) throw Error(Exit::interrupted, "left without saving anything");
        const std::string answer = answers.front();
        answers.pop_front();
        const char key = answer.empty() ? ' ' : answer.front();
        if (keys.find(key) != std::string_view::npos) return key;
    }
}

} // namespace mentor
