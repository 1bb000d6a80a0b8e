#!/usr/bin/env python3
"""The command line of planpress: ``build.py``, ``build.py check``, ``build.py serve``.

Where its packages are not there yet, it first sets itself up in ``.venv``.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # a Python that is told to be safe (-P, PYTHONSAFEPATH) does not look here by itself
    try:
        from planpress.cli.commands import main
    except (ImportError, SyntaxError) as error:  # packages are missing, or Python is too old for what it reads
        from scripts.setup import run_in_venv

        sys.exit(run_in_venv(__file__, sys.argv[1:], error))
    sys.exit(main(sys.argv[1:], root=ROOT))
