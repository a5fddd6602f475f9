// SPDX-License-Identifier: MIT
#include "report/pages/promises/gifts_report.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

enum class GiftGroup { to_give, too_late, given };

GiftGroup group_of(const Gift& gift, Date today) {
    if (gift.given) return GiftGroup::given;
    return gift.is_too_late(today) ? GiftGroup::too_late : GiftGroup::to_give;
}

const char* heading_for(GiftGroup group) {
    switch (group) {
    case GiftGroup::to_give:
        return "To give";
    case GiftGroup::too_late:
        return "Too late";
    case GiftGroup::given:
        break;
    }
    return "Given";
}

std::string day_words(const Gift& gift, GiftGroup group, Date today) {
    if (group == GiftGroup::given) return near_day(*gift.given, today);
    if (!gift.by) return "";
    return (group == GiftGroup::too_late ? "of use until " : "by ") + near_day(*gift.by, today);
}

struct Whose {
    const Relationship* person;
    const Gift* gift;
};

} // namespace

Report gifts_report(const std::vector<Relationship>& relationships, bool all, Date today,
                    Needs needs) {
    Report report = report_of("mentor.gifts/1", today);
    const bool named = relationships.size() != 1;
    for (const GiftGroup group : {GiftGroup::to_give, GiftGroup::too_late, GiftGroup::given}) {
        if (group != GiftGroup::to_give && !all) break;
        std::vector<Whose> some;
        for (const Relationship& person : relationships)
            for (const Gift& gift : person.gifts)
                if (group_of(gift, today) == group) some.push_back({&person, &gift});
        if (some.empty()) continue;
        std::ranges::stable_sort(
            some, {}, [](const Whose& each) { return each.gift->by.value_or(Date::max()); });
        Grid grid = plain_grid(named ? 3 : 2);
        grid.folds = true;
        for (const auto& [person, gift] : some) {
            if (needs.data) report.items.push_back(joined({whose(*person), gift_fields(*gift)}));
            Row row{with_id(first_line(gift->what), gift->id)};
            if (named) row.insert(row.begin(), Text{{person->name, Style::name}});
            row.push_back(Text{{day_words(*gift, group, today),
                                group == GiftGroup::to_give ? Style::soon : Style::quiet}});
            grid.rows.push_back(std::move(row));
        }
        report.page.push_back(Heading{heading_for(group)});
        report.page.push_back(std::move(grid));
    }
    if (report.page.empty()) {
        const std::string command =
            named ? "mentor give WHO TEXT" : to_type("mentor give {} TEXT", relationships.front());
        report.page.push_back(suggestion("Nothing is parked to give. To park something:", command));
        report.page.push_back(suggestion("Who should know whom:", "mentor give --suggest"));
    }
    return report;
}

Report introductions_report(const std::vector<Introduction>& introductions, Date today) {
    Report report = report_of("mentor.introductions/1", today);
    for (const auto& [one, other, words, is_for_new_mentee] : introductions) {
        const std::string command = fmt::format("mentor draft {} --kind intro --to {}",
                                                shell_word(*one), shell_word(*other));
        const std::string why = is_for_new_mentee ? fmt::format("{} has been where {} begins",
                                                                called(*other), called(*one))
                                                  : "";
        report.items.push_back(joined({whose(*one),
                                       {{"other", person_fields(*other)},
                                        {"words", words},
                                        {"why", or_null(why)},
                                        {"command", command}}}));
        if (!report.page.empty()) report.page.push_back(Blank{});
        report.page.push_back(
            Paragraph{{{one->name, Style::name}, {" and "}, {other->name, Style::name}}});
        report.page.push_back(
            indented(sentence(join(words, ", ") + (why.empty() ? "" : "; " + why), Style::quiet)));
        report.page.push_back(indented(suggestion("If they should meet:", command)));
    }
    if (report.page.empty())
        report.page.push_back(sentence("Nobody comes to mind. What brings people together are "
                                       "tags, values, goals and `about`."));
    return report;
}

} // namespace mentor
