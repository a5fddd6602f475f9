// SPDX-License-Identifier: MIT
//
// A mail to yourself, as `sendmail -t` takes it from a pipe: RFC 5322, with the texts of the header
// as RFC 2047 has them and a body in UTF-8. Lines end with a newline alone. The day and the id of a
// message are the mailer's to add.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

// Whether it can stand in a header as an address: signs of ASCII that part nothing there.
bool is_address(std::string_view text);

struct Mail {
    std::string name; // yours; may be ""
    std::string address;
    std::string subject; // one line
    std::string body;    // lines
};
std::string to_mail(const Mail& mail);

} // namespace mentor
