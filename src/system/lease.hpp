// SPDX-License-Identifier: MIT
//
// Whether another program has a file open for writing, or is about to: what the system lets the
// file's owner ask by a lease (fcntl(2), "Leases"). Where it doesn't (someone else's file, NFS)
// nothing is known. Knows nothing of what is written.
#pragma once

#include "system/posix.hpp"

#include <filesystem>

namespace mentor::posix {

class Lease {
public:
    // Asks for it; never waits.
    explicit Lease(const std::filesystem::path& file);

    // Another program has it open for writing.
    bool is_refused() const { return standing_ == Standing::refused; }
    // Another program came to open it for writing, and waits until this goes out of being.
    bool is_wanted() const;

private:
    enum class Standing { unknown, held, refused };

    Descriptor opened_;
    Standing standing_ = Standing::unknown;
};

// Waits a moment, where need be, for every other program that has the file open for writing; false
// where one has it still.
bool await_writers(const std::filesystem::path& file);

} // namespace mentor::posix
