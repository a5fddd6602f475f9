// SPDX-License-Identifier: MIT
#include "core/text.hpp"

#include "core/ascii.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <utility>

namespace mentor {

namespace {

using CodePoint = utf8proc_int32_t;

constexpr std::size_t longest_slug = 64; // bytes: FORMAT.md

struct Decoded {
    CodePoint code = 0xFFFD; // the replacement character where the bytes are no UTF-8
    std::size_t bytes = 1;
    bool valid = false;
};

Decoded decode(std::string_view text) {
    CodePoint code = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (bytes <= 0) return {};
    return {code, static_cast<std::size_t>(bytes), true};
}

void append(std::string& text, CodePoint code) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto count = utf8proc_encode_char(code, bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

// Accents and the points of Hebrew and Arabic are left out by people who type. The marks of the
// other combining classes are part of the spelling: vowel signs, viramas, the voicing of kana.
bool is_diacritic(CodePoint code) {
    const auto* property = utf8proc_get_property(code);
    if (property->category == UTF8PROC_CATEGORY_ME) return true;
    const int combining = property->combining_class;
    return combining == 1 || (combining >= 10 && combining <= 36) || combining >= 200;
}

// What people type for a letter or sign that Unicode doesn't decompose; empty: the letter itself.
std::string_view plain(CodePoint code) {
    switch (code) {
    case 0x00E6:
        return "ae";
    case 0x00F0:
        return "d";
    case 0x00F8:
        return "o";
    case 0x00FE:
        return "th";
    case 0x0111:
        return "d";
    case 0x0127:
        return "h";
    case 0x0131:
        return "i";
    case 0x0142:
        return "l";
    case 0x0153:
        return "oe";
    case 0x02BC:
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x201C:
    case 0x201D:
        return "\"";
    case 0x2010:
    case 0x2013:
    case 0x2014:
        return "-";
    default:
        return "";
    }
}

void append_decomposed(std::string& folded, CodePoint code) {
    constexpr int options =
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    std::array<CodePoint, 32> parts{}; // the longest decomposition in Unicode is 18
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const auto count =
        utf8proc_decompose_char(code, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                                static_cast<utf8proc_option_t>(options), &boundary);
    for (utf8proc_ssize_t at = 0; at < count; ++at) {
        const CodePoint part = parts[static_cast<std::size_t>(at)];
        const std::string_view typed = plain(part);
        if (!typed.empty()) {
            folded += typed;
        } else if (!is_diacritic(part)) {
            append(folded, part);
        }
    }
}

// What code points fold to, of those that came last: a text is made of a few dozen letters, and to
// decompose each anew is what a search in Cyrillic would mostly do.
class FoldedCodes {
public:
    void append(std::string& folded, CodePoint code) {
        Kept& kept = kept_[static_cast<std::size_t>(code) % kept_.size()];
        if (kept.code != code) {
            const std::size_t begin = folded.size();
            append_decomposed(folded, code);
            const std::string_view letters = std::string_view(folded).substr(begin);
            if (letters.size() > kept.bytes.size()) return;
            kept.code = code;
            kept.size = static_cast<unsigned char>(letters.size());
            std::ranges::copy(letters, kept.bytes.begin());
            return;
        }
        folded.append(kept.bytes.data(), kept.size);
    }

private:
    struct Kept {
        CodePoint code = 0; // no letter that is asked for
        unsigned char size = 0;
        std::array<char, 11> bytes{};
    };
    std::array<Kept, 1024> kept_{};
};

void append_folded(std::string& folded, CodePoint code) {
    thread_local FoldedCodes codes;
    codes.append(folded, code);
}

// Canonical composition, so that a file's name holds Hangul and kana as keyboards write them.
std::string composed(const std::string& valid_text) {
    if (is_ascii(valid_text)) return valid_text;
    utf8proc_uint8_t* mapped = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid_text.data()),
                     static_cast<utf8proc_ssize_t>(valid_text.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) return valid_text;
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool is_letter_or_digit(CodePoint code) {
    const auto category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool is_mark(CodePoint code) {
    const auto category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

void append_lower(std::string& folded, std::string_view ascii) {
    folded.append(ascii);
    for (std::size_t i = folded.size() - ascii.size(); i < folded.size(); ++i)
        if ('A' <= folded[i] && folded[i] <= 'Z')
            folded[i] = static_cast<char>(folded[i] + ('a' - 'A'));
}

// What every terminal shows as it stands; nearly every byte of a text.
bool is_plain(char byte) {
    return (' ' <= byte && byte <= '~') || byte == '\n' || byte == '\t';
}

// Beside control characters: the line and paragraph separators, the bidirectional marks, and the
// deprecated controls after them (Unicode 15.0, section 23.2 and 23.3).
bool is_hidden_control(CodePoint code) {
    if (code < 0x80) return !is_plain(static_cast<char>(code));
    const bool bidirectional = (code >= 0x2028 && code <= 0x202E) ||
                               (code >= 0x2066 && code <= 0x206F) || code == 0x200E ||
                               code == 0x200F || code == 0x061C;
    return utf8proc_category(code) == UTF8PROC_CATEGORY_CC || bidirectional;
}

} // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    while (!text.empty()) {
        if (const std::size_t ascii = count_ascii(text); ascii > 0) {
            append_lower(folded, text.substr(0, ascii));
            text.remove_prefix(ascii);
            continue;
        }
        const Decoded next = decode(text);
        append_folded(folded, next.code);
        text.remove_prefix(next.bytes);
    }
    return folded;
}

bool holds_folded(std::string_view text, std::string_view words) {
    return fold(text).find(fold(words)) != std::string::npos;
}

std::optional<std::string> find_folded(std::string_view word,
                                       const std::vector<std::string>& known) {
    const std::string folded = fold(word);
    const auto found =
        std::ranges::find_if(known, [&](const auto& each) { return fold(each) == folded; });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::string slug_of(std::string_view name) {
    std::string slug;
    bool gap = false;
    for (const char32_t code : to_code_points(composed(fold(name)))) {
        const bool kept = is_letter_or_digit(code) || (is_mark(code) && !slug.empty() && !gap);
        if (!kept) {
            gap = true;
            continue;
        }
        std::string next;
        if (gap && !slug.empty()) next = "-";
        append(next, code);
        if (slug.size() + next.size() > longest_slug) break;
        slug += next;
        gap = false;
    }
    return slug;
}

namespace {

// With `instead(next, bytes)` in the place of what is hidden or no UTF-8.
template<typename Instead>
std::string with_hidden(std::string_view text, const Instead& instead) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto plain_end = std::ranges::find_if_not(text, is_plain);
        shown.append(text.begin(), plain_end);
        text.remove_prefix(static_cast<std::size_t>(plain_end - text.begin()));
        if (text.empty()) break;
        const Decoded next = decode(text);
        const std::string_view bytes = text.substr(0, next.bytes);
        if (!next.valid || is_hidden_control(next.code))
            shown += instead(next, bytes);
        else
            shown += bytes;
        text.remove_prefix(next.bytes);
    }
    return shown;
}

} // namespace

std::string visible(std::string_view text) {
    return with_hidden(text, [](const Decoded& next, std::string_view bytes) {
        return next.valid ? fmt::format("\\u{:04x}", next.code)
                          : fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
    });
}

std::string without_controls(std::string_view text) {
    return with_hidden(text, [](const Decoded& next, std::string_view) {
        const bool ends_line = next.code == 0x2028 || next.code == 0x2029;
        return ends_line ? "\n" : "";
    });
}

std::string_view first_character(std::string_view text) {
    std::size_t size = std::min<std::size_t>(1, text.size());
    while (size < text.size() && !begins_character(text[size]))
        ++size;
    return text.substr(0, size);
}

std::string trim(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return std::string(text);
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        const bool ended = end < text.size();
        if (ended && line.ends_with('\r')) line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(ended ? end + 1 : end);
    }
    return lines;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::size_t size = 0;
    for (const std::string& part : parts)
        size += part.size() + separator.size();
    std::string joined;
    joined.reserve(size);
    for (const std::string& part : parts) {
        if (&part != &parts.front()) joined += separator;
        joined += part;
    }
    return joined;
}

