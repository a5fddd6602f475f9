// SPDX-License-Identifier: MIT
//
// One file on the way from the old bytes to the new ones, in steps: several files take each step
// together. Knows nothing of the others.
#pragma once

#include "machine/host.hpp"
#include "system/posix.hpp"

#include <string>
#include <string_view>

namespace mentor {

constexpr int overtaken = -1; // beside the system's numbers for what went wrong

// What to do where a file can't be changed, and wasn't.
std::string advice_for(const std::filesystem::path& file, int code);

// What lies beside the file under a temporary name, first the new text and then the old one, the
// destructor takes away.
class Replacement {
public:
    Replacement(const Host& host, const Change& change);
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    ~Replacement() { settle(); }

    const std::filesystem::path& file() const { return change_.file; }
    std::string_view action() const { return change_.after ? "write" : "remove"; }
    Folder folder() const { return posix::folder_of(target_); }

    // The new text, safe on disk beside the file.
    void prepare();
    bool is_overtaken() const { return host_.find_text(file()) != change_.before; }
    // False where another program has the file open for writing, and doesn't come to an end.
    bool await_writers() const;
    // 0; or `overtaken`, or why it can't be. The file is as it was then, unless something is
    // stranded.
    int put_in_place();
    // The file is as it was again, where that can be.
    void take_back();
    // The file holds the new text, or none, and can't be taken back.
    bool stays() const { return stays_; }
    // Where the text of other hands lies that came out and has no place any more; empty else.
    const std::filesystem::path& stranded() const { return stranded_; }
    void settle();

private:
    // Which version of a file it is that has a name now.
    struct Version {
        dev_t device = 0;
        ino_t number = 0;
        off_t size = 0;
        time_t seconds = 0;
        long nanoseconds = 0;
        bool operator==(const Version&) const = default;
        bool is_of_file(const Version& other) const {
            return device == other.device && number == other.number;
        }
    };
    static Version version_of(const struct stat& status);
    static Version version_at(const std::filesystem::path& file);

    std::filesystem::path new_name() const;
    posix::Descriptor create();
    std::optional<Carried> find_carried() const;
    void give(const posix::Descriptor& opened, const Carried& carried) const;
    int replace();
    int exchange();
    int exchange_back();
    bool came_out_as(std::string_view expected) const;
    int strand(int code);
    int make();
    int move_aside(std::string_view expected);

    const Host& host_;
    const Change& change_;
    std::filesystem::path target_; // where links lead
    std::filesystem::path name_;   // the temporary one
    std::filesystem::path stranded_;
    bool is_beside_ = false;
    bool stays_ = false;
    Version ours_; // of the new text
};

} // namespace mentor
