// SPDX-License-Identifier: MIT
#include "report/pages/looking/health_words.hpp"

#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mentor {
namespace {

// "2 more meetings"
std::string more_words(int count, const std::string& one) {
    return fmt::format("{} more {}{}", count, one, count == 1 ? "" : "s");
}

std::string more_of(std::size_t all) {
    return all > 1 ? fmt::format(", and {} more", all - 1) : "";
}

// "2 shares", "1 thanks"
std::string gift_words(int count, std::string_view way) {
    if (way == "advice") return counted(count, "piece of advice", "pieces of advice");
    if (way == "promise") return counted(count, "promise kept", "promises kept");
    const bool same_for_many = way == "thanks" || way == "congrats";
    return counted(count, way, same_for_many ? way : "");
}

std::string gifts_words(const std::array<int, ReciprocityFigures::ways.size()>& counts) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0) parts.push_back(gift_words(counts[i], ReciprocityFigures::ways[i]));
    return parts.empty() ? "nothing" : join(parts, ", ");
}

// "you kept 4 of 5 (1 late), 1 let go"; "" where nothing is settled.
std::string side_words(const KeptPromises& side, const std::string& subject) {
    if (side.settled() == 0) return "";
    return fmt::format("{} kept {}", subject, kept_words(side));
}

class Words {
public:
    Words(const Signal& signal, const Relationship& relationship, Date today)
        : signal_(signal), it_(relationship), today_(today), first_(called(relationship)) {}

    SignalWords operator()(const ContactFigures& figures) const {
        if (!figures.last) return {"nothing is logged yet", "", ""};
        const std::string kind = spoken(figures.last->kind);
        if (troubled() && figures.planned)
            return {fmt::format("last {} {}; did you meet on {}?", kind,
                                relative(figures.last->on.date, today_),
                                to_words(*figures.planned)),
                    "Log it; or say that you didn't with plan --missed",
                    command("log", "--on " + to_iso(*figures.planned))};
        if (troubled()) {
            const std::string what = fmt::format("last {} {}, and quiet since", kind,
                                                 relative(figures.last->on.date, today_));
            if (it_.stage == Stage::alumni)
                return {what, "A few lines are enough; then", command("log", "--kind message")};
            return {what, "Suggest a day", command("plan", "WHEN")};
        }
        std::string what = fmt::format("last {} {}", kind, relative(figures.last->on.date, today_));
        const bool agreed = has_meeting_ahead(it_, today_);
        if (figures.planned && *figures.planned < today_)
            what += fmt::format("; did you meet on {}?", to_words(*figures.planned));
        else if (figures.planned)
            what += fmt::format(", {} {}", agreed ? "you meet on" : "snoozed until",
                                to_words(*figures.planned));
        return {what, "", ""};
    }

    SignalWords operator()(const CadenceFigures& figures) const {
        const bool alumni = it_.stage == Stage::alumni;
        const char* one = alumni ? "contact" : "meeting";
        if (unknown()) return {more_words(signal_.needs, one) + " will show a rhythm", "", ""};
        std::string what = fmt::format("{} of the last {} {}s came in time, {}",
                                       figures.kept > 0 ? std::to_string(figures.kept) : "none",
                                       figures.intervals.size(), one, rhythm_words(figures.every));
        if (!troubled()) return {what, "", ""};
        const int weeks = (figures.usual + 6) / 7;
        if (add(today_, figures.every) >= today_ + Days{weeks * 7})
            return {what, "Note the next day before you part", command("plan", "WHEN")};
        what += fmt::format("; {} is usual", counted(weeks, "week"));
        return {what, "A rhythm that fits you both is better kept",
                alumni ? command("set", fmt::format("ending.keep={}w", weeks))
                       : command("agree", fmt::format("--every {}w", weeks))};
    }

    SignalWords operator()(const InitiativeFigures& figures) const {
        if (unknown())
            return {more_words(signal_.needs, "contact") +
                        " that say who reached out (--by) will tell",
                    "", ""};
        const int all = figures.me + figures.them;
        const bool mine = troubled() ? figures.me >= figures.them
                                     : figures.expected.value_or(Side::me) == Side::me;
        std::string what =
            fmt::format("{} reached out {} of the last {} times", mine ? "you" : first_,
                        mine ? figures.me : figures.them, all);
        if (!troubled()) return {what + (figures.agreed ? ", as you agreed" : ""), "", ""};
        if (figures.agreed)
            what += fmt::format(", though {} to", mine ? first_ + " was" : "you were");
        else if (figures.expected)
            what += "; it is best when the mentee drives";
        if (!mine) return {what, "Suggest the next day yourself", command("plan", "WHEN")};
        return {what, "Ask for it, kindly", ask("Would you suggest the next day?")};
    }

