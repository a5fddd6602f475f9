// SPDX-License-Identifier: MIT
//
// The yardstick of reading: reads every file of a folder on two threads, looks at each byte and
// counts the lines that are statements, and nothing else. Nobody can know a journal for less.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

std::size_t statements_in(const std::filesystem::path& file, std::string& text) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    fstat(descriptor, &facts);
    text.resize(static_cast<std::size_t>(facts.st_size));
    if (read(descriptor, text.data(), text.size()) != facts.st_size) text.clear();
    close(descriptor);
    std::size_t statements = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at && text[at] != '#') ++statements;
        at = end + 1;
    }
    return statements;
}

} // namespace

int main(int count, char* words[]) {
    if (count != 2) return 2;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(words[1]))
        files.push_back(entry.path());
    std::atomic<std::size_t> next = 0, statements = 0;
    const auto work = [&] {
        std::string text;
        for (std::size_t i = next++; i < files.size(); i = next++)
            statements += statements_in(files[i], text);
    };
    std::thread other(work);
    work();
    other.join();
    std::printf("%zu\n", statements.load());
    return statements == 0 ? 1 : 0;
}
