// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "report/faces/mail_face.hpp"

#include <doctest/doctest.h>

namespace mentor::mail_face_test {

namespace {

std::string header_of(const Mail& mail) {
    const std::string text = to_mail(mail);
    return text.substr(0, text.find("MIME-Version"));
}

} // namespace

TEST_CASE("a mail: the header, an empty line, the body as it is") {
    CHECK(to_mail({"Robin Vale", "robin@example.org", "Ada: Send the draft", "Zoë\n  a line\n"}) ==
          "From: mentor <robin@example.org>\n"
          "To: Robin Vale <robin@example.org>\n"
          "Subject: Ada: Send the draft\n"
          "MIME-Version: 1.0\n"
          "Content-Type: text/plain; charset=utf-8\n"
          "Content-Transfer-Encoding: 8bit\n"
          "\n"
          "Zoë\n  a line\n");
}

TEST_CASE("what a header can't hold is encoded as RFC 2047 says") {
    CHECK(header_of({"", "robin", "Zoë: =?", ""}) == "From: mentor <robin>\n"
                                                     "To: robin\n"
                                                     "Subject: =?UTF-8?Q?Zo=C3=AB=3A_=3D=3F?=\n");
    CHECK(header_of({"Vale, Dr. \"R\"", "r@x.org", "Ada\nBcc: eve@x.org", ""}) ==
          "From: mentor <r@x.org>\n"
          "To: =?UTF-8?Q?Vale=2C_Dr=2E_=22R=22?=\n <r@x.org>\n"
          "Subject: =?UTF-8?Q?Ada=0ABcc=3A_eve=40x=2Eorg?=\n");
}

TEST_CASE("a name in a header neither steers nor turns what a mail program shows") {
    CHECK(header_of({"Robin\u202e\x1b\nVale", "r@x.org", "Ada", ""}) ==
          "From: mentor <r@x.org>\n"
          "To: =?UTF-8?Q?Robin=5Cu202e=5Cu001b_Vale?=\n <r@x.org>\n"
          "Subject: Ada\n");
}

TEST_CASE("lines with encoded words are no longer than 76, and no character is split") {
    std::string subject;
    for (int i = 0; i < 40; ++i)
        subject += "日";
    for (const std::string& line : split_lines(header_of({"", "r@x.org", subject, ""}))) {
        CAPTURE(line);
        CHECK(line.size() <= 76);
        const auto begin = line.find("=?UTF-8?Q?");
        if (begin == std::string::npos) continue;
        CHECK((line.size() - begin - 12) % 9 == 0); // three bytes a character, three signs a byte
    }
}

TEST_CASE("an address is one word of ASCII that parts nothing") {
    for (const char* address : {"robin", "robin.vale+m@example.org"})
        CHECK(is_address(address));
    for (const char* other : {"", "a b", "a,b", "<a@b>", "a\nBcc: c", "zoë@x.org"})
        CHECK_FALSE(is_address(other));
}

} // namespace mentor::mail_face_test
