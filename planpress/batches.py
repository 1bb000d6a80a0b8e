"""Work on many things, shared out among the processes of an executor."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_batches(
    executor: Executor | None, work: Callable[[Sequence[Task]], list[Result]], tasks: Sequence[Task], size: int
) -> Iterator[list[Result]]:
    """Do work in batches, each large enough to be worth sending, small enough to share out evenly.

    Args:
        executor: does it; None, or a single batch, is done here.
        work: what to do with a batch.
        tasks: all there is to do.
        size: tasks of a batch.

    Yields:
        The results of each batch, in the order of the tasks.
    """
    batches = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    yield from executor.map(work, batches) if executor and len(batches) > 1 else map(work, batches)
