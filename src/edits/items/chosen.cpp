// SPDX-License-Identifier: MIT

#include "edits/items/chosen.hpp"

#include "core/checksum.hpp"
#include "core/text.hpp"
#include "edits/items/cut_ref.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// Where it stands, and all that are equal to it in everything.
template<class Thing>
std::vector<std::size_t> places_of(const Thing& thing, const Relationship& relationship) {
    const std::vector<Thing>& all = relationship.*kept<Thing>.all;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == thing) positions.push_back(i);
    return positions;
}

template<class Thing>
bool is_own(const std::vector<Thing>& all, const std::string& id) {
    return !id.empty() && std::ranges::count(all, id, &Thing::id) == 1;
}

std::uint64_t sum_of_lines(const Document& document, const Path& path) {
    const auto lines = document.lines_of(path);
    const std::string text(document.text());
    return checksum_of(lines ? text.substr(lines->begin, lines->end - lines->begin) : text);
}

} // namespace

template<class Thing>
std::string marks_in(const Seen& seen, std::size_t position) {
    const std::string days = marks_of(((*seen).*kept<Thing>.all)[position]);
    const auto place = seen.document().position({std::string(kept<Thing>.table), position});
    const std::string line = place ? fmt::format("line {}", place->line) : "";
    return days.empty() || line.empty() ? days + line : fmt::format("{}, {}", days, line);
}

template<class Thing>
std::string Chosen<Thing>::identity() const {
    const std::string table(kept<Thing>.table);
    if (is_own(all(), (*this)->id)) return fmt::format("{} {}", table, (*this)->id);
    return fmt::format("{} {} of {:016x}", table, position_,
                       sum_of_lines(seen_->document, {table, position_}));
}

template<class Thing>
Choice choice_of(const Seen& seen, std::size_t position, std::string words) {
    const std::vector<Thing>& all = (*seen).*kept<Thing>.all;
    const std::string& id = all[position].id;
    return {std::move(words), is_own(all, id) ? id : marks_in<Thing>(seen, position),
            Chosen<Thing>(seen, position).identity()};
}

template<class Thing>
std::size_t Chosen<Thing>::position_in(const Record& now) const {
    if (now.document.text() == seen_->document.text()) return position_;
    const auto before = places_of(**this, seen_->relationship);
    const auto places = places_of(**this, now.relationship);
    if (places.size() == before.size())
        return places[static_cast<std::size_t>(std::ranges::find(before, position_) -
                                               before.begin())];
    throw Error(Exit::unknown, fmt::format("'{}' was changed by other hands just now", words()),
                "nothing was written; look again and repeat");
}

template<class Thing>
Chosen<Thing> choose(Session& session, const Seen& seen, std::string_view ref,
                     const Wanted<Thing>& wanted) {
    const std::vector<Thing>& things = (*seen).*kept<Thing>.all;
    const std::vector<Item> items = items_of(things, wanted.is_wanted);
    const auto named = match_ref(ref, items);
    const bool none_is_wanted = !named.empty() && std::ranges::none_of(named, &Item::open);
    if (wanted.refuse && none_is_wanted) wanted.refuse(things[named.front().position]);
    if (!named.empty()) refuse_cut_ref(ref, wanted.behind, named, *seen);
    const Item item = item_for(
        session, ref, items, kept<Thing>.noun, *seen,
        [&](const Item& each) { return marks_in<Thing>(seen, each.position); }, wanted.state);
    return Chosen<Thing>(seen, item.position);
}

template<class Thing>
std::size_t choose_among(Session& session, const Seen& seen, std::string_view ref,
                         const std::vector<Chosen<Thing>>& some) {
    std::vector<Item> items;
    for (const Chosen<Thing>& one : some)
        items.push_back({one->id, one.words(), items.size(), true, "", mark_of(*one)});
    return item_for(session, ref, items, kept<Thing>.noun, *seen,
                    [&](const Item& item) {
                        return marks_in<Thing>(seen, some[item.position].position());
                    })
        .position;
}

template class Chosen<Advice>;
template class Chosen<Goal>;
template class Chosen<Milestone>;
template class Chosen<Commitment>;
template class Chosen<Question>;
template class Chosen<Gift>;
template class Chosen<LogEntry>;
template std::string marks_in<Advice>(const Seen&, std::size_t);
template std::string marks_in<Goal>(const Seen&, std::size_t);
template std::string marks_in<Milestone>(const Seen&, std::size_t);
template std::string marks_in<Commitment>(const Seen&, std::size_t);
template std::string marks_in<Question>(const Seen&, std::size_t);
template std::string marks_in<Gift>(const Seen&, std::size_t);
template std::string marks_in<LogEntry>(const Seen&, std::size_t);
template Choice choice_of<Commitment>(const Seen&, std::size_t, std::string);
template Choice choice_of<Goal>(const Seen&, std::size_t, std::string);
template Choice choice_of<Milestone>(const Seen&, std::size_t, std::string);
template Choice choice_of<Gift>(const Seen&, std::size_t, std::string);
template Chosen<Advice> choose(Session&, const Seen&, std::string_view, const Wanted<Advice>&);
template Chosen<Goal> choose(Session&, const Seen&, std::string_view, const Wanted<Goal>&);
template Chosen<Milestone> choose(Session&, const Seen&, std::string_view,
                                  const Wanted<Milestone>&);
template Chosen<Commitment> choose(Session&, const Seen&, std::string_view,
                                   const Wanted<Commitment>&);
template Chosen<Question> choose(Session&, const Seen&, std::string_view, const Wanted<Question>&);
template Chosen<Gift> choose(Session&, const Seen&, std::string_view, const Wanted<Gift>&);
template std::size_t choose_among(Session&, const Seen&, std::string_view,
                                  const std::vector<Chosen<Goal>>&);
template std::size_t choose_among(Session&, const Seen&, std::string_view,
                                  const std::vector<Chosen<Commitment>>&);

} // namespace mentor
