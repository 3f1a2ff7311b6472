"""Long texts as they begin, under the keys that move, until they are read to their end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from corpus.reading import ReadingCancelled
from corpus.sanitise import one_line
from tui.keys import bindings
from tui.messages import TextsRead
from tui.screens.moving import MovingScreen
from tui.status import READING

if TYPE_CHECKING:
    from textual.events import Key

    from corpus.story import Story
    from corpus.text import Document
    from tui.commands.sources import Rest

# What is done at once; of the rest of the texts nothing is known.
_MOVES = frozenset(
    {"step", "paragraph", "page", "scroll_rows", "side", "lock", "redraw", "interrupt", "quit"}
)
_LEAVES = "escape"
_PAINTED = 0.05  # seconds until the first paint is out: reading must not compete with it
_PATIENCE = 0.5  # seconds after which whoever waits is told what for


class BeginningScreen(MovingScreen):
    """Shows two texts as they begin; says ``TextsRead`` once all of them is known.

    A key that does more than move waits for that, and all after it, so that
    nothing typed is lost or done to half a text.
    """

    BINDINGS: ClassVar = [*bindings("texts"), *bindings("reader")]

    def __init__(self, story: Story, documents: tuple[Document, Document], rest: Rest) -> None:
        super().__init__(story, documents)
        self.passages = rest.passages
        self._rest = rest
        self._left = Event()
        self._at = ""
        self._halves = 0
        self._held: list[Key] = []

    def on_mount(self) -> None:
        """Read on once the beginnings are shown."""
        self.call_after_refresh(self.set_timer, _PAINTED, self._begin)

    def on_unmount(self) -> None:
        """Nobody waits any more, however the screen came to its end."""
        self._left.set()

    def _begin(self) -> None:
        self.set_interval(_PATIENCE, self._tell)
        self.run_worker(self._read())

    async def _read(self) -> None:
        with suppress(ReadingCancelled):
            found = await asyncio.to_thread(self._rest.read, self._begins, self._left.is_set)
            self.post_message(TextsRead(found, self.here, self.place, self.texts.tops, self._held))

    def _begins(self, source: str) -> None:
        self._at = one_line(source)

    def _tell(self) -> None:
        self._halves += 1
        self.refresh_lines()

    def status_line(self) -> str:
        """What is waited for; no number, for none is known."""
        waited = f"reading {self._at} … {self._halves // 2} s" if self._halves else READING
        return f" {waited}"

    def on_key(self, event: Key) -> None:
        """Let the keys that move do so; keep all others, and what is typed after them."""
        if self._held and event.key == _LEAVES:
            self._held.clear()
        elif self._held or not self._moves(event.key):
            self._held.append(event)
            self.notify("that key waits until the texts are read", markup=False)
        else:
            return
        event.stop()

    def _moves(self, key: str) -> bool:
        bound = self.active_bindings.get(key)
        return bound is not None and bound.binding.action.partition("(")[0] in _MOVES

    def action_quit(self) -> None:
        """Leave; there is nothing to keep yet."""
        self.app.exit()
