"""What is told of texts, places and links: one statement a line, made to be heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.links.overrule import HAND
from corpus.report.parts import counted
from corpus.sanitise import one_line
from tui.facing import GRADES
from tui.marking import numbers_of
from tui.views.gaps import alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import End, Link
    from corpus.notes.model import Note
    from corpus.text import Document, Span
    from tui.facing import Tie
    from tui.plain.state import State
    from tui.views.gaps import Alone


_PLACE = re.compile(r"\b([A-Z]+)·(\d+)")

GAP = "Gap"
"""What the stops are called while gaps are walked."""


UNLINKED = "No links are known: the search was stopped, or there is no second text."


def spoken(phrase: str) -> str:
    """A phrase of the finders on one line, its places told in full."""
    return one_line(_PLACE.sub(r"\1, passage \2", phrase))


def sentence(text: str) -> str:
    """Words with a full stop at their end, unless they have one."""
    return text if text.rstrip('”"’)').endswith((".", "!", "?", "…")) else f"{text}."


# -- the texts


def texts(documents: Sequence[Document]) -> Iterator[str]:
    """Each text with its date and length, and how it was read where that is to be known."""
    for document in documents:
        yield text(document)
        if document.removed:
            yield f"{document.id}: characters left out that control or hide: {document.removed}."
        yield from (sentence(f"{document.id}: {one}") for one in document.notices)


def text(document: Document) -> str:
    """A text in a line."""
    label, outlet = document.fact("label"), document.fact("outlet")
    name = label.value if label else document.title or document.name
    from_ = f", {outlet.value}" if outlet else ""
    length = counted(len(document.passages), "passage")
    return f"Text {document.id}: {name}{from_}, {document.date or 'undated'}, {length}."


def coverage(state: State) -> Iterator[str]:
    """How many links there are, and how much of each text has a counterpart."""
    if not state.story.linked:
        yield UNLINKED
        return
    yield bar(state)
    without = alone(state.known)
    for side, document in enumerate(state.facing.documents):
        of = len(document.passages)
        left = sum(one.side == side for one in without)
        other = state.facing.documents[1 - side].id
        found = f"{of - left} of {counted(of, 'passage')} of {document.id}"
        yield f"A counterpart in {other} is found for {found}."


def bar(state: State) -> str:
    """How many links are shown, by grade."""
    ties = state.facing.ties
    grades = [(sum(tie.link.grade == one for tie in ties), one) for one in GRADES]
    shown = ", ".join(f"{count} {one}" for count, one in grades if count)
    least = "" if state.facing.bar == GRADES[-1] else f", {state.facing.bar} and up"
    return f"{counted(len(ties), 'link')}{least}{': ' + shown if shown else ''}."


# -- a place


def here(state: State) -> list[str]:
    """Where the reader is: the stop of a walk, a linked pair, or a passage."""
    if not state.document.passages:
        return [f"{state.document.id} has no passages."]
    stop = state.lights.current if state.lights else None
    if state.lights and stop and (stop.side, stop.span) == (state.place.side, state.place.at):
        return [*at_stop(state), *(_gap(state) if state.walking == GAP else passage(state))]
    return pair(state, state.place.tie) if state.place.tie else passage(state)


def at_stop(state: State) -> list[str]:
    """Which stop of a walk the reader is at, and its words."""
    lights = state.lights
    if lights is None or lights.current is None:
        return []
    count = f"{state.walking} {lights.at + 1} of {len(lights.stops)}"
    if not lights.lit:
        return [f"{count}."]
    words = state.facing.documents[lights.current.side].quote(lights.current.span)
    return [f"{count}, {lights.name}: “{one_line(words)}”."]


def _gap(state: State) -> list[str]:
    """A passage without a counterpart: who says it, and what comes nearest to it."""
    side, number = state.place.side, state.place.number
    found = next((o for o in alone(state.known) if (o.side, o.number) == (side, number)), None)
    if found is None:  # linked since the walk began
        return passage(state)
    told = [quoted(state.document, number), *_said(state, found)]
    return [*told, *_notes(state, side, number)]


def _said(state: State, one: Alone) -> Iterator[str]:
    other = state.facing.documents[1 - one.side]
    yield f"Said by: {sentence(one.speaker)}"
    if one.elsewhere:
        yield f"Its counterpart elsewhere in the story: {spoken(one.elsewhere)}."
    if one.nearest is None:
        yield f"No word of weight is shared with {other.id}."
    else:
        yield f"Nearest, {one.nearest.score:.2f}: {quoted(other, one.nearest.passage)}"


def passage(state: State) -> list[str]:
    """The current passage, what it is linked to, and its notes."""
    side, number = state.place.side, state.place.number
    return [
        quoted(state.document, number),
        *_links(state, side, number),
        *_notes(state, side, number),
    ]


def quoted(document: Document, number: int) -> str:
    """A whole passage on one line, with its text and number before it."""
    one = document.passage(number)
    heading = ", heading" if one.kind == "heading" else ""
    return f"{document.id}, passage {number}{heading}: {one_line(document.quote(one.span))}"


def pair(state: State, tie: Tie) -> list[str]:
    """A linked pair: which, both passages, the first reason, what to be careful about, notes."""
    index = state.facing.index_of(tie) or 0
    count = f"Pair {index + 1} of {len(state.facing.ties)}"
    return [
        f"{count}, {strength(tie.link)}.",
        *_end(state, 0, tie),
        *_end(state, 1, tie),
        *(f"Why: {sentence(words)}" for words in reasons(tie)[:1]),
        *cautions(tie),
        *(line for side in (0, 1) for line in _notes(state, side, state.place.numbers[side])),
    ]


def _end(state: State, side: int, tie: Tie) -> Iterator[str]:
    document = state.facing.documents[side]
    end = _end_in(tie.link, document)
    for number in end.passages:
        yield quoted(document, number)


def _end_in(link: Link, document: Document) -> End:
    return link.a if link.a.document == document.id else link.b


def strength(link: Link) -> str:
    """The grade, the score, and what the reader had to do with it."""
    by_hand = f", {HAND[link.hand]}" if link.hand else ""
    return f"{link.grade}, {link.score:.2f}{by_hand}"


def why(state: State) -> list[str]:
    """All reasons for the current pair with their shares of the score, and all cautions."""
    tie = state.place.tie
    if tie is None:
        return [f"No counterpart found for {name(state)}."]
    left, right = state.facing.documents
    ends = f"{left.id}, passage {tie.numbers[0]}, and {right.id}, passage {tie.numbers[1]}"
    lacks = [sentence(f"Not strong: {spoken(tie.link.not_strong)}")] if tie.link.not_strong else []
    return [
        f"{ends}: {strength(tie.link)}.",
        *(sentence(words) for words in reasons(tie, shares=True)),
        *lacks,
        *(cautions(tie) or ["No caution."]),
    ]


def reasons(tie: Tie, *, shares: bool = False) -> list[str]:
    """The reasons for a link, the weightiest first."""
    found = sorted(tie.link.evidence, key=lambda one: -one.weight)
    return [
        f"{_share(one.weight)}, {one.kind}: {spoken(one.words)}" if shares else spoken(one.words)
        for one in found
    ]


def _share(weight: float) -> str:
    return f"{weight:.2f}" if weight >= 0.005 else "Less than 0.01"


def cautions(tie: Tie) -> list[str]:
    """What to be careful about in a link, a line each."""
    return [
        sentence(f"Careful, {one.kind.replace('-', ' ')}: {spoken(one.words)}")
        for one in tie.link.cautions
    ]


def name(state: State) -> str:
    """The current passage by its text and number."""
    return f"{state.document.id}, passage {state.place.number}"


def side(state: State) -> str:
    """Which of the two texts the commands are about."""
    which = "right" if state.place.side else "left"
    of = len(state.document.passages)
    return (
        f"You are in {state.document.id}, the {which} text, passage {state.place.number} of {of}."
    )


def _links(state: State, side: int, number: int) -> Iterator[str]:
    if not state.story.linked:
        return
    other = state.facing.documents[1 - side]
    ties = state.facing.ties_of(side, number)
    told = [f"passage {tie.numbers[1 - side]}, {strength(tie.link)}" for tie in ties]
    if told:
        yield f"Linked to {other.id}, {'; '.join(told)}."
    else:
        least = "" if state.facing.bar == GRADES[-1] else f", {state.facing.bar} and up"
        yield f"No counterpart found in {other.id}{least}."


# -- notes


def noted_here(state: State, side: int, number: int) -> list[Note]:
    """The notes on a passage of one side, oldest first, each once."""
    index, document = state.index(side), state.facing.documents[side]
    found = [
        one.note for one in state.noted if one.side == index and number in numbers_of(one, document)
    ]
    return list({note.id: note for note in found}.values())


def note(one: Note) -> str:
    """What a note says, in a line."""
    parts = [
        *([f"about {one.name}"] if one.name else []),
        *([one.text] if one.text else []),
        *([f"tags {', '.join(one.tags)}"] if one.tags else []),
        *([f"colour {one.colour}"] if one.colour else []),
        *(["starred"] if one.starred else []),
    ]
    return one_line("; ".join(parts) or "without words")


def _notes(state: State, side: int, number: int) -> Iterator[str]:
    letter = state.facing.documents[side].id
    for one in noted_here(state, side, number):
        what = "the pair" if one.kind == "pair" else f"{letter}, passage {number}"
        yield sentence(f"Note on {what}: {note(one)}")


def words_of(document: Document, span: Span) -> str:
    """Words of a text on one line."""
    return one_line(document.quote(span))
