// SPDX-License-Identifier: MIT
//
// The Host's twin for tests: a machine in memory whose clock stands still, whose chance is a
// counter and whose person answers from a script. It keeps the observable rules of the real one:
// both pass host_contract_test.cpp. Knows no symbolic links.
#pragma once

#include "machine/host.hpp"

#include "mentor/error.hpp"

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

class MemoryHost : public Host {
public:
    // --- the machine, to set up and to look at
    Moment clock{Date{std::chrono::year{2026} / 11 / 22}, TimeOfDay{15, 30, 0}}; // a Sunday
    std::map<std::string, std::string, std::less<>> environment;
    mutable std::uint32_t next_random = 0; // counts up with each call
    std::set<int> running;                 // other processes that are mentor
    std::map<std::filesystem::path, std::string> files;
    std::set<std::filesystem::path> folders{"/", "/tmp"};
    std::map<std::filesystem::path, unsigned> modes; // where it is neither 0600 nor a folder's 0700
    std::set<std::filesystem::path> foreign;         // belong to someone else
    std::map<std::filesystem::path, Moment> written; // by `put` and `write`

    bool input_terminal = false;
    bool output_terminal = false;
    bool error_terminal = false;
    std::size_t window_columns = 80;
    std::size_t window_rows = 24;
    std::string input;  // what read_input gives, once
    std::string output; // what was printed
    std::string error;

    // What the person types at each question, in turn; where it ends they press Ctrl-D.
    std::deque<std::string> answers;
    std::vector<Prompt> asked; // a question that `?` repeats stands here twice

    // Other programs: an editor changes `files`, a pager looks at its input. Without one, none is
    // found.
    using Program = std::function<int(const std::vector<std::string>& words,
                                      std::optional<std::string_view> input)>;
    Program program;
    std::vector<std::vector<std::string>> runs;
    // Those that are run for what they say; without one, none is found.
    std::function<Heard(const std::vector<std::string>& words, std::string_view input)> heard;

    // What changed files, in order: "write /journal/ada.toml", "remove /journal/ada.toml".
    std::vector<std::string> changes;
    // Called when a lock is asked for: what another process writes while we wait for it.
    std::function<void()> before_lock;
    // Called before each file that a write changes: where it throws, the machine stops there.
    std::function<void(const Change& change)> before_change;
    // Called once, in the next write: what a program without a lock does just before the rename.
    std::function<void()> before_rename;

    // Puts a file there, with its folders, as if it had always been there.
    void put(const std::filesystem::path& file, std::string text);
    // All three streams are a terminal, or none.
    void use_terminal(bool terminal = true);
    bool is_locked(const Folder& folder) const;

    // The next call of that kind throws the error instead, once.
    void fail_next_read(Error failure) { next_read_ = std::move(failure); }
    void fail_next_write(Error failure) { next_write_ = std::move(failure); }
    void fail_next_lock(Error failure) { next_lock_ = std::move(failure); }

    // --- Host
    Moment now() const override { return clock; }
    std::optional<Moment> now_in(const std::string& zone) const override;
    std::vector<std::string> zones() const override;
    Moment to_utc(const Moment& local) const override { return local; }
    std::optional<std::string> variable(std::string_view name) const override;
    std::uint32_t random() const override { return next_random++; }
    bool is_running(int process) const override { return running.contains(process); }

    std::optional<std::string> find_text(const std::filesystem::path& file) const override;
    std::optional<std::string> find_beginning(const std::filesystem::path& file,
                                              std::size_t most) const override;
    std::vector<std::string> list(const Folder& folder) const override;
    bool exists(const std::filesystem::path& path) const override;
    std::optional<Traits> find_traits(const std::filesystem::path& path) const override;
    std::optional<Carried> find_carried(const std::filesystem::path& file) const override;
    Folder canonical(const Folder& folder) const override;
    bool make_folder(const Folder& folder) override;
    void write(const std::vector<Change>& changes) override;
    void pass_on(const std::filesystem::path&, std::string_view) override {} // nothing does so
    std::unique_ptr<Lock> lock(const Folder& folder) override;
    std::filesystem::path make_temporary(std::string_view ending, std::string_view text) override;
    void remove(const std::filesystem::path& file) override;
    void make_private(const std::filesystem::path& path) override;

    Ended run(const std::vector<std::string>& words,
              std::optional<std::string_view> input) override;
    Heard hear(const std::vector<std::string>& words, std::string_view input,
               const Variables& variables) override;
    std::string own_file() const override { return "mentor"; }

    bool input_is_terminal() const override { return input_terminal; }
    bool output_is_terminal() const override { return output_terminal; }
    bool error_is_terminal() const override { return error_terminal; }
    std::size_t columns() const override { return window_columns; }
    std::size_t rows() const override { return window_rows; }
    std::string read_input() override { return std::exchange(input, {}); }
    void write_output(std::string_view text) override { output += text; }
    void write_error(std::string_view text) override { error += text; }

    std::string ask(const Prompt& prompt) override;
    char press(const std::string& question, std::string_view keys) override;

private:
    void put_in_place(const Change& change);

    mutable std::mutex reading_; // a journal is read on two threads
    mutable std::optional<Error> next_read_;
    std::optional<Error> next_write_;
    std::optional<Error> next_lock_;
    std::set<std::filesystem::path> locked_;
};

} // namespace mentor
