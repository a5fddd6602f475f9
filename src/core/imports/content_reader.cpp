// SPDX-License-Identifier: MIT
#include "core/imports/content_reader.hpp"

#include "core/imports/foreign_text.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace mentor {
namespace {

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// Where the separator stands outside of quotes, from `from` on; the text's end where it doesn't.
std::size_t find_unquoted(std::string_view text, char separator, std::size_t from = 0) {
    bool is_quoted = false;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (text[i] == separator && !is_quoted) return i;
    }
    return text.size();
}

bool is_quoted_printable(std::string_view line) {
    const std::string head = upper(line.substr(0, find_unquoted(line, ':')));
    return head.find("QUOTED-PRINTABLE") != std::string::npos;
}

// The lines of the file, joined to those of the format.
class Unfolder {
public:
    explicit Unfolder(std::string_view text) : lines_(split_lines(text)) {}

    bool is_at_end() const { return at_ >= lines_.size(); }
    int number() const { return static_cast<int>(at_) + 1; } // of the line that comes next

    // What is folded at white space in 2.1 keeps that: there the line end alone was put in.
    std::string next(bool keeps_space) {
        std::string line = lines_[at_++];
        while (!is_at_end()) {
            const std::string& more = lines_[at_];
            if (is_quoted_printable(line) && line.ends_with('=')) {
                line.pop_back();
                // A card ends where it says so, whatever the last of its values forgot.
                if (fold(trim(more)) == "end:vcard") break;
                line += more;
            } else if (!more.empty() && (more[0] == ' ' || more[0] == '\t')) {
                line += keeps_space ? more : more.substr(1);
            } else {
                break;
            }
            ++at_;
        }
        return line;
    }

private:
    std::vector<std::string> lines_;
    std::size_t at_ = 0;
};

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// RFC 2045 6.7; what is no code stays as it is written.
std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code =
            text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
        out += is_code ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
        if (is_code) i += 2;
    }
    std::erase(out, '\r');
    return out;
}

enum class Charset { utf_8, windows_1252, iso_8859_15 };

// By any of its names, whatever parts their words; ISO 8859-1 is a part of Windows-1252.
std::optional<Charset> find_charset(std::string name) {
    struct Named {
        std::string_view name;
        Charset charset;
    };
    static constexpr auto all = std::to_array<Named>({{"", Charset::utf_8},
                                                      {"UTF8", Charset::utf_8},
                                                      {"USASCII", Charset::utf_8},
                                                      {"ASCII", Charset::utf_8},
                                                      {"WINDOWS1252", Charset::windows_1252},
                                                      {"CP1252", Charset::windows_1252},
                                                      {"ISO88591", Charset::windows_1252},
                                                      {"LATIN1", Charset::windows_1252},
                                                      {"ISO885915", Charset::iso_8859_15},
                                                      {"LATIN9", Charset::iso_8859_15}});
    std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == ' '; });
    const auto found = std::ranges::find(all, name, &Named::name);
    return found == all.end() ? std::nullopt : std::optional(found->charset);
}

// A file that was made anew in UTF-8 may still name what it was in, and so may a line of ASCII.
void decode(ContentLine& line) {
    const bool is_quoted =
        line.parameter("ENCODING") == "QUOTED-PRINTABLE" || line.is_of("QUOTED-PRINTABLE");
    if (is_quoted) line.value = from_quoted_printable(line.value);
    const std::string charset = line.parameter("CHARSET");
    const auto known = find_charset(charset);
    if (!is_quoted && !find_invalid_utf8(line.value)) return;
    if (known == Charset::windows_1252) {
        line.value = from_windows_1252(line.value);
    } else if (known == Charset::iso_8859_15) {
        line.value = from_iso_8859_15(line.value);
    } else if (!known) {
        line.fault = fmt::format("has the character set {}, which isn't known", charset);
        line.value.clear();
    } else if (is_quoted && find_invalid_utf8(line.value)) {
        line.value = from_windows_1252(line.value);
    }
}

// RFC 6350 3.3: [group "."] name *(";" param) ":" value.
ContentLine parse_line(const std::string& text) {
    ContentLine line;
    const std::size_t colon = find_unquoted(text, ':');
    if (colon == text.size()) {
        line.value = text;
        return line;
    }
    line.value = text.substr(colon + 1);
    const std::string_view head = std::string_view(text).substr(0, colon);
    const std::size_t name_end = find_unquoted(head, ';');
    std::string name = upper(trim(head.substr(0, name_end)));
    line.name = name.substr(name.rfind('.') + 1);
    for (std::size_t begin = name_end + 1; begin <= head.size();) {
        const std::size_t end = find_unquoted(head, ';', begin);
        const std::string_view words = head.substr(begin, end - begin);
        const std::size_t equals = words.find('=');
        std::string value(equals == std::string_view::npos ? words : words.substr(equals + 1));
        std::erase(value, '"');
        line.parameters.emplace_back(
            equals == std::string_view::npos ? "TYPE" : upper(trim(words.substr(0, equals))),
            upper(trim(value)));
        begin = end + 1;
    }
    decode(line);
    return line;
}

} // namespace

bool ContentLine::is_of(std::string_view type) const {
    return std::ranges::any_of(parameters, [&](const auto& each) {
        const auto types = split(each.second, ',');
        return each.first == "TYPE" && std::ranges::find(types, type) != types.end();
    });
}

std::string ContentLine::parameter(std::string_view wanted) const {
    const auto found =
        std::ranges::find_if(parameters, [&](const auto& each) { return each.first == wanted; });
    return found == parameters.end() ? "" : found->second;
}

std::vector<ContentLine> read_content_lines(std::string_view text) {
    std::vector<ContentLine> lines;
    Unfolder unfolder(text);
    bool is_2_1 = false;
    while (!unfolder.is_at_end()) {
        const int number = unfolder.number();
        const std::string whole = unfolder.next(is_2_1);
        if (trim(whole).empty()) continue;
        ContentLine line = parse_line(whole);
        line.line = number;
        if (line.name == "VERSION") is_2_1 = trim(line.value) == "2.1";
        if (line.name == "BEGIN") is_2_1 = false;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string unescaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const char next = value[++i];
        if (next == 'n' || next == 'N')
            out += '\n';
        else if (std::string_view("\\,;:").find(next) != std::string_view::npos)
            out += next;
        else
            out.append({'\\', next});
    }
    return out;
}

std::vector<std::string> components(std::string_view value, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            ++i;
        } else if (value[i] == separator) {
            parts.push_back(trim(unescaped(value.substr(begin, i - begin))));
            begin = i + 1;
        }
    }
    parts.push_back(trim(unescaped(value.substr(begin))));
    return parts;
}

} // namespace mentor
