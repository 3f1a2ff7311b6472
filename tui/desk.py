"""Where the screen's notes are kept: one thread that saves in the order it was asked.

An awaited call returns after COMMIT, so "saved" is only ever said of what is
safe; the keys never wait.
"""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from corpus.notes.store import NoteStore

T = TypeVar("T")


class Desk:
    """The notes store on a thread of its own; the store's errors reach whoever awaits."""

    def __init__(self, path: Callable[[], Path], now: Callable[[], str]) -> None:
        self._path = path
        self._now = now
        self._store: NoteStore | None = None

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """Made when it is first needed: the texts are shown before."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="notes")

    async def ask(self, work: Callable[[NoteStore], T]) -> T:
        """What ``work`` gives for the open store; ReaderError when it cannot be opened or saved."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._work, work)

    def close(self, work: Callable[[NoteStore], T] | None = None) -> None:
        """Finish what was asked, ``work`` last, and close the store; waits until it is safe."""
        try:
            if work is not None:
                self._thread.submit(self._work, work).result()
        finally:
            self._thread.submit(self._close).result()
            self._thread.shutdown()

    def _work(self, work: Callable[[NoteStore], T]) -> T:
        if self._store is None:
            from corpus.notes.store import NoteStore

            self._store = NoteStore.open(self._path(), now=self._now)
        return work(self._store)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