std::string one_line(std::string_view text) {
    if (text.find('\n') == std::string_view::npos)
        return std::ranges::all_of(text, is_space) ? "" : std::string(text);
    std::vector<std::string> lines = split_lines(text);
    std::erase_if(lines, [](const auto& line) { return trim(line).empty(); });
    return join(lines, " ");
}

std::string first_line(std::string_view text) {
    const std::string held = trim(text);
    return trim(std::string_view(held).substr(0, held.find('\n')));
}

std::string first_paragraph(std::string_view text) {
    std::vector<std::string> lines;
    for (const std::string& line : split_lines(trim(text))) {
        if (trim(line).empty()) break;
        lines.push_back(trim(line));
    }
    return join(lines, " ");
}

std::optional<std::size_t> find_number(std::string_view text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [after, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc() && after == end ? std::optional(number) : std::nullopt;
}

bool begins_with_letter(std::string_view text) {
    const auto category =
        text.empty() ? UTF8PROC_CATEGORY_CN : utf8proc_category(decode(text).code);
    return UTF8PROC_CATEGORY_LU <= category && category <= UTF8PROC_CATEGORY_LO;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string codes;
    while (!text.empty()) {
        const Decoded next = decode(text);
        codes += static_cast<char32_t>(next.code);
        text.remove_prefix(next.bytes);
    }
    return codes;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t ascii = count_ascii(text.substr(at)); ascii > 0) {
            at += ascii;
            continue;
        }
        const Decoded next = decode(text.substr(at));
        if (!next.valid) return at;
        at += next.bytes;
    }
    return std::nullopt;
}

std::string counted(long count, std::string_view one, std::string_view many) {
    if (count == 1) return fmt::format("1 {}", one);
    if (many.empty()) return fmt::format("{} {}s", count, one);
    return fmt::format("{} {}", count, many);
}

std::string times(long count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : counted(count, "time");
}

} // namespace mentor
