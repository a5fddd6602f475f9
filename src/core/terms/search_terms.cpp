// SPDX-License-Identifier: MIT
#define PCRE2_CODE_UNIT_WIDTH 8

#include "core/terms/search_terms.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <pcre2.h>
#include <utility>

namespace mentor {
namespace {

// A text that is folded, with one blank for each run of white space, and where in the text each of
// its bytes, and its end, comes from; empty where that is the same place for each.
struct Folded {
    std::string text;
    std::vector<std::size_t> origins;

    std::size_t origin(std::size_t at) const { return origins.empty() ? at : origins[at]; }
};

// The same of a text of which each byte stays where it is, as in most: ASCII, and no two blanks in
// a row.
std::optional<Folded> fold_in_place(std::string_view text) {
    Folded folded{std::string(text), {}};
    bool is_behind_blank = false;
    for (char& byte : folded.text) {
        const bool is_blank = is_space(byte);
        if ((byte & 0x80) != 0 || (is_blank && is_behind_blank)) return std::nullopt;
        if (is_blank)
            byte = ' ';
        else if ('A' <= byte && byte <= 'Z')
            byte = static_cast<char>(byte + ('a' - 'A'));
        is_behind_blank = is_blank;
    }
    return folded;
}

// One that folds to itself, as most do.
bool is_plain_letter(char byte) {
    return ' ' < byte && byte <= '~' && !('A' <= byte && byte <= 'Z');
}

Folded folded_of(std::string_view text) {
    if (auto folded = fold_in_place(text)) return *std::move(folded);
    Folded folded;
    folded.text.reserve(text.size());
    folded.origins.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = first_character(text.substr(at));
        if (character.size() == 1 && is_plain_letter(text[at])) {
            folded.text += text[at];
            folded.origins.push_back(at++);
            continue;
        }
        const std::string letters = fold(character);
        const bool is_blank = is_space(text[at]) || letters == " "; // the no-break one too
        if (!is_blank)
            folded.text += letters;
        else if (folded.text.empty() || folded.text.back() != ' ')
            folded.text += ' ';
        folded.origins.resize(folded.text.size(), at);
        at += character.size();
    }
    folded.origins.push_back(text.size());
    return folded;
}

// Where one character of the text is several in the folded one, all of it is meant.
TextRange origin_of(const Folded& folded, std::size_t begin, std::size_t end) {
    std::size_t after = end;
    while (after < folded.text.size() && folded.origin(after) == folded.origin(end - 1))
        ++after;
    return {folded.origin(begin), folded.origin(after)};
}

// Those that touch are one, and so are those that overlap: of ß, which folds to two letters, each
// is all of it.
void append(std::vector<TextRange>& stretches, const TextRange& next) {
    if (stretches.empty() || stretches.back().end < next.begin)
        stretches.push_back(next);
    else
        stretches.back().end = next.end;
}

void append_finds(std::vector<TextRange>& stretches, const Folded& folded,
                  const std::string& phrase) {
    for (auto at = folded.text.find(phrase); at != std::string::npos;
         at = folded.text.find(phrase, at + phrase.size()))
        append(stretches, origin_of(folded, at, at + phrase.size()));
}

// The words of a command line, and the phrases between quotes in them.
std::vector<std::string> phrases_of(const std::vector<std::string>& words) {
    std::vector<std::string> phrases;
    for (const std::string& word : words) {
        bool is_quoted = false;
        for (const std::string& part : split(word, '"')) {
            const std::string phrase = trim(folded_of(part).text);
            const bool stands_alone = is_quoted || part.size() == word.size();
            if (stands_alone)
                phrases.push_back(phrase);
            else
                std::ranges::copy(split(phrase, ' '), std::back_inserter(phrases));
            is_quoted = !is_quoted;
        }
    }
    std::erase(phrases, "");
    return phrases;
}

// More steps than any pattern needs that a person writes for a note, and soon taken.
constexpr std::uint32_t most_steps = 1'000'000;

std::string message_of(int number) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(number, message.data(), message.size());
    return reinterpret_cast<const char*>(message.data());
}

} // namespace

