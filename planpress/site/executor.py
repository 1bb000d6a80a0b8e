"""Processes that do the work of single plans, and work on many things shared out among them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Processes for the work of single plans; they start only when there is work for them.

    Args:
        jobs: how many; one means that this process does the work itself, and None is given.
    """
    if jobs == 1:
        yield None
        return
    with ProcessPoolExecutor(jobs, initializer=_begin) as executor:
        yield executor


def _begin() -> None:
    """A worker leaves Ctrl+C to the process that it works for, and never outlives it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


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
