// SPDX-License-Identifier: MIT
#include "format/left_out.hpp"

namespace mentor {

LeftOut::LeftOut(const PlainText& text) : text_(text) {
    for (const PlainSection& section : text.sections)
        if (section.name == "log") entries_.push_back(&section);
}

const EntryTexts& LeftOut::of_entry(std::size_t position) {
    texts_.note = {};
    texts_.topics.clear();
    const PlainSection& entry = *entries_.at(position);
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
        const auto& [key, mark, value] = text_.statements[i];
        if (key == "note")
            texts_.note = text_of(value);
        else if (key == "topics")
            for_each_element(value, [this](const PlainValue& topic) {
                texts_.topics.push_back(text_of(topic));
            });
    }
    return texts_;
}

std::string_view LeftOut::text_of(const PlainValue& value) {
    return value.has_escapes ? without_escapes_.emplace_back(to_text(value)) : value.bytes;
}

} // namespace mentor
