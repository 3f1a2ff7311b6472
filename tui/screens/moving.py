"""Moving in two facing texts, and between the texts of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import place as moves
from tui.screens.facing import FacingScreen

if TYPE_CHECKING:
    from tui.messages import RibbonClicked, WordsClicked
    from tui.trail import Stay, Trail


class MovingScreen(FacingScreen):
    """The facing texts under the keys and the mouse."""

    def action_step(self, by: int) -> None:
        """To the next or previous passage."""
        self.to_passage(self.place.side, self.place.number + by)

    def action_paragraph(self, by: int) -> None:
        """To the next or previous paragraph."""
        self.go(moves.paragraph(self.here, self.place, by))

    def action_end(self, which: int) -> None:
        """To the first or the last passage."""
        last = len(self.documents[self.place.side].passages)
        self.to_passage(self.place.side, last if which > 0 else 1, jump=True)

    def action_side(self, side: int) -> None:
        """Give the keys to the left or the right text."""
        self.focus_main()
        self.go(moves.other_side(self.here, self.place, side))

    def action_pair(self, by: int) -> None:
        """To the next or previous linked pair."""
        where = "after" if by > 0 else "before"
        missing = "no links yet" if self.working else f"no linked pair {where} this one"
        self.go(moves.next_pair(self.here, self.place, by), missing, jump=True)

    def action_across(self) -> None:
        """To the counterpart, to the next one, home."""
        self.go(moves.across(self.here, self.place), "no counterpart found", jump=True)

    def action_page(self, halves: int) -> None:
        """Page on or back; the current passage goes with the text."""
        self.to_passage(self.place.side, self.texts.page(halves))

    def action_scroll_rows(self, rows_: int) -> None:
        """Scroll by rows."""
        self.texts.scroll_rows(rows_)

    def action_lock(self) -> None:
        """Scroll the texts together, or each alone."""
        self.locked = not self.locked
        self.refresh_lines()

    def on_words_clicked(self, message: WordsClicked) -> None:
        """To the passage that was clicked."""
        passage = self.documents[message.side].passage_at(message.offset)
        if passage is not None:
            self.to_passage(message.side, passage.number)

    def on_ribbon_clicked(self, message: RibbonClicked) -> None:
        """To the linked pair that was clicked."""
        self.go(moves.on_tie(message.tie, message.side), jump=True)

    # The jump list

    def action_back(self) -> None:
        """Back along the jump list."""
        self._along(self.trail.back(self.stay_here))

    def action_forward(self) -> None:
        """Forward along the jump list."""
        self._along(self.trail.forward(self.stay_here))

    def _along(self, step: tuple[Trail[Stay], Stay] | None) -> None:
        if step is None:
            self.notify("no further place to go to", markup=False)
            return
        self.come_back(step[1])
        self.trail = step[0]

    # Which texts

    def action_swap(self) -> None:
        """The left text to the right and the right one to the left; all else stays."""
        place, trail, lights, selection = self.place, self.trail, self.lights, self.selection
        self.face_texts(*reversed(self.documents))
        self.trail = trail.moved(
            lambda stay: stay._replace(place=moves.mirrored(self.here, stay.place))
        )
        self.lights = lights.mirrored() if lights else None
        self.selection = selection._replace(side=1 - selection.side) if selection else None
        self.go(moves.mirrored(self.here, place))

    def action_text(self, number: int) -> None:
        """Show a text of the story, counted from 1, in place of the one that has the keys."""
        if number > len(self.story.documents):
            self.notify(f"this story has {len(self.story.documents)} texts", markup=False)
            return
        side, chosen = self.place.side, self.story.documents[number - 1]
        if chosen.id == self.documents[1 - side].id:
            self.action_swap()
        elif chosen.id != self.documents[side].id:
            texts = (chosen, self.documents[1]) if side == 0 else (self.documents[0], chosen)
            self.face_texts(*texts)
            self.action_side(side)

    def action_next_text(self, by: int) -> None:
        """Show the next text of the story that is not on the screen, or the one before."""
        ids = [document.id for document in self.story.documents]
        at = ids.index(self.documents[self.place.side].id)
        rest = [*ids[at + 1 :], *ids[:at]][::by]
        hidden = [one for one in rest if one != self.documents[1 - self.place.side].id]
        if hidden:
            self.action_text(ids.index(hidden[0]) + 1)
