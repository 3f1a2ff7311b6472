"""The reader's own files, changed in a session: each change is taken back in its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.notebook import Notebook


class Change(NamedTuple):
    """A file's name, its text before and after, and how many decisions had been kept by then."""

    file: str
    before: str
    after: str
    decided: int


class OwnFiles:
    """What was done to files of the settings, in one order with the decisions of a notebook.

    Raises:
        ReaderError: a file cannot be read or changed; the sentence says why.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._made = notebook.made

    def change(self, file: str, change: Callable[[], object]) -> None:
        """Change a file; its text is kept as it was before."""
        before = settings.text_of(file)
        change()
        after = settings.text_of(file)
        if after != before:
            self._done.append(Change(file, before, after, self._notebook.decided))
        self._undone = []

    @property
    def undoes(self) -> str:
        """The file that the latest change was made to; empty when it was another decision."""
        latest = self._done[-1] if self._done else None
        return latest.file if latest and self._notebook.decided <= latest.decided else ""

    @property
    def redoes(self) -> str:
        """The file that the change undone last was made to; empty when it was another decision."""
        if self._made != self._notebook.made:
            self._undone = []
        latest = self._undone[-1] if self._undone else None
        return latest.file if latest and self._notebook.decided >= latest.decided else ""

    def undo(self) -> None:
        """Take the latest change back: the file is as it was, byte for byte."""
        change = self._done.pop()
        settings.put_back(change.file, change.before, change.after)
        self._undone.append(change)
        self._made = self._notebook.made

    def redo(self) -> None:
        """Do it again."""
        change = self._undone.pop()
        settings.put_back(change.file, change.after, change.before)
        self._done.append(change)
