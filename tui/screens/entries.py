"""The entries of a view: what is known of each, going to them, and ruling on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import place as moves
from tui.casting import Lights, Stop, Stops
from tui.keys import key_for
from tui.screens.viewing import ViewingScreen
from tui.status import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.facing import Facing
    from tui.inspecting import Part
    from tui.messages import EntryChosen, EntryReached
    from tui.status import Facts
    from tui.views import View
    from tui.views.page import Entry

_DETAILS: Mapping[View, str] = {
    "matches": "BOTH PASSAGES",
    "gaps": "WITHOUT A COUNTERPART",
    "actors": "IN THE TEXTS",
    "frames": "IN THE TEXTS",
}
_BRIEF = 4  # lines told of an actor or a frame until all are asked for


class EntriesScreen(ViewingScreen):
    """The facing texts, or a view of them with its entries under the keys."""

    _reached: str = ""

    # What is known

    def told_below(self) -> list[str]:
        """What is known of the entry under the cursor; of an actor or a frame in brief."""
        told = self._detail()
        if not self._is_cast():
            return [*told, *super().told_below()]
        if self.why or len(told) <= _BRIEF:
            return told
        return [*told[: _BRIEF - 1], f"{key_for('why')} tells {len(told) - _BRIEF + 1} more lines"]

    def told_beside(self) -> list[Part]:
        """All that is known of the entry under the cursor."""
        told = self._detail()
        if not told or self.view not in _DETAILS:  # behind the notes
            return super().told_beside()
        return [(_DETAILS[self.view], told), *([] if self._is_cast() else self.why_linked())]

    def _detail(self) -> list[str]:
        return list(self._entry.detail()) if self._entry else []

    def _facts(self) -> Facts:
        facts = super()._facts()
        if self.listed is None:
            return facts
        return facts._replace(target=Target(self.view, *self.listed.at))

    # Moving

    def on_entry_reached(self, message: EntryReached) -> None:
        """The place is where the cursor's entry leads; news stay while it is the same entry."""
        said = self.said if message.entry.key == self._reached else ""
        self._reached = message.entry.key
        if not self.working:
            self.wanted = ""
        if self.listed is not None and message.entry.spot is not None:
            self.go(moves.at_spot(self.here, self.place, message.entry.spot))
        if said:
            self.said = said
            self.refresh_lines()

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """To the entry's place in the texts; ``n`` walks on through the gaps from there."""
        spot = message.entry.spot
        if spot is None:
            return
        if self.view == "gaps":
            self.lights = _walk(self.here, self.page().entries, message.entry)
        self.trail = self.trail.leaving(self.stay_here)
        self.close_view()
        self.go(moves.at_spot(self.here, self.place, spot))

    def action_target(self, by: int) -> None:
        """To the next entry of the view; in the texts to the next target there."""
        if self.listed is None:
            super().action_target(by)
        else:
            self.listed.action_move(by)

    # Rulings

    def action_confirm(self) -> None:
        """Confirm or link; in a list of matches the cursor moves on."""
        entry = self._entry
        if self._is_cast():
            self.notify(self._no_links(), markup=False)
            return
        if entry is not None and entry.spot is not None and None in entry.spot.numbers:
            self.notify(
                f"nothing comes near it; {key_for('link.confirm')} links any two in the texts",
                markup=False,
            )
            return
        super().action_confirm()
        self._on()

    def action_reject(self) -> None:
        """Reject; in a list of matches the cursor moves on."""
        if self._is_cast():
            self.notify(self._no_links(), markup=False)
            return
        super().action_reject()
        self._on()

    def _no_links(self) -> str:
        confirm, reject = key_for("link.confirm"), key_for("link.reject")
        return f"{confirm} and {reject} decide on links, in the other views"

    def _on(self) -> None:
        if self.listed is not None and self.view == "matches":
            self.listed.action_move(1)


def _walk(facing: Facing, entries: Sequence[Entry], chosen: Entry) -> Lights:
    """All gaps as what ``n`` walks in the texts, unlit."""
    leading = [(entry.key, spot) for entry in entries if (spot := entry.spot)]
    stops = Stops(
        Stop(spot.side, facing.documents[spot.side].passage(number).span)
        for _, spot in leading
        if (number := spot.numbers[spot.side])
    )
    return Lights("gaps", stops, [key for key, _ in leading].index(chosen.key), lit=False)
