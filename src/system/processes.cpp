// SPDX-License-Identifier: MIT
#include "system/processes.hpp"

#include "system/posix.hpp"

#include <fmt/format.h>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace mentor::posix {

std::optional<std::string> find_program(int process) {
    const std::string file = fmt::format("/proc/{}/comm", process);
    const Descriptor opened(retried([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }));
    std::string name;
    if (!opened.is_open() || !read_all(opened.number(), name)) return std::nullopt;
    if (name.ends_with('\n')) name.pop_back();
    return name.empty() ? std::nullopt : std::optional(std::move(name));
}

bool is_one_of_us(int process) {
    if (::kill(process, 0) == -1 && errno == ESRCH) return false;
    const auto theirs = find_program(process);
    const auto ours = find_program(::getpid());
    return !theirs || !ours || *theirs == *ours;
}

} // namespace mentor::posix
