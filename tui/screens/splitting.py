"""Which mentions of an actor are somebody else's: all made in the same words, or one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from corpus.actors.rulings import spelled
from corpus.sanitise import one_line
from corpus.text import Span
from tui.keys import bindings, footer
from tui.paint import layer
from tui.place import NOWHERE
from tui.screens.ahead import PatientScreen
from tui.views.page import Entry, Page, excerpt, fitted
from tui.widgets.view import ViewList

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult

    from corpus.actors.model import Actor, Mention
    from corpus.text import Document
    from tui.messages import EntryChosen
    from tui.views.page import Line

_KINDS = {"metonym": "stands for it", "demonym": "a word for its people"}
_FIRST = ("metonym", "demonym", "nominal", "name", "pronoun")
_PLACE = 9


class Part(NamedTuple):
    """Mentions that can be split off: all in the same ``words``, or one alone."""

    mentions: tuple[Mention, ...]
    words: str = ""


def parts(actor: Actor) -> list[Part]:
    """The wordings of an actor, its own name last, each followed by its mentions."""
    found: dict[str, list[Mention]] = {}
    for mention in actor.mentions:
        found.setdefault(spelled(mention.text), []).append(mention)
    groups = sorted(found.values(), key=lambda one: _order(actor, one[0]))
    return [part for group in groups for part in _parts(group)]


def _order(actor: Actor, mention: Mention) -> tuple[bool, int]:
    return spelled(mention.text) == spelled(actor.name), _FIRST.index(mention.kind)


def _parts(group: Sequence[Mention]) -> Iterator[Part]:
    if group[0].kind != "pronoun":
        yield Part(tuple(group), one_line(group[0].text))
    if len(group) > 1 or group[0].kind == "pronoun":
        yield from (Part((mention,)) for mention in group)


def parts_page(actor: Actor, documents: Mapping[str, Document]) -> Page:
    """The parts as a page; the keys of its entries are their indices."""
    entries = [
        Entry(partial(_lines, part, documents), NOWHERE, str(at))
        for at, part in enumerate(parts(actor))
    ]
    return Page("", entries)


def _lines(part: Part, documents: Mapping[str, Document], width: int) -> list[Line]:
    first = part.mentions[0]
    document = documents[first.document]
    passage = document.passage_at(first.start)
    if part.words:
        kind = f", {_KINDS[first.kind]}" if first.kind in _KINDS else ""
        told = f"all “{part.words}”: {len(part.mentions)}{kind}"
        return [[(fitted(told, width), ("name",))]]
    place = f"  {first.document}·{passage.number if passage else '–'}"
    line: Line = [(fitted(place, _PLACE), ("number",))]
    if passage is not None:
        span, words = passage.span, Span(first.start, first.end)
        from_here = Span(max(span.start, words.start - width // 3), span.end)
        line += excerpt(document, from_here, layer("evidence", [words]), width - _PLACE)
    return [line]


class SplitScreen(PatientScreen[Part]):
    """Gives the part of an actor that is to be split off."""

    BINDINGS: ClassVar = bindings("dialog")

    def __init__(self, actor: Actor, documents: Sequence[Document]) -> None:
        super().__init__()
        self._actor = actor
        self._documents = {document.id: document for document in documents}

    def compose(self) -> ComposeResult:
        """A question, the parts, the keys."""
        with Vertical(classes="page"):
            yield Static(Content(f"Which of these are not {self._actor.name}?"), classes="quote")
            yield ViewList()
            yield Static(Content(footer(76, "choice", "dialog")), classes="keys")

    def on_mount(self) -> None:
        """Show the parts."""
        self.query_one(ViewList).show(parts_page(self._actor, self._documents))

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """This part."""
        self.dismiss(parts(self._actor)[int(message.entry.key)])
