"""The notes on the texts shown: saved at the desk, found again in the texts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.marking import Noted, noted_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.notes.model import Note, NoteKind, Target
    from corpus.notes.store import NoteStore
    from corpus.text import Document
    from tui.desk import Desk

Shown = tuple[Noted, ...]


class Notebook:
    """What can be done to notes; each call returns after COMMIT with the notes as they are now.

    Raises:
        ReaderError: nothing was saved; the sentence says why.
    """

    def __init__(self, desk: Desk, documents: Sequence[Document]) -> None:
        self._desk = desk
        self._documents = documents
        self._sources = [document.source for document in documents]

    @property
    def key(self) -> str:
        """What these texts are known by, wherever their files lie."""
        return hashlib.sha256(" ".join(d.sha256 for d in self._documents).encode()).hexdigest()

    async def read(self) -> Shown:
        """The notes on these texts."""
        return await self._desk.ask(self._shown)

    async def told(self) -> Sequence[str]:
        """What the notes file has to tell, such as damage that was mended."""
        return await self._desk.ask(lambda store: tuple(store.told))

    async def add(self, text: str, targets: Sequence[Target], kind: NoteKind) -> Shown:
        """Save a new note."""
        from corpus.notes.model import Draft

        return await self._after(lambda store: store.add(Draft(text, tuple(targets), kind=kind)))

    async def star(self, target: Target) -> Shown:
        """Save a star, a note without words."""
        from corpus.notes.model import Draft

        return await self._after(lambda store: store.add(Draft("", (target,), starred=True)))

    async def rewrite(self, note: Note, text: str) -> Shown:
        """Save other words for a note."""
        changed = replace(note, text=text)
        return await self._after(lambda store: store.edit(changed))

    async def delete(self, note: Note) -> Shown:
        """Delete a note; undo brings it back."""
        return await self._after(lambda store: store.delete(note.id))

    async def undo(self) -> tuple[bool, Shown]:
        """Take back the latest change to these texts' notes; whether there was one."""
        undone = await self._desk.ask(lambda store: store.undo(self._sources))
        return bool(undone), await self.read()

    async def redo(self) -> tuple[bool, Shown]:
        """Do the latest change undone again; whether there was one."""
        redone = await self._desk.ask(lambda store: store.redo(self._sources))
        return bool(redone), await self.read()

    async def left_at(self) -> str | None:
        """Where these texts were left the last time."""
        return await self._desk.ask(lambda store: store.place(self.key))

    def leave(self, state: str) -> None:
        """Keep where these texts are left, and finish whatever is being saved."""
        self._desk.close(lambda store: store.save_place(self.key, state))

    async def _after(self, deed: Callable[[NoteStore], object]) -> Shown:
        await self._desk.ask(deed)
        return await self.read()

    def _shown(self, store: NoteStore) -> Shown:
        return noted_on(store.notes(), self._documents)