struct SearchTerms::Compiled {
    explicit Compiled(const std::string& pattern) {
        int number = 0;
        PCRE2_SIZE offset = 0;
        code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                             PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MULTILINE |
                                 PCRE2_NEVER_BACKSLASH_C,
                             &number, &offset, nullptr);
        if (!code)
            throw Error(
                Exit::usage,
                fmt::format("--regex can't be '{}': {}", visible(pattern), message_of(number)),
                fmt::format("it goes wrong after '{}'",
                            visible(std::string_view(pattern).substr(0, offset))));
        limits = pcre2_match_context_create(nullptr);
        pcre2_set_match_limit(limits, most_steps);
    }
    ~Compiled() {
        pcre2_match_context_free(limits);
        pcre2_code_free(code);
    }
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;

    std::vector<TextRange> find_in(std::string_view text) const {
        const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> match(
            pcre2_match_data_create_from_pattern(code, nullptr), &pcre2_match_data_free);
        std::vector<TextRange> found;
        std::uint32_t options = PCRE2_NOTEMPTY;
        for (std::size_t from = 0; from < text.size();) {
            const int count = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()),
                                          text.size(), from, options, match.get(), limits);
            if (count == PCRE2_ERROR_NOMATCH) break;
            if (count < 0)
                throw Error(Exit::usage,
                            fmt::format("--regex can't be looked for: {}", message_of(count)),
                            "a simpler pattern takes less time");
            const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(match.get());
            append(found, {ends[0], ends[1]});
            options |= PCRE2_NO_UTF_CHECK; // it would look at all of the text each time
            // With \K a match can end where it began.
            from = ends[1] > from ? ends[1] : from + first_character(text.substr(from)).size();
        }
        return found;
    }

    pcre2_code* code = nullptr;
    pcre2_match_context* limits = nullptr;
};

SearchTerms::Phrase::Phrase(std::string folded)
    : text(std::move(folded)), first(text.substr(0, text.find(' '))) {}

SearchTerms SearchTerms::words(const std::vector<std::string>& words) {
    SearchTerms terms;
    for (std::string& phrase : phrases_of(words)) {
        for (std::string& word : split(phrase, ' '))
            terms.needed_.emplace_back(std::move(word));
        terms.phrases_.emplace_back(std::move(phrase));
    }
    if (terms.phrases_.empty())
        throw Error(Exit::usage, "there is no word to look for", "give one or more");
    return terms;
}

SearchTerms SearchTerms::pattern(const std::string& pattern) {
    if (trim(pattern).empty())
        throw Error(Exit::usage, "there is no pattern to look for", "give one");
    SearchTerms terms;
    terms.compiled_ = std::make_shared<const Compiled>(pattern);
    return terms;
}

std::size_t SearchTerms::size() const {
    return compiled_ ? 1 : phrases_.size();
}

Finds SearchTerms::find_in(std::string_view text) const {
    Finds finds;
    find_in(text, finds);
    return finds;
}

bool SearchTerms::find_in(std::string_view text, Finds& finds) const {
    finds.resize(size());
    for (auto& stretches : finds)
        stretches.clear();
    if (compiled_)
        finds.front() = compiled_->find_in(text);
    else if (is_ascii(text))
        find_in_ascii(text, finds);
    else
        find_in_any(text, finds);
    return !std::ranges::all_of(finds, &std::vector<TextRange>::empty);
}

// Nothing has to be folded where the first word of a phrase isn't there, or is all of it.
void SearchTerms::find_in_ascii(std::string_view text, Finds& finds) const {
    std::optional<Folded> folded;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        const FoldedWord& word = phrases_[i].first;
        std::size_t at = word.find_in(text);
        if (at == std::string_view::npos) continue;
        if (phrases_[i].is_word()) {
            for (const std::size_t size = word.text().size(); at != std::string_view::npos;
                 at = word.find_in(text, at + size))
                append(finds[i], {at, at + size});
        } else {
            if (!folded) folded = folded_of(text);
            append_finds(finds[i], *folded, phrases_[i].text);
        }
    }
}

// To fold a text is fast; to keep where each of its letters comes from isn't.
void SearchTerms::find_in_any(std::string_view text, Finds& finds) const {
    const std::string letters = fold(text);
    const auto may_be_there = [&](const Phrase& phrase) {
        return letters.find(phrase.first.text()) != std::string::npos;
    };
    if (std::ranges::none_of(phrases_, may_be_there)) return;
    const Folded folded = folded_of(text);
    for (std::size_t i = 0; i < phrases_.size(); ++i)
        append_finds(finds[i], folded, phrases_[i].text);
}

} // namespace mentor
