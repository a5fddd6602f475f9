// SPDX-License-Identifier: MIT
//
// The yardstick: reads every file of a folder and parses it with toml++ on two threads, and nothing
// else. What `mentor due` takes beyond this is its own.

#include <toml++/toml.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

int main(int count, char* words[]) {
    if (count != 2) return 2;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(words[1]))
        files.push_back(entry.path());
    std::atomic<std::size_t> next = 0, tables = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++) {
            std::string text(std::filesystem::file_size(files[i]), '\0');
            std::ifstream(files[i], std::ios::binary)
                .read(text.data(), static_cast<std::streamsize>(text.size()));
            tables += toml::parse(text).size();
        }
    };
    std::thread other(work);
    work();
    other.join();
    std::printf("%zu\n", tables.load());
    return tables == 0 ? 1 : 0;
}
