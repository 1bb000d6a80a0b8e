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


def java() -> list[str]:
    """The beginning of a command that runs Java, or a skip.

    A validator runs for seconds: the compiler that makes much of code that runs for hours costs as much again. What
    the quick one makes takes more of the stack.
    """
    program = shutil.which("java") or missing("java", "apt-get install default-jre-headless")
    return [program, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]


def node() -> str:
    """Path of node, or a skip."""
    return shutil.which("node") or missing("node", "apt-get install nodejs")
