// SPDX-License-Identifier: MIT
#include "core/model/config.hpp"

#include "core/names.hpp"

namespace mentor {
namespace {

constexpr auto colors = names_of<Color>(
    {{Color::when_seen, "auto"}, {Color::always, "always"}, {Color::never, "never"}});

constexpr auto sync_messages =
    names_of<SyncMessage>({{SyncMessage::people, "people"}, {SyncMessage::plain, "plain"}});

} // namespace

std::string_view to_text(SyncMessage message) {
    return sync_messages.text(message);
}

std::optional<SyncMessage> find_sync_message(std::string_view word) {
    return sync_messages.find(word);
}

const std::vector<std::string>& sync_message_names() {
    static const std::vector<std::string> names = sync_messages.list();
    return names;
}

std::string_view to_text(Color color) {
    return colors.text(color);
}

std::optional<Color> find_color(std::string_view word) {
    return colors.find(word);
}

const std::vector<std::string>& color_names() {
    static const std::vector<std::string> names = colors.list();
    return names;
}

const std::vector<std::string>& week_start_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (unsigned day = 0; day < 7; ++day)
            list.push_back(to_text(std::chrono::weekday(day)));
        return list;
    }();
    return names;
}

std::optional<std::chrono::weekday> find_week_start(std::string_view word) {
    const auto& names = week_start_names();
    const auto found = std::ranges::find(names, word);
    if (found == names.end()) return std::nullopt;
    return std::chrono::weekday(static_cast<unsigned>(found - names.begin()));
}

} // namespace mentor
