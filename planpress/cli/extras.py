"""Packages that only some commands need: installed when one is first used."""

import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import planpress

IMPORT: Final = ("lxml", "pdfplumber")
"""Modules that read documents; the extra ``import`` of pyproject.toml, locked in ``locks/import.txt``."""


def is_there(modules: Sequence[str]) -> bool:
    """Whether modules can be imported."""
    return all(importlib.util.find_spec(module) is not None for module in modules)


def install(extra: str) -> bool:
    """Install an extra as set-up does, whose messages tell why where it cannot; False then."""
    script = Path(planpress.__file__).parents[1] / "scripts" / "setup.py"
    if not script.is_file():
        return False
    done = subprocess.run([sys.executable, str(script), extra], stdin=subprocess.DEVNULL, check=False)
    importlib.invalidate_caches()
    return done.returncode == 0
