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
    answered = "  ".join(_coverage(known, side) for side in (0, 1))
    empty = "no links yet" if not known.story.linked else "every passage has a counterpart"
    return Page(f"Gaps: no counterpart found   answered {answered}", entries, empty)


def _side(
    known: Known, side: int, document: Document, speakers: Mapping[tuple[str, int], str]
) -> Iterator[Entry]:
    nearest, elsewhere = _nearest(known, side), _elsewhere(known, side)
    numbers = _alone(known, side)
    if numbers and known.story.linked:
        other = known.documents[1 - side].id
        what = f"ONLY IN {document.id}" if len(known.story.documents) < 3 else f"NOT IN {other}"
        yield heading(f"{what}  {len(numbers)} of {len(document.passages)} in {document.id}")
    for number in numbers if known.story.linked else ():
        near, speaker = nearest.get(number), speakers.get((document.id, number), NARRATOR)
        here = (number, near.passage if near else None)
        yield Entry(
            partial(_lines, known, side, number, speaker),
            Spot(side, here if side == 0 else (here[1], here[0])),
            f"{document.id} {number}",
            1,
            partial(_detail, known, side, number, near, elsewhere.get(number, "")),
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


def _detail(
    known: Known, side: int, number: int, near: Nearest | None, elsewhere: str
) -> list[str]:
    """The passage in full, and what comes nearest to it."""
    document, other = known.documents[side], known.documents[1 - side]
    told = [passage_line(document, number)]
    if elsewhere:
        told.append(f"its counterpart elsewhere in the story: {elsewhere}")
    if near is None:
        return [*told, f"no counterpart found in {other.id}; no word of weight is shared"]
    nearest = f"no counterpart found in {other.id}; nearest, {near.score:.2f}; = links the two:"
    return [*told, nearest, passage_line(other, near.passage)]


def _alone(known: Known, side: int) -> list[int]:
    """The passages of one side without a link above weak to the other."""
    here, there = known.documents[side], known.documents[1 - side]
    answered = _answered(known.story, here, there)
    return [passage.number for passage in here.passages if passage.number not in answered]


def _answered(story: Story, here: Document, there: Document) -> dict[int, int]:
    """The passages of one document that another answers, and the first passage that does."""
    found: dict[int, int] = {}
    for link in story.links:
        ends = {link.a.document: link.a.passages, link.b.document: link.b.passages}
        if link.grade != "weak" and {here.id, there.id} == ends.keys():
            found.update({n: ends[there.id][0] for n in ends[here.id] if n not in found})
    return found


def _elsewhere(known: Known, side: int) -> Mapping[int, str]:
    """Where else in a story of more than two texts a passage has a counterpart."""
    shown = {document.id for document in known.documents}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for other in known.story.documents:
        if other.id not in shown:
            for number, there in _answered(known.story, known.documents[side], other).items():
                found[number].append(f"{other.id}·{there}")
    return {number: ", ".join(places) for number, places in found.items()}


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


def _coverage(known: Known, side: int) -> str:
    """How much of a text has a counterpart, as a bar and in numbers."""
    document = known.documents[side]
    of = len(document.passages)
    answered = of - len(_alone(known, side))
    filled = round(_BAR * answered / of) if of else 0
    return f"{document.id} {'█' * filled}{'░' * (_BAR - filled)} {answered}/{of}"
