"""The views: what is known of the texts as lists in their place, under the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui import place as moves
from tui.casting import Lights, Stop
from tui.keys import keys_of
from tui.screens.linking import LinkingScreen
from tui.status import Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.story import Story
    from corpus.text import Document
    from tui.facing import Facing
    from tui.keys import Where
    from tui.messages import EntryChosen, EntryReached
    from tui.notebook import Kept
    from tui.status import Facts
    from tui.views import View
    from tui.views.page import Entry, Known, Page
    from tui.widgets.view import ViewList

_ONLY_IN_TEXTS = frozenset(key.action.partition("(")[0] for key in keys_of("texts"))


class ViewingScreen(LinkingScreen):
    """The facing texts, or a view of them; the place is the same in each."""

    listed: ViewList | None = None
    filtered: int = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that need the words on the screen wait for the texts."""
        if self.listed is not None and action in _ONLY_IN_TEXTS:
            return False
        return super().check_action(action, parameters)

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        where = super().where()
        if self.listed is None:
            return where
        return ("view", *(one for one in where if one not in {"texts", "list"}))

    # Opening and leaving

    def action_view(self, view: View) -> None:
        """Show a view in place of the texts."""
        self.view = view
        self.filtered = 0
        self.drawer = False
        self.run_worker(self._open(), exclusive=True, group="view")

    async def _open(self) -> None:
        from tui.widgets.view import ViewList

        if self.listed is None:
            if not self.query("#view"):
                page = Vertical(
                    Static(id="view-title", markup=False), ViewList(id="view"), id="page"
                )
                await self.query_one("#body").mount(page)
            self.listed = self.query_one("#view", ViewList)
            self.add_class("-viewing")
        self.listed.focus()
        self.show_page()

    def close_view(self) -> None:
        """Show the texts again."""
        self.view = "read"
        self.listed = None
        self.remove_class("-viewing")
        self.texts.focus()
        self.refresh_lines()

    # What is shown

    def watch_facing(self) -> None:
        """Links came, went or were ruled on."""
        self.show_page()

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story, in the view too."""
        super().show_story(story, done=done)
        self.show_page()

    def keep(self, kept: Kept) -> None:
        """Show what is kept now, in the view too."""
        super().keep(kept)
        self.refresh_lines()
        self.show_page()

    def show_page(self) -> None:
        """Show the view as it is now."""
        if self.listed is not None:
            page = self.page()
            self.query_one("#view-title", Static).update(Content(f" {page.title}"))
            self.listed.show(page)
            self.refresh_lines()

    def page(self) -> Page:
        """The view as a page."""
        from tui.views.gaps import gaps
        from tui.views.matches import SHOWN, matches

        if self.view == "gaps":
            return gaps(self._known())
        return matches(self._known(), SHOWN[self.filtered % len(SHOWN)])

    def _known(self) -> Known:
        from tui.views.page import Known

        noted = {
            (side, number): sign
            for side, marked in enumerate(self.marks)
            for number, sign in marked.noted.items()
        }
        return Known(self.story, self.here, noted)

    def action_filter(self) -> None:
        """Show other entries."""
        self.filtered += 1
        self.show_page()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, in the view too."""
        super().face_texts(left, right)
        self.show_page()

    def _why(self) -> list[str]:
        entry = self._entry
        return [*(entry.detail() if entry else ()), *super()._why()]

    def _facts(self) -> Facts:
        facts = super()._facts()
        if self.listed is None:
            return facts
        return facts._replace(target=Target(self.view, *self.listed.at))

    @property
    def _entry(self) -> Entry | None:
        return self.listed.entry if self.listed is not None else None

    # Moving

    def on_entry_reached(self, message: EntryReached) -> None:
        """The place is where the cursor's entry leads."""
        if self.listed is not None and message.entry.spot is not None:
            self.go(moves.at_spot(self.here, self.place, message.entry.spot))

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """To the entry's place in the texts; ``n`` walks on through the gaps from there."""
        spot = message.entry.spot
        if spot is None:
            return
        if self.view == "gaps":
            self.lights = _walk(self.here, self.page().entries, message.entry)
        self.close_view()
        self.go(moves.at_spot(self.here, self.place, spot), jump=True)

    def action_target(self, by: int) -> None:
        """To the next entry of the view; in the texts to the next target there."""
        if self.listed is None:
            super().action_target(by)
        else:
            self.listed.action_move(by)

    def focus_main(self) -> None:
        """Give the keys to whatever stands in the middle."""
        (self.listed or self.texts).focus()

    # Rulings

    def action_confirm(self) -> None:
        """Confirm or link; in a list of matches the cursor moves on."""
        entry = self._entry
        if entry is not None and entry.spot is not None and None in entry.spot.numbers:
            self.notify("nothing comes near it; = links any two in the texts", markup=False)
            return
        super().action_confirm()
        self._on()

    def action_reject(self) -> None:
        """Reject; in a list of matches the cursor moves on."""
        super().action_reject()
        self._on()

    def _on(self) -> None:
        if self.listed is not None and self.view == "matches":
            self.listed.action_move(1)


def _walk(facing: Facing, entries: Sequence[Entry], chosen: Entry) -> Lights:
    """All gaps as what ``n`` walks in the texts, unlit."""
    leading = [(entry.key, spot) for entry in entries if (spot := entry.spot)]
    stops = tuple(
        Stop(spot.side, facing.documents[spot.side].passage(number).span)
        for _, spot in leading
        if (number := spot.numbers[spot.side])
    )
    return Lights("gaps", stops, [key for key, _ in leading].index(chosen.key), lit=False)
