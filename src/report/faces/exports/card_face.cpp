// SPDX-License-Identifier: MIT
#include "report/faces/exports/card_face.hpp"

#include "core/rules/people/occasions.hpp"
#include "core/text.hpp"
#include "report/faces/exports/content_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// Family name, given name, none of more, and the titles before: what stands before and behind the
// word that they are called by. Where nobody can tell, the whole name is the given one, which
// address books then show as it is.
std::string parts_of(const std::string& name) {
    const std::string given = first_name(name);
    const auto at = (" " + name + " ").find(" " + given + " ");
    const bool has_comma = name.find(',') != std::string::npos; // before a name, or a title
    if (given == name || has_comma || at == std::string::npos)
        return fmt::format(";{};;;", escaped(name));
    const std::string title = trim(name.substr(0, at));
    const std::string family = trim(name.substr(std::min(name.size(), at + given.size())));
    return fmt::format("{};{};;{};", escaped(family), escaped(given), escaped(title));
}

// A year that isn't known is 1604, a leap year, for those programs that know what the parameter
// means, and no year for a person who sees it elsewhere.
void add_birthday(std::string& out, const Occasion& birthday) {
    const std::string day = fmt::format("{:02}-{:02}", birthday.month, *birthday.day);
    if (birthday.year)
        add_line(out, "BDAY", fmt::format("{:04}-{}", *birthday.year, day));
    else
        add_line(out, "BDAY;X-APPLE-OMIT-YEAR=1604", "1604-" + day);
}

// An address isn't escaped (RFC 2426 3.6.8), and yet some programs end it at a comma.
std::string link_of(const Relationship& relationship) {
    return join(split(bare(relationship.contact.link), ','), "%2C");
}

} // namespace

std::string card_uid(const std::string& uid) {
    return uid + "@mentor";
}

std::string to_card(const Relationship& relationship, const std::string& uid) {
    std::string out;
    add_line(out, "BEGIN", "VCARD");
    add_line(out, "VERSION", "3.0");
    add_line(out, "PRODID", product_id);
    add_line(out, "UID", card_uid(uid));
    add_text(out, "FN", relationship.name);
    add_line(out, "N", parts_of(relationship.name));
    add_list(out, "NICKNAME", relationship.aka);
    add_text(out, "EMAIL;TYPE=INTERNET", relationship.contact.email);
    add_text(out, "TEL", relationship.contact.phone);
    if (const std::string link = link_of(relationship); !link.empty()) add_line(out, "URL", link);
    add_text(out, "TZ;VALUE=TEXT", relationship.contact.timezone);
    const auto birthday = std::ranges::find_if(
        relationship.occasions, [](const Occasion& each) { return is_birthday(each) && each.day; });
    if (birthday != relationship.occasions.end()) add_birthday(out, *birthday);
    add_list(out, "CATEGORIES", relationship.tags);
    add_line(out, "END", "VCARD");
    return out;
}

} // namespace mentor
