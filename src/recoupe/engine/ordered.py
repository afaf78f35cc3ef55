"""Maps over reports on any number of processes: the same results in the same order as one would give."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from os import cpu_count
from typing import Generic, TypeVar

__all__ = ["Settings", "Work", "map_ordered"]

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How work is spread."""

    workers: int | None = None
    """Processes; null: one a core, and only when the input is worth their start."""
    worthwhile_chars: int = 150_000
    """Characters that this process works through alone before it starts others: some five seconds of coding,
    twice what a worker needs to load its model."""
    batch_chars: int = 20_000
    """Characters sent to a worker at once: enough that sending costs nothing, little enough that all stay busy."""
    batches_ahead: int = 3
    """Batches in flight for each worker; with `batch_chars` this bounds the memory."""


@dataclass(frozen=True, kw_only=True)
class Work(Generic[Item, Result]):
    """What is to be done; picklable, and equal works build one worker only once in a process."""

    build: Callable[[], Callable[[Item], Result]]
    weigh: Callable[[Item], int]
    """Characters of an item."""
    give_up: Callable[[Item], Result]
    """The result for an item whose process died under it."""


def map_ordered(work: Work[Item, Result], items: Iterable[Item], *, settings: Settings) -> Iterator[Result]:
    """Yield the result of each item in the order of the items, reading no further ahead than is needed."""
    remaining = iter(items)
    workers = settings.workers if settings.workers is not None else cpu_count() or 1
    if settings.workers is None or workers <= 1:
        alone = settings.worthwhile_chars if workers > 1 else None
        yield from _serially(work, remaining, alone)
    if workers > 1:
        yield from _in_processes(work, _batches(work, remaining, settings.batch_chars), workers, settings)


def _serially(work: Work[Item, Result], items: Iterator[Item], limit: int | None) -> Iterator[Result]:
    done = 0
    while limit is None or done < limit:
        try:
            item = next(items)
        except StopIteration:
            return
        done += work.weigh(item)
        yield _built(work.build)(item)


def _batches(work: Work[Item, Result], items: Iterator[Item], size: int) -> Iterator[tuple[Item, ...]]:
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += work.weigh(item)
        if weight >= size:
            yield tuple(batch)
            batch, weight = [], 0
    if batch:
        yield tuple(batch)


def _in_processes(
    work: Work[Item, Result], batches: Iterator[tuple[Item, ...]], workers: int, settings: Settings
) -> Iterator[Result]:
    first = next(batches, None)
    if first is None:
        return
    waiting: deque[tuple[tuple[Item, ...], Future[list[Result]]]] = deque()
    pool = _pool(workers)
    try:
        waiting.append((first, _submit(pool, work, first)))
        while waiting:
            while len(waiting) < workers * settings.batches_ahead and (batch := next(batches, None)):
                waiting.append((batch, _submit(pool, work, batch)))
            batch, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(work, batch)
                pool = _pool(workers)
                waiting = deque((later, _submit(pool, work, later)) for later, _ in waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(work: Work[Item, Result], batch: tuple[Item, ...]) -> Iterator[Result]:
    """Give each item of a batch that broke the pool a process of its own: one bad report costs only itself."""
    for item in batch:
        with _pool(1) as pool:
            try:
                yield from pool.submit(_run, work.build, (item,)).result()
            except BrokenProcessPool:
                yield work.give_up(item)


def _submit(pool: ProcessPoolExecutor, work: Work[Item, Result], batch: tuple[Item, ...]) -> Future[list[Result]]:
    """Submit a batch; a pool that broke meanwhile shows in the future, as it does for the batches before."""
    try:
        return pool.submit(_run, work.build, batch)
    except BrokenProcessPool as fault:
        broken: Future[list[Result]] = Future()
        broken.set_exception(fault)
        return broken


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork of a process with threads (progress bar, BLAS) can hang.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(build: Callable[[], Callable[[Item], Result]], batch: tuple[Item, ...]) -> list[Result]:
    do = _built(build)
    return [do(item) for item in batch]


@lru_cache(maxsize=1)
def _built(build: Callable[[], Callable[[Item], Result]]) -> Callable[[Item], Result]:
    """Return the worker function, built once in each process: it holds the models."""
    return build()