    SignalWords operator()(const PromiseFigures& figures) const {
        if (unknown())
            return {more_words(signal_.needs, "promise") + " kept or let go will tell", "", ""};
        std::vector<std::string> parts{side_words(figures.me, "you"),
                                       side_words(figures.them, first_)};
        if (figures.untold > 0)
            parts.push_back(fmt::format("{} of yours to report back", figures.untold));
        std::erase(parts, "");
        const std::string what = join(parts, "; ");
        if (!troubled()) return {what, "", ""};
        const auto broken = [](const KeptPromises& side) { return side.overdue + side.let_go; };
        if (broken(figures.me) >= broken(figures.them))
            return {what, "Make one smaller, or let it go", command("todo")};
        return {what, "Ask what is in the way", ask("What is in the way?")};
    }

    SignalWords operator()(const ReciprocityFigures& figures) const {
        const bool noted = gifts_words(figures.given) != gifts_words(figures.received);
        std::string what = fmt::format("in half a year you gave {} and received {}",
                                       gifts_words(figures.given), gifts_words(figures.received));
        if (unknown()) return {noted ? what : "what you give each other isn't noted yet", "", ""};
        if (!troubled()) return {what, "", ""};
        if (gifts_words(figures.received) == "nothing" || it_.role == Role::mentee)
            return {what, "Ask what came of it", ask("What came of it?")};
        return {what, "Find something for them, such as an article or an introduction",
                command("log", "--kind share TEXT")};
    }

    SignalWords operator()(const GratitudeFigures& figures) const {
        if (unknown()) return {"nothing came of advice yet that asks for thanks", "", ""};
        if (!troubled())
            return {fmt::format("thanks said {} in half a year, none owed",
                                counted(figures.said, "time")),
                    "", ""};
        if (figures.owed.empty())
            return {fmt::format("advice worked: \"{}\"", first_line(figures.worked->what)),
                    "Say which advice it was, and what came of it",
                    command("draft", "--kind thanks")};
        const OwedThanks& owed = figures.owed.front();
        return {fmt::format("advice of {} led to \"{}\"{}", to_words(owed.advice->on.date),
                            first_line(owed.fruit.what), more_of(figures.owed.size())),
                "Say which advice it was, and what came of it",
                command("log", "--kind thanks TEXT")};
    }

    SignalWords operator()(const GoalsFigures& figures) const {
        if (unknown()) return {"no goal is open", "Set one", command("goal add", "TITLE")};
        if (!troubled())
            return {figures.open == 1 ? "1 is open, and it moves"
                                      : fmt::format("{} are open, and they move", figures.open),
                    "", ""};
        const auto& still = figures.still.front();
        return {fmt::format("\"{}\" has rested since {}{}", first_line(still.goal->title),
                            to_words(still.since), more_of(figures.still.size())),
                "Talk it through next time, or let it go",
                command("goal grow", shell_word(ref_to_type(still.goal->id)))};
    }

    SignalWords operator()(const RatingFigures& figures) const {
        if (unknown())
            return {more_words(signal_.needs, "rating") + " (--rating) will tell", "", ""};
        std::vector<std::string> lately;
        for (const int rating : figures.ratings)
            lately.push_back(std::to_string(rating));
        const std::string what =
            fmt::format("{:.1f} of 5 on average, lately {}", figures.average, join(lately, " "));
        if (!troubled()) return {what, "", ""};
        return {what, "Ask for one thing, narrowly",
                ask(it_.role == Role::mentee ? "What would make the hour worth it?"
                                             : "What would you do in my place?")};
    }

    SignalWords operator()(const BoundariesFigures& figures) const {
        if (unknown()) return {"nothing is logged yet", "", ""};
        if (!figures.rush) return {"no closer than you agreed", "", ""};
        const Rush& rush = *figures.rush;
        const std::string what =
            rush.of == RushOf::meetings
                ? fmt::format("you met on {} since {}", counted(rush.days, "day"),
                              to_words(rush.since))
                : fmt::format("you were in touch on {} running", counted(rush.days, "day"));
        return {what + ", far more often than agreed", "Leave some room", command("snooze", "2w")};
    }

    SignalWords operator()(const PulseFigures& figures) const {
        if (unknown()) return {"not taken yet", "Seven questions", command("pulse")};
        const auto lowest = std::ranges::min_element(figures.trends, {}, &ScoreTrend::score);
        if (!troubled())
            return {fmt::format("no score below {}, taken {}", lowest->score(),
                                relative(figures.last->on.date, today_)),
                    "", ""};
        const auto fall = [](const ScoreTrend& trend) {
            return trend.before().value_or(trend.score()) - trend.score();
        };
        const auto fallen = std::ranges::max_element(figures.trends, {}, fall);
        const ScoreTrend& worst = fall(*fallen) > 1 ? *fallen : *lowest;
        const std::string what =
            fall(worst) > 1
                ? fmt::format("{} fell from {} to {}", worst.name, *worst.before(), worst.score())
                : fmt::format("{} is {}", worst.name, worst.score());
        return {what, "One question about it, for next time", ask(question_about(worst.name))};
    }

private:
    bool troubled() const { return signal_.standing == Standing::attention; }
    bool unknown() const { return signal_.standing == Standing::unknown; }
    std::string command(std::string_view name, std::string_view rest = "") const {
        return fmt::format("mentor {} {}{}{}", name, shell_word(it_), rest.empty() ? "" : " ",
                           rest);
    }
    std::string ask(std::string_view question) const {
        return command("ask", shell_word(question));
    }

