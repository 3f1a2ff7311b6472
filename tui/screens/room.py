"""What there is room for: both texts or one, all that stands around them or the words alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import var

from tui.cells import cut
from tui.keys import key_for
from tui.marking import says, told
from tui.screens.moving import MovingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.inspecting import Part
    from tui.keys import Where
    from tui.widgets.panel import Panel

# From this width on what is known of the place stands beside the texts.
_INSPECTING = 160
_NOTE_ROWS = 3
_NOTES_BESIDE = 50
_PANELS = ("strip", "inspector")


class RoomScreen(MovingScreen):
    """The facing texts, one of them alone on request, and nothing but their words on request."""

    inspector: var[bool] = var(True)
    _told: Sequence[Part] = ()
    _beside = Content()

    def action_zoom(self) -> None:
        """The text that has the keys over the whole width, or both texts again."""
        self.zoomed = not self.zoomed

    def action_zen(self) -> None:
        """Hide everything but the words, or show it again."""
        self.bare = not self.bare

    def watch_zoomed(self, zoomed: bool) -> None:
        """One text, or both and the actors beside them."""
        self.set_class(zoomed, "-zoomed")

    def watch_bare(self, bare: bool) -> None:
        """The words alone, or everything."""
        self.set_class(bare, "-bare")
        self.show_warnings()
        self.refresh_lines()

    # Panels

    @property
    def has_inspector(self) -> bool:
        """Whether there is room for the inspector, and it is not hidden."""
        return self.is_wide and self.inspector and not (self.bare or self.zoomed)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for the inspector."""
        return self.size.width >= _INSPECTING

    def action_why(self) -> None:
        """Show or hide the evidence for the current pair, beside the texts or below them."""
        if self.is_wide:
            self.inspector = self.bare or self.zoomed or not self.inspector
        else:
            self.why = self.bare or not self.why
        self.bare = self.zoomed = self.zoomed and not self.is_wide
        if self.why and not self.is_wide and self.place.tie is None:
            self.notify("no counterpart found for this passage", markup=False)
        self.refresh_lines()

    def refresh_lines(self) -> None:
        """Show where the reader is, and what is known of it."""
        super().refresh_lines()
        inspected = self.has_inspector
        below = [] if inspected or self.bare else [*self.told_below(), *self._notes_below()]
        self._show_panel("strip", Content("\n".join(below)) if below else None)
        self._show_panel("inspector", self._inspected() if inspected else None)

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        in_panel = self.focused is not None and self.focused.id in _PANELS
        return ("panel", "reader") if in_panel else super().where()

    def told_below(self) -> list[str]:
        """What the strip tells beside the notes: why the current pair is linked, on request."""
        return (
            [line for heading, lines in self.why_linked() for line in (heading, *lines)]
            if self.why
            else []
        )

    def why_linked(self) -> list[Part]:
        """Why the current pair is linked, and what to be careful about; nothing without a pair."""
        from tui.why import cautions, reasons, title

        tie = self.place.tie
        return [(title(self.here, tie), [*reasons(tie), *cautions(tie)])] if tie else []

    def told_beside(self) -> list[Part]:
        """What the inspector tells first."""
        here = self.documents[self.place.side].id, self.place.number
        nothing = self.working or "no counterpart found"
        return self.why_linked() or [(f"{here[0]}·{here[1]}", [nothing])]

    def _inspected(self) -> Content:
        from tui.inspecting import dates, inspected

        count, notes = self._notes_here(_NOTES_BESIDE)
        of_dates = dates(self.documents, self.story.warnings)
        told = [*self.told_beside(), of_dates, (f"NOTES HERE ({count})", notes)]
        if told != self._told:
            self._told, self._beside = told, inspected(told)
        return self._beside

    def _notes_here(self, most: int) -> tuple[int, list[str]]:
        """How many notes on the two current passages have words, and these in so many lines."""
        here = [
            (one, self.documents[side])
            for side, number in enumerate(self.place.numbers)
            for one in self.noted_at(side, number)
            if says(one.note)
        ]
        if len(here) <= most:
            return len(here), [told(*one) for one in here]
        more = len(here) - most + 1
        lists = f"… and {more} more notes here; {key_for('view.notes')} lists them"
        return len(here), [*(told(*one) for one in here[: most - 1]), lists]

    def _notes_below(self) -> list[str]:
        room = max(1, self.size.width - 2)
        return [cut(words, room) for words in self._notes_here(_NOTE_ROWS)[1]]

    def _show_panel(self, name: str, text: Content | None) -> None:
        """Show a panel, made when it is first needed; without a text hide it."""
        panel = self._panels.get(name)
        if panel is None and text is not None:
            panel = self._panels[name] = self._mounted_panel(name)
        if panel is not None:
            panel.display = text is not None
            panel.show(text or Content())

    @cached_property
    def _panels(self) -> dict[str, Panel]:
        """The panels that were made, by name."""
        return {}

    def _mounted_panel(self, name: str) -> Panel:
        from tui.widgets.panel import Panel

        if name == "strip":
            panel = Panel(id=name, lines="why")
            self.mount(panel, before="#status")
        else:
            panel = Panel(id=name, lines="inspected", fills=True)
            self.query_one("#body").mount(panel)
        return panel

    # Out

    def step_out(self) -> bool:
        """Back to both texts and everything around them; whether there was such a step."""
        if self.bare:
            self.bare = False
        elif self.zoomed:
            self.zoomed = False
        else:
            return False
        return True
