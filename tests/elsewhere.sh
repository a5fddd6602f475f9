#!/bin/sh
# SPDX-License-Identifier: MIT
#
# tests/elsewhere.sh [RELEASE COMPILER [CMAKE OPTION...]]: builds and tests mentor on another Debian than
# this one, in a chroot that mmdebstrap makes: as root, and with the network for its packages. Without
# words it does so for all releases and compilers that mentor promises to build with. Each g++ builds
# the static program, with warnings as errors; each clang builds what a distribution would, with its
# flags.
#
# ELSEWHERE is where the chroots lie and stay (/var/tmp/mentor-elsewhere), 2 GB each.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
chroots=${ELSEWHERE:-/var/tmp/mentor-elsewhere}

# The root of a release, with all of .ci/packages.
make_chroot() {
    [ ! -e "$chroots/$1/usr" ] || return 0
    packages=$(awk '$1 == "build" || $1 == "test" { print $2 }' "$source/.ci/packages" | paste -sd,)
    mmdebstrap --quiet --variant=apt --include="dpkg-dev,$packages" "$1" "$chroots/$1"
}

# What runs inside, with the compiler and options for cmake. The tests that break system calls want a
# machine of their own.
inside='
set -eu
unset MENTOR_DIR MENTOR_CONFIG MENTOR_TODAY MENTOR_PAGER MENTOR_REWRITE
cd /mentor
export CXX="$1" HOME=/root LANG=C.UTF-8
shift
if [ "$CXX" = g++ ]; then
    set -- --preset ci "$@"
else
    CXXFLAGS=$(dpkg-buildflags --get CXXFLAGS) CPPFLAGS=$(dpkg-buildflags --get CPPFLAGS)
    export CXXFLAGS="$CXXFLAGS $CPPFLAGS" LDFLAGS="$(dpkg-buildflags --get LDFLAGS)"
    set -- --preset shared -DBUILD_TESTING=ON "$@"
fi
cmake "$@" -B build/elsewhere >/dev/null
cmake --build build/elsewhere -j 2 >build/log || {
    cat build/log
    exit 1
}
ctest --test-dir build/elsewhere -j 2 --output-on-failure -E "^faults" >build/log || failed=$?
grep -vE "^ +Start |^ *[0-9]+/[0-9]+ .* Passed " build/log
exit "${failed:-0}"
'

run() {
    release=$1 compiler=$2 root=$chroots/$1
    shift
    make_chroot "$release"
    # Its own processes, devices and temporary folder; of the source a copy.
    rm -rf "$root/mentor"
    mkdir -p "$root/mentor"
    git -C "$source" ls-files -z | (cd "$source" && xargs -0 cp --parents -t "$root/mentor")
    echo "== Debian $(cat "$root/etc/debian_version"), $(chroot "$root" "$compiler" --version | head -n 1), $*"
    for library in fmt tomlplusplus cli11; do
        chroot "$root" dpkg-query -W -f='${Package} ${Version}\n' "lib$library-dev"
    done
    unshare --mount --pid --fork --mount-proc="$root/proc" sh -eu -c '
        root=$1
        shift
        mount --bind /dev "$root/dev"
        mount -t devpts devpts "$root/dev/pts"
        exec chroot "$root" sh -c "$@"' sh "$root" "$inside" sh "$@"
}

if [ $# -gt 0 ]; then
    run "$@"
else
    for release in bookworm trixie; do
        for compiler in g++ clang++; do
            run "$release" "$compiler"
        done
    done
    # As on a system without glibc's and Linux's own calls.
    run trixie g++ -DMENTOR_PORTABLE=ON
fi
