"""What one build works with, and the one way in which it does only what no earlier build has done."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Protocol, Self, TypeVar

from planpress.cache import Cache
from planpress.settings import Settings
from planpress.site.executor import in_batches
from planpress.site.inputs import Inputs

Progress = Callable[[int, int], None]
"""Is told how much of how much is done."""


class Remembered(Protocol):
    """What is made of a plan, as the cache keeps it."""

    def record(self) -> dict[str, Any]:
        """As JSON, for the index."""

    def objects(self) -> Iterable[str]:
        """Everything of it that lies in the object store."""

    @classmethod
    def from_record(cls, key: str, record: dict[str, Any]) -> Self:
        """Back from JSON."""


Task = TypeVar("Task")
Result = TypeVar("Result")
Made = TypeVar("Made", bound=Remembered)


@dataclass(frozen=True, slots=True)
class Build:
    """What one build works with.

    Attributes:
        settings: of the site.
        inputs: digests of what every plan and page depends on.
        cache: what earlier builds made.
        executor: does the work; None does it here.
        progress: is told how many of the plans are done.
    """

    settings: Settings
    inputs: Inputs
    cache: Cache
    executor: Executor | None
    progress: Progress

    def of_plans(
        self,
        kind: type[Made],
        tasks: Mapping[str, Task],
        work: Callable[[Sequence[Task]], list[Made]],
        size: int,
    ) -> tuple[dict[str, Made], int]:
        """As :meth:`remake`, for what is made of each plan; the progress is told."""

        def read(name: str, record: dict[str, Any]) -> Made | None:
            made = kind.from_record(name, record)
            return made if self.cache.present.issuperset(made.objects()) else None

        return self.remake(tasks, work, read, kind.record, size, self.progress)

    def remake(
        self,
        tasks: Mapping[str, Task],
        work: Callable[[Sequence[Task]], list[Result]],
        read: Callable[[str, Any], Result | None],
        record: Callable[[Result], Any],
        size: int,
        progress: Progress = lambda done, total: None,
    ) -> tuple[dict[str, Result], int]:
        """Do the tasks that no earlier build has done.

        Args:
            tasks: by their keys, which are hashes of everything that they depend on.
            work: what to do with some of them; is done in any process.
            read: makes a result of a key's record; None where that is not all there.
            record: of a result, as JSON.
            size: tasks that are worth sending together.
            progress: is told how many are done.

        Returns:
            The results by their keys, and how many were made now.
        """
        known = {name: self.cache.recalled(name, partial(read, name)) for name in tasks}
        made = {name: result for name, result in known.items() if result is not None}
        stale = [name for name in tasks if name not in made]
        progress(0, len(stale))
        batches = in_batches(self.executor, work, [tasks[name] for name in stale], size)
        for done, (name, result) in enumerate(zip(stale, chain.from_iterable(batches), strict=True), start=1):
            made[name] = result
            self.cache.index.put(name, record(result))
            progress(done, len(stale))
        return made, len(stale)
