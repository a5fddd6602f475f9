// SPDX-License-Identifier: MIT
//
// The Host that is this machine. Seen by main and by its own tests alone; what each function
// promises stands in machine/host.hpp. Its parts live by subject: files, storing, lock, programs,
// terminal, prompts.
#pragma once

#include "machine/host.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class LineEditor;

class RealHost final : public Host {
public:
    // Makes sure that the three standard streams are open, so that no file ever takes the place of
    // one.
    RealHost();
    ~RealHost() override;

    Moment now() const override;
    std::optional<Moment> now_in(const std::string& zone) const override;
    std::vector<std::string> zones() const override;
    Moment to_utc(const Moment& local) const override;
    std::optional<std::string> variable(std::string_view name) const override;
    std::uint32_t random() const override;
    bool is_running(int process) const override;

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
    void pass_on(const std::filesystem::path& file, std::string_view text) override;
    std::unique_ptr<Lock> lock(const Folder& folder) override;
    std::filesystem::path make_temporary(std::string_view ending, std::string_view text) override;
    void remove(const std::filesystem::path& file) override;
    void make_private(const std::filesystem::path& path) override;

    Ended run(const std::vector<std::string>& words,
              std::optional<std::string_view> input) override;
    Heard hear(const std::vector<std::string>& words, std::string_view input,
               const Variables& variables) override;
    std::string own_file() const override;

    bool input_is_terminal() const override;
    bool output_is_terminal() const override;
    bool error_is_terminal() const override;
    std::size_t columns() const override;
    std::size_t rows() const override;
    std::string read_input() override;
    void write_output(std::string_view text) override;
    void write_error(std::string_view text) override;

    std::string ask(const Prompt& prompt) override;
    char press(const std::string& question, std::string_view keys) override;

private:
    std::unique_ptr<LineEditor> editor_; // made by the first question
    [[noreturn]] void leave(int signal);

    int ended_by_ = 0; // the signal that came at a question, and has yet to act
};

std::unique_ptr<Host> make_host();

} // namespace mentor
