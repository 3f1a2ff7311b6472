"""Gaps: the passages for which no counterpart was found, and who says what they say."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from corpus.links.overrule import overrule
from tui.place import Spot
from tui.views.page import Entry, Page, excerpt, fitted, heading, passage_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.links.model import Nearest
    from corpus.story import Story
    from corpus.text import Document
    from tui.views.page import Known, Line

NARRATOR = "narrator"
_BAR = 10  # cells of the bar that shows a text's coverage
_PLACE = 7
_WIDE = 100
_MODES = {"direct": ", quoted", "mixed": ", part quoted", "indirect": ""}


def gaps(known: Known) -> Page:
    """What has no counterpart found: the left text's passages, then the right's."""
    speakers = _speakers(known.story)
    entries = [
        entry
        for side, document in enumerate(known.documents)
        for entry in _side(known, side, document, speakers)
    ]
    answered = "  ".join(_coverage(known, document) for document in known.documents)
    empty = "no links yet" if not known.story.linked else "every passage has a counterpart"
    return Page(f"Gaps: no counterpart found   answered {answered}", entries, empty)


def _side(
    known: Known, side: int, document: Document, speakers: Mapping[tuple[str, int], str]
) -> Iterator[Entry]:
    nearest = _nearest(known, side)
    numbers = _alone(known.story, document)
    if numbers:
        yield heading(f"ONLY IN {document.id}  {len(numbers)} of {len(document.passages)}")
    for number in numbers:
        near = nearest.get(number)
        here = (number, near.passage if near else None)
        yield Entry(
            partial(_lines, known, side, number, speakers.get((document.id, number), NARRATOR)),
            Spot(side, here if side == 0 else (here[1], here[0])),
            f"{document.id} {number}",
            1,
            partial(_detail, known, side, number, near),
        )


def _lines(known: Known, side: int, number: int, speaker: str, width: int) -> list[Line]:
    document = known.documents[side]
    said_by = 30 if width >= _WIDE else 20
    return [
        [
            (fitted(f"{document.id}·{number}", _PLACE), ("number",)),
            (f"{known.noted.get((side, number), ' ')} ", ("note-sign",)),
            (f"{fitted(speaker, said_by)}  ", () if speaker == NARRATOR else ("speaker",)),
            *excerpt(document, document.passage(number).span, (), width - _PLACE - said_by - 4),
        ]
    ]


def _detail(known: Known, side: int, number: int, near: Nearest | None) -> list[str]:
    """The passage in full, and what comes nearest to it."""
    document, other = known.documents[side], known.documents[1 - side]
    whole = passage_line(document, number)
    if near is None:
        return [whole, f"no counterpart found in {other.id}; no word of weight is shared"]
    told = f"no counterpart found in {other.id}; nearest, {near.score:.2f}; = links the two:"
    return [whole, told, passage_line(other, near.passage)]


def _alone(story: Story, document: Document) -> list[int]:
    return [n for gap in story.gaps if gap.document == document.id for n in gap.passages]


def _nearest(known: Known, side: int) -> Mapping[int, Nearest]:
    """The nearest passage of the other text on the screen, by number."""
    here, there = known.documents[side].id, known.documents[1 - side].id
    for found in known.story.linked:
        one = overrule(found, known.story.rulings)
        for a, b, nearest in ((one.a, one.b, one.nearest_a), (one.b, one.a, one.nearest_b)):
            if (a, b) == (here, there):
                return {n: near for n, near in enumerate(nearest, start=1) if near}
    return {}


def _speakers(story: Story) -> Mapping[tuple[str, int], str]:
    """Who makes the claims of a passage, by document and number."""
    found: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    documents = {document.id: document for document in story.documents}
    for actor in story.actors:
        for statement in actor.statements:
            for part in statement.content:
                passage = documents[statement.document].passage_at(part.start)
                if passage is not None:
                    told = f"{actor.name}{_MODES[statement.mode]}"
                    found[statement.document, passage.number][told] = None
    return {place: "; ".join(told) for place, told in found.items()}


def _coverage(known: Known, document: Document) -> str:
    """How much of a text has a counterpart, as a bar and in numbers."""
    of = len(document.passages)
    answered = of - len(_alone(known.story, document))
    filled = round(_BAR * answered / of) if of else 0
    return f"{document.id} {'█' * filled}{'░' * (_BAR - filled)} {answered}/{of}"
