"""The list of notes: which there are, which are shown, and what is known of the one chosen."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from corpus.errors import InputError, ReaderError
from corpus.notes.filters import holds, read_filter
from corpus.sanitise import one_line
from tui.catalogue import Asked, Catalogue, Listed
from tui.cells import cut
from tui.keys import footer, key_for
from tui.leaving import Leave
from tui.noterows import detail, page, read_key
from tui.screens.dialog import Dialog
from tui.widgets.notelist import NoteList
from tui.widgets.noting import FilterLine

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.app import ComposeResult

    from tui.catalogue import Candidate
    from tui.keys import Where
    from tui.notebook import Kept, Notebook

_STATES = ("orphaned", "changed", "found")


class NoteListScreen(Dialog[Leave]):
    """Lists notes, those without a place first, as far as the filter lets them through."""

    AUTO_FOCUS = "NoteList"

    def __init__(self, notebook: Notebook, asked: Asked) -> None:
        super().__init__()
        self.notebook = notebook
        self.asked = asked
        self.shown: list[Listed] = []
        self._all = Catalogue()
        self._by_id: dict[str, Listed] = {}

    def compose(self) -> ComposeResult:
        """A title, the filter, the list, the note chosen, the keys."""
        yield Static(id="notes-title", markup=False)
        yield FilterLine()
        yield NoteList(id="notes")
        yield Static(id="note", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Read the notes there are."""
        self.query_one(NoteList).focus()
        self.run_worker(self.list_again())

    # What there is

    async def list_again(self) -> None:
        """List what is kept now; texts that are not at hand are read one after another."""
        try:
            self._all = await self.notebook.catalogue(self.asked)
        except ReaderError as error:
            self.tell(str(error))
            return
        self.show()
        if self._all.unread:
            self.run_worker(self._read_text(self._all.unread[0]), exclusive=True, group="texts")

    async def _read_text(self, source: str) -> None:
        """Read a text that notes are on, and list again."""
        from tui.commands.notes.opening import read_again

        try:
            document = await asyncio.to_thread(read_again, source)
        except InputError as error:
            missing = {**self.asked.missing, source: str(error)}
            self.asked = self.asked._replace(missing=missing)
        else:
            others = {**self.asked.others, source: document}
            self.asked = self.asked._replace(others=others)
        await self.list_again()

    async def saving(self, deed: Awaitable[Kept]) -> bool:
        """Do something to what is kept, and list it; whether it is safe."""
        try:
            await deed
        except ReaderError as error:
            self.tell(f"NOT SAVED: {error}")
            return False
        await self.list_again()
        return True

    def tell(self, sentence: str) -> None:
        """Say what went wrong."""
        self.notify(sentence, severity="error", timeout=20, markup=False)

    def say(self, sentence: str) -> None:
        """Small news stand in the line of keys until the next move."""
        self._put("#keys", cut(f" {one_line(sentence)}", self.size.width))

    # What is shown

    @property
    def known_tags(self) -> tuple[str, ...]:
        """The tags of all notes listed, filtered or not, the most used first."""
        used = Counter(tag for one in self._all.listed for tag in one.note.tags)
        return tuple(tag for tag, _ in used.most_common())

    @property
    def names(self) -> dict[str, str]:
        """The letters of the texts on the screen, by source."""
        return {document.source: document.id for document in self.asked.documents}

    def show(self) -> None:
        """Show the notes that the filter lets through, the cursor on the same note."""
        terms = read_filter(self.query_one(FilterLine).value)
        self.shown = [one for one in self._all.listed if holds(terms, one.facets)]
        self._by_id = {one.note.id: one for one in self.shown}
        self.query_one(NoteList).show(
            page(self.shown, self.names, " no such notes" if self._all.listed else "")
        )
        self._put("#notes-title", self._title())
        self.show_detail()

    def on_input_changed(self) -> None:
        """Filter as one types."""
        self.show()

    def on_resize(self) -> None:
        """Show what there is room for."""
        self._put("#notes-title", self._title())
        self.show_detail()
        self.show_keys()

    def on_entry_reached(self) -> None:
        """Show what is known of the note under the cursor."""
        self.show_detail()
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Show the keys of whatever has them now."""
        self.show_keys()

    def show_keys(self) -> None:
        """The keys of the moment."""
        self._put("#keys", footer(self.size.width, *self.where()))

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        in_filter = self.query_one(FilterLine).has_focus
        return ("filter",) if in_filter else ("notelist", "notes")

    def show_detail(self) -> None:
        """The whole of the note under the cursor."""
        one = self.chosen
        lines = detail(one, self.names, self.asked.missing) if one else []
        self._put("#note", "\n".join(lines))
        self.query_one("#note").display = bool(lines)

    @property
    def chosen(self) -> Listed | None:
        """The note under the cursor, or the orphan that the passage under it is named for."""
        return self._by_id.get(self._at()[0])

    def candidate(self) -> Candidate | None:
        """The passage under the cursor, below an orphan."""
        one, index = self.chosen, self._at()[1]
        return one.candidates[index] if one is not None and index is not None else None

    def _at(self) -> tuple[str, int | None]:
        entry = self.query_one(NoteList).entry
        return read_key(entry.key) if entry else ("", None)

    def _title(self) -> str:
        every, told = self._all.listed, len(self.shown)
        where = "all texts" if self.asked.everywhere else "these texts"
        count = f"{told} of {len(every)}" if told != len(every) else str(told)
        states = [sum(o.looked and o.standing.anchor.state == s for o in every) for s in _STATES]
        by_state = ", ".join(f"{n} {s}" for n, s in zip(states, _STATES, strict=True) if n)
        unread = len(self._all.unread)
        reading = f"; texts still to be read: {unread}" if unread else ""
        if not every:
            yet = "yet" if self.asked.everywhere else "on these texts yet"
            return f" No notes {yet}: {key_for('note.add')} makes one, {key_for('star')} a star"
        return cut(f" Notes on {where}: {count}; {by_state}{reading}", self.size.width)

    def _put(self, selector: str, text: str) -> None:
        self.query_one(selector, Static).update(Content(text))
