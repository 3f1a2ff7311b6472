"""The Notes view: find a note, go to it, mend it, change it, take it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from corpus.notes.anchoring import make_target
from corpus.notes.filters import EXPLAINED
from corpus.report import citation
from tui.keys import bindings, key_for, ways_to_views
from tui.leaving import ToAction, ToRange, ToTexts, ToWords
from tui.screens.deeds import Deeds
from tui.screens.help import HelpScreen
from tui.screens.notelist import NoteListScreen
from tui.widgets.notelist import NoteList
from tui.widgets.noting import FilterLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from corpus.notes.model import Note
    from corpus.report.standing import Standing
    from corpus.story import Story
    from corpus.text import Document, Span
    from tui.catalogue import Asked, Listed
    from tui.notebook import Kept, Notebook

_NEXT_STATE = {
    "": "state:orphaned",
    "state:orphaned": "state:changed",
    "state:changed": "state:found",
}


class NotesScreen(NoteListScreen):
    """The list of notes with all that can be done to them; gives what the home screen is to do."""

    BINDINGS: ClassVar = bindings("notes") + ways_to_views()

    def __init__(
        self, notebook: Notebook, asked: Asked, drafts: dict[str, str], story: Story
    ) -> None:
        super().__init__(notebook, asked)
        self._story = story
        self._deeds = Deeds(self, notebook, drafts, self.saving, lambda: self.known_tags)

    # Going

    def on_entry_chosen(self) -> None:
        """To the note's place; an orphan is put on the passage that was chosen for it."""
        one = self.chosen
        if one is None:
            return
        if self.candidate() is not None:
            self.action_accept()
        elif one.standing.anchor.span is not None and one.side is not None:
            self.dismiss(ToWords(one.side, one.standing.anchor.span))
        elif one.side is None:
            self._open_elsewhere(one)
        else:
            keys = f"{key_for('notes.accept')} or {key_for('notes.open')}"
            self.say(f"its words are lost: {keys} on a passage below puts it there")

    def _open_elsewhere(self, one: Listed) -> None:
        """A note whose text is not on the screen: open its texts, if they are there."""
        sources = tuple(dict.fromkeys(end.source for end in one.standing.ends))
        command = citation.command(one.standing)
        if not all(sources):
            gone = self.asked.missing.get(one.source, "its text is not at hand")
            self.say(gone)
        elif command:
            at = command.rpartition(" --at ")[2] if " --at " in command else ""
            self.dismiss(ToTexts(sources, at))

    def action_to(self, action: str) -> None:
        """Leave for another view."""
        self.dismiss(ToAction(action))

    def action_leave(self) -> None:
        """Back to the texts."""
        self.dismiss(None)

    # Taking out

    def action_export(self) -> None:
        """Ask for a format and a file, and write the notes listed."""
        from tui.exporting import Export
        from tui.screens.exporting import ask_export

        ask_export(self, Export("notes", self._story, self._listed))

    async def _listed(self) -> Sequence[Standing]:
        return [one.standing for one in self.shown]

    # Mending

    def action_accept(self) -> None:
        """Accept the place found for changed words, or put an orphan on a passage."""
        one = self.chosen
        if one is None or one.document is None:
            self.say("the text of this note is not at hand")
            return
        state, span = one.standing.anchor.state, one.standing.anchor.span
        candidate = self.candidate() or next(iter(one.candidates), None)
        if state == "found":
            self.say("its words stand where they stood: nothing to accept")
        elif span is not None:
            self._put_on(one, one.document, span)
        elif candidate is not None:
            self._put_on(one, candidate.document, candidate.passage.span)

    def _put_on(self, one: Listed, document: Document, span: Span) -> None:
        """Put a note on other words; its history keeps the old ones, and undo brings them back."""
        new, old = make_target(document, span), one.standing.target
        targets = tuple(new if target is old else target for target in one.note.targets)
        self._deeds.save(replace(one.note, targets=targets))
        self.say(f"put there; {key_for('notes.undo')} takes it back")

    def action_range(self) -> None:
        """Select other words for the note, in the text."""
        one = self.chosen
        if one is None:
            return
        candidate = self.candidate() or next(iter(one.candidates), None)
        span = one.standing.anchor.span or (candidate.passage.span if candidate else None)
        if span is None or one.side is None:
            self.say(f"its text is not on the screen; {key_for('notes.open')} opens it")
        else:
            self.dismiss(ToRange(one.note, one.standing.target, one.side, span))

    # Changing

    def action_edit(self) -> None:
        """Edit the note in the reader's own editor."""
        self._with(self._deeds.edit)

    def action_reword(self) -> None:
        """Edit the note here."""
        self._with(self._deeds.reword)

    def action_tag(self) -> None:
        """Change the note's tags."""
        self._with(lambda note: self._deeds.reword(note, "tags"))

    def action_colour(self) -> None:
        """Change the note's colour."""
        self._with(self._deeds.colour)

    def action_star(self) -> None:
        """Star the note, or take its star away."""
        self._with(self._deeds.star)

    def action_delete(self) -> None:
        """Delete the note."""
        self._with(self._deeds.delete)

    def _with(self, deed: Callable[[Note], None]) -> None:
        one = self.chosen
        if one is not None:
            deed(one.note)

    def action_undo(self) -> None:
        """Take the latest change back."""
        self.run_worker(self._reversed(self.notebook.undo(everywhere=self.asked.everywhere)))

    def action_redo(self) -> None:
        """Do it again."""
        self.run_worker(self._reversed(self.notebook.redo(everywhere=self.asked.everywhere)))

    async def _reversed(self, deed: Awaitable[tuple[bool, Kept]]) -> None:
        async def kept() -> Kept:
            did, after = await deed
            self.say("done" if did else "nothing further")
            return after

        await self.saving(kept())

    # Filtering

    def action_filter(self) -> None:
        """Type a filter."""
        self.query_one(FilterLine).focus()

    def action_state(self) -> None:
        """Show the notes of the next state only."""
        line = self.query_one(FilterLine)
        words = line.value.split()
        old = next((word for word in words if word.startswith("state:")), "")
        new = _NEXT_STATE.get(old, "")
        line.value = " ".join(word for word in [*(w for w in words if w != old), new] if word)

    def on_input_submitted(self) -> None:
        """Back to the list."""
        self.query_one(NoteList).focus()

    def action_everywhere(self) -> None:
        """The notes on these texts, or on all."""
        self.asked = self.asked._replace(everywhere=not self.asked.everywhere)
        self.run_worker(self.list_again())

    def action_help(self) -> None:
        """The keys of the moment."""
        wide = max(len(term) for term, _ in EXPLAINED) + 2
        lines = [f"  {term.ljust(wide)}{meaning}" for term, meaning in EXPLAINED]
        more = "\n".join(["", "", "WHAT THE FILTER UNDERSTANDS", *lines])
        self.app.push_screen(HelpScreen("notelist", "notes", "filter", view="notes", more=more))
