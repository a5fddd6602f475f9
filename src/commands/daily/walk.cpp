// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
}

using Words = std::vector<std::string>;

// What a key does: a command line of mentor, or where to go.
struct Step {
    char key;
    std::string name;
    Words command = {};
};

constexpr char skip = ' ', back = 'b', quit = 'q';

std::vector<Step> steps_of(const Reminder& reminder) {
    const std::string& who = reminder.slug;
    const std::string& id = reminder.id;
    const Step log{'l', "log", {"log", who}}, prep{'p', "prep", {"prep", who}},
        draft{'r', "draft", {"draft", who}}, plan{'m', "move", {"plan", who}},
        snooze{'z', "snooze", {"snooze", who}}, show{'s', "show", {"show", who}};
    const auto settled = [&](Step first) {
        return std::vector<Step>{std::move(first),
                                 {'m', "move", {"todo", "move", who, id}},
                                 {'x', "let go", {"drop", who, id}},
                                 draft,
                                 show};
    };
    const bool is_nameless = id.empty(); // then the command asks which one is meant
    switch (reminder.kind) {
    case ReminderKind::meeting:
        if (reminder.days < 0)
            return {{'l', "log", {"log", who, "--on", to_iso(reminder.on)}},
                    {'n', "not met", {"plan", who, "--missed"}},
                    plan,
                    show};
        return {prep, log, plan, show};
    case ReminderKind::check_in:
        return {{'m', "plan", {"plan", who}}, log, draft, snooze, prep, show};
    case ReminderKind::commitment:
    case ReminderKind::nudge:
        return settled({'d', "done", is_nameless ? Words{"done", who} : Words{"done", who, id}});
    case ReminderKind::report:
        return {{'t', "told", {"told", who, id}}, draft, log, show};
    case ReminderKind::thanks:
        return {{'l', "log the thanks", {"log", who, "--kind", "thanks"}},
                {'r', "draft", {"draft", who, "--kind", "thanks"}},
                show};
    case ReminderKind::outreach:
        return {draft, {'l', "log", {"log", who, "--kind", "outreach"}}, snooze, show};
    case ReminderKind::goal:
        return {{'d', "done", {"goal", "done", who, id}},
                {'g', "grow", {"goal", "grow", who, id}},
                {'x', "let go", {"goal", "drop", who, id}},
                show};
    case ReminderKind::milestone:
        return {{'d', "done", {"goal", "step", who, "--done", id}}, show};
    case ReminderKind::occasion:
        return {draft, {'l', "log", {"log", who, "--kind", "message"}}, show};
    case ReminderKind::agreement:
        return {{'a', "agree", {"agree", who}}, show};
    case ReminderKind::pulse:
        return {{'t', "take it", {"pulse", who}}, show};
    case ReminderKind::pause:
        return {{'g', "go on", {"resume", who}}, {'z', "snooze", {"pause", who}}, show};
    case ReminderKind::ending:
        return {{'e', "end", {"end", who}}, show};
    }
    return {show};
}

bool is_same(const Reminder& one, const Reminder& other) {
    return one.slug == other.slug && one.kind == other.kind && one.id == other.id &&
           one.what == other.what;
}

class Walk {
public:
    Walk(View& view, const Options& options) : view_(view), who_(options.who) {}

    Exit run() {
        reminders_ = due_now();
        if (reminders_.empty()) {
            view_.say("Nothing waits for you today.");
            return Exit::done;
        }
        for (std::size_t at = 0; at < reminders_.size();) {
            const char key = take(at);
            if (key == quit) break;
            if (key == back)
                at -= at > 0 ? 1 : 0;
            else if (key == skip || !is_due(reminders_[at]))
                ++at;
        }
        say_goodbye();
        return Exit::done;
    }

private:
    std::vector<Reminder> due_now() {
        auto reminders = gather(view_, who_, view_.today());
        std::erase_if(reminders, [](const Reminder& each) { return !asks_now(each); });
        return reminders;
    }

    bool is_due(const Reminder& reminder) {
        const auto now = due_now();
        return std::ranges::any_of(now,
                                   [&](const Reminder& each) { return is_same(each, reminder); });
    }

    // Shows one and does what is wanted: each step is a command, saved as it is taken.
    char take(std::size_t at) {
        const Reminder& reminder = reminders_[at];
        if (!is_due(reminder)) {
            view_.say(Page{sentence(""), sentence("{}: seen to.", reminder.what)});
            return skip;
        }
        const std::vector<Step> steps = steps_of(reminder);
        view_.say(page_of(reminder, at));
        std::string keys{skip, back, quit};
        for (const Step& step : steps)
            keys += step.key;
        const char key = view_.press(question_of(steps), keys);
        const auto step = std::ranges::find(steps, key, &Step::key);
        if (step == steps.end()) return key;
        Words words = step->command;
        std::erase(words, "");
        view_.run(words);
        return key;
    }

    Page page_of(const Reminder& reminder, std::size_t at) const {
        Page page{sentence(""),
                  Paragraph{{{fmt::format("{} of {}  ", at + 1, reminders_.size()), Style::quiet},
                             {reminder.name, Style::name}}},
                  indented(sentence(reminder.id.empty()
                                        ? reminder.what
                                        : fmt::format("{} ({})", reminder.what, reminder.id)))};
        if (!reminder.why.empty()) page.push_back(indented(sentence(reminder.why, Style::quiet)));
        return page;
    }

    static std::string question_of(const std::vector<Step>& steps) {
        std::vector<std::string> parts;
        for (const Step& step : steps)
            parts.push_back(fmt::format("{} {}", step.key, step.name));
        return fmt::format("  {}   Enter skip  b back  q quit", join(parts, "  "));
    }

    void say_goodbye() {
        const auto left = static_cast<long>(due_now().size());
        view_.say(Page{sentence(""), sentence(left == 0 ? "Nothing more waits for you today."
                                                        : counted(left, "row") +
                                                              " for another time: mentor due")});
    }

    View& view_;
    std::vector<std::string> who_;
    std::vector<Reminder> reminders_;
};

Exit run(View& view, const Options& options) {
    view.require_journal();
    if (!view.interactive())
        throw Error(Exit::usage, "`mentor walk` asks at each step, and nobody can be asked",
                    "the same as a list: mentor due");
    return Walk(view, options).run();
}

} // namespace

const Command walk_command{
    "walk",
    Chapter::daily,
    "Through all that is due, one at a time, with one key each",
    "What is late or due today, in the order of `mentor due`. Each key is a command of mentor: it "
    "is "
    "saved as it is taken, and undo takes it back. Enter skips, b goes back, q leaves.",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor
