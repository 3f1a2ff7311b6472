"""The views: what is known of the texts as lists in their place, under the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.facing import face
from tui.keys import keys_of
from tui.screens.framing import FramingScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.story import Story
    from corpus.text import Document
    from tui.keys import Where
    from tui.notebook import Kept
    from tui.place import Place
    from tui.trail import Stay
    from tui.views import View
    from tui.views.page import Entry, Known, Page
    from tui.widgets.view import ViewList

_NOT_IN_VIEWS: frozenset[Where] = frozenset({"texts", "list", "cast", "who"})
_ON_ENTRIES: Mapping[View, tuple[Where, ...]] = {
    "actors": ("cast", "who"),
    "frames": ("cast", "frames"),
}
_ONLY_IN_TEXTS = frozenset(key.action.partition("(")[0] for key in keys_of("texts"))


class ViewingScreen(FramingScreen):
    """The facing texts, or a view of them; the place is the same in each."""

    listed: ViewList | None = None
    filtered: int = 0
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
        if stay.view not in {"read", "notes"}:
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

    @property
    def _reached_key(self) -> str:
        return self._entry.key if self._entry else ""

    @property
    def _entry(self) -> Entry | None:
        return self.listed.entry if self.listed is not None else None

    def focus_main(self) -> None:
        """Give the keys to whatever stands in the middle."""
        self.set_focus(self.listed or self.texts)
