#!/bin/sh
# SPDX-License-Identifier: MIT
#
# tests/installed.sh PACKAGE [RELEASE...]: installs a package with apt on bare Debians (bookworm and
# trixie), in chroots that mmdebstrap makes, and tries what those do who install it: the program,
# its manual, Tab in bash. As root, and with the network. Then it takes the package away again.
#
# ELSEWHERE is where the chroots are made, and are gone afterwards (/var/tmp/mentor-elsewhere).
set -eu

package=$(realpath "${1:?which package?}")
shift
[ $# -gt 0 ] || set -- bookworm trixie
mkdir -p "${ELSEWHERE:=/var/tmp/mentor-elsewhere}"
root=
trap 'rm -rf "$root"' EXIT

inside='
set -eux
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 HOME=/root
# Debian made for containers leaves manuals out.
rm -f /etc/dpkg/dpkg.cfg.d/docker* /etc/dpkg/dpkg.cfg.d/excludes
apt-get -q update >/dev/null
apt-get -q -y install man-db >/dev/null
apt-get -q -y install /mentor.deb >/dev/null
dpkg -s mentor | grep Status
mentor --version
mentor </dev/null || [ $? -eq 2 ]
man mentor | grep -q "MENTOR(1)"
man 5 mentor-relationship | grep -q "mentor-relationship"
mentor help --man dates | grep -q "WRITING A DATE"
mentor init
mentor add "Ada Lovelace" --role mentor --no-input
mentor log ada Coffee --kind coffee
mentor due --within 6w | grep -q Ada
cp -r /usr/share/doc/mentor/examples/journal /tmp/journal
MENTOR_DIR=/tmp/journal MENTOR_TODAY=2026-11-20 mentor show zoe | grep -q Lindblomman
# A person at a terminal, who presses Tab.
printf "%s\n" ". /usr/share/bash-completion/bash_completion" "mentor show ad	" exit |
    script -qec "bash -i" /dev/null | grep -F "mentor show ada-lovelace"
apt-get -q -y purge mentor >/dev/null
[ ! -e /usr/bin/mentor ]
[ ! -e /usr/share/doc/mentor ] && [ ! -e /usr/share/mentor ]
'

for release; do
    root=$(mktemp -d "$ELSEWHERE/installed-$release.XXXXXX")
    mmdebstrap --quiet --variant=apt "$release" "$root"
    cp "$package" "$root/mentor.deb"
    echo "== Debian $(cat "$root/etc/debian_version")"
    unshare --mount --pid --fork --mount-proc="$root/proc" sh -eu -c '
        mount --bind /dev "$1/dev"
        mount -t devpts devpts "$1/dev/pts"
        exec chroot "$1" sh -c "$2"' sh "$root" "$inside"
    rm -rf "$root"
done
