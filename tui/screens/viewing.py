"""The views: what is known of the texts as lists in their place, under the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui import place as moves
from tui.casting import Lights, Stop, Stops
from tui.facing import face
from tui.keys import key_for, keys_of
from tui.screens.framing import FramingScreen
from tui.status import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.story import Story
    from corpus.text import Document
    from tui.facing import Facing
    from tui.inspecting import Part
    from tui.keys import Where
    from tui.messages import EntryChosen, EntryReached
    from tui.notebook import Kept
    from tui.place import Place
    from tui.status import Facts
    from tui.trail import Stay
    from tui.views import View
    from tui.views.page import Entry, Known, Page
    from tui.widgets.view import ViewList

_NOT_IN_VIEWS: frozenset[Where] = frozenset({"texts", "list", "cast", "who"})
_ON_ENTRIES: Mapping[View, tuple[Where, ...]] = {
    "actors": ("cast", "who"),
    "frames": ("cast", "frames"),
}
_DETAILS: Mapping[View, str] = {
    "matches": "BOTH PASSAGES",
    "gaps": "WITHOUT A COUNTERPART",
    "actors": "IN THE TEXTS",
    "frames": "IN THE TEXTS",
}
_BRIEF = 4  # lines told of an actor or a frame until all are asked for
_ONLY_IN_TEXTS = frozenset(key.action.partition("(")[0] for key in keys_of("texts"))


class ViewingScreen(FramingScreen):
    """The facing texts, or a view of them; the place is the same in each."""

    listed: ViewList | None = None
    filtered: int = 0
    _reached: str = ""
    _origin: tuple[Place, str] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that need the words on the screen wait for the texts."""
        if self.listed is not None and action in _ONLY_IN_TEXTS:
            return False
        return super().check_action(action, parameters)

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        where = super().where()
        if self.listed is None or "panel" in where:
            return where
        rest: list[Where] = [one for one in where if one not in _NOT_IN_VIEWS]
        here: tuple[Where, ...] = (*_ON_ENTRIES.get(self.view, ()), "view")
        return (*here, *rest)

    @property
    def banner_rows(self) -> int:
        """A row fewer for the warning where a list needs it."""
        return max(0, super().banner_rows - (self.listed is not None))

    # Opening and leaving

    def action_view(self, view: View) -> None:
        """Show a view in place of the texts; the way back to these is kept."""
        if view != self.view:
            self.trail = self.trail.leaving(self.stay_here)
            self._origin = self._origin if self.listed else (self.place, "")
        self._show_view(view)

    def _show_view(self, view: View) -> None:
        self.view = view
        self.filtered = 0
        self.drawer = self.bare = self.zoomed = False
        self.run_worker(self._open(), exclusive=True, group="view")

    async def _open(self) -> None:
        with self.app.batch_update():  # painted once
            self.listed = await self._list_for(self.view)
            self.add_class("-viewing")
            self.set_focus(self.listed)
            self.show_warnings()
            page = self.page()
            self.wanted = self.wanted or self._entry_here(page)
            self._show(page)
        if self._origin and not self._origin[1]:
            self._origin = self._origin[0], self._reached_key

    async def _list_for(self, view: View) -> ViewList:
        """The list that shows a view, made when it is first needed."""
        from tui.widgets.actors import CastView
        from tui.widgets.view import ViewList

        kind = CastView if view in _ON_ENTRIES else ViewList
        if not self.query("#page"):
            page = Vertical(Static(id="view-title", markup=False), id="page")
            await self.query_one("#body").mount(page, after="#texts")
        if type(next(iter(self.query("#view")), None)) is not kind:
            await self.query("#view").remove()
            await self.query_one("#page").mount(kind(id="view"))
        return self.query_one("#view", ViewList)

    def _entry_here(self, page: Page) -> str:
        """The key of the entry about the place, or about somebody who is lit."""
        from tui.views.page import entry_at

        if self._is_cast():
            return next((key for key in self.lit.slots if key), "")
        return entry_at(page.entries, self.place, in_order=self.view == "gaps")

    def leave_view(self) -> None:
        """Show the texts again; where nothing else was looked at, at the place they were left."""
        origin, key = self._origin, self._reached_key
        self.close_view()
        if origin is not None and origin[1] == key:
            self.go(origin[0])

    def come_back(self, stay: Stay) -> None:
        """To a stay of the jump list, in the view it was in."""
        if stay.view in _DETAILS:
            super().come_back(stay)
            self._show_view(stay.view)
        else:
            self.close_view()
            super().come_back(stay)

    def close_view(self) -> None:
        """Show the texts."""
        if self.listed is None:
            return
        self._origin = None
        self.view = "read"
        self.listed = None
        self.wanted = ""
        self.remove_class("-viewing")
        self.set_focus(self.texts)
        self.show_warnings()
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
            self._show(self.page())

    def _show(self, page: Page) -> None:
        if self.listed is not None:
            self.query_one("#view-title", Static).update(Content(f" {page.title}"))
            self.listed.show(page, self.wanted)
            self.refresh_lines()

    def page(self) -> Page:
        """The view as a page."""
        from tui.views import actors, frames, gaps, matches

        known, at = self._known(), self.filtered
        if self.view == "gaps":
            return gaps.gaps(known, gaps.SHOWN[at % len(gaps.SHOWN)])
        if self.view == "actors":
            return actors.actors(known, actors.SHOWN[at % len(actors.SHOWN)])
        if self.view == "frames":
            return frames.frames(known, frames.SHOWN[at % len(frames.SHOWN)])
        return matches.matches(known, matches.SHOWN[at % len(matches.SHOWN)])

    def _known(self) -> Known:
        from tui.views.page import Known

        noted = {
            (side, number): sign
            for side, marked in enumerate(self.marks)
            for number, sign in marked.noted.items()
        }
        facing = self.here
        if self.among != "all":  # a view has a filter of its own
            facing = face(self.documents, self.story.links, facing.bar)
        return Known(self.story, facing, noted, self.cast, self.lit)

    def action_filter(self) -> None:
        """Show other entries."""
        self.filtered += 1
        self.show_page()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, in the view too."""
        self._origin = None
        super().face_texts(left, right)
        self.show_page()

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
        if not told:
            return super().told_beside()
        return [(_DETAILS[self.view], told), *([] if self._is_cast() else self.why_linked())]

    def _detail(self) -> list[str]:
        return list(self._entry.detail()) if self._entry else []

    def cast_list(self) -> ViewList:
        """The list of actors that the keys are about: the view's own, or the sidebar."""
        return self.listed if self.listed and self._is_cast() else super().cast_list()

    def _is_cast(self) -> bool:
        """Whether actors or frames are shown in place of the texts."""
        return self.listed is not None and self.view in _ON_ENTRIES

    def list_actors(self) -> None:
        """Show the actors as they are now, in the view too."""
        super().list_actors()
        if self._is_cast():
            self.show_page()

    def walk(self, key: str) -> None:
        """To the first words of somebody, in the texts; back leads to the view at once."""
        from_view = self.trail.leaving(self.stay_here) if self.listed else None
        self.close_view()
        super().walk(key)
        self.trail = from_view or self.trail

    def _facts(self) -> Facts:
        facts = super()._facts()
        if self.listed is None:
            return facts
        return facts._replace(target=Target(self.view, *self.listed.at))

    @property
    def _reached_key(self) -> str:
        return self._entry.key if self._entry else ""

    @property
    def _entry(self) -> Entry | None:
        return self.listed.entry if self.listed is not None else None

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

    def focus_main(self) -> None:
        """Give the keys to whatever stands in the middle."""
        self.set_focus(self.listed or self.texts)

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
