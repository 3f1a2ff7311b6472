"""Two texts side by side, and moving in them: the mediator of what is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tui import place as moves
from tui.casting import Stop, rows, stops
from tui.facing import GRADES, Facing, face
from tui.keys import footer
from tui.marking import marks
from tui.paint import Marks
from tui.place import Place
from tui.status import Facts, Target, status
from tui.trail import Trail
from tui.why import cautions, reasons, title
from tui.widgets.lists import ActorList
from tui.widgets.parallel import ParallelView

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from corpus.actors.model import Actor
    from corpus.story import Story
    from corpus.text import Document, Span
    from tui.keys import Where
    from tui.marking import Noted
    from tui.messages import RibbonClicked, WordsClicked
    from tui.selecting import Selection

_ACTORS_WIDTH = 28


class FacingScreen(Screen[None]):
    """Shows a story's first two documents and moves in them.

    ``facing``, ``place``, ``marks`` and ``locked`` flow down to the texts;
    clicks and choices come up as messages.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-mid"), (160, "-wide")]  # noqa: RUF012 - Textual's

    facing: reactive[Facing | None] = reactive(None)
    place: reactive[Place] = reactive(Place())
    marks: reactive[tuple[Marks, Marks]] = reactive((Marks(), Marks()))
    locked: reactive[bool] = reactive(True)
    sidebar: reactive[bool] = reactive(True)
    drawer: reactive[bool] = reactive(False)
    why: reactive[bool] = reactive(False)

    def __init__(self, story: Story, documents: tuple[Document, Document]) -> None:
        super().__init__()
        self.story = story
        self.documents = documents
        self.working = "looking for actors and links…"
        self.saved = ""
        self.trail = Trail()
        self.actor: Actor | None = None
        self.stop = -1
        self.selection: Selection | None = None
        self.noted: tuple[Noted, ...] = ()

    def compose(self) -> ComposeResult:
        """Banner, actors, texts, evidence, status and keys."""
        yield Static(id="banner", markup=False)
        with Horizontal(id="body"):
            yield ActorList(id="actors", markup=False)
            yield ParallelView(id="texts").data_bind(
                FacingScreen.facing, FacingScreen.place, FacingScreen.marks, FacingScreen.locked
            )
        yield Static(id="why", markup=False)
        yield Static(id="status", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the texts before anything is looked for."""
        self.facing = face(self.documents, ())
        self._texts.focus()
        self.refresh_lines()

    @property
    def _texts(self) -> ParallelView:
        return self.query_one(ParallelView)

    @property
    def here(self) -> Facing:
        """The facing texts; there from the first moment on."""
        return self.facing or face(self.documents, ())

    # What is found

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story; the reader stays where they are."""
        self.story = story
        self.working = "" if done else "looking for links…"
        self.facing = face(self.documents, story.links, self.here.bar)
        self._show_warnings()
        self._show_actors()
        if self.place.tie is None:
            self.go(moves.on_passage(self.here, self.place.side, self.place.number, self.place))
        self.refresh_lines()

    def _show_warnings(self) -> None:
        told = [one.words for one in self.story.warnings if one.kind == "different-moments"]
        self._put("#banner", "\n".join(f"! {words}" for words in told))

    def _show_actors(self) -> None:
        from corpus.actors import similar_names

        alike = {
            actor for pair in similar_names(self.story.actors) for actor in (pair.one, pair.other)
        }
        shown = rows(self.story.actors, self.documents, alike, _ACTORS_WIDTH - 2)
        self.query_one(ActorList).show(shown)

    # Moving

    def go(self, place: Place | None, otherwise: str = "", *, jump: bool = False) -> None:
        """To a place, or say why there is none; a jump can be taken back."""
        if place is None:
            self.notify(otherwise, markup=False)
            return
        if jump:
            self.trail = self.trail.leaving(self.place)
        self.place = place
        self.refresh_lines()

    def action_step(self, by: int) -> None:
        """To the next or previous passage."""
        self.go(moves.step(self.here, self.place, by))

    def action_paragraph(self, by: int) -> None:
        """To the next or previous paragraph."""
        self.go(moves.paragraph(self.here, self.place, by))

    def action_end(self, which: int) -> None:
        """To the first or the last passage."""
        self.go(moves.step(self.here, self.place, which * 10**9), jump=True)

    def action_side(self, side: int) -> None:
        """Give the keys to the left or the right text."""
        self._texts.focus()
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
        number = self._texts.page(halves)
        self.go(moves.on_passage(self.here, self.place.side, number, self.place))

    def action_scroll_rows(self, rows_: int) -> None:
        """Scroll by rows."""
        self._texts.scroll_rows(rows_)

    def action_lock(self) -> None:
        """Scroll the texts together, or each alone."""
        self.locked = not self.locked
        self.refresh_lines()

    def action_back(self) -> None:
        """Back along the jump list."""
        self._along(self.trail.back(self.place))

    def action_forward(self) -> None:
        """Forward along the jump list."""
        self._along(self.trail.forward(self.place))

    def _along(self, step: tuple[Trail, Place] | None) -> None:
        if step is None:
            self.notify("no further place to go to", markup=False)
            return
        self.trail = step[0]
        self.go(step[1])

    def action_target(self, by: int) -> None:
        """To the next mention of the chosen actor, else to the next pair."""
        lit = self._lit()
        if not lit:
            self.action_pair(by)
            return
        self.stop = (self.stop + by) % len(lit) if self.stop >= 0 else 0
        stop = lit[self.stop]
        self.go(moves.at_words(self.here, self.place, stop.side, stop.span), jump=True)

    def on_words_clicked(self, message: WordsClicked) -> None:
        """To the passage that was clicked."""
        passage = self.documents[message.side].passage_at(message.offset)
        if passage is not None:
            self.go(moves.on_passage(self.here, message.side, passage.number, self.place))

    def on_ribbon_clicked(self, message: RibbonClicked) -> None:
        """To the linked pair that was clicked."""
        self.go(moves.on_tie(message.tie, self.place.side), jump=True)

    # Actors

    def _lit(self) -> tuple[Stop, ...]:
        return stops(self.actor, self.documents) if self.actor else ()

    def on_option_list_option_selected(self, message: ActorList.OptionSelected) -> None:
        """Light every mention of the actor and go to the first."""
        chosen = [one for one in self.story.actors if one.id == message.option_id]
        self.actor, self.stop = (chosen[0] if chosen else None), -1
        self._texts.focus()
        self.drawer = False
        self.action_target(1)
        if self.actor is not None:
            self._say_alike(self.actor)

    def _say_alike(self, actor: Actor) -> None:
        from corpus.actors import similar_names

        for pair in similar_names(self.story.actors):
            if actor.id in (pair.one, pair.other):
                self.notify(pair.words, title="Similar names, kept apart", markup=False)

    # Panels

    def action_sidebar(self) -> None:
        """Show or hide the actors; on a narrow screen they slide over the texts."""
        if self.has_class("-narrow"):
            self.drawer = not self.drawer
            shown = self.drawer
        else:
            self.sidebar = shown = not self.sidebar
        (self.query_one(ActorList) if shown else self._texts).focus()

    def watch_sidebar(self, sidebar: bool) -> None:
        """The actors beside the texts, on a wide screen."""
        self.query_one(ActorList).set_class(not sidebar, "-hidden")

    def watch_drawer(self, drawer: bool) -> None:
        """The actors over the texts, on a narrow screen."""
        self.query_one(ActorList).set_class(drawer, "-open")

    def action_why(self) -> None:
        """Show or hide the evidence for the current pair."""
        if self.place.tie is None and not self.why:
            self.notify("no counterpart found for this passage", markup=False)
            return
        self.why = not self.why
        self.refresh_lines()

    def action_bar(self, by: int) -> None:
        """Raise or lower the bar, the weakest grade that is shown."""
        at = max(0, min(len(GRADES) - 1, GRADES.index(self.here.bar) + by))
        self.facing = face(self.documents, self.story.links, GRADES[at])
        self.notify(f"{len(self.here.ties)} links, {GRADES[at]} and up", markup=False)
        self.go(moves.on_passage(self.here, self.place.side, self.place.number, self.place))

    def on_resize(self, _: events.Resize) -> None:
        """Choose the keys that fit."""
        self.refresh_lines()

    # The lines below the texts

    def refresh_lines(self) -> None:
        """Show marks, evidence, status and keys for where the reader is."""
        lit = self._lit()
        current = lit[self.stop] if lit and self.stop >= 0 else None
        self.marks = marks(
            self.here,
            self.place,
            lit=lit,
            current=current,
            notes=self.noted,
            selection=self.selection,
        )
        self._put("#why", self._why())
        self._put("#status", status(self.here, self.place, self._facts(len(lit))))
        where: Where = "select" if self.selection else "reader"
        self._put("#keys", footer(self.size.width, where))

    def _put(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        line.update(Content(text))
        if selector in {"#banner", "#why"}:
            line.display = bool(text)

    def _why(self) -> str:
        tie = self.place.tie
        if tie is None or not self.why:
            return ""
        return "\n".join([title(self.here, tie), *reasons(tie), *cautions(tie)])

    def _facts(self, lit: int) -> Facts:
        alone = [
            sum(len(gap.passages) for gap in self.story.gaps if gap.document == document.id)
            for document in self.documents
        ]
        return Facts(
            target=Target(self.actor.name, self.stop + 1, lit) if self.actor else None,
            alone=(alone[0], alone[1]),
            working=self.working,
            locked=self.locked,
            notes=len({one.note.id for one in self.noted}),
            astray=len({one.note.id for one in self.noted if one.anchor.state != "found"}),
            saved=self.saved,
        )

    def words_here(self) -> Span | None:
        """The selected words, else the current passage; None in a text without passages."""
        if self.selection is not None:
            return self.selection.span
        document = self.documents[self.place.side]
        return document.passage(self.place.number).span if document.passages else None

    def unlit(self) -> bool:
        """Put the lights out; whether any were on."""
        was, self.actor, self.stop = self.actor, None, -1
        self.place = replace(self.place, at=None)
        return was is not None
