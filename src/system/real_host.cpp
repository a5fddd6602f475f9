// SPDX-License-Identifier: MIT
#include "system/real_host.hpp"

#include "system/keyboard.hpp"
#include "system/line_editor.hpp"
#include "system/posix.hpp"
#include "system/processes.hpp"

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>
#ifdef MENTOR_HAS_MALLOPT
#include <malloc.h>
#endif

namespace mentor {

namespace {

void set_memory_up() {
#ifdef MENTOR_HAS_MALLOPT
    // A parsed file is thousands of small blocks that live and die together: kept apart by size
    // instead of merged, they make reading a large journal a twentieth faster (mallopt(3)). What
    // one file needed the next one needs again, so none of it goes back to the system in between.
    constexpr int large = 32 << 20, most = 128 << 20;
    ::mallopt(M_MXFAST, 20 * sizeof(void*));
    ::mallopt(M_TRIM_THRESHOLD, 2 * most);
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TOP_PAD, most);
#ifdef MADV_HUGEPAGE
    // Room that costs nothing until it is used, and then a look at the system for each large page
    // of it instead of each small one: a third of the time of a review of thousands (madvise(2)).
    constexpr std::uintptr_t page = 2 << 20;
    const auto end_of_heap = [] { return reinterpret_cast<std::uintptr_t>(::sbrk(0)); };
    const std::uintptr_t begin = (end_of_heap() + page - 1) / page * page;
    void* volatile room = std::malloc(page); // or the compiler leaves both out
    std::free(room);
    if (const std::uintptr_t end = end_of_heap() / page * page; begin < end)
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
    ::mallopt(M_TOP_PAD, 1 << 20);
#endif
}

} // namespace

std::unique_ptr<Host> make_host() {
    set_memory_up();
    return std::make_unique<RealHost>();
}

RealHost::RealHost() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1) continue;
        // The wrong way round on purpose: using a stream that was closed must go on being an error.
        [[maybe_unused]] const int opened =
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

RealHost::~RealHost() {
    Keyboard::end();
    // Whoever waits for us sees what ended us.
    if (ended_by_ != 0) ::raise(ended_by_);
}

Moment RealHost::now() const {
    return posix::local_time(std::time(nullptr));
}

std::optional<Moment> RealHost::now_in(const std::string& zone) const {
    return posix::time_in(zone, std::time(nullptr));
}

std::vector<std::string> RealHost::zones() const {
    return posix::zones();
}

Moment RealHost::to_utc(const Moment& local) const {
    return posix::utc_of(local);
}

std::optional<std::string> RealHost::variable(std::string_view name) const {
    const char* value = std::getenv(std::string(name).c_str());
    if (!value || !*value) return std::nullopt;
    return value;
}

bool RealHost::is_running(int process) const {
    return process != ::getpid() && posix::is_one_of_us(process);
}

std::uint32_t RealHost::random() const {
    std::uint32_t number = 0;
    const ssize_t count = posix::retried([&] { return getrandom(&number, sizeof number, 0); });
    if (count != sizeof number)
        throw Error(Exit::system, "the system gives no random numbers: " + posix::reason(errno));
    return number;
}

} // namespace mentor
