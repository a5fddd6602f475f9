// SPDX-License-Identifier: MIT
#include "support/sandbox.hpp"
#include "support/waiting.hpp"
#include "system/lease.hpp"

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace mentor::lease_test {

using posix::Lease;

namespace {

void make(const std::filesystem::path& file) {
    std::ofstream(file) << "text";
}

} // namespace

TEST_CASE("a lease is refused while somebody has the file open for writing, and only then") {
    const Sandbox sandbox;
    const auto file = sandbox / "ada.toml";
    make(file);
    CHECK(!Lease(file).is_refused());
    for (const int flags : {O_WRONLY, O_RDWR, O_WRONLY | O_APPEND}) {
        const posix::Descriptor opened(::open(file.c_str(), flags | O_CLOEXEC));
        CHECK(Lease(file).is_refused());
        CHECK(!posix::await_writers(file));
    }
    const posix::Descriptor reader(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    CHECK(!Lease(file).is_refused());
    CHECK(posix::await_writers(file));
    CHECK(!Lease(sandbox / "nobody.toml").is_refused());
}

TEST_CASE("who comes to write waits for the end of the lease, and ends nobody") {
    const Sandbox sandbox;
    const auto file = sandbox / "ada.toml";
    make(file);
    // It begins before there is a lease: it would hold it too, and wait for itself.
    const auto sign = sandbox / "sign";
    const pid_t writer = start_process([&] {
        if (!comes_true([&] { return std::filesystem::exists(sign); })) return 2;
        const posix::Descriptor opened(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
        return opened.is_open() ? 0 : 1;
    });
    {
        const Lease lease(file);
        CHECK(!lease.is_wanted());
        make(sign);
        CHECK(comes_true([&] { return lease.is_wanted(); }));
    }
    CHECK(end_of(writer) == 0);
}

TEST_CASE("writers that come to an end are waited for") {
    const Sandbox sandbox;
    const auto file = sandbox / "ada.toml";
    make(file);
    const auto sign = sandbox / "sign"; // that it was seen, which on a busy machine may take long
    const pid_t writer = start_process([&] {
        const posix::Descriptor opened(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
        if (!comes_true([&] { return std::filesystem::exists(sign); })) return 2;
        usleep(50'000);
        return 0;
    });
    CHECK(comes_true([&] { return Lease(file).is_refused(); }));
    make(sign);
    CHECK(posix::await_writers(file));
    CHECK(end_of(writer) == 0);
}

} // namespace mentor::lease_test
