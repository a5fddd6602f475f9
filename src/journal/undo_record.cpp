// SPDX-License-Identifier: MIT
#include "journal/undo_record.hpp"

#include "core/checksum.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace mentor {

namespace {

constexpr std::string_view opening = "mentor undo 2\n";
constexpr std::string_view opening_without_sum = "mentor undo 1\n";
constexpr std::string_view absent = "-";

void add(std::string& record, std::string_view name, const std::optional<std::string>& text) {
    if (!text) {
        record += fmt::format("{} {}\n", name, absent);
        return;
    }
    record += fmt::format("{} {}\n", name, text->size());
    record += *text;
    record += '\n';
}

void add(std::string& record, const Carried& carried) {
    add(record, "mode", std::to_string(carried.mode));
    add(record, "owner", std::to_string(carried.owner));
    add(record, "group", std::to_string(carried.group));
    if (carried.access_list) add(record, "list", carried.access_list);
    for (const auto& [name, value] : carried.attributes) {
        add(record, "attribute", name);
        add(record, "value", value);
    }
}

// Takes the parts off the front of a record, in the order in which they were added. What isn't as
// expected makes it bad, and everything after that comes out empty.
class Parts {
public:
    explicit Parts(std::string_view rest) : rest_(rest) {}

    bool bad() const { return bad_; }
    bool at_end() const { return rest_.empty(); }
    bool has(std::string_view name) const {
        return rest_.starts_with(name) && rest_.substr(name.size()).starts_with(' ');
    }

    std::optional<std::string> next(std::string_view name) {
        const std::size_t end = rest_.find('\n');
        if (end == std::string_view::npos || !rest_.starts_with(name) || end <= name.size() ||
            rest_[name.size()] != ' ')
            return fail();
        const std::string_view length = rest_.substr(name.size() + 1, end - name.size() - 1);
        rest_.remove_prefix(end + 1);
        if (length == absent) return std::nullopt;
        const auto size = find_number(length);
        if (!size || *size >= rest_.size() || rest_[*size] != '\n') return fail();
        std::string text(rest_.substr(0, *size));
        rest_.remove_prefix(*size + 1);
        return text;
    }

    std::string needed(std::string_view name) {
        auto text = next(name);
        if (!text) fail();
        return std::move(text).value_or("");
    }

private:
    std::nullopt_t fail() {
        bad_ = true;
        rest_ = {};
        return std::nullopt;
    }

    std::string_view rest_;
    bool bad_ = false;
};

// "2026-11-22T15:30:00"
std::optional<Moment> find_moment(std::string_view text) {
    if (text.size() != 19) return std::nullopt;
    const auto date = find_iso_date(text.substr(0, 10));
    const auto hour = find_number(text.substr(11, 2)), minute = find_number(text.substr(14, 2)),
               second = find_number(text.substr(17, 2));
    if (!date || !hour || !minute || !second) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt; // 60: a leap second
    return Moment{*date, TimeOfDay{static_cast<int>(*hour), static_cast<int>(*minute),
                                   static_cast<int>(*second)}};
}

// What is no number is found out where the record is written again.
unsigned next_number(Parts& parts, std::string_view name) {
    return static_cast<unsigned>(find_number(parts.needed(name)).value_or(0));
}

Carried next_carried(Parts& parts) {
    Carried carried;
    carried.mode = next_number(parts, "mode");
    carried.owner = next_number(parts, "owner");
    carried.group = next_number(parts, "group");
    if (parts.has("list")) carried.access_list = parts.needed("list");
    while (parts.has("attribute")) {
        std::string name = parts.needed("attribute");
        carried.attributes.emplace(std::move(name), parts.needed("value"));
    }
    return carried;
}

std::string parts_of(const UndoStep& step) {
    std::string record;
    add(record, "at", to_iso(step.at));
    add(record, "command", step.command);
    for (const std::string& id : step.undoes)
        add(record, "undoes", id);
    for (const Change& change : step.changes) {
        add(record, "file", change.file.string());
        add(record, "before", change.before);
        add(record, "after", change.after);
        if (change.carried) add(record, *change.carried);
    }
    return record;
}

std::string last_line(std::string_view parts) {
    return fmt::format("sum {:016x}\n", checksum_of(parts));
}

// The parts between the first line and the last one, where these are as they should be.
std::optional<std::string_view> find_parts(std::string_view text) {
    if (text.starts_with(opening_without_sum)) {
        text.remove_prefix(opening_without_sum.size());
        return text;
    }
    const std::size_t end = text.rfind("sum ");
    if (!text.starts_with(opening) || end == std::string_view::npos) return std::nullopt;
    const std::string_view parts = text.substr(opening.size(), end - opening.size());
    if (text.substr(end) != last_line(parts)) return std::nullopt;
    return parts;
}

} // namespace

std::string to_record(const UndoStep& step) {
    const std::string parts = parts_of(step);
    return fmt::format("{}{}{}", opening, parts, last_line(parts));
}

std::optional<UndoStep> find_record(std::string_view text) {
    const auto whole = find_parts(text);
    if (!whole) return std::nullopt;
    Parts parts(*whole);
    UndoStep step;
    const auto at = find_moment(parts.needed("at"));
    step.command = parts.needed("command");
    while (parts.has("undoes"))
        step.undoes.push_back(parts.needed("undoes"));
    while (!parts.at_end()) {
        Change change;
        change.file = parts.needed("file");
        change.before = parts.next("before");
        change.after = parts.next("after");
        if (parts.has("mode")) change.carried = next_carried(parts);
        step.changes.push_back(std::move(change));
    }
    if (parts.bad() || !at || step.changes.empty()) return std::nullopt;
    step.at = *at;
    if (parts_of(step) != *whole) return std::nullopt;
    return step;
}

} // namespace mentor
