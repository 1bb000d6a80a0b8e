#!/bin/sh
# What a key may do at the host of a site: nothing but put releases into one folder. A line of ~/.ssh/authorized_keys:
#   restrict,command="/usr/local/bin/planpress-remote /srv/plans" ssh-ed25519 AAAA... web team
# Needs a POSIX shell, coreutils, xargs, flock and rsync (with rrsync).
set -eu
umask 022
base=$1
work=$base/.planpress.new
mkdir -p "$base/releases"
for each in "$base/releases" "$work"; do
    [ ! -L "$each" ] || { echo "not ours: $each" >&2; exit 3; }
done

current() { # the number of the release that readers see; nothing when there is none
    [ -e "$base/current" ] || [ -L "$base/current" ] || return 0
    link=$(readlink "$base/current") || { echo "not ours: current" >&2; exit 3; }
    number=${link#releases/}; number=${number%/site}
    case $number in '' | *[!0-9]*) echo "not ours: current" >&2; exit 3 ;; esac
    [ "$link" = "releases/$number/site" ] || { echo "not ours: current" >&2; exit 3; }
    echo "$number"
}

numbers() { # of the releases that are there, in their order
    for each in "$base"/releases/*/manifest.json; do
        each=${each%/manifest.json}; each=${each##*/}
        case $each in *[!0-9]*) ;; *) echo "$each" ;; esac
    done | sort -n
}

manifests() { # what readers see, then every manifest
    if [ -z "$(current)" ]; then
        for each in $(ls -A "$base"); do
            case $each in releases | .planpress.*) ;; *) echo "not ours: $each" >&2; exit 3 ;; esac
        done
    fi
    printf '{"current": %s}\n' "$(current | grep . || echo 0)"
    for each in $(numbers); do cat "$base/releases/$each/manifest.json"; done
}

finish() { # TOKEN NUMBER KEEP: what was sent becomes the release that readers see
    new=$work/$1
    [ "$(current | grep . || echo 0)" -eq $(($2 - 1)) ] || { echo "another release was published meanwhile" >&2; exit 4; }
    tab=$(printf '\t')
    while IFS=$tab read -r from old path; do
        case /$from/$old/$path/ in */../*) echo "refused" >&2; exit 2 ;; esac
        if [ "$old" = "$path" ]; then
            printf '%s\0' "$path" >>"$new/from.$from"
        else
            mkdir -p "$new/site/$(dirname "$path")"
            ln "$base/releases/$from/site/$old" "$new/site/$path" || cp "$base/releases/$from/site/$old" "$new/site/$path"
        fi
    done <"$new/held"
    for list in "$new"/from.*; do # all at once: a process for each file would take minutes on a busy machine
        [ -e "$list" ] || continue
        cd "$base/releases/${list##*.}/site"
        xargs -0 cp -l --parents -t "$new/site" -- <"$list" || xargs -0 cp -n --parents -t "$new/site" -- <"$list"
        rm "$list"
    done
    (cd "$new/site" && sha256sum --quiet --check ../sums >&2) || exit 5
    rm "$new/held" "$new/sums"
    chmod -R a+rX "$new"
    there=$base/releases/$2 # if it is ours, it was never shown: readers see the one before
    [ ! -e "$there" ] || [ -f "$there/manifest.json" ] || { echo "not ours: releases/$2" >&2; exit 3; }
    rm -rf "$there"
    mv "$new" "$base/releases/$2"
    ln -s "releases/$2/site" "$work/current.$1"
    mv -T "$work/current.$1" "$base/current"
    numbers | head -n "-$3" | while read -r each; do
        mv "$base/releases/$each" "$work/gone-$each"
    done
    rm -rf "$work"
}

# shellcheck disable=SC2086 # words of the call, each of which is looked at
set -- ${SSH_ORIGINAL_COMMAND:-}
for each in "${2:-}" "${3:-}" "${4:-}"; do
    [ "${1:-}" = rsync ] || case $each in *[!0-9a-f]*) echo "refused" >&2; exit 2 ;; esac
done
case ${1:-} in
    manifests) manifests ;;
    begin) rm -rf "$work"; mkdir -p "$work/$2/site" ;;
    finish) exec 9>"$base/.planpress.lock"; flock 9; finish "$2" "$3" "$4" ;;
    rsync) mkdir -p "$work"; exec rrsync -wo "$work" ;;
    *) echo "refused" >&2; exit 2 ;;
esac
