"""What a note can be about: a draft of a note, still without words, for each kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.notes.anchoring import make_target
from corpus.notes.model import Draft
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.actors.model import Actor
    from corpus.frames import Frame
    from corpus.links.model import End, Gap
    from corpus.notes.model import Target
    from corpus.text import Document


def about_span(document: Document, span: Span) -> Draft:
    """A draft on a passage, or on any other words of a text."""
    return Draft("", (make_target(document, span),))


def about_pair(documents: Sequence[Document], *ends: End) -> Draft:
    """A draft on the two ends of a link."""
    targets = [_run(_named(documents, end.document), end.passages) for end in ends]
    return Draft("", tuple(targets), kind="pair")


def about_gap(documents: Sequence[Document], gap: Gap) -> Draft:
    """A draft on passages for which no counterpart was found."""
    return Draft("", (_run(_named(documents, gap.document), gap.passages),), kind="gap")


def about_actor(documents: Sequence[Document], actor: Actor) -> Draft:
    """A draft on an actor, with the first mention in each text to be found by."""
    places = ((one.document, Span(one.start, one.end)) for one in actor.mentions)
    return Draft("", _firsts(documents, places), kind="actor", name=actor.name)


def about_frame(documents: Sequence[Document], frame: Frame) -> Draft:
    """A draft on a frame, with its first use in each text to be found by."""
    places = ((one.document, Span(one.start, one.end)) for one in frame.uses)
    return Draft("", _firsts(documents, places), kind="frame", name=frame.name)


def _run(document: Document, numbers: Sequence[int]) -> Target:
    """The words from the first of these passages to the last."""
    first, last = (document.passage(number).span for number in (min(numbers), max(numbers)))
    return make_target(document, Span(first.start, last.end))


def _firsts(
    documents: Sequence[Document], places: Iterable[tuple[str, Span]]
) -> tuple[Target, ...]:
    """In each document the first of these places, if there is one."""
    first: dict[str, Span] = {}
    for name, span in places:
        first[name] = min(span, first.get(name, span))
    return tuple(make_target(one, first[one.id]) for one in documents if one.id in first)


def _named(documents: Sequence[Document], name: str) -> Document:
    return next(document for document in documents if document.id == name)
