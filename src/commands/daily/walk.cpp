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

namespace mentor::commands::walk {
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

// A command line about someone, or something of theirs: a file's name may begin as an option does.
// Where a thing has no id, the command asks which one is meant.
Words line(Words words, const std::string& who, const std::string& id = "") {
    words.insert(words.end(), {"--", who});
    if (!id.empty()) words.push_back(id);
    return words;
}

// How a promise goes on, whoever gave it.
std::vector<Step> steps_of_promise(const std::string& who, const std::string& id) {
    return {{'d', "done", line({"done"}, who, id)},
            {'m', "move", line({"todo", "move"}, who, id)},
            {'x', "let go", line({"drop"}, who, id)},
            {'r', "draft", line({"draft"}, who)}};
}

// What fits the kind of reminder, the likeliest first.
std::vector<Step> steps_for(const Reminder& reminder) {
    const std::string& who = reminder.slug;
    const std::string& id = reminder.id;
    const Step log{'l', "log", line({"log"}, who)}, prep{'p', "prep", line({"prep"}, who)},
        draft{'r', "draft", line({"draft"}, who)}, move{'m', "move", line({"plan"}, who)},
        snooze{'z', "snooze", line({"snooze"}, who)};
    switch (reminder.kind) {
    case ReminderKind::meeting:
        if (reminder.days < 0)
            return {{'l', "log", line({"log", "--on", to_iso(reminder.on)}, who)},
                    {'n', "not met", line({"plan", "--missed"}, who)},
                    move};
        return {prep, log, move};
    case ReminderKind::check_in:
        return {{'m', "plan", move.command}, log, draft, snooze, prep};
    case ReminderKind::commitment:
    case ReminderKind::nudge:
        return steps_of_promise(who, id);
    case ReminderKind::report:
        return {{'t', "told", line({"told"}, who, id)}, draft, log};
    case ReminderKind::thanks:
        return {{'l', "log the thanks", line({"log", "--kind", "thanks"}, who)},
                {'r', "draft", line({"draft", "--kind", "thanks"}, who)}};
    case ReminderKind::outreach:
        return {draft, {'l', "log", line({"log", "--kind", "outreach"}, who)}, snooze};
    case ReminderKind::gift:
        return {{'g', "given", line({"give", "--given", "today"}, who, id)}, draft, log};
    case ReminderKind::goal:
        return {{'d', "done", line({"goal", "done"}, who, id)},
                {'g', "grow", line({"goal", "grow"}, who, id)},
                {'x', "let go", line({"goal", "drop"}, who, id)}};
    case ReminderKind::milestone:
        return {{'d', "done", line({"goal", "step", "--done", id}, who)}};
    case ReminderKind::occasion:
        return {draft, {'l', "log", line({"log", "--kind", "message"}, who)}};
    case ReminderKind::agreement:
        return {{'a', "agree", line({"agree"}, who)}};
    case ReminderKind::pulse:
        return {{'t', "take it", line({"pulse"}, who)}};
    case ReminderKind::pause:
        return {{'g', "go on", line({"resume"}, who)}, {'z', "snooze", line({"pause"}, who)}};
    case ReminderKind::ending:
        return {{'e', "end", line({"end"}, who)}};
    }
    return {};
}

std::vector<Step> steps_of(const Reminder& reminder) {
    std::vector<Step> steps = steps_for(reminder);
    steps.push_back({'s', "show", line({"show"}, reminder.slug)});
    return steps;
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
        return is_left_ ? Exit::interrupted : Exit::done;
    }

private:
    std::vector<Reminder> due_now() { return gather_now(view_, who_); }

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
        const char key = press(question_of(steps), keys);
        const auto step = std::ranges::find(steps, key, &Step::key);
        if (step == steps.end()) return key;
        view_.run(step->command);
        return key;
    }

    // Whoever leaves has done what was done until then.
    char press(const std::string& question, const std::string& keys) {
        try {
            return view_.press(question, keys);
        } catch (const Error& error) {
            if (error.exit() != Exit::interrupted) throw;
            is_left_ = true;
            return quit;
        }
    }

    Page page_of(const Reminder& reminder, std::size_t at) const {
        Page page{sentence(""),
                  Paragraph{{{fmt::format("{} of {}  ", at + 1, reminders_.size()), Style::quiet},
                             {reminder.name, Style::name}}},
                  indented(sentence(reminder.id.empty()
                                        ? reminder.what
                                        : fmt::format("{} ({})", reminder.what, reminder.id)))};
        if (!reminder.why.empty()) page.push_back(indented(sentence(reminder.why, Style::quiet)));
        const std::string hours =
            view_.hours_words(reminder.called, reminder.hours, reminder.timezone);
        if (!hours.empty()) page.push_back(indented(sentence(hours, Style::quiet)));
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
    bool is_left_ = false; // by Ctrl-C, or a signal
};

Exit run(View& view, const Options& options) {
    view.require_journal();
    if (!view.interactive())
        throw Error(Exit::usage, "`mentor walk` asks at each step, and nobody can be asked",
                    "the same as a list: mentor due");
    return Walk(view, options).run();
}

} // namespace

const Command command{
    "walk",
    Chapter::daily,
    "Through all that is due, one at a time, with one key each",
    "What is late or due today, in the order of `mentor due`. Each key is a command of mentor: it "
    "is "
    "saved as it is taken, and undo takes it back. Enter skips, b goes back, q leaves.",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor::commands::walk
