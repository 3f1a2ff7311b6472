"""Two texts side by side, and moving in them: the mediator of what is shown."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from corpus.sanitise import one_line
from tui import place as moves
from tui.cells import cut, steady
from tui.facing import GRADES, Facing, face
from tui.keys import footer
from tui.marking import Notes, marks
from tui.paint import Marks
from tui.place import Place
from tui.status import SEEKING, Facts, status
from tui.themed import OwnKeysScreen
from tui.trail import Stay, Trail
from tui.widgets.actors import ActorList
from tui.widgets.parallel import ParallelView

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

    from corpus.links.model import Link
    from corpus.story import Story
    from corpus.text import Document, Span
    from tui.casting import Lights
    from tui.keys import Where
    from tui.layout import Tops
    from tui.marking import Noted
    from tui.selecting import Selection
    from tui.views import View

# Below this height the warning takes one row instead of two.
_SHORT = 20
# Below this one it takes none.
_SPARE = 12
# Of the loop, from a change of focus until the last widget has told the screen.
_TURNS = 4


class FacingScreen(OwnKeysScreen[None]):
    """Shows a story's first two documents and moves in them.

    ``facing``, ``place``, ``marks``, ``locked``, ``zoomed`` and ``bare`` flow
    down to the texts; clicks and choices come up as messages.
    """

    AUTO_FOCUS = ""  # the texts are given the keys, nothing before them
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-mid"), (160, "-wide")]  # noqa: RUF012 - Textual's

    facing: var[Facing | None] = var(None)
    place: var[Place] = var(Place())
    marks: var[tuple[Marks, Marks]] = var((Marks(), Marks()))
    locked: var[bool] = var(True)
    why: var[bool] = var(False)
    zoomed: var[bool] = var(False)
    bare: var[bool] = var(False)

    view: View = "read"
    passages = 0  # about how many texts that are not read to the end will have

    def __init__(self, story: Story, documents: tuple[Document, Document]) -> None:
        super().__init__()
        self.story = story
        self.documents = documents
        self.shown = False
        self.banner = True
        self.working = SEEKING
        self.saved = ""
        self.said = ""
        self.trail: Trail[Stay] = Trail()
        self.lights: Lights | None = None
        self.selection: Selection | None = None
        self.notes = Notes(documents)
        self._lines_shown: dict[str, Content] = {}
        self._footers: dict[tuple[int, tuple[Where, ...]], str] = {}

    def compose(self) -> ComposeResult:
        """Banner, actors, texts, status and keys."""
        yield Static(id="banner", markup=False)
        with Horizontal(id="body"):
            yield ActorList(id="actors")
            yield ParallelView(self.passages, id="texts").data_bind(
                FacingScreen.facing,
                FacingScreen.place,
                FacingScreen.marks,
                FacingScreen.locked,
                FacingScreen.zoomed,
                FacingScreen.bare,
            )
        yield Static(id="status", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the texts before anything is looked for."""
        self.shown = True
        self.facing = face(self.documents, ())
        self.texts.focus()
        self.refresh_lines()

    @property
    def texts(self) -> ParallelView:
        """The widget that shows both texts."""
        return self.query_one(ParallelView)

    @property
    def here(self) -> Facing:
        """The facing texts; there from the first moment on."""
        return self.facing or face(self.documents, ())

    @property
    def noted(self) -> Sequence[Noted]:
        """The notes on the two texts shown, a target each."""
        return self.notes.noted

    @property
    def links(self) -> Sequence[Link]:
        """The links that are shown, as far as the bar lets them."""
        return self.story.links

    # Which texts

    def face_texts(self, left: Document, right: Document) -> None:
        """Show other texts of the story, from their beginning, with what joins them."""
        self.documents = (left, right)
        self.lights = self.selection = None
        self.trail = Trail()
        self.place = Place()
        self.facing = face(self.documents, self.links, self.here.bar)
        self.to_passage(0, 1)

    def go_on(self, before: Facing, place: Place, tops: Tops) -> None:
        """To where the reader was while less of these texts was known, unless they left already."""
        self.place = moves.carried(place, before, self.here)
        for texts in self.query(ParallelView):
            texts.show_from(tops)

    # What is found

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story; the reader stays where they are."""
        self.story = story
        self.working = "" if done else "looking for links…"
        self.facing = face(self.documents, self.links, self.here.bar)
        self.show_warnings()
        index, tops = self.here.index_of(self.place.tie), self.texts.tops
        if self.place == Place() and self.here.ties_of(0, 1):
            self.go(moves.on_tie(self.here.ties[0], 0))  # so that J begins with the second pair
            return
        if index is None:
            self.stay()
        else:
            self.go(self.place._replace(tie=self.here.ties[index]))
        self.texts.show_from(tops)

    def show_warnings(self) -> None:
        """Show what the reader is told above the texts."""
        rows = self.banner_rows
        shown = self.banner and rows
        self._put("#banner", Content("\n".join(self.told_above(rows)) if shown else ""))

    def told_above(self, rows: int) -> list[str]:
        """Warnings in so many rows."""
        told = [one.words for one in self.story.warnings if one.kind == "different-moments"]
        room = rows * self.size.width - 10 * rows  # wrapping leaves the ends of rows empty
        return [cut(f"! {' '.join(told)}", room)] if told else []

    @property
    def banner_rows(self) -> int:
        """How many rows the warning may take."""
        if self.bare or self.size.height < _SPARE:
            return 0
        return 1 if self.size.height < _SHORT else 2

    @property
    def has_banner(self) -> bool:
        """Whether there is a warning above the texts."""
        return bool(self._lines_shown.get("#banner", Content()))

    def hide_banner(self) -> None:
        """Give the rows of the warning to the texts; it is told again at the next start."""
        self.banner = False
        self.show_warnings()

    # Moving

    def go(self, place: Place | None, otherwise: str = "", *, jump: bool = False) -> None:
        """To a place, or say why there is none; a jump can be taken back."""
        if place is None:
            self.notify(otherwise, markup=False)
            return
        self.said = ""
        if jump and place != self.place:
            self.trail = self.trail.leaving(self.stay_here)
        self.place = place
        self.refresh_lines()

    def to_passage(self, side: int, number: int, *, jump: bool = False) -> None:
        """To a passage; the other side follows while the texts move together."""
        place = moves.on_passage(self.here, side, number, self.place, follow=self.locked)
        self.go(place, jump=jump)

    def stay(self) -> None:
        """On the current passage, with whatever it is linked to now."""
        self.to_passage(self.place.side, self.place.number)

    def close_view(self) -> None:
        """Show the texts; they are shown already."""

    @asynccontextmanager
    async def painted_once(self) -> AsyncGenerator[None]:
        """Paint nothing until every widget has said what it made of this, a few turns later."""
        with self.app.batch_update():
            yield
            for _ in range(_TURNS):
                await asyncio.sleep(0)
        self.check_idle()

    def focus_main(self) -> None:
        """Give the keys to whatever stands in the middle."""
        self.set_focus(self.texts)

    def action_redraw(self) -> None:
        """Paint everything anew, whatever another program left on the screen."""
        self.app.refresh(layout=True)

    @property
    def stay_here(self) -> Stay:
        """Where the reader is, and in which view."""
        return Stay(self.place, self.view)

    def come_back(self, stay: Stay) -> None:
        """To a stay of the jump list."""
        self.go(stay.place)

    # What is shown

    def action_bar(self, by: int) -> None:
        """Raise or lower the bar, the weakest grade that is shown."""
        at = max(0, min(len(GRADES) - 1, GRADES.index(self.here.bar) + by))
        self.facing = face(self.documents, self.links, GRADES[at])
        self.notify(f"{len(self.here.ties)} links, {GRADES[at]} and up", markup=False)
        self.stay()

    def on_resize(self) -> None:
        """Choose what fits."""
        self.show_warnings()
        self.refresh_lines()

    # The lines below the texts

    def refresh_lines(self) -> None:
        """Show marks, status and keys for where the reader is."""
        self.marks = marks(self.here, self.place, self.lights, self.notes, self.selection)
        self._put("#status", Content(self.status_line()))
        self._put("#keys", self.last_line())
        self.query_one("#keys").set_class(self.has_news, "-said")

    @property
    def has_news(self) -> bool:
        """Whether the line of keys tells something else than keys."""
        return bool(self.said)

    def last_line(self) -> Content:
        """Small news, or the keys of the moment."""
        keys = f" {self.said}" if self.said else self.footer(self.where())
        return Content(cut(keys, self.size.width))

    def status_line(self) -> str:
        """Where the reader is, and what is known of it."""
        return status(self.here, self.place, self._facts())

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - Textual's; markup is never read here
    ) -> None:
        """Small news stand in the line of keys until the next move; they cover nothing."""
        if severity == "information" and timeout is None:
            self.said = one_line(f"{title}: {message}" if title else message)
            self.refresh_lines()
        else:
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def footer(self, where: tuple[Where, ...]) -> str:
        """The keys of a part of the program, chosen once for each width."""
        width = self.size.width
        if (width, where) not in self._footers:
            self._footers[width, where] = footer(width, *where)
        return self._footers[width, where]

    def _put(self, selector: str, text: Content) -> None:
        """Show a line, if it is another; only the warning has rows to give or to take."""
        shown = self._lines_shown.get(selector)
        if shown is not None and (shown.plain, shown.spans) == (text.plain, text.spans):
            return
        self._lines_shown[selector] = text
        line, flows = self.query_one(selector, Static), selector == "#banner"
        line.update(Content(steady(text.plain), list(text.spans)), layout=flows)
        if flows:
            line.display = bool(text)

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        if self.selection is not None:
            return ("select",)
        in_list = isinstance(self.focused, ActorList)
        story: tuple[Where, ...] = ("story",) if len(self.story.documents) > 2 else ()
        return (*(("list", "cast", "who") if in_list else ()), "reader", "texts", *story)

    def on_descendant_focus(self) -> None:
        """Show the keys of whatever has them now."""
        self.refresh_lines()

    def noted_at(self, side: int, number: int) -> Sequence[Noted]:
        """The notes on one passage, oldest first."""
        return self.notes.at(side, number)

    def _facts(self) -> Facts:
        alone = [
            (one.id, self.story.alone[one.id])
            for one in (self.documents if len(self.story.documents) < 3 else self.story.documents)
        ]
        return Facts(
            target=self.lights.target if self.lights else None,
            alone=alone,
            working=self.working,
            locked=self.locked,
            notes=self.notes.number,
            changed=self.notes.astray["changed"],
            orphaned=self.notes.astray["orphaned"],
            saved=self.saved,
        )

    def words_here(self) -> Span | None:
        """The selected words, else the current passage; None in a text without passages."""
        if self.selection is not None:
            return self.selection.span
        document = self.documents[self.place.side]
        return document.passage(self.place.number).span if document.passages else None