    const Signal& signal_;
    const Relationship& it_;
    Date today_;
    std::string first_;
};

// --- for programs

Fields gift_fields(const std::array<int, ReciprocityFigures::ways.size()>& counts) {
    Fields fields;
    for (std::size_t i = 0; i < counts.size(); ++i)
        fields.emplace_back(std::string(ReciprocityFigures::ways[i]), counts[i]);
    return fields;
}

Fields trend_fields(const ScoreTrend& trend) {
    List points;
    for (const auto& [on, score] : trend.points)
        points.emplace_back(Fields{{"on", on}, {"score", score}});
    return {{"name", trend.name},
            {"score", trend.score()},
            {"before", trend.before()},
            {"points", std::move(points)}};
}

struct FiguresAsFields {
    Fields operator()(const ContactFigures& figures) const {
        const LogEntry* last = figures.last;
        return {{"on", last ? Data(last->on) : Data()},
                {"kind", last ? Data(last->kind) : Data()},
                {"days", last ? Data(figures.days) : Data()},
                {"late_after", figures.late},
                {"planned", figures.planned}};
    }
    Fields operator()(const CadenceFigures& figures) const {
        return {{"every", to_text(figures.every)},
                {"intervals", List(figures.intervals.begin(), figures.intervals.end())},
                {"kept", figures.kept},
                {"usual", figures.usual > 0 ? Data(figures.usual) : Data()}};
    }
    Fields operator()(const InitiativeFigures& figures) const {
        return {{"me", figures.me},
                {"them", figures.them},
                {"expected", figures.expected ? Data(to_text(*figures.expected)) : Data()},
                {"agreed", figures.agreed}};
    }
    Fields operator()(const PromiseFigures& figures) const { return kept_fields(figures); }
    Fields operator()(const ReciprocityFigures& figures) const {
        return {{"given", gift_fields(figures.given)}, {"received", gift_fields(figures.received)}};
    }
    Fields operator()(const GratitudeFigures& figures) const {
        List owed;
        for (const auto& [advice, fruit] : figures.owed)
            owed.emplace_back(Fields{{"log", or_null(advice->id)},
                                     {"advised", advice->on},
                                     {"what", fruit.what},
                                     {"on", fruit.on}});
        return {{"said", figures.said},
                {"owed", std::move(owed)},
                {"worked", maybe(figures.worked, advice_fields)}};
    }
    Fields operator()(const GoalsFigures& figures) const {
        List still;
        for (const auto& [goal, since] : figures.still)
            still.emplace_back(
                Fields{{"id", or_null(goal->id)}, {"title", goal->title}, {"since", since}});
        return {{"open", figures.open}, {"still", std::move(still)}};
    }
    Fields operator()(const RatingFigures& figures) const {
        return {{"ratings", List(figures.ratings.begin(), figures.ratings.end())},
                {"average", figures.ratings.empty() ? Data() : Data(figures.average)}};
    }
    Fields operator()(const BoundariesFigures& figures) const {
        if (!figures.rush)
            return {{"of", nullptr}, {"days", nullptr}, {"since", nullptr}, {"until", nullptr}};
        const Rush& rush = *figures.rush;
        return {{"of", rush.of == RushOf::meetings ? "meetings" : "contacts"},
                {"days", rush.days},
                {"since", rush.since},
                {"until", rush.until}};
    }
    Fields operator()(const PulseFigures& figures) const {
        List scores;
        for (const ScoreTrend& trend : figures.trends)
            scores.emplace_back(trend_fields(trend));
        return {{"on", figures.last ? Data(figures.last->on) : Data()},
                {"scores", std::move(scores)}};
    }
};

} // namespace

std::string question_about(const std::string& score) {
    static const std::map<std::string, std::string> questions{
        {"respect", "What should I do differently?"},
        {"exchange", "What could I do for you?"},
        {"expectations", "What do you expect of me?"},
        {"values", "What matters most to you in this?"},
        {"connection", "What do you do when nobody needs you?"},
        {"altruism", "What would you like to come of this?"},
        {"listening", "What did I miss last time?"},
    };
    const auto found = questions.find(score);
    return found == questions.end() ? "What could be better between us?" : found->second;
}

SignalWords words_of(const Signal& signal, const Relationship& relationship, Date today) {
    return std::visit(Words(signal, relationship, today), signal.figures);
}

Fields figures_of(const Signal& signal) {
    return std::visit(FiguresAsFields(), signal.figures);
}

} // namespace mentor
