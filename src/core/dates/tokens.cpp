// SPDX-License-Identifier: MIT
#include "core/dates/tokens.hpp"

#include <algorithm>
#include <cstddef>

namespace mentor::grammar {
namespace {

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

char lower(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Bytes of other scripts count as letters, so that a word of any language stays whole in a message.
bool is_letter(char c) {
    return ('a' <= lower(c) && lower(c) <= 'z') || (c & 0x80) != 0;
}

bool is_separator(char c) {
    return c == ' ' || ('\t' <= c && c <= '\r') || c == ',' || c == '.';
}

// The length of the digits at the beginning, with what joins them to further digits.
std::size_t joined_digits(std::string_view text) {
    constexpr std::string_view joints = "-/.:";
    std::size_t end = 0;
    while (end < text.size()) {
        const bool joint = joints.find(text[end]) != std::string_view::npos;
        if (joint ? end + 1 == text.size() || !is_digit(text[end + 1]) : !is_digit(text[end]))
            break;
        ++end;
    }
    return end;
}

Token::Kind kind_of_digits(std::string_view digits) {
    if (digits.find(':') != std::string_view::npos) return Token::Kind::clock;
    return std::ranges::all_of(digits, is_digit) ? Token::Kind::number : Token::Kind::dashed;
}

// A hyphen behind "+", "-" or the P of an ISO length joins no words: it is a minus out of place.
bool takes_a_sign(const Token& token) {
    return token.kind == Token::Kind::sign || token.text == "p" || token.text == "pt";
}

// A hyphen behind a word, with nothing to join it to, as in "2w-".
bool dangles(const Token& token, std::string_view rest) {
    return token.kind == Token::Kind::word && (rest.size() == 1 || is_separator(rest[1]));
}

// The P of an ISO length is no word by itself: in "P 2W" it means nothing. "p.m." is two words.
bool is_torn_off(const Token& token, std::string_view rest) {
    const auto next = rest.find_first_not_of(' ');
    return (token.text == "p" || token.text == "pt") && next != 0 &&
           next != std::string_view::npos && is_digit(rest[next]);
}

Token first_token(std::string_view text) {
    const char first = text.front();
    if (is_digit(first)) {
        const std::string_view digits = text.substr(0, joined_digits(text));
        return {kind_of_digits(digits), std::string(digits)};
    }
    if (is_letter(first)) {
        const auto end = std::ranges::find_if_not(text, is_letter);
        return {Token::Kind::word, lowered({text.begin(), end})};
    }
    const bool sign = first == '+' || first == '-';
    return {sign ? Token::Kind::sign : Token::Kind::other, std::string(1, first)};
}

} // namespace

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

std::vector<Token> tokenize(std::string_view typed) {
    std::vector<Token> tokens;
    bool after_separator = true;
    while (!typed.empty()) {
        const bool hyphen = typed.front() == '-' && !after_separator &&
                            !takes_a_sign(tokens.back()) && !dangles(tokens.back(), typed);
        if (is_separator(typed.front()) || hyphen) {
            after_separator = !hyphen;
            typed.remove_prefix(1);
            continue;
        }
        tokens.push_back(first_token(typed));
        typed.remove_prefix(tokens.back().text.size());
        if (is_torn_off(tokens.back(), typed)) tokens.back() = {Token::Kind::other, "p "};
        after_separator = false;
    }
    return tokens;
}

} // namespace mentor::grammar
