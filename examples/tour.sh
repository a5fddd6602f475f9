#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A walk through mentor's main job with the sample journal beside this file: sh examples/tour.sh
# Builds the program first. Works on a copy in a temporary folder and leaves nothing behind.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
"$root/.ci/install" build
"$root/.ci/build" release
PATH=$root/build/release:$PATH

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
cp -R "$root/examples/journal" "$folder/journal"
: >"$folder/config.toml"

# The copy is the journal, nothing of yours is read or written, and it is a Friday in November.
export MENTOR_DIR="$folder/journal" MENTOR_CONFIG="$folder/config.toml" MENTOR_TODAY=2026-11-20
export XDG_STATE_HOME="$folder/state" XDG_CACHE_HOME="$folder/cache" MENTOR_PAGER=cat

say() {
    printf '\n'
    printf '# %s\n' "$@"
}

# Shows a command as one would type it, runs it, and shows what it printed.
run() {
    line='$'
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./=:-]*) line="$line \"$word\"" ;;
        *) line="$line $word" ;;
        esac
    done
    printf '\n%s\n' "$line"
    "$@" </dev/null 2>&1
}

say "It is Friday, 20 November 2026. You are Robin, and seven people are in your journal: mentors," \
    "mentees, a peer, someone you'd like to learn from. Who is waiting for you?"
run mentor due

say "Tomás hasn't seen you for ten weeks. You met him for a coffee today: write it down on the way home," \
    "with what you promised him and what he promised you."
run mentor log tomas "Coffee on the platform, his train was late. His pager goes round now." \
    --kind coffee --todo "Send him the rota template by wed" --they "Introduce me to Kenji by 2w"

say "All of it is in his file now. This is what you know of him:"
run mentor show tomas

say "And he isn't late any more. What you promised has taken its place:"
run mentor due

say "You meet Zoë on Tuesday. One page before you go:"
run mentor prep zoe

say "How are the two of you doing, Tomás and you?"
run mentor health tomas

say "Noted under the wrong name? Whatever a command wrote can be taken back:"
run mentor ask zoe "Could you introduce me to Kenji?"
run mentor undo

say "It is Friday evening. How was the week?"
run mentor review --week

say "The journal is plain text, and yours. This is all that changed in it:"
printf '\n$ %s\n' "diff before/tomas-beltran-voss.toml journal/tomas-beltran-voss.toml"
file=tomas-beltran-voss.toml
# diff ends with 1 where it finds something, as it should here.
diff "$root/examples/journal/$file" "$folder/journal/$file" || [ $? -eq 1 ]

say "That was the main job. Your own journal begins with: mentor init"
