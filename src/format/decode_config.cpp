// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "format/decoding.hpp"
#include "format/shape_reader.hpp"

#include <algorithm>
#include <chrono>

namespace mentor {
namespace {

template<class In>
std::map<std::string, Duration> tags_of(In& in) {
    std::map<std::string, Duration> tags;
    for (const std::string& tag : in.keys()) {
        if (const auto duration = in.duration(tag)) tags[tag] = *duration;
    }
    return tags;
}

template<class In>
Cadence cadence_of(In& in) {
    const Cadence usual;
    return {.mentor = in.duration("mentor").value_or(usual.mentor),
            .mentee = in.duration("mentee").value_or(usual.mentee),
            .peer = in.duration("peer").value_or(usual.peer),
            .alumni = in.duration("alumni").value_or(usual.alumni),
            .tags = in.table("tags", tags_of<In>).value_or(usual.tags)};
}

template<class In>
Kinds kinds_of(In& in) {
    Kinds kinds;
    for (const std::string& kind : in.keys()) {
        const auto kind_class = in.one_of(kind, find_kind_class, kind_class_names());
        if (kind_class) kinds.set(one_line(kind), *kind_class);
    }
    return kinds;
}

template<class In>
Me me_of(In& in) {
    return {.name = in.text("name"),
            .goal = in.text("goal"),
            .obstacles = in.text("obstacles"),
            .values = in.words("values"),
            .looking_for = in.words_or_text("looking_for")};
}

template<class In>
SyncMessage sync_message_of(In& in) {
    return in.one_of("message", find_sync_message, sync_message_names())
        .value_or(SyncMessage::people);
}

template<class In>
Styles styles_of(In& in) {
    Styles styles;
    for (const NamedStyle& named : named_styles())
        styles[named.style] = in.paint(named.name).value_or(styles[named.style]);
    return styles;
}

} // namespace

template<class In>
Config read_config(In& in) {
    const Config usual;
    in.ignore("hooks");
    return {.journal = in.text("journal"),
            .editor = in.program("editor"),
            .pager = in.program("pager"),
            .color = in.one_of("color", find_color, color_names()).value_or(usual.color),
            .styles = in.table("colors", styles_of<In>).value_or(usual.styles),
            .within = in.duration("within").value_or(usual.within),
            .cadence = in.table("cadence", cadence_of<In>).value_or(usual.cadence),
            .kinds = in.table("kinds", kinds_of<In>).value_or(usual.kinds),
            .week_starts = in.one_of("week_starts", find_week_start, week_start_names())
                               .value_or(usual.week_starts),
            .me = in.table("me", me_of<In>).value_or(usual.me),
            .sync_message = in.table("sync", sync_message_of<In>).value_or(usual.sync_message)};
}

template Config read_config(Reader&);
template Config read_config(ShapeReader&);

} // namespace mentor
