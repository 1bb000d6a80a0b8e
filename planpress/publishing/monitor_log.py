"""``monitor.jsonl``: what was seen of a published site, a line a check; by the program, and by people of a unit."""

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple, Self

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from planpress.model.base import Frozen
from planpress.problems.problem import Place, Problem
from planpress.publishing.watching import Check, Look
from planpress.site.lock import Waiting, locked, this_process

LOG_FILE: Final = "monitor.jsonl"
MOST_FAULTS: Final = 50
"""Faults of a check that are kept; the rest are of the same evening, and would only make the line long."""


class Fault(Frozen):
    """Something that was wrong."""

    code: str
    """Of the problem."""
    address: str
    values: Mapping[str, str] = {}
    """What its texts insert."""

    @property
    def problem(self) -> Problem:
        """As a problem, which has its words in every language."""
        return Problem(self.code, Place(self.address), self.values)


class Watched(Frozen):
    """What the program found by one check."""

    at: AwareDatetime
    """When the evening's look began: the same for all its checks."""
    by: Literal["machine"] = "machine"
    check: Check
    url: str
    """Where the site was asked for."""
    of: int = Field(ge=0)
    """How many pages and files were asked for."""
    figure: int | None = None
    """The number of the last release, or the days that a certificate has left."""
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of_look(cls, at: datetime, url: str, look: Look) -> Self:
        """What a look found, as a line."""
        faults = tuple(
            Fault(code=each.code, address=each.place.file, values=dict(each.values))
            for each in look.problems[:MOST_FAULTS]
        )
        return cls(at=at, check=look.check, url=url, of=look.of, figure=look.figure, faults=faults)


class Seen(Frozen):
    """What somebody of a unit saw. Never who it was."""

    at: AwareDatetime
    by: Literal["person"] = "person"
    unit: str
    """The unit (單位): 資訊組."""
    fault: str | None = None
    """What was wrong; None where all was well."""
    remark: str | None = None


LogLine = Annotated[Watched | Seen, Field(discriminator="by")]
_LINE: Final[TypeAdapter[Watched | Seen]] = TypeAdapter(LogLine)


class Log(NamedTuple):
    """What a file holds of it, and lines that cannot be read."""

    lines: tuple[Watched | Seen, ...]
    problems: tuple[Problem, ...] = ()


def append(file: Path, lines: Iterable[Watched | Seen], waiting: Waiting) -> None:
    """Add lines at the end of a file, which need not be there; whoever else does so waits.

    A line of which a power cut left only the beginning stays as it is: the next one does not go on in it.

    Args:
        file: of the log.
        lines: to be added, whole or not at all as far as the disk can do that.
        waiting: is told about whoever writes now.

    Raises:
        OSError: the file cannot be written to.
    """
    content = b"".join(
        f"{each.model_dump_json(exclude_none=True, exclude_defaults=False)}\n".encode() for each in lines
    )
    with locked(file.with_name(f".{file.name}.lock"), this_process(), waiting), file.open("a+b") as stream:
        end = stream.seek(0, os.SEEK_END)
        if end:
            stream.seek(end - 1)
            content = content if stream.read(1) == b"\n" else b"\n" + content
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def read_log(file: Path) -> Log:
    """What a file says. A line that cannot be read is told, and hides no other; a file that is not there says nothing.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Log(())
    found: list[Watched | Seen] = []
    problems: list[Problem] = []
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_LINE.validate_json(line))
        except (ValidationError, RecursionError):
            text = line.decode("utf-8", "replace")
            problems.append(Problem("W776", Place(file.name, number, 1, max(1, len(text)), text)))
    return Log(tuple(found), tuple(problems))
