// SPDX-License-Identifier: MIT
#include "report/faces/mail_face.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// A byte in the encoding "Q", which takes letters and digits as they are wherever a text stands.
std::string encoded(char c) {
    if (is_alphanumeric(c)) return {c};
    return c == ' ' ? "_" : fmt::format("={:02X}", static_cast<unsigned char>(c));
}

// Encoded words of whole characters, each on a line of its own, of which none is longer than 76,
// the name of its field included.
std::string encoded_words(std::string_view text) {
    constexpr std::string_view begin = "=?UTF-8?Q?", end = "?=";
    constexpr std::size_t most = 64 - begin.size() - end.size();
    std::string words(begin), character;
    std::size_t used = 0;
    while (!text.empty()) {
        do {
            character += encoded(text.front());
            text.remove_prefix(1);
        } while (!text.empty() && !begins_character(text.front()));
        if (used + character.size() > most) {
            words += fmt::format("{}\n {}", end, begin);
            used = 0;
        }
        words += character;
        used += character.size();
        character.clear();
    }
    return words.append(end);
}

// Lines of a header are short, and so is what isn't encoded.
bool is_short(std::string_view text) {
    return text.size() <= 60;
}

std::string subject_text(const std::string& subject) {
    const auto is_printed = [](char c) { return c >= ' ' && c <= '~'; };
    const bool is_plain = is_short(subject) && std::ranges::all_of(subject, is_printed) &&
                          subject.find("=?") == std::string::npos;
    return is_plain ? subject : encoded_words(subject);
}

// A name before an address, where most signs mean something.
std::string mailbox(const std::string& name, const std::string& address) {
    const auto is_word = [](char c) { return is_alphanumeric(c) || c == ' ' || c == '-'; };
    if (name.empty()) return address;
    const bool is_plain = is_short(name) && std::ranges::all_of(name, is_word);
    return is_plain ? fmt::format("{} <{}>", name, address)
                    : fmt::format("{}\n <{}>", encoded_words(name), address);
}

} // namespace

bool is_address(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_alphanumeric(c) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.@").find(c) != std::string_view::npos;
    });
}

std::string to_mail(const Mail& mail) {
    return fmt::format("From: {}\n"
                       "To: {}\n"
                       "Subject: {}\n"
                       "MIME-Version: 1.0\n"
                       "Content-Type: text/plain; charset=utf-8\n"
                       "Content-Transfer-Encoding: 8bit\n"
                       "\n"
                       "{}",
                       mailbox("mentor", mail.address),
                       mailbox(visible(one_line(mail.name)), mail.address),
                       subject_text(mail.subject), mail.body);
}

} // namespace mentor
