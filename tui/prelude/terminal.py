"""The terminal while the first screen stands in it and nobody answers keys yet."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui.keys import use
from tui.looks import THEME_NAMES
from tui.palettes import palette
from tui.prelude.colours import Colours, depth
from tui.terminal import terminal_size

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType, TracebackType

    from textual.driver import Driver

    from corpus.reading import Beginning
    from corpus.text import Document
    from tui.keys import OwnKeys
    from tui.looks import Looks

    Named = Callable[[Sequence[Document]], Sequence[Document]]

_SCREEN = 2  # standard error, where Textual paints too
_ENTER, _LEAVE = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_HOLD, _RELEASE = "\x1b[?2026h", "\x1b[?2026l"
"""Around what is to be seen at once: synchronised output."""


class Prelude:
    """Shows texts until a driver takes the terminal over, and puts the terminal back at the end.

    Args:
        looks: how much show the reader wants.
        keys: the reader's own.
        environ: the environment.
    """

    def __init__(self, looks: Looks, keys: OwnKeys, environ: Mapping[str, str]) -> None:
        use(keys.keys)
        self.looks = looks
        self.keys = keys
        self._environ = environ
        self._on = False
        self._colours = _colours(looks, environ)
        self._put_back: list[Callable[[], object]] = []

    def __enter__(self) -> Prelude:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the screen, if no driver did, and put back what was changed."""
        if self._on:
            self._on = False
            _write(_LEAVE + _SHOW_CURSOR)
        while self._put_back:
            self._put_back.pop()()

    def show(self, named: Named, begun: Sequence[Beginning]) -> None:
        """Show how two texts begin, where there is a terminal for it.

        Args:
            named: adds to documents what the reader says of their sources.
            begun: the texts as far as they are read.
        """
        size = terminal_size(self._environ, _SCREEN)
        if size is None or len(begun) < 2 or "TEXTUAL_DRIVER" in self._environ:
            return
        from tui.prelude.frame import frame

        first = begun[:2]
        documents = named([one.document for one in first])
        left, right = (one._replace(document=d) for one, d in zip(first, documents, strict=True))
        painted = frame((left, right), size, self._colours)
        if painted:
            self._enter()
            _write(f"{_HOLD}{painted}{_RELEASE}")

    def teller(self, otherwise: Callable[[str], None] | None) -> Callable[[str], None]:
        """What tells of a wait: in the line above the keys, while the prelude stands."""

        def tell(words: str) -> None:
            if not self._on:
                if otherwise is not None:
                    otherwise(words)
            elif words and (size := terminal_size(self._environ, _SCREEN)):
                from tui.prelude.frame import status_line

                _write(status_line(words, size, self._colours))

        return tell

    def driver(self) -> type[Driver] | None:
        """The driver that goes on from here; None leaves the choice to Textual."""
        return _onward(self._taken_over) if self._on else None

    def _taken_over(self) -> None:
        self._on = False

    def _enter(self) -> None:
        """Take the screen; keys wait, unseen, for whoever answers them, and Ctrl+C leaves."""
        if self._on:
            return
        import termios

        before, held = termios.tcgetattr(_SCREEN), termios.tcgetattr(_SCREEN)
        held[3] &= ~(termios.ECHO | termios.ICANON)
        held[6][termios.VSUSP] = b"\0"
        termios.tcsetattr(_SCREEN, termios.TCSANOW, held)
        self._put_back.append(lambda: _set(before))
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._put_back.append(_handle(number, _interrupt))
        self._on = True
        _write(_ENTER + _HIDE_CURSOR)


def _set(attributes: list[Any]) -> None:
    """Put the terminal back as it was; one that is gone meanwhile needs nothing."""
    import termios

    with suppress(termios.error):
        termios.tcsetattr(_SCREEN, termios.TCSADRAIN, attributes)


def _colours(looks: Looks, environ: Mapping[str, str]) -> Colours:
    """The theme's colours; the terminal's own where it has few, unless a theme was chosen."""
    found = depth(environ) if looks.colour else "none"
    usual = THEME_NAMES[-1 if found in ("none", "names") else 0]
    colours = palette(looks.theme or usual).colours
    if not looks.ascii:
        return Colours(colours, found)
    from tui.ascii import in_cells

    return Colours(colours, found, in_cells)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _handle(number: int, handler: Any) -> Callable[[], object]:
    """Handle a signal; what takes it back."""
    before = signal.signal(number, handler)
    return lambda: signal.signal(number, before)


def _write(words: str) -> None:
    left = memoryview(words.encode("utf-8", "replace"))
    while left:
        left = left[os.write(_SCREEN, left) :]


def _onward(taken_over: Callable[[], None]) -> type[Driver]:
    """A driver that does not clear a screen which stands already."""
    from tui.driver import OutlastingDriver

    class Onward(OutlastingDriver):
        """Goes on from the screen that it finds."""

        _begun = False

        def write(self, data: str) -> None:
            if data == _ENTER and not self._begun:
                self._begun = True
                taken_over()
            else:
                super().write(data)

    return Onward
