// SPDX-License-Identifier: MIT

#include "session/ask_who.hpp"

#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

constexpr std::size_t most_offered = 6;

// Everyone whom you may be in touch with; the preset first, then those most in need of contact.
std::vector<Relationship> by_need(View& view, std::string_view preset) {
    auto people = view.load();
    std::erase_if(people, [](const auto& person) { return person.stage == Stage::declined; });
    const auto need = [&](const Relationship& person) {
        return std::pair(person.slug != preset,
                         next_check_in(person, view.config, view.today()).value_or(Date::max()));
    };
    std::ranges::stable_sort(people, {}, need);
    return people;
}

Grid grid_of(const std::vector<Relationship>& people, const View& view) {
    Grid grid = plain_grid(2); // a number stays before its name, however narrow the window
    for (std::size_t i = 0; i < people.size() && i < most_offered; ++i) {
        const auto* last = last_contact(people[i], view.config.kinds, view.today());
        grid.rows.push_back(
            {{{fmt::format("{}  ", i + 1)}, {people[i].name, Style::name}},
             {{last ? fmt::format("last {} {}", last->kind, relative(last->on.date, view.today()))
                    : "no contact yet",
               Style::quiet}}});
    }
    return grid;
}

// Whoever was chosen in the run that this one goes on with, and nobody who is called alike.
std::string chosen_again(const View& view, const std::string& slug) {
    if (auto again = view.find_again(slug)) return *std::move(again);
    throw Error(Exit::unknown, fmt::format("{} isn't there any more", slug), "choose again");
}

} // namespace

std::string ask_who(View& view, const std::string& question, std::string_view preset) {
    const auto people = by_need(view, preset);
    if (people.empty())
        throw Error(Exit::unknown, "the journal has nobody yet", "begin with: mentor add");
    const std::size_t offered = std::min(people.size(), most_offered);
    Page page{grid_of(people, view)};
    if (offered < people.size()) {
        const auto others = static_cast<long>(people.size() - offered);
        page.push_back(indented(
            sentence(fmt::format("and {}, by name", counted(others, "other")), Style::quiet)));
    }
    view.say(page);
    const bool has_preset = people.size() == 1 || people.front().slug == preset;
    Prompt prompt{question,
                  has_preset ? people.front().name : "",
                  "a number from the list, or any name; Tab completes",
                  {}};
    for (const auto& person : people)
        prompt.candidates.push_back(person.name);
    const std::string slug = ask_needed(
        view, prompt, "Type a number from the list, or a name.", [&](const std::string& answer) {
            if (const auto chosen = view.chosen(); !chosen.empty())
                return chosen_again(view, chosen.front());
            const auto position = find_position(answer, offered);
            if (position) return people[*position].slug;
            if (find_number(answer))
                throw Error(Exit::usage, fmt::format("the list has no {}", answer),
                            "a number from it, or a name");
            // Two may share the name in brackets.
            if (answer == prompt.preset) return people.front().slug;
            return view.slug_for(answer);
        });
    view.restate(slug, {slug});
    view.mean(slug, slug);
    return slug;
}

std::string likeliest_who(View& view) {
    std::string likeliest;
    std::optional<Moment> nearest;
    for (const Relationship& person : view.load()) {
        const auto agreed = find_agreed(person, view.config, view.today());
        if (!agreed || agreed->date > view.today()) continue;
        if (nearest && *nearest >= *agreed) continue;
        nearest = agreed;
        likeliest = person.slug;
    }
    return likeliest;
}

} // namespace mentor
