"""Processes that do the work of single plans, and work on many things shared out among them."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Final, TypeVar

SELDOM: Final = (50_000, 20, 50)
"""How seldom Python looks for garbage in circles (:mod:`gc`): a build makes little of it, and looking as often as usual
took a tenth of its time."""


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Processes for the work of single plans; they start only when there is work for them.

    Args:
        jobs: how many; one means that this process does the work itself, and None is given.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        if jobs == 1:
            yield None
            return
        with ProcessPoolExecutor(jobs, initializer=_begin) as executor:
            yield executor
    finally:
        gc.set_threshold(*usual)


def _begin() -> None:
    """A worker leaves Ctrl+C to the process that it works for, and never outlives it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SELDOM)
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
