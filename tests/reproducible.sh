#!/bin/sh
# SPDX-License-Identifier: MIT
#
# tests/reproducible.sh [CMAKE OPTION...]: builds the package twice, in two folders, and compares what
# came of it to the byte. By hand: it takes as long as two builds.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
SOURCE_DATE_EPOCH=$(git -C "$source" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

mkdir -p "$folder/once" "$folder/again/and"
git -C "$source" ls-files -z | (cd "$source" && xargs -0 cp --parents -t "$folder/once")
cp -r "$folder/once" "$folder/again/and/deeper"

for place in once again/and/deeper; do
    (cd "$folder/$place" && cmake --preset release "$@" && cmake --build --preset release --target package) >"$folder/log" || {
        cat "$folder/log"
        exit 1
    }
done
cd "$folder"
cmp once/build/release/mentor again/and/deeper/build/release/mentor
for package in once/build/release/*.deb; do
    cmp "$package" "again/and/deeper/build/release/$(basename "$package")"
    sha256sum "$package" | sed 's|once/build/release/||'
done
