// SPDX-License-Identifier: MIT

#include "commands/looking/guide_topics.hpp"

#include "core/compiled_text.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

constexpr std::string_view names[] = {
    "find",   "fear",    "boss",      "choosing", "contact",   "agreement", "smart",
    "grow",   "before",  "questions", "after",    "between",   "feedback",  "review",
    "stages", "trouble", "ending",    "touch",    "mentoring",
};

// "what  # what for" as its two halves; the second is empty where the separator is missing.
GuideLine parse_guide_line(std::string_view line, std::string_view separator) {
    const auto at = line.find(separator);
    if (at == std::string_view::npos) return {trim(line), ""};
    return {trim(line.substr(0, at)), trim(line.substr(at + separator.size()))};
}

} // namespace

GuideTopic parse_guide_topic(std::string name, std::string_view text) {
    GuideTopic topic{
        .name = std::move(name), .title = {}, .paragraphs = {}, .terms = {}, .commands = {}};
    bool goes_on = false; // the line belongs to the paragraph above it
    for (const std::string& line : split_lines(text)) {
        if (topic.title.empty()) {
            topic.title = line;
        } else if (line.starts_with("$ ")) {
            topic.commands.push_back(parse_guide_line(line.substr(2), "  # "));
        } else if (line.starts_with("- ")) {
            topic.terms.push_back(parse_guide_line(line.substr(2), ": "));
        } else if (goes_on && !line.empty()) {
            topic.paragraphs.back() += " " + line;
        } else if (!line.empty()) {
            topic.paragraphs.push_back(line);
        }
        goes_on = !line.empty();
    }
    return topic;
}

std::vector<GuideTopic> guide_topics() {
    std::vector<GuideTopic> topics;
    for (const std::string_view name : names) {
        topics.push_back(parse_guide_topic(
            std::string(name), compiled_text(fmt::format("commands/looking/guide/{}.txt", name))));
    }
    return topics;
}

} // namespace mentor
