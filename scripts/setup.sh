#!/bin/sh
# For make: finds a Python, whichever, and hands over to scripts/setup.py.
unset CDPATH PYTHONHOME PYTHONPATH PYTHONPLATLIBDIR PYTHONINSPECT PYTHONUSERBASE # they would keep Python from starting
cd "$(dirname "$0")/.." || exit
for python in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1; then
        exec "$python" scripts/setup.py "$@"
    fi
done
printf '\n%s\n%s\n\n    %s\n\n' "找不到 Python。請安裝 3.11 以上的 Python：" "No Python was found. Please install Python 3.11 or later:" \
    "$(command -v apt-get >/dev/null 2>&1 && echo "sudo apt install python3 python3-venv" || echo https://www.python.org/downloads/)" >&2
exit 2
