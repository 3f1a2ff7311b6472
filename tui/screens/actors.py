"""The actors beside the texts: choosing one lights its mentions and makes them the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from tui import place as moves
from tui.casting import light, rows
from tui.screens.facing import FacingScreen
from tui.widgets.lists import ActorList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.model import SimilarNames
    from corpus.story import Story
    from corpus.text import Document


# The list's columns in the stylesheet, without its scrollbar.
_WIDE, _NARROW = 39, 27


class ActorsScreen(FacingScreen):
    """The facing texts with the list of their actors."""

    sidebar: reactive[bool] = reactive(True)
    drawer: reactive[bool] = reactive(False)
    _similar: Sequence[SimilarNames] = ()

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story, and who is in it."""
        others = story.actors is not self.story.actors
        super().show_story(story, done=done)
        if others:
            self._similar = self._similar_names()
            self._list_actors()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, and who is in them."""
        super().face_texts(left, right)
        self._list_actors()

    def on_resize(self) -> None:
        """Give names the room there is."""
        self._list_actors()

    def _list_actors(self) -> None:
        alike = {actor for pair in self._similar for actor in (pair.one, pair.other)}
        width = _WIDE if self.has_class("-wide") else _NARROW
        self.query_one(ActorList).show(rows(self.story.actors, self.documents, alike, width))

    def _similar_names(self) -> Sequence[SimilarNames]:
        if not self.story.actors:
            return ()
        from corpus.actors import similar_names

        return similar_names(self.story.actors)

    def on_option_list_option_selected(self, message: ActorList.OptionSelected) -> None:
        """Light every mention of the actor, go to the first, and say whose name is like it."""
        actor = next(one for one in self.story.actors if one.id == message.option_id)
        self.lights = light(actor, self.documents)
        self.drawer = False
        self.texts.focus()
        self.action_target(1)
        for pair in self._similar:
            if actor.id in (pair.one, pair.other):
                self.notify(pair.words, title="Similar names, kept apart", markup=False)

    def action_target(self, by: int) -> None:
        """To the next mention of the chosen actor, else to the next pair."""
        if self.lights is None:
            self.action_pair(by)
            return
        self.lights = self.lights.moved(by)
        stop = self.lights.current
        if stop is not None:
            self.go(moves.at_words(self.here, self.place, stop.side, stop.span), jump=True)

    def action_sidebar(self) -> None:
        """Show or hide the actors; on a narrow screen they slide over the texts."""
        if self.has_class("-narrow"):
            self.drawer = shown = not self.drawer
        else:
            self.sidebar = shown = not self.sidebar
        (self.query_one(ActorList) if shown else self.texts).focus()

    def watch_sidebar(self, sidebar: bool) -> None:
        """The actors beside the texts, on a wide screen."""
        self.query_one(ActorList).set_class(not sidebar, "-hidden")

    def watch_drawer(self, drawer: bool) -> None:
        """The actors over the texts, on a narrow screen."""
        self.query_one(ActorList).set_class(drawer, "-open")
