#!/usr/bin/env python3
"""The command line of planpress: ``build.py``, ``build.py check``, ``build.py serve``."""

import sys
from pathlib import Path

from planpress.cli.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], root=Path(__file__).resolve().parent))
