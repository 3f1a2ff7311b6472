"""Gaps: the passages for which no counterpart was found, and who says what they say."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from corpus.links.overrule import overrule
from tui.place import Spot
from tui.views.page import Entry, Page, excerpt, fitted, heading, passage_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.links.model import Nearest
    from corpus.story import Story
    from corpus.text import Document
    from tui.views.page import Known, Line

NARRATOR = "narrator"
_BAR = 10  # cells of the bar that shows a text's coverage
_PLACE = 7
_WIDE = 100
_MODES = {"direct": ", quoted", "mixed": ", part quoted", "indirect": ""}


class Alone(NamedTuple):
    """A passage of one side for which no counterpart was found on the other.

    ``speaker`` is who says it and how, ``nearest`` what comes nearest to it,
    ``elsewhere`` where other texts of the story answer it, such as ``C·4``.
    """

    side: int
    number: int
    speaker: str
    nearest: Nearest | None
    elsewhere: str = ""


def gaps(known: Known) -> Page:
    """What has no counterpart found: the left text's passages, then the right's."""
    found = alone(known)
    entries = [
        entry
        for side, document in enumerate(known.documents)
        for entry in _side(known, document, [one for one in found if one.side == side])
    ]
    answered = "  ".join(_coverage(known, side) for side in (0, 1))
    empty = "no links yet" if not known.story.linked else "every passage has a counterpart"
    return Page(f"Gaps: no counterpart found   answered {answered}", entries, empty)


def alone(known: Known) -> list[Alone]:
    """Every passage without a counterpart found, the left text's first; none before the search."""
    if not known.story.linked:
        return []
    speakers = _speakers(known.story)
    return [one for side in (0, 1) for one in _alone_on(known, side, speakers)]


def _alone_on(known: Known, side: int, speakers: Mapping[tuple[str, int], str]) -> Iterator[Alone]:
    nearest, elsewhere = _nearest(known, side), _elsewhere(known, side)
    for number in _alone(known, side):
        speaker = speakers.get((known.documents[side].id, number), NARRATOR)
        yield Alone(side, number, speaker, nearest.get(number), elsewhere.get(number, ""))


def _side(known: Known, document: Document, found: Sequence[Alone]) -> Iterator[Entry]:
    if found:
        other = known.documents[1 - found[0].side].id
        what = f"ONLY IN {document.id}" if len(known.story.documents) < 3 else f"NOT IN {other}"
        yield heading(f"{what}  {len(found)} of {len(document.passages)} in {document.id}")
    for one in found:
        here = (one.number, one.nearest.passage if one.nearest else None)
        yield Entry(
            partial(_lines, known, one),
            Spot(one.side, here if one.side == 0 else (here[1], here[0])),
            f"{document.id} {one.number}",
            1,
            partial(_detail, known, one),
        )


def _lines(known: Known, one: Alone, width: int) -> list[Line]:
    side, number, speaker = one.side, one.number, one.speaker
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


def _detail(known: Known, one: Alone) -> list[str]:
    """The passage in full, and what comes nearest to it."""
    document, other = known.documents[one.side], known.documents[1 - one.side]
    near = one.nearest
    told = [passage_line(document, one.number)]
    if one.elsewhere:
        told.append(f"its counterpart elsewhere in the story: {one.elsewhere}")
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
