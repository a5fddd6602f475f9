// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/path_words.hpp"
#include "journal/sync/repository.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::init {
namespace {

struct Options {
    bool git = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.flag(options.git, "--git", "keep the journal's history with git");
}

// Every line is a comment: the defaults hold until one is taken out.
constexpr const char* commented_config =
    R"(# mentor's configuration. Every key is optional; these are the defaults.
# The manual: man 5 mentor-relationship

# journal = "~/journal"      # where the files lie
# editor = "nano"            # else $VISUAL, $EDITOR
# pager = "less -FRX"        # else $MENTOR_PAGER, $PAGER
# color = "auto"             # auto, always, never
# within = "7d"              # how far `mentor due` looks ahead
# week_starts = "monday"

# [cadence]                  # how often you mean to meet, where nothing else was agreed
# mentor = "4w"
# mentee = "2w"
# peer = "6w"
# alumni = "3mo"

# [cadence.tags]             # the shortest that applies
# work = "3w"

# [kinds]                    # kinds of your own: meeting, touch, outreach, pulse or note
# hike = "meeting"

# [me]
# name = "Your name"
# goal = "Where you want to be in five years"
# values = ["family first"]
# looking_for = ["led a team through growth", "outside my company"]
# obstacles = "What is in the way"

# [colors]                   # of parts of what is shown: more in the manual
# late = "red"               # bold, dim, italic, underline, reverse, a colour, none

# [sync]
# message = "people"         # plain: the commits of `mentor sync` name nobody
)";

void make_repository(Session& session) {
    Repository repository(session.host, session.journal.folder(), session.interactive());
    const bool is_new = repository.make();
    repository.use_driver();
    if (!is_new) return;
    session.say(fmt::format("Made a git repository in {}.", in_line(session.journal.folder())));
    session.say("To keep what changed in it, and on another machine: mentor sync");
}

void make_config(Session& session) {
    const auto changes = session.config_file.create(commented_config);
    session.saved(changes,
                  {sentence("Made the configuration {}.", in_line(session.config_file.path()))});
}

Exit run(Session& session, const Options& options) {
    const Folder& folder = session.journal.folder();
    if (session.globals.dry_run) {
        session.say(fmt::format("Would make {} and {}, where they are missing.", in_line(folder),
                                in_line(session.config_file.path())));
        return Exit::done;
    }
    if (session.host.make_folder(folder)) {
        session.say(fmt::format("Made the journal {}.", in_line(folder)));
    } else {
        session.say(fmt::format("The journal is {}.", in_line(folder)));
    }
    if (!session.config_file.exists()) make_config(session);
    if (options.git) make_repository(session);
    if (!session.is_step && session.journal.slugs().empty()) {
        session.say("Now add the first person: mentor add");
    }
    return Exit::done;
}

} // namespace

const Command command{
    "init",
    Chapter::journal,
    "Make the journal folder and a commented configuration",
    "Harmless to repeat: what is there stays as it is.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::init
