"""The actors beside the texts: who is lit, and walking their mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from tui import place as moves
from tui.casting import Cast, Lit, first_of, light
from tui.keys import key_for
from tui.screens.room import RoomScreen
from tui.widgets.actors import ActorList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from corpus.actors.model import Actor, SimilarNames
    from corpus.story import Story
    from corpus.text import Document
    from tui.messages import CastChosen
    from tui.widgets.view import ViewList


class ActorsScreen(RoomScreen):
    """The facing texts with the list of their actors; ``sought`` narrows it."""

    sidebar: var[bool] = var(True)
    drawer: var[bool] = var(False)
    cast = Cast()
    sought = ""
    _listed_lit = Lit()
    _compared: tuple[Sequence[Actor], Sequence[SimilarNames]] = (), ()

    # Who is listed

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story, and who is in it."""
        before = self.story
        super().show_story(story, done=done)
        if story.actors is not before.actors or story.frames is not before.frames:
            self.cast = Cast(story.actors, story.frames, self.compare_names(story.actors))
            self.relight(self.lit)
            self.list_actors()

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts, and who is in them; who is lit stays so."""
        lit = self.lit
        super().face_texts(left, right)
        self.relight(lit)
        self.list_actors()

    def list_actors(self) -> None:
        """Show the actors as they are now."""
        from tui.views.sidebar import Texts, sidebar

        texts = Texts(self.story.documents, self.documents)
        page = sidebar(self.cast, texts, self.lit, self.sought)
        self._listed_lit = self.lit
        self.query_one(ActorList).show(page)

    def compare_names(self, actors: Sequence[Actor]) -> Sequence[SimilarNames]:
        """Which names are alike: once for the same actors, on any thread before they are shown."""
        if actors is not self._compared[0]:
            from corpus.actors import similar_names

            self._compared = actors, similar_names(actors)
        return self._compared[1]

    def action_narrow(self) -> None:
        """List only names with the letters that are typed."""
        from tui.screens.line import ask_line

        def done(words: str | None) -> None:
            self.narrow(words or "")

        ask_line(self, "Only names with", self.sought, done, self.narrow)

    def narrow(self, words: str) -> None:
        """List only names that have these words."""
        self.sought = words
        self.list_actors()

    # Who is lit

    @property
    def lit(self) -> Lit:
        """The actors and frames that are lit."""
        return self.lights.of if self.lights else Lit()

    def refresh_lines(self) -> None:
        """Show where the reader is, and who is lit."""
        super().refresh_lines()
        if self.lit != self._listed_lit:
            self.list_actors()

    def cast_list(self) -> ViewList:
        """The list of actors that the keys are about."""
        return self.query_one(ActorList)

    def cast_key(self) -> str:
        """Whose entry the cursor is on, while the list of actors has the keys; else empty."""
        listed = self.cast_list()
        entry = listed.entry if listed.has_focus else None
        return entry.key if entry and entry.spot else ""

    def listed_actor(self) -> Actor | None:
        """The actor the cursor is on, while the list of actors has the keys."""
        return self.cast.by_id.get(self.cast_key())

    def action_walk(self, key: str) -> None:
        """Go to the first words of somebody, by key."""
        self.walk(key)

    def action_light(self) -> None:
        """Light one more, or put it out; all stay where they are."""
        self.action_light_one(self.cast_key())

    def action_light_one(self, key: str) -> None:
        """Light somebody more, by key, or put them out."""
        if key and self.lit.full and not self.lit.slot(key):
            self.notify(
                f"no more than six are lit; {key_for('cast.light')} on one puts it out",
                markup=False,
            )
        elif key:
            self.relight(self.lit.toggled(key), otherwise_none=True)
            self.refresh_lines()

    def relight(self, lit: Lit, *, otherwise_none: bool = False) -> None:
        """Light these anew; ``n`` walks on from where the reader is."""
        if not lit and not otherwise_none:
            return
        at = self.lights.current if self.lights else None
        self.lights = light(lit, self.cast, self.documents)
        if self.lights and at:
            self.lights = self.lights.before(at.side, at.span.start)

    async def on_cast_chosen(self, message: CastChosen) -> None:
        """Somebody was chosen in a list of actors or frames."""
        async with self.painted_once():
            self.choose(message.key)

    def choose(self, key: str) -> None:
        """Light all words of an actor or frame, and go to the first."""
        self.walk(key)

    def walk(self, key: str) -> None:
        """Go to the first words of somebody, alone lit unless it was lit with others before."""
        lit = self.lit if self.lit.slot(key) else Lit().toggled(key)
        self._face(key)
        lights = light(lit, self.cast, self.documents)
        if lights is None:
            return
        self.lights = first_of(lights, key)
        self.drawer = False
        self.set_focus(self.texts)
        self._to_stop()
        for words in self.cast.alike.get(key, ()):
            self.notify(words, title="Similar names, kept apart", markup=False)

    def _face(self, key: str) -> None:
        """Show a text that has words of somebody, if neither of the two on the screen has."""
        counts = self.cast.counts.get(key, {})
        if counts and not any(document.id in counts for document in self.documents):
            text = next(one for one in self.story.documents if one.id in counts)
            kept = self.documents[1 - self.place.side]
            self.face_texts(*((kept, text) if self.place.side else (text, kept)))

    def action_target(self, by: int) -> None:
        """To the next mention of the chosen actor, else to the next pair."""
        if self.lights is None:
            self.action_pair(by)
            return
        self.lights = self.lights.moved(by)
        self._to_stop()

    def _to_stop(self) -> None:
        stop = self.lights.current if self.lights else None
        if stop is None:
            self.refresh_lines()
        else:
            self.go(moves.at_words(self.here, self.place, stop.side, stop.span), jump=True)

    # The list itself

    async def action_pane(self, by: int) -> None:
        """Give the keys to the next pane or the one before: actors, each text, panels."""
        panes: list[tuple[Widget | None, int]] = [(one, 0) for one in self.focus_chain]
        at = panes.index((self.texts, 0)) if (self.texts, 0) in panes else None
        if at is not None:
            panes.insert(at + 1, (self.texts, 1))
        focused = self.focused
        here = (focused, self.place.side if focused is self.texts else 0)
        widget, side = panes[(panes.index(here) + by) % len(panes)] if here in panes else panes[0]
        async with self.painted_once():
            if widget is self.texts:
                self.action_side(side)
            else:
                self.set_focus(widget)
                self.refresh_lines()

    def action_sidebar(self) -> None:
        """Show or hide the actors; on a narrow screen they slide over the texts."""
        shown = self.drawer if self.has_class("-narrow") else self.sidebar
        shown = self.bare or self.zoomed or not shown
        self.bare = self.zoomed = False
        if self.has_class("-narrow"):
            self.drawer = shown
        else:
            self.sidebar = shown
        self.set_focus(self.query_one(ActorList) if shown else self.texts)

    def watch_sidebar(self, sidebar: bool) -> None:
        """The actors beside the texts, on a wide screen."""
        self.query_one(ActorList).set_class(not sidebar, "-hidden")

    def watch_drawer(self, drawer: bool) -> None:
        """The actors over the texts, on a narrow screen."""
        self.query_one(ActorList).set_class(drawer, "-open")
