"""Notes on the facing texts: selecting words, writing, changing, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import ReaderError
from tui import place as moves
from tui.screens.actors import ActorsScreen
from tui.selecting import Selection, Way, begin, extend
from tui.status import deleted

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from corpus.notes.model import Note, NoteKind, Target
    from corpus.story import Story
    from corpus.text import Document
    from tui.marking import Noted
    from tui.messages import WordsDragged
    from tui.notebook import Kept, Notebook
    from tui.views import View

_SAVED = "●saved"
_ONLY_SELECTING = {"extend", "select_note", "select_leave"}


class NotingScreen(ActorsScreen):
    """The facing texts and the notes on them."""

    def __init__(
        self, story: Story, documents: tuple[Document, Document], notebook: Notebook
    ) -> None:
        super().__init__(story, documents)
        self.notebook = notebook
        self.drafts: dict[str, str] = {}
        self.view: View = "read"
        self.kept: tuple[Noted, ...] = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Selection keys work only while words are selected."""
        return self.selection is not None if action in _ONLY_SELECTING else True

    # Selecting

    def action_select(self) -> None:
        """Begin to select at the current passage."""
        document = self.documents[self.place.side]
        if document.passages:
            self._choose(begin(self.place.side, document.passage(self.place.number)))

    def action_extend(self, way: Way) -> None:
        """Move the selection's moving end."""
        if self.selection is not None:
            self._choose(extend(self.selection, self.documents[self.selection.side], way))

    def action_select_note(self) -> None:
        """Write a note on the selected words."""
        self.action_note()

    def action_select_leave(self) -> None:
        """Leave the selection."""
        self._choose(None)

    def on_words_dragged(self, message: WordsDragged) -> None:
        """The mouse selects as the keyboard does."""
        self.place = moves.other_side(self.here, self.place, message.side)
        self._choose(Selection(message.side, message.start, message.end - 1))

    def _choose(self, selection: Selection | None) -> None:
        self.selection = selection
        if selection is not None:
            at = self.documents[selection.side].passage_at(selection.moving)
            if at is not None and at.number != self.place.number:
                self.place = moves.on_passage(self.here, selection.side, at.number, self.place)
        self.refresh_lines()

    # Notes

    async def saving(self, deed: Awaitable[Kept], said: str = _SAVED) -> bool:
        """Do something to what is kept; only what is safe on the disk is said to be saved."""
        self.saved = "saving…" if said else self.saved
        self.refresh_lines()
        try:
            kept = await deed
        except ReaderError as error:
            self.saved = "NOT SAVED"
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return False
        else:
            self.saved = said or self.saved
            if self.app.is_running:  # somebody may have left meanwhile
                self.keep(kept)
            return True
        finally:
            if self.app.is_running:
                self.refresh_lines()

    def keep(self, kept: Kept) -> None:
        """Show what is kept of these texts now."""
        self.kept = kept.notes
        self.noted = self._noted_here()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, and the notes on them."""
        self.documents = (left, right)
        self.noted = self._noted_here()
        super().face_texts(left, right)

    def _noted_here(self) -> tuple[Noted, ...]:
        """The notes on the two texts shown: what is kept counts all texts of the story."""
        ids = [document.id for document in self.story.documents]
        sides = {ids.index(d.id): side for side, d in enumerate(self.documents) if d.id in ids}
        return tuple(one._replace(side=sides[one.side]) for one in self.kept if one.side in sides)

    def action_note(self) -> None:
        """Write a note on the selected words or the current passage."""
        target = self._target()
        if target is not None:
            self._write([target], "passage")

    def action_note_pair(self) -> None:
        """Write a note on the linked pair."""
        from corpus.notes.anchoring import make_target

        tie = self.place.tie
        if tie is None:
            self.notify("no linked pair here", markup=False)
            return
        ends = zip(self.documents, self.place.numbers, strict=True)
        self._write([make_target(d, d.passage(number).span) for d, number in ends], "pair")

    def action_star(self) -> None:
        """Star the selected words or the current passage; again takes the star away."""
        target = self._target()
        if target is None:
            return
        starred = [n for n in self._notes_on_passage() if n.starred and not n.text]
        if starred and self.selection is None:
            self.run_worker(self.saving(self.notebook.delete(starred[0])))
        else:
            self.run_worker(self.saving(self.notebook.star(target)))
        self._choose(None)

    def action_edit_note(self) -> None:
        """Edit the current passage's note."""
        notes = self._notes_on_passage()
        if notes:
            self.edit(notes[-1])
        else:
            self.notify("no note on this passage", markup=False)

    def action_delete_note(self) -> None:
        """Delete the current passage's latest note or star."""
        notes = self._notes_on_passage()
        if notes:
            self.run_worker(self._delete(notes[-1]))
        else:
            self.notify("no note on this passage", markup=False)

    async def _delete(self, note: Note) -> None:
        if await self.saving(self.notebook.delete(note)):
            self.notify(deleted(note), markup=False)

    def action_undo(self) -> None:
        """Take the latest change to the notes back."""
        self.run_worker(self._reverse("undo"))

    def action_redo(self) -> None:
        """Do it again."""
        self.run_worker(self._reverse("redo"))

    async def _reverse(self, which: str) -> None:
        async def deed() -> Kept:
            did, kept = await (self.notebook.undo() if which == "undo" else self.notebook.redo())
            self.notify(f"{which} done" if did else f"nothing to {which}", markup=False)
            return kept

        await self.saving(deed())

    def action_notes(self) -> None:
        """List the notes on these texts."""
        from tui.screens.notes import NotesScreen

        self.view = "notes"
        self.app.push_screen(
            NotesScreen(self.notebook, self.story.documents, self.drafts), self._open_noted
        )

    def _open_noted(self, noted: Noted | None) -> None:
        """Back from the list: go to the note chosen there, and show what was changed there."""
        self.view = "read"
        self.run_worker(self.saving(self.notebook.read(), said=""))
        if noted is not None and noted.anchor.span is not None:
            document = self.story.documents[noted.side]
            if document not in self.documents:
                self.face_texts(document, self.documents[1])
            side = self.documents.index(document)
            self.go(moves.at_words(self.here, self.place, side, noted.anchor.span), jump=True)

    def _target(self) -> Target | None:
        from corpus.notes.anchoring import make_target

        span = self.words_here()
        return make_target(self.documents[self.place.side], span) if span else None

    def _notes_on_passage(self) -> Sequence[Note]:
        return [one.note for one in self.noted_at(self.place.side, self.place.number)]

    def _write(self, targets: list[Target], kind: NoteKind) -> None:
        """Ask for the words of a new note; what is typed and not saved is kept as a draft."""
        from tui.screens.editor import ask

        key = " ".join(f"{t.sha256}:{t.start}-{t.end}" for t in targets)

        def save(words: str) -> None:
            if words.strip():
                self.run_worker(self._add(key, self.notebook.add(words, targets, kind)))
            else:
                self.notify("an empty note is not saved; s makes a star", markup=False)

        ask(self, self.drafts, key, [target.quote for target in targets], "", save)

    async def _add(self, key: str, deed: Awaitable[Kept]) -> None:
        if await self.saving(deed):
            self.drafts.pop(key, None)
            self._choose(None)

    def edit(self, note: Note) -> None:
        """Ask for other words for a note."""
        from tui.screens.editor import ask

        def save(words: str) -> None:
            self.run_worker(self._rewrite(note, words))

        ask(self, self.drafts, note.id, [t.quote for t in note.targets], note.text, save)

    async def _rewrite(self, note: Note, words: str) -> None:
        if await self.saving(self.notebook.rewrite(note, words)):
            self.drafts.pop(note.id, None)
