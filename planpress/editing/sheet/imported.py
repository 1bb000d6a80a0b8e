"""What became of a workbook that came back."""

from dataclasses import dataclass
from difflib import unified_diff

from planpress.editing.row_addresses import Recorded
from planpress.problems.problem import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a workbook that came back.

    Attributes:
        file: the plan.yml or the assessment, from the project's root; empty where nobody knows which.
        before: its text; empty where there was none.
        after: its text now, or as it would be.
        problems: what is wrong, with the cell; an error means that nothing was written.
        addresses: what became of ``addresses.txt``; None where there is none, or nothing has changed.
    """

    file: str
    before: str
    after: str
    problems: tuple[Problem, ...]
    addresses: Recorded | None = None

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written."""
        return self.before != self.after and not has_errors(self.problems)

    def diff(self) -> list[str]:
        """What changes, line by line, as ``diff -u`` shows it."""
        before, after = (text.split("\n") if text else [] for text in (self.before, self.after))
        return [*unified_diff(before, after, self.file, self.file, n=1, lineterm="")]
