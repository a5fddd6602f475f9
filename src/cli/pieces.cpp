// SPDX-License-Identifier: MIT

#include "cli/pieces.hpp"

#include "core/dates/date_grammar.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// A blank in a word, or nothing, came with quotes: somebody knows of them.
bool was_quoted(std::string_view word) {
    return word.empty() || word.find_first_of(" \t\n") != std::string_view::npos;
}

template<class Read>
bool can_be_read(const Read& read) {
    try {
        read();
        return true;
    } catch (const Error&) {
        return false;
    }
}

// Whether the value goes on in what stands behind it, most likely: a sentence, or "tue" before
// "15:30".
bool goes_on(const Break& option, std::span<const std::string> behind) {
    const std::string both = option.value + " " + behind.front();
    switch (option.takes) {
    case Pieces::text:
        return behind.size() > 1;
    case Pieces::minutes:
        return can_be_read([&] { parse_minutes(both); });
    case Pieces::moment:
        return can_be_read([&] { parse_moment(both, Calendar{}, Reading::past); });
    default:
        return false;
    }
}

} // namespace

bool looks_like_option(std::string_view word) {
    if (word.size() < 2 || word[0] != '-') return false;
    const std::string_view forbidden = " !\n0123456789";
    const char first = word[1] == '-' ? (word.size() > 2 ? word[2] : ' ') : word[1];
    return forbidden.find(first) == std::string_view::npos;
}

Pieces pieces_of(const Parameter& parameter) {
    struct ByValue {
        std::string_view value;
        Pieces pieces;
    };
    static constexpr ByValue by_value[] = {
        {"WHO", Pieces::name},     {"TEXT", Pieces::text},   {"PLACE", Pieces::text},
        {"TITLE", Pieces::text},   {"NAME", Pieces::text},   {"[TEXT]", Pieces::few},
        {"WORD", Pieces::few},     {"DATE", Pieces::moment}, {"WHEN", Pieces::moment},
        {"TIME", Pieces::minutes}, {"WORDS", Pieces::list},  {"KEY=VALUE", Pieces::list},
    };
    const auto* found = std::ranges::find(by_value, parameter.value, &ByValue::value);
    if (found != std::end(by_value)) return found->pieces;
    return parameter.is_argument() && parameter.repeats() ? Pieces::text : Pieces::one;
}

std::vector<Break> find_breaks(const std::vector<std::string>& words, const FindOption& find) {
    const auto named_by = [&](const std::string& word) { // "-0" too, which else is a word
        return find(word.substr(0, word.find('=')));
    };
    std::vector<Break> breaks;
    std::size_t arguments = 0;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::size_t equals = word->find('=');
        const Parameter* option = named_by(*word);
        if (!option) {
            arguments += !looks_like_option(*word);
            continue;
        }
        Break& made = breaks.emplace_back(Break{.at = arguments, .name = word->substr(0, equals)});
        if (option->is_flag()) continue;
        if (equals == std::string::npos) ++word; // to its value
        const std::string value = equals == std::string::npos ? *word : word->substr(equals + 1);
        const bool may_go_on =
            word + 1 != words.end() && !looks_like_option(word[1]) && !named_by(word[1]);
        if (!may_go_on || was_quoted(value) || was_quoted(word[1])) continue;
        made.value = value;
        made.takes = pieces_of(*option);
    }
    return breaks;
}

void note_followers(const std::vector<std::string>& words, const Declaration& declaration) {
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::size_t equals = word->find('=');
        const Parameter* option = declaration.find_option(word->substr(0, equals));
        if (!option || !option->followers) continue;
        if (equals == std::string::npos) ++word; // to its value
        const auto end = std::find_if(word + 1, words.end(), looks_like_option);
        option->followers->emplace_back(word + 1, end);
    }
}

std::span<const std::string> up_to_break(std::span<const std::string> arguments,
                                         const std::vector<Break>& breaks, std::size_t begin) {
    const auto next =
        std::ranges::find_if(breaks, [&](const Break& option) { return option.at > begin; });
    const std::size_t end = next == breaks.end() ? arguments.size() : next->at;
    return arguments.subspan(begin, end - begin);
}

void refuse_cut_text(const std::vector<std::string>& arguments, const std::vector<Break>& breaks,
                     std::size_t begin, const Parameter& text) {
    const Pieces made_of = pieces_of(text);
    if (made_of == Pieces::list || made_of == Pieces::name) return;
    for (const Break& option : breaks) {
        const bool is_in_it =
            option.at >= std::max<std::size_t>(begin, 1) && option.at < arguments.size();
        if (option.takes == Pieces::one || !is_in_it) continue;
        const auto behind = up_to_break(arguments, breaks, option.at);
        const bool may_be_more = option.takes == Pieces::text || option.takes == Pieces::few;
        const bool has_two_sides = option.at > begin && may_be_more;
        if (!has_two_sides && !goes_on(option, behind)) continue;
        const std::string words = join({behind.begin(), behind.end()}, " ");
        if (has_two_sides)
            throw Error(Exit::usage,
                        fmt::format("'{}' may be more of {}, and {} stands before it", words,
                                    option.name, text.value),
                        "put in quotes what belongs together");
        throw Error(Exit::usage,
                    fmt::format("'{}' may be more of {}, or {}", words, option.name, text.value),
                    fmt::format("put in quotes what belongs together, or {} before {}", text.value,
                                option.name));
    }
}

void refuse_dash(std::string_view said, const Parameter& parameter) {
    const bool is_behind_ref = parameter.value.starts_with("REF="); // "q1=-", too
    if (is_behind_ref) said = said.substr(std::min(said.find('=') + 1, said.size()));
    const Pieces made_of = pieces_of(parameter);
    const bool is_text = made_of == Pieces::text || made_of == Pieces::few || is_behind_ref;
    if (said != "-" || !is_text || parameter.takes_input) return;
    throw Error(Exit::usage, "'-' has no words", "write some, or nothing at all");
}

void refuse_cut_names(const std::vector<std::string>& arguments, const std::vector<Break>& breaks,
                      const NameLength& name_length) {
    for (const Break& option : breaks) {
        if (option.takes != Pieces::name) continue;
        const auto behind = up_to_break(arguments, breaks, option.at);
        std::vector<std::string> words = {option.value};
        words.insert(words.end(), behind.begin(), behind.end());
        const std::size_t count = name_length(words);
        if (count == 1) continue;
        words.resize(count);
        throw Error(Exit::usage,
                    fmt::format("'{}' is a name, and only one word can be the WHO of {}",
                                join(words, " "), option.name),
                    "put the name in quotes");
    }
}

} // namespace mentor
