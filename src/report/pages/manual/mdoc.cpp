// SPDX-License-Identifier: MIT
#include "report/pages/manual/mdoc.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mentor {
namespace {

struct Macro {
    std::string_view name;
    Style style = Style::plain;
    std::string_view before = "", after = "";
};
// What each says of its arguments, and puts before every one of them.
constexpr auto macros = std::to_array<Macro>({
    {"Ar"},
    {"Cm", Style::strong},
    {"Ev"},
    {"Fl", Style::strong, "-"},
    {"Ic", Style::strong},
    {"Li", Style::name},
    {"Nm", Style::strong},
    {"No"},
    {"Ns"},
    {"Oc"},
    {"Oo"},
    {"Pa"},
    {"St"},
    {"Sx"},
    {"Sy", Style::strong},
    {"Xr"},
});
// Those that enclose all that is left of their line, but for the punctuation at its end.
constexpr auto enclosures = std::to_array<Macro>({
    {"Bq", Style::plain, "[", "]"},
    {"Dq", Style::plain, "“", "”"},
    {"Op", Style::plain, "[", "]"},
    {"Pq", Style::plain, "(", ")"},
    {"Ql", Style::name, "‘", "’"},
    {"Sq", Style::plain, "‘", "’"},
});

template<std::size_t size>
const Macro* find_in(const std::array<Macro, size>& table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &Macro::name);
    return found == table.end() ? nullptr : &*found;
}

bool is_macro(std::string_view word) {
    return find_in(macros, word) || find_in(enclosures, word);
}

// Punctuation is no argument, and follows what stands before it.
bool closes(std::string_view word) {
    return word.size() == 1 && std::string_view(".,:;)]?!").find(word) != std::string_view::npos;
}

bool opens(std::string_view word) {
    return word == "(" || word == "[";
}

} // namespace

std::vector<std::string> mdoc_words(std::string_view line) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = line.find_first_not_of(' ', at)) != std::string_view::npos) {
        const bool quoted = line[at] == '"';
        const std::size_t begin = at + (quoted ? 1 : 0);
        const std::size_t end = std::min(line.find(quoted ? '"' : ' ', begin), line.size());
        words.emplace_back(line.substr(begin, end - begin));
        at = std::min(end + (quoted ? 1 : 0), line.size());
    }
    return words;
}

std::string without_escapes(std::string_view text) {
    constexpr auto named = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"(dq", "\""},
        {"(aq", "'"},
        {"(en", "–"},
        {"(ha", "^"},
        {"(oA", "Å"},
        {"(:e", "ë"},
        {"(:o", "ö"},
        {"-", "-"},
        {"e", "\\"},
        {"&", ""},
    });
    std::string result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\\'), text.size());
        result += text.substr(0, end);
        text.remove_prefix(end);
        if (text.empty()) break;
        text.remove_prefix(1);
        const auto found = std::ranges::find_if(
            named, [&](const auto& escape) { return text.starts_with(escape.first); });
        if (found == named.end()) continue; // the name itself shows what is missing above
        result += found->second;
        text.remove_prefix(found->first.size());
    }
    return result;
}

void MdocText::add(std::string_view word, Style style) {
    const bool joins = joins_ || text_.empty() || closes(word);
    if (!joins) text_.push_back({" ", Style::plain});
    text_.push_back({without_escapes(word), style});
    joins_ = false;
}

void MdocText::add_text(std::string_view line) {
    add(line);
}

void MdocText::add_words(const std::vector<std::string>& words) {
    std::size_t at = 0;
    while (at < words.size()) {
        if (find_in(enclosures, words[at]))
            at = add_enclosed(words, at);
        else if (is_macro(words[at]))
            at = add_macro(words, at);
        else {
            add(words[at]);
            if (opens(words[at])) join_next();
            ++at;
        }
    }
}

std::size_t MdocText::add_macro(const std::vector<std::string>& words, std::size_t at) {
    const std::string& name = words[at];
    if (name == "Ns") join_next();
    if (name == "No" || name == "Ns") return at + 1;
    if (name == "Oo") {
        add("[");
        join_next();
        return at + 1;
    }
    if (name == "Oc") {
        add("]");
        return at + 1;
    }
    if (name == "Xr" || name == "St") return add_reference(words, at);
    return add_arguments(words, at);
}

std::size_t MdocText::add_reference(const std::vector<std::string>& words, std::size_t at) {
    if (words[at] == "St") {
        add(words.at(at + 1) == "-iso8601" ? "ISO 8601" : words[at + 1]);
        return at + 2;
    }
    add(words.at(at + 1) + "(" + words.at(at + 2) + ")");
    return at + 3;
}

std::size_t MdocText::add_arguments(const std::vector<std::string>& words, std::size_t at) {
    const Macro& macro = *find_in(macros, words[at]);
    const auto is_argument = [&](std::size_t place) {
        return place < words.size() && !is_macro(words[place]) && !closes(words[place]);
    };
    ++at;
    if (!is_argument(at)) {
        if (macro.name == "Nm") add(page_, macro.style);
        if (macro.name == "Fl") {
            add(macro.before, macro.style);
            joins_ = at < words.size() && !closes(words[at]);
        }
    }
    for (; at < words.size() && !is_macro(words[at]); ++at) {
        if (closes(words[at])) {
            add(words[at]);
            continue;
        }
        add(std::string(macro.before) + words[at], macro.style);
    }
    return at;
}

std::size_t MdocText::add_enclosed(const std::vector<std::string>& words, std::size_t at) {
    const Macro& macro = *find_in(enclosures, words[at]);
    std::size_t end = words.size();
    while (end > at + 1 && closes(words[end - 1]))
        --end;
    add(macro.before);
    join_next();
    const std::size_t begin = text_.size();
    add_words({words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
               words.begin() + static_cast<std::ptrdiff_t>(end)});
    for (std::size_t i = begin; i < text_.size(); ++i)
        if (text_[i].style == Style::plain) text_[i].style = macro.style;
    join_next();
    add(macro.after);
    for (; end < words.size(); ++end)
        add(words[end]);
    return words.size();
}

Text MdocText::take() {
    joins_ = false;
    return std::exchange(text_, {});
}

} // namespace mentor
