// SPDX-License-Identifier: MIT
#include "toml/merging/dress.hpp"

#include "toml/layout.hpp"

#include <string_view>

namespace mentor {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

Dress dress_of(const Document& document) {
    return {document.text().starts_with(mark), newline_of(document.text())};
}

std::string with_newlines(std::string_view text, std::string_view newline) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_crlf = text.substr(at, 2) == "\r\n";
        if (is_crlf) ++at;
        if (text[at] == '\n')
            out += newline;
        else
            out += text[at];
    }
    return out;
}

} // namespace

Dress dress_of_both(const Document& base, const Document& mine, const Document& theirs) {
    const Dress old = dress_of(base), my = dress_of(mine), their = dress_of(theirs);
    return {my.has_mark == old.has_mark ? their.has_mark : my.has_mark,
            my.newline == old.newline ? their.newline : my.newline};
}

Document undressed(const Document& document, const std::string& newline) {
    std::string text = document.text();
    if (text.starts_with(mark)) text.erase(0, mark.size());
    if (newline_of(text) != newline) text = with_newlines(text, newline);
    if (!text.empty() && text.back() != '\n') text += newline;
    return Document::parse(std::move(text), document.name());
}

std::string dressed(std::string text, const Dress& dress) {
    return dress.has_mark ? std::string(mark) + text : text;
}

} // namespace mentor
