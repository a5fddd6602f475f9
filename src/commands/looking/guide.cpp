// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/looking/guide_topics.hpp"
#include "core/near_words.hpp"
#include "core/text.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::guide {
namespace {

struct Options {
    std::optional<std::string> topic;
};

std::vector<Candidate> offer_topics(View&, const std::string&) {
    std::vector<Candidate> topics;
    for (const GuideTopic& topic : guide_topics())
        topics.push_back({topic.name, topic.title});
    return topics;
}

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.topic, "TOPIC", "what to read; without it, the list")
        .offers(offer_topics);
}

GuideTopic find_topic(const std::string& name) {
    const auto topics = guide_topics();
    const auto found = std::ranges::find(topics, fold(name), &GuideTopic::name);
    if (found != topics.end()) return *found;
    std::vector<std::string> names;
    for (const auto& topic : topics)
        names.push_back(topic.name);
    const auto near = nearest(name, names);
    throw Error(Exit::usage, fmt::format("the guide has no topic `{}`", name),
                near.empty()
                    ? "all of them: mentor guide"
                    : fmt::format("did you mean: mentor guide {}", join(near, ", mentor guide ")));
}

Exit run(View& view, const Options& options) {
    view.show(options.topic ? guide_report(find_topic(*options.topic), view.today())
                            : guide_list_report(guide_topics(), view.today()));
    return Exit::done;
}

} // namespace

const Command command{
    "guide",
    Chapter::looking,
    "How mentoring goes well, a topic a screen",
    "From the first letter to staying in touch, for mentees and mentors, with what to type. "
    "The whole of it is mentor-guide(7).",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::guide
