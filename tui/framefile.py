"""The reader's own frames, changed in a session: each change can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import settings

if TYPE_CHECKING:
    from collections.abc import Callable


class FrameFile:
    """What was done to the file of frames since anything else was done, and what was undone.

    Raises:
        ReaderError: the file cannot be read or changed; the sentence says why.
    """

    def __init__(self) -> None:
        self._done: list[tuple[str, str]] = []
        self._undone: list[tuple[str, str]] = []

    def add(self, frame: str, words: str) -> None:
        """Add words to a frame."""
        self._change(lambda: settings.keep_words(frame, words))

    def rename(self, frame: str, called: str) -> None:
        """Call a frame otherwise."""
        self._change(lambda: settings.keep_name(frame, called))

    def forget(self) -> None:
        """Something else was done: undo begins with that."""
        self._done, self._undone = [], []

    @property
    def undoes(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def redoes(self) -> bool:
        """Whether there is a change to do again."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take the latest change back."""
        before, after = self._done.pop()
        settings.put_back(before, after)
        self._undone.append((before, after))

    def redo(self) -> None:
        """Do it again."""
        before, after = self._undone.pop()
        settings.put_back(after, before)
        self._done.append((before, after))

    def _change(self, change: Callable[[], object]) -> None:
        before = settings.frames_text()
        change()
        self._done.append((before, settings.frames_text()))
        self._undone = []
