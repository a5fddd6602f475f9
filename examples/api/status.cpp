// SPDX-License-Identifier: MIT
//
// A second program on top of libmentor: a line for a status bar, and a quick entry.
//
//     status                   what is due today, one line for each person
//     status ada Lunch, good   notes it, as `mentor log` would
#include <iostream>
#include <mentor/client.hpp>
#include <string>

int main(int count, char* words[]) {
    try {
        mentor::Client journal;
        if (count > 2) {
            mentor::Client::Entry entry;
            for (int i = 2; i < count; ++i)
                entry.note += std::string(i > 2 ? " " : "") + words[i];
            const std::string slug = journal.log(words[1], entry);
            std::cout << "noted for " << slug << '\n';
            return 0;
        }
        std::string last;
        for (const auto& reminder : journal.due()) {
            if (reminder.slug != last)
                std::cout << reminder.name << ": "
                          << (reminder.is_private ? "something private" : reminder.what) << '\n';
            last = reminder.slug;
        }
        for (const std::string& fault : journal.faults())
            std::cerr << fault;
        return 0;
    } catch (const mentor::Error& error) {
        std::cerr << error.what() << '\n';
        return static_cast<int>(error.exit());
    }
}
