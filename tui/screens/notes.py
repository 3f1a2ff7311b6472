"""The notes on the two texts, in a list: jump, edit, delete, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from corpus.errors import ReaderError
from corpus.sanitise import one_line
from tui.keys import bindings, footer
from tui.marking import Noted, sign
from tui.screens.editor import ask
from tui.screens.help import HelpScreen
from tui.status import deleted
from tui.widgets.lists import NoteList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from textual.app import ComposeResult

    from corpus.notes.model import Note
    from corpus.text import Document
    from tui.notebook import Kept, Notebook

_LONGEST_QUOTE = 100
_STATES = {"orphaned": 0, "changed": 1, "found": 2}


class NotesScreen(ModalScreen[Noted]):
    """Lists notes, those without a place first; gives the one to go to."""

    BINDINGS: ClassVar = bindings("notes")

    def __init__(
        self, notebook: Notebook, documents: Sequence[Document], drafts: dict[str, str]
    ) -> None:
        super().__init__()
        self._drafts = drafts
        self._notebook = notebook
        self._documents = documents
        self._noted: list[Noted] = []

    def compose(self) -> ComposeResult:
        """A title, the list, its keys."""
        yield Static(id="notes-title", markup=False)
        yield NoteList(id="notes", markup=False)
        yield Static(Content(footer(76, "notelist", "notes")), classes="keys")

    def on_mount(self) -> None:
        """Read the notes there are."""
        self.run_worker(self._show_after(self._notebook.read()))

    async def _show_after(self, deed: Awaitable[Kept]) -> None:
        try:
            noted = (await deed).notes
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self._noted = sorted(noted, key=_order)
        listed = self.query_one(OptionList)
        kept = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(Option(Content(self._entry(one))) for one in self._noted)
        listed.highlighted = min(kept, len(noted) - 1) if noted else None
        title = f" Notes: {len(noted)}" if noted else " No notes yet: a makes one, s a star"
        self.query_one("#notes-title", Static).update(Content(title))

    def _entry(self, one: Noted) -> str:
        """Two lines: place, sign and state with the words noted; then the note."""
        document = self._documents[one.side]
        passage = document.passage_at(one.anchor.span.start) if one.anchor.span else None
        place = f"{document.id}·{passage.number}" if passage else f"{document.id}·?"
        state = "" if one.anchor.state == "found" else f" [{one.anchor.state}]"
        quote = one_line(one.target.quote)[:_LONGEST_QUOTE]
        text = one_line(one.note.text) or "(star)"
        return f"{sign(one)} {place}{state} “{quote}”\n    {text}"

    def _highlighted(self) -> Noted | None:
        at = self.query_one(OptionList).highlighted
        return self._noted[at] if at is not None and at < len(self._noted) else None

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """To the note's place; a note without one stays in the list."""
        one = self._highlighted()
        if one is not None and one.anchor.span is None:
            self.notify("no place found for these words; they are kept", markup=False)
        elif one is not None:
            self.dismiss(one)

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        one = self._highlighted()
        if one is None:
            return
        note = one.note

        def save(words: str) -> None:
            self.run_worker(self._show_after(self._rewritten(note, words)))

        ask(self, self._drafts, note.id, [t.quote for t in note.targets], note.text, save)

    async def _rewritten(self, note: Note, words: str) -> Kept:
        noted = await self._notebook.rewrite(note, words)
        self._drafts.pop(note.id, None)
        return noted

    def action_delete(self) -> None:
        """Delete the note under the cursor."""
        one = self._highlighted()
        if one is not None:
            self.run_worker(self._show_after(self._deleted(one.note)))

    async def _deleted(self, note: Note) -> Kept:
        kept = await self._notebook.delete(note)
        self.notify(deleted(note), markup=False)
        return kept

    def action_undo(self) -> None:
        """Take the latest change back."""
        self.run_worker(self._show_after(self._reversed(self._notebook.undo())))

    def action_redo(self) -> None:
        """Do it again."""
        self.run_worker(self._show_after(self._reversed(self._notebook.redo())))

    async def _reversed(self, deed: Awaitable[tuple[bool, Kept]]) -> Kept:
        did, kept = await deed
        if not did:
            self.notify("nothing further", markup=False)
        return kept

    def action_help(self) -> None:
        """The keys of the moment."""
        self.app.push_screen(HelpScreen("notelist", "notes"))

    def action_leave(self) -> None:
        """Back to the texts."""
        self.dismiss(None)


def _order(one: Noted) -> tuple[int, int, int]:
    return (_STATES[one.anchor.state], one.side, one.anchor.span.start if one.anchor.span else 0)
