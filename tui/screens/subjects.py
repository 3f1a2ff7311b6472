"""What the reader means: selected words, what is under a list's cursor, or the passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from tui import place as moves
from tui.casting import frame_key
from tui.messages import WordsDragged
from tui.screens.actors import ActorsScreen
from tui.selecting import Selection, Way, begin, extend, whole, word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.links.model import Gap
    from corpus.notes.model import Draft, Note
    from tui.messages import WordsPicked


class SubjectsScreen(ActorsScreen):
    """The facing texts, with words to be selected and things to be noted."""

    # Selecting

    def action_select(self) -> None:
        """Begin to select at the current passage."""
        document = self.documents[self.place.side]
        if document.passages:
            self.choose_words(begin(self.place.side, document.passage(self.place.number)))

    def action_select_passage(self) -> None:
        """Select the whole current passage."""
        document = self.documents[self.place.side]
        if document.passages:
            self.choose_words(whole(self.place.side, document.passage(self.place.number)))

    def action_extend(self, way: Way) -> None:
        """Move the selection's moving end."""
        if self.selection is not None:
            self.choose_words(extend(self.selection, self.documents[self.selection.side], way))

    def action_select_leave(self) -> None:
        """Leave the selection."""
        self.choose_words(None)

    def on_words_dragged(self, message: WordsDragged) -> None:
        """The mouse selects as the keyboard does."""
        self.place = moves.other_side(self.here, self.place, message.side)
        self.choose_words(Selection(message.side, message.start, message.end - 1))

    def on_words_picked(self, message: WordsPicked) -> None:
        """Two clicks select a word, or all words of a mention of somebody."""
        document = self.documents[message.side]
        named = self.cast.named_in(document.id, Span(message.offset, message.offset + 1))
        span = named[0][1] if named else word_at(document, message.offset)
        if span is not None:
            self.on_words_dragged(WordsDragged(message.side, span.start, span.end))

    def choose_words(self, selection: Selection | None) -> None:
        """Select these words, or none; the place goes with them."""
        self.selection = selection
        if selection is not None:
            at = self.documents[selection.side].passage_at(selection.moving)
            if at is not None and at.number != self.place.number:
                self.place = moves.on_passage(self.here, selection.side, at.number, self.place)
        self.refresh_lines()

    # What a note would be about

    def draft_here(self) -> Draft | None:
        """A draft about what is under a list's cursor, the selected words or the passage."""
        from corpus.notes.subjects import about_span

        listed = self._listed_draft() if self.selection is None else None
        if listed is not None:
            return listed
        span = self.words_here()
        return about_span(self.documents[self.place.side], span) if span else None

    def _listed_draft(self) -> Draft | None:
        """A draft about the gap, the actor or the frame under the cursor of a list."""
        from corpus.notes.subjects import about_actor, about_frame, about_gap

        gap, actor = self.listed_gap(), self.listed_actor()
        if gap is not None:
            return about_gap(self.documents, replace(gap, passages=(self.place.number,)))
        if actor is not None:
            return about_actor(self.documents, actor)
        frames = (one for one in self.story.frames if frame_key(one) == self.cast_key())
        return next((about_frame(self.documents, one) for one in frames), None)

    def listed_gap(self) -> Gap | None:
        """The gap that the current passage is in, while gaps are listed."""
        if self.view != "gaps":
            return None
        document, number = self.documents[self.place.side].id, self.place.number
        return self.story.gap_at(document, number)

    def noted_at_cursor(self) -> Sequence[Note]:
        """The notes on the actor or frame under the cursor of a list, else on the passage."""
        listed = self._listed_draft()
        if listed is not None and listed.name:
            about = listed.kind, listed.name
            noted = [one for one in self.noted if (one.note.kind, one.note.name) == about]
        else:
            noted = [*self.noted_at(self.place.side, self.place.number)]
        return list({one.note.id: one.note for one in noted}.values())
