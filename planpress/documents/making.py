"""What making a plan's documents gave, as the cache keeps it: known without fonts and Typst."""

from dataclasses import dataclass
from typing import Any

from planpress.problems.problem import Problem


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
