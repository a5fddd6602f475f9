// SPDX-License-Identifier: MIT

#include "session/question_bank.hpp"

#include "core/compiled_text.hpp"
#include "format/decode.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

constexpr const char* file_name = "questions.toml";

QuestionBank own_questions(View& view) {
    try {
        const auto text = view.host.find_text(questions_file(view));
        if (!text) return {};
        PartialBank read = decode_questions(Document::parse(*text, file_name));
        if (read.fault) view.tell_broken(*read.fault);
        for (BankQuestion& question : read.bank)
            question.is_own = true;
        return std::move(read.bank);
    } catch (const Error& error) {
        view.tell_broken(error.diagnostic());
        return {};
    }
}

} // namespace

std::filesystem::path questions_file(const View& view) {
    return view.config_folder() / file_name;
}

QuestionBank question_bank(View& view) {
    QuestionBank bank = own_questions(view);
    const std::string text(compiled_text("session/questions.toml"));
    QuestionBank built_in = decode_questions(Document::parse(text, file_name)).bank;
    std::ranges::move(built_in, std::back_inserter(bank));
    return bank;
}

std::string probing_words(const QuestionBank& bank, Phase phase) {
    constexpr int shown = 2;
    std::string words;
    int count = 0;
    for (const BankQuestion& question : bank) {
        if (question.phase != phase || count == shown) continue;
        words += (words.empty() ? "" : " ") + question.ask;
        ++count;
    }
    return words;
}

} // namespace mentor
