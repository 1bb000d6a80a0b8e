"""Programs that tests need and that are not Python packages."""

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str, remedy: str) -> NoReturn:
    """Skip, saying how to get what is missing; in CI nothing may be missing."""
    message = f"NOT TESTED, {what} is missing: {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def node() -> str:
    """Path of node, or a skip."""
    return shutil.which("node") or missing("node", "apt-get install nodejs")
