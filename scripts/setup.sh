#!/bin/sh
# Makes .venv ready for one of the lock files:   sh scripts/setup.sh site|test|benchmark
# or a virtual environment that has uv:          sh scripts/setup.sh lock DIRECTORY
# Does nothing when that is done already. May be interrupted at any time: the stamp is written last.
# PYTHON names the Python that makes .venv. Exit code 2: something is missing; the line that mends it is printed.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."

# What may be set for the work of whoever is at this keyboard would lead Python or pip to other places, or keep pip from
# installing. Settings of index, proxy and certificates stay: offices need them.
unset PYTHONHOME PYTHONPATH PYTHONPLATLIBDIR PYTHONINSPECT PYTHONUSERBASE
unset PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_PYTHON PIP_PLATFORM PIP_PYTHON_VERSION PIP_ABI PIP_IMPLEMENTATION
unset PIP_DRY_RUN PIP_REQUIRE_HASHES PIP_NO_BINARY PIP_ONLY_BINARY PIP_CONSTRAINT PIP_REQUIREMENT PIP_EDITABLE

VENV=.venv

say() { printf '%s\n' "$@" >&2; }

fail() { # the matter in Chinese, in English, the line that mends it
    say "" "$1" "$2" "" "    $3" ""
    exit 2
}

as_root() { # a command as the person at this keyboard would have to type it
    if [ "$(id -u)" = 0 ]; then echo "$1"; else echo "sudo $1"; fi
}

has() { command -v "$1" >/dev/null 2>&1; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

can_make_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

line_for_python() {
    if has apt-get; then
        for version in 3.14 3.13 3.12 3.11; do
            if apt-cache show "python$version-venv" >/dev/null 2>&1; then
                as_root "apt install python$version python$version-venv"
                return
            fi
        done
        as_root "apt update && $(as_root 'apt install python3 python3-venv')"
    elif has dnf; then as_root "dnf install python3.12"
    elif has zypper; then as_root "zypper install python312"
    elif has apk; then as_root "apk add python3"
    elif has brew; then echo "brew install python@3.13"
    else echo "https://www.python.org/downloads/"
    fi
}

line_for_venv() { # of a Python that is new enough
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    prefix=$("$1" -c 'import sys; print(sys.base_prefix)')
    if has apt-get && [ "$prefix" = /usr ]; then
        as_root "apt install python$version-venv"
    elif [ -x /usr/bin/python3 ] && is_new_enough /usr/bin/python3 && can_make_venv /usr/bin/python3; then
        echo "make PYTHON=/usr/bin/python3 …"
    else
        line_for_python
    fi
}

find_python() { # sets python
    without_venv=
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3 python3.14 python3.13 python3.12 python3.11; fi
    for python in "$@"; do
        is_new_enough "$python" || continue
        if can_make_venv "$python"; then return; fi
        without_venv=${without_venv:-$python}
    done
    if [ -n "$without_venv" ]; then
        fail "$without_venv 缺少 venv（ensurepip）模組，無法建立虛擬環境。請執行：" \
            "$without_venv lacks the venv (ensurepip) module that makes virtual environments. Please run:" \
            "$(line_for_venv "$without_venv")"
    elif [ -n "${PYTHON:-}" ]; then
        fail "PYTHON=$PYTHON 無法執行，或版本低於 3.11。請改用 3.11 以上的 Python，或執行：" \
            "PYTHON=$PYTHON does not run, or is older than 3.11. Name a Python 3.11 or later, or run:" \
            "$(line_for_python)"
    else
        fail "找不到 3.11 以上的 Python。請執行：" "No Python 3.11 or later was found. Please run:" "$(line_for_python)"
    fi
}

make_venv() { # a directory; kept when it works
    if is_new_enough "$1/bin/python" && "$1/bin/python" -c 'import pip' >/dev/null 2>&1; then return; fi
    find_python
    say "建立虛擬環境 $1 / Making the virtual environment $1 ($("$python" --version))"
    "$python" -m venv --clear "$1"
}

install() { # into a directory, what follows; never into the user's own folder, whatever pip.conf says
    directory=$1
    shift
    PYTHONWARNINGS=ignore "$directory/bin/python" -m pip --disable-pip-version-check --no-input install --no-user --quiet "$@"
}

key() { # changes when what is to be installed changes, or the tree has moved
    { pwd; cat pyproject.toml locks/*.txt; } | cksum | cut -d ' ' -f 1
}

set_up() {
    stamp=$VENV/.ready-$(key)-$1
    if [ -e "$stamp" ] && [ -x "$VENV/bin/python" ]; then return; fi
    make_venv "$VENV"
    for old in "$VENV"/.ready-*; do
        case $old in "${stamp%-*}"-*) ;; *) rm -f "$old" ;; esac
    done
    say "安裝 locks/$1.txt 所列套件 / Installing what locks/$1.txt lists"
    install "$VENV" --only-binary :all: --require-hashes -r "locks/$1.txt"
    install "$VENV" --no-deps --no-build-isolation -e .
    : >"$stamp"
}

case ${1:-} in
site | test | benchmark) set_up "$1" ;;
lock)
    make_venv "$2"
    [ -x "$2/bin/uv" ] || install "$2" --only-binary :all: uv
    ;;
*)
    say "用法 / usage: sh scripts/setup.sh site|test|benchmark, or: lock DIRECTORY"
    exit 2
    ;;
esac
