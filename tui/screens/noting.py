"""Notes on the facing texts: selecting words, writing, changing, taking back."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from corpus.errors import ReaderError
from corpus.text import Span
from tui import place as moves
from tui.keys import key_for
from tui.marking import Notes, note_lights
from tui.messages import TextsWanted
from tui.screens.subjects import SubjectsScreen
from tui.selecting import Selection

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from corpus.notes.model import Draft, Note, Target
    from corpus.story import Story
    from corpus.text import Document
    from tui.leaving import Leave
    from tui.marking import Noted
    from tui.notebook import Kept, Notebook
    from tui.screens.deeds import Deeds
    from tui.views import View

SAVED = "●saved"
_ONLY_SELECTING = {"extend", "select_note", "select_leave"}


class NotingScreen(SubjectsScreen):
    """The facing texts and the notes on them."""

    def __init__(
        self, story: Story, documents: tuple[Document, Document], notebook: Notebook
    ) -> None:
        super().__init__(story, documents)
        self.notebook = notebook
        self.drafts: dict[str, str] = {}
        self.ranging: tuple[Note, Target] | None = None
        self.kept: tuple[Noted, ...] = ()
        self.known_tags: Sequence[str] = ()

    @cached_property
    def deeds(self) -> Deeds:
        """What can be done to a note; made when the first thing is done."""
        from tui.screens.deeds import Deeds

        return Deeds(self, self.notebook, self.drafts, self.saving, lambda: self.known_tags)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Selection keys work only while words are selected."""
        return self.selection is not None if action in _ONLY_SELECTING else True

    def choose_words(self, selection: Selection | None) -> None:
        """Select words; a note that was to be put on others stays where it is without them."""
        self.ranging = self.ranging if selection else None
        super().choose_words(selection)

    def action_select_note(self) -> None:
        """Write a note on the selected words."""
        self.action_note()

    # Notes

    async def saving(self, deed: Awaitable[Kept], said: str = SAVED) -> bool:
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
        self.known_tags = kept.tags
        self.notes = self._notes_on()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, and the notes on them."""
        self.documents = (left, right)
        self.notes = self._notes_on()
        super().face_texts(left, right)

    def _notes_on(self) -> Notes:
        """The notes on the two texts shown: what is kept counts all texts of the story."""
        ids = [document.id for document in self.story.documents]
        sides = {ids.index(d.id): side for side, d in enumerate(self.documents) if d.id in ids}
        noted = (one._replace(side=sides[one.side]) for one in self.kept if one.side in sides)
        return Notes(self.documents, tuple(noted))

    def action_note(self) -> None:
        """Write a note on the selected words, the chosen actor of the list, or the passage."""
        if self.ranging is not None:
            self._save_range()
            return
        draft = self.draft_here()
        if draft is not None:
            self.deeds.new(draft, saved=self.action_select_leave)

    def action_note_pair(self) -> None:
        """Write a note on the linked pair; where gaps are listed, on the whole run of passages."""
        from corpus.notes.subjects import about_gap, about_pair

        tie, gap = self.place.tie, self.listed_gap()
        if gap is not None:
            self.deeds.new(about_gap(self.documents, gap))
        elif tie is None:
            self.notify("no linked pair here", markup=False)
        else:
            self.deeds.new(about_pair(self.documents, tie.link.a, tie.link.b))

    def action_star(self) -> None:
        """Star the selected words or the current passage; again takes the star away."""
        draft = self.draft_here()
        if draft is None:
            return
        from tui.form import Form, drafted, form_of

        star = Form(starred=True)
        starred = [n for n in self.noted_at_cursor() if n.starred and form_of(n) == star]
        if starred and self.selection is None:
            self.run_worker(self.saving(self.notebook.delete(starred[0])))
        else:
            self.run_worker(self.saving(self.notebook.add(drafted(draft, star))))
        self.choose_words(None)

    def action_tag_note(self) -> None:
        """Change the tags of the current passage's note, or tag the words."""
        self._change(
            lambda note: self.deeds.reword(note, "tags"), lambda d: self.deeds.new(d, "tags")
        )

    def action_colour_note(self) -> None:
        """Change the colour of the current passage's note, or colour the words."""
        self._change(self.deeds.colour, self.deeds.colour_new)

    def action_edit_note(self) -> None:
        """Edit the current passage's note in the reader's own editor."""
        self._change(self.deeds.edit)

    def action_reword_note(self) -> None:
        """Edit the current passage's note here."""
        self._change(self.deeds.reword)

    def action_delete_note(self) -> None:
        """Delete the current passage's note or star."""
        self._change(self.deeds.delete)

    def _change(
        self, take: Callable[[Note], None], new: Callable[[Draft], None] | None = None
    ) -> None:
        """Change the passage's note, one of several as the reader says, or make one."""
        notes = self.noted_at_cursor() if self.selection is None else ()
        draft = self.draft_here() if new and not notes else None
        if notes:
            self.deeds.choose(notes, take)
        elif new and draft:
            new(draft)
        else:
            self.notify("no note here", markup=False)

    def action_go_to_words(self, text: int, start: int, end: int) -> None:
        """To words of a text of the story, counted from 0, which is shown if need be."""
        document = self.story.documents[text]
        if document.id not in {one.id for one in self.documents}:
            self.action_text(text + 1)
        side = next(at for at, one in enumerate(self.documents) if one.id == document.id)
        self.go(moves.at_words(self.here, self.place, side, Span(start, end)), jump=True)

    def action_save(self) -> None:
        """Everything is saved when it is done; read it again from the disk to be sure."""
        self.run_worker(self._saved_now())

    async def _saved_now(self) -> None:
        if await self.saving(self.notebook.read()):
            self.notify("everything is saved already, each change at once", markup=False)

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
        from tui.catalogue import Asked
        from tui.screens.notes import NotesScreen

        before, self.view = self.view, "notes"
        others = {d.source: d for d in self.story.documents if d not in self.documents}
        asked = Asked(self.documents, self.story.actors, others=others)
        notes = NotesScreen(self.notebook, asked, self.drafts, self.story)
        self.app.push_screen(notes, partial(self._left_notes, before))

    def _left_notes(self, before: View, leave: Leave | None) -> None:
        """Back from the list: do what was asked there, and show what was changed there."""
        from tui.leaving import ToAction, ToRange, ToTexts, ToWords

        self.view = before
        if isinstance(leave, ToWords | ToRange):
            self.close_view()
        self.run_worker(self.saving(self.notebook.read(), said=""))
        match leave:
            case ToWords(side, span):
                self.lights = note_lights(self.noted, side, span)
                self.go(moves.at_words(self.here, self.place, side, span), jump=True)
            case ToRange(note, target, side, span):
                self.go(moves.at_words(self.here, self.place, side, span), jump=True)
                self.ranging = note, target
                self.choose_words(Selection(side, span.start, max(span.start, span.end - 1)))
                puts, leaves = key_for("select.note"), key_for("select.leave")
                told = f"{puts} puts the note on the words selected, {leaves} leaves it"
                self.notify(told, markup=False)
            case ToTexts():
                self.post_message(TextsWanted(leave.sources, leave.at))
            case ToAction(action):
                self.run_worker(self.run_action(action))
            case None:
                pass

    def _save_range(self) -> None:
        """Put a note on the words that are selected now; its history has the old ones."""
        from corpus.notes.anchoring import make_target

        if self.ranging is None or self.selection is None:
            return
        note, old = self.ranging
        new = make_target(self.documents[self.selection.side], self.selection.span)
        self.deeds.save(replace(note, targets=tuple(new if t is old else t for t in note.targets)))
        self.choose_words(None)
