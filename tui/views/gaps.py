"""Gaps: the passages for which no counterpart was found, and who says what they say."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from corpus.links.across import answers
from corpus.links.overrule import overrule
from tui.paint import NO_MARKS
from tui.place import Spot
from tui.views.across import coverage, presence, where
from tui.views.page import Entry, Page, excerpt, fitted, heading, passage_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.links.across import Answers
    from corpus.links.model import Nearest
    from corpus.story import Story
    from corpus.text import Document
    from tui.views.page import Known, Line

Shown = Literal["not in the other text", "in no other text", "in every other text"]
SHOWN: tuple[Shown, ...] = get_args(Shown)
"""Of a story of more than two texts: gaps between those on the screen, told apart by the others."""

NARRATOR = "narrator"
_BAR = 10  # cells of the bar that shows a text's coverage
_PLACE = 7
_WIDE = 100
_MODES = {"direct": ", quoted", "mixed": ", part quoted", "indirect": ""}


class Alone(NamedTuple):
    """A passage of one side for which no counterpart was found on the other.

    ``speaker`` is who says it and how, ``nearest`` what comes nearest to it,
    ``found`` the other texts of the story that answer it, and where.
    """

    side: int
    number: int
    speaker: str
    nearest: Nearest | None
    found: Mapping[str, tuple[int, ...]] = {}

    @property
    def elsewhere(self) -> str:
        """Where other texts of the story answer it, such as ``C·4, D·7``."""
        return ", ".join(f"{document}·{there[0]}" for document, there in self.found.items())


def gaps(known: Known, shown: Shown = SHOWN[0]) -> Page:
    """What has no counterpart found: the left text's passages, then the right's."""
    found = answers(known.story.links)
    chosen = [one for one in _all(known, found) if _wanted(known, one, shown)]
    entries = [
        entry
        for side, document in enumerate(known.documents)
        for entry in _side(known, document, [one for one in chosen if one.side == side], shown)
    ]
    empty = known.unlinked or "every passage has a counterpart"
    if len(known.story.documents) > 2:
        title = f"Gaps; shown: {shown}   {coverage(known.story, found)}"
        return Page(title, entries, "no such gaps; f shows others" if known.story.linked else empty)
    answered = "  ".join(_coverage(known, side, found) for side in (0, 1))
    return Page(f"Gaps: no counterpart found   answered {answered}", entries, empty)


def alone(known: Known) -> list[Alone]:
    """Every passage without a counterpart found, the left text's first; none before the search."""
    return _all(known, answers(known.story.links))


def _all(known: Known, found: Answers) -> list[Alone]:
    if not known.story.linked:
        return []
    speakers = _speakers(known.story)
    return [one for side in (0, 1) for one in _alone_on(known, side, found, speakers)]


def _alone_on(
    known: Known, side: int, found: Answers, speakers: Mapping[tuple[str, int], str]
) -> Iterator[Alone]:
    here, nearest = known.documents[side].id, _nearest(known, side)
    for number in _unanswered(known, side, found):
        speaker = speakers.get((here, number), NARRATOR)
        near = nearest[number - 1]
        yield Alone(side, number, speaker, near, found.get((here, number), {}))


def _wanted(known: Known, one: Alone, shown: Shown) -> bool:
    if shown == "in no other text":
        return not one.found
    others = len(known.story.documents) - 2
    return shown != "in every other text" or len(one.found) == others


def _side(
    known: Known, document: Document, found: Sequence[Alone], shown: Shown
) -> Iterator[Entry]:
    if found:
        other = known.documents[1 - found[0].side].id
        alone = len(known.story.documents) < 3 or shown == "in no other text"
        what = f"ONLY IN {document.id}" if alone else f"NOT IN {other}"
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
    present = presence(known.story, _having(known, one))
    room = width - _PLACE - said_by - 4 - len(present) - 2 * bool(present)
    return [
        [
            (fitted(f"{document.id}·{number}", _PLACE), ("number",)),
            (f"{known.noted.get((side, number), ' ')} ", ("note-sign",)),
            *([(f"{present}  ", ("number",))] if present else []),
            (f"{fitted(speaker, said_by)}  ", () if speaker == NARRATOR else ("speaker",)),
            *excerpt(document, document.passage(number).span, NO_MARKS, room),
        ]
    ]


def _detail(known: Known, one: Alone) -> list[str]:
    """The passage in full, and what comes nearest to it."""
    document, other = known.documents[one.side], known.documents[1 - one.side]
    near = one.nearest
    told = [passage_line(document, one.number)]
    told += where(known.story, _having(known, one))
    if one.found:
        told.append(f"its counterpart elsewhere in the story: {one.elsewhere}")
    if near is None:
        return [*told, f"no counterpart found in {other.id}; no word of weight is shared"]
    nearest = f"no counterpart found in {other.id}; nearest, {near.score:.2f}; = links the two:"
    return [*told, nearest, passage_line(other, near.passage)]


def _having(known: Known, one: Alone) -> set[str]:
    """The texts that have a passage."""
    return {known.documents[one.side].id, *one.found}


def _unanswered(known: Known, side: int, found: Answers) -> list[int]:
    """The passages of one side without a link above weak to the other."""
    here, there = known.documents[side], known.documents[1 - side].id
    return [n for n in here.passages.numbers if there not in found.get((here.id, n), {})]


def _nearest(known: Known, side: int) -> Sequence[Nearest | None]:
    """The nearest passage of the other text on the screen, passage by passage."""
    here, there = known.documents[side].id, known.documents[1 - side].id
    for found in known.story.linked:
        one = overrule(found, known.story.rulings)
        for a, b, nearest in ((one.a, one.b, one.nearest_a), (one.b, one.a, one.nearest_b)):
            if (a, b) == (here, there):
                return nearest
    return (None,) * len(known.documents[side].passages)


def _speakers(story: Story) -> Mapping[tuple[str, int], str]:
    """Who makes the claims of a passage, by document and number."""
    found: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    documents = {document.id: document for document in story.documents}
    for actor in story.actors:
        for statement in actor.statements:
            for part in statement.content:
                number = documents[statement.document].number_at(part.start)
                if number:
                    told = f"{actor.name}{_MODES[statement.mode]}"
                    found[statement.document, number][told] = None
    return {place: "; ".join(told) for place, told in found.items()}


def _coverage(known: Known, side: int, found: Answers) -> str:
    """How much of a text has a counterpart, as a bar and in numbers."""
    document = known.documents[side]
    of = len(document.passages)
    answered = of - len(_unanswered(known, side, found))
    filled = round(_BAR * answered / of) if of else 0
    return f"{document.id} {'█' * filled}{'░' * (_BAR - filled)} {answered}/{of}"
