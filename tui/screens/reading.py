"""Over the texts while others are read: what is waited for, and the way back."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from corpus.reading import ReadingCancelled
from corpus.sanitise import one_line
from tui.keys import bindings, footer
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from tui.commands.sources import Read

_PATIENCE = 0.5  # seconds after which whoever waits is told what for


class ReadingScreen(Dialog["Read"]):
    """Gives what was read; None when the reader would not wait.

    Args:
        read: reads the texts, on a thread: is given what to call as each text
            begins, and what says whether nobody waits any more.
    """

    BINDINGS: ClassVar = bindings("reading")

    def __init__(self, read: Callable[[Callable[[str], None], Callable[[], bool]], Read]) -> None:
        super().__init__()
        self._wanted = read
        self._left = Event()
        self._at = ""
        self._halves = 0

    def compose(self) -> ComposeResult:
        """Nothing that is seen, unless it takes long."""
        yield Static(id="reading")

    def on_mount(self) -> None:
        """Begin at once."""
        self.run_worker(self._read())
        self.set_interval(_PATIENCE, self._tell)

    def on_unmount(self) -> None:
        """Nobody waits any more, however the screen came to its end."""
        self._left.set()

    async def _read(self) -> None:
        with suppress(ReadingCancelled):
            self.dismiss(await asyncio.to_thread(self._wanted, self._begins, self._left.is_set))

    def _begins(self, source: str) -> None:
        self._at = one_line(source)

    def _tell(self) -> None:
        self._halves += 1
        told = self.query_one("#reading", Static)
        told.update(Content(f"Reading {self._at} … {self._halves // 2} s\n{footer(76, 'reading')}"))
        told.display = True

    def action_leave(self) -> None:
        """Back to the texts that are open."""
        self._left.set()
        self.dismiss(None)
