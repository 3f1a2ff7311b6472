"""Words that stand side by side in both passages: a name in two words is one thing, not two."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.links.vocabulary import Term
    from corpus.text import Document

_APART = frozenset({"frame", "theme", "place"})
"""Kinds that are told by a name of their own, not by the words that met."""

_Pair: TypeAlias = "tuple[int, int]"


class Meeting(NamedTuple):
    """A term that two passages share, and where: ``same`` in the same word, not a near one."""

    term: Term
    kind: str
    weight: float
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    same: bool


class Phrase(NamedTuple):
    """Meetings that belong together, and where they first stand so in each text."""

    parts: Sequence[Meeting]
    a: Span
    b: Span


class _Line(NamedTuple):
    """Where the meetings stand in one passage, in reading order.

    ``which`` is the meeting at each place. After a place in ``joined`` the
    next may go on the phrase: nothing but a space between them, and one kind.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    which: Sequence[int]
    joined: frozenset[int]

    def pairs(self) -> Mapping[_Pair, int]:
        """Which two stand side by side, and where they first do."""
        return {
            (self.which[at], self.which[at + 1]): at for at in sorted(self.joined, reverse=True)
        }

    def span(self, first: int, count: int) -> Span:
        """From the first of so many places to the last."""
        return Span(self.starts[first], self.ends[first + count - 1])


def phrases(meetings: Sequence[Meeting], a: Document, b: Document) -> Iterator[Phrase]:
    """The meetings of two passages, those side by side in both put together.

    Each is in one phrase, alone if need be.
    """
    free = set(range(len(meetings)))
    here = _line([m.a for m in meetings], meetings, a)
    if here.joined:
        there = _line([m.b for m in meetings], meetings, b)
        places = there.pairs()
        for run in _runs(here, places):
            yield from _matched(run, here, there, places, meetings, free)
    for n in sorted(free):
        yield Phrase((meetings[n],), meetings[n].a[0], meetings[n].b[0])


def together(parts: Iterable[tuple[Span, ...]], document: Document) -> tuple[Span, ...]:
    """The spans of several meetings in reading order, those side by side as one."""
    found: list[Span] = []
    for span in sorted(span for spans in parts for span in spans):
        if found and _adjacent(found[-1], span, document):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _line(
    places: Iterable[tuple[Span, ...]], meetings: Sequence[Meeting], document: Document
) -> _Line:
    stand = sorted(
        (span.start, span.end, n)
        for n, (meeting, spans) in enumerate(zip(meetings, places, strict=True))
        if meeting.term.kind not in _APART
        for span in spans
    )
    joined = frozenset(
        at
        for at, (one, other) in enumerate(pairwise(stand))
        if other[0] - one[1] == 1
        and one[2] != other[2]
        and meetings[one[2]].kind == meetings[other[2]].kind
        and document.quote(Span(one[1], other[0])).isspace()
    )
    starts, ends, which = zip(*stand, strict=True) if joined else ((), (), ())
    return _Line(starts, ends, which, joined)


def _adjacent(one: Span, other: Span, document: Document) -> bool:
    return other.start - one.end == 1 and document.quote(Span(one.end, other.start)).isspace()


def _runs(here: _Line, places: Mapping[_Pair, int]) -> list[range]:
    """Stretches of one line of which each two neighbours stand so in the other; longest first."""
    runs: list[range] = []
    start = 0
    for at in range(len(here.which)):
        if at not in here.joined or (here.which[at], here.which[at + 1]) not in places:
            if at > start:
                runs.append(range(start, at + 1))
            start = at + 1
    return sorted(runs, key=lambda run: -len(run))


def _matched(
    run: range,
    here: _Line,
    there: _Line,
    places: Mapping[_Pair, int],
    meetings: Sequence[Meeting],
    free: set[int],
) -> Iterator[Phrase]:
    """The parts of a run that stand in the other line as a whole; what they hold is not free."""
    at = run.start
    while at < run.stop - 1:
        first = places[here.which[at], here.which[at + 1]]
        wanted = (here.which[place] for place in range(at, run.stop))
        found = _as_far_as(wanted, there, first, free)
        if len(found) > 1:
            free.difference_update(found)
            yield Phrase(
                [meetings[n] for n in found],
                here.span(at, len(found)),
                there.span(first, len(found)),
            )
        at += max(1, len(found) - 1)


def _as_far_as(wanted: Iterable[int], there: _Line, first: int, free: set[int]) -> Collection[int]:
    """The free meetings, each once, that stand from ``first`` on as they are wanted."""
    found: dict[int, None] = {}
    for at, n in enumerate(wanted, start=first):
        stands = at < len(there.which) and there.which[at] == n
        goes_on = at == first or at - 1 in there.joined
        if not (stands and goes_on) or n not in free or n in found:
            break
        found[n] = None
    return found
