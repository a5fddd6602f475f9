#!/bin/sh
# SPDX-License-Identifier: MIT
#
# tests/turning.sh MENTOR [TEST...]: runs the tests of the program, all or those named, where minutes, days and a year
# turn under it: its clock begins on 31 December and goes 20,000 times as fast, a day in four seconds. By hand, with
# faketime installed and a MENTOR that is linked with the system's C library, not statically: that is how its clock is
# another one, and not that of the tests. What can't be so under such a clock is skipped, and says why.
set -eu

if [ -z "${FAKETIME_SHARED-}" ]; then
    exec faketime -f "@2026-12-31 00:00:00 x20000" sh "$0" "$@"
fi

source=$(cd "$(dirname "$0")/.." && pwd)
mentor=$(realpath "$1")
shift
folder=$(mktemp -d)
chmod 755 "$folder" # some of the tests are someone else
trap 'rm -rf "$folder"' EXIT
cat >"$folder/mentor" <<END
#!/bin/sh
export LD_PRELOAD='$LD_PRELOAD' FAKETIME='$FAKETIME' FAKETIME_SHARED='$FAKETIME_SHARED' FAKETIME_ONLY_CMDS=mentor FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1
exec '$mentor' "\$@"
END
chmod +x "$folder/mentor"
unset LD_PRELOAD FAKETIME FAKETIME_SHARED MENTOR_DIR MENTOR_CONFIG MENTOR_TODAY MENTOR_PAGER MENTOR_REWRITE

[ $# -gt 0 ] || set -- "$source"/tests/program/test_*.py "$source"/tests/project/test_*.py
failed=
for test in "$@"; do
    echo "== $test"
    MENTOR_CLOCK_TURNS=1 MENTOR_PROGRAM=$folder/mentor MENTOR_STATUS=$(dirname "$mentor")/tests/status MENTOR_SOURCE=$source \
        MENTOR_BUILD=$(dirname "$mentor") PYTHONPATH=$source/tests/support PYTHONDONTWRITEBYTECODE=1 python3 "$test" || failed="$failed $test"
done
[ -z "$failed" ] || echo "failed:$failed"
[ -z "$failed" ]
