"""The work of making one plan's documents, as a task for any executor, like the compiling of its pages.

The press itself (fonts, Typst, templates) is loaded only where there is something to make: an unchanged plan costs
nothing.
"""

from dataclasses import dataclass
from typing import Any

from planpress.model import Office
from planpress.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class DocumentsTask:
    """One plan whose documents are to be made; ``key`` is the hash of everything that they depend on."""

    key: str
    office: Office
    roc_year: int


@dataclass(frozen=True, slots=True)
class MadeDocuments:
    """What making a plan's documents gave.

    Attributes:
        key: of the task.
        files: digest and size of each, by its path on the site.
        problems: characters without a glyph.
    """

    key: str
    files: dict[str, tuple[str, int]]
    problems: tuple[Problem, ...]

    def objects(self) -> list[str]:
        """Everything of it that lies in the object store."""
        return [name for name, _ in self.files.values()]

    def record(self) -> dict[str, Any]:
        """As JSON, for the index."""
        return {
            "files": {path: list(file) for path, file in self.files.items()},
            "problems": [problem.record() for problem in self.problems],
        }

    @classmethod
    def from_record(cls, key: str, record: dict[str, Any]) -> "MadeDocuments":
        """Back from JSON."""
        return cls(
            key,
            {path: (file[0], file[1]) for path, file in record["files"].items()},
            tuple(map(Problem.from_record, record["problems"])),
        )
