"""What whoever waits at the command line is told: one line, which goes when the wait is over."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 0.5
"""Seconds after which whoever waits is told what for, and between one time and the next."""


class Waiting:
    """A block of work that may take long; ``says`` is what it is at.

    Args:
        show: shows a line in the place of the one before; an empty one takes
            it away. None where nobody looks.
    """

    def __init__(self, show: Callable[[str], None] | None) -> None:
        self._show = show
        self._words = ""
        self._done = Event()
        self._teller = Thread(target=self._tell, daemon=True)

    def says(self, words: str) -> None:
        """What is waited for from now on."""
        self._words = words

    def share(self, of: str, done: float) -> None:
        """The same, with how much of it is done, in [0, 1]."""
        self.says(f"{of} {100 * done:.0f} %")

    def __enter__(self) -> Waiting:
        if self._show is not None:
            self._teller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._show is not None:
            self._teller.join()

    def _tell(self) -> None:
        show, halves = self._show, 0
        while show is not None and not self._done.wait(PATIENCE):
            halves += 1
            show(f"{self._words} … {halves // 2} s (Ctrl+C leaves)")
        if show is not None and halves:
            show("")
