"""Links, what was found between two documents, and gaps as columns, and back."""

from __future__ import annotations

import json
from array import array
from functools import lru_cache, partial
from typing import TYPE_CHECKING, get_args

from corpus.deferred import Deferred, Made
from corpus.links import briefs
from corpus.links.briefs import Brief
from corpus.links.model import Caution, End, Evidence, Gap, Grade, Link, Linked, Nearest
from corpus.text import Span
from tui.rows.columns import Lines, Piece, Row, Runs, Words, check, fits, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.text import Document

_GRADES: tuple[Grade, ...] = get_args(Grade)


# -- links


LINKS_AT_ONCE = 20
"""Links in a piece: their evidence is compressed, and looked up, together."""


def pack_links(links: Sequence[Link], _documents: Sequence[Document]) -> Iterator[Piece]:
    """The columns of links. Their evidence is JSON within JSON: read when it is looked at."""
    return (("links", _pack_links(some)) for some in pieces(links, LINKS_AT_ONCE))


def _pack_links(links: Sequence[Link]) -> Row:
    return [
        _pack_ends([link.a for link in links]),
        _pack_ends([link.b for link in links]),
        [link.score for link in links],
        [_GRADES.index(link.grade) for link in links],
        [link.not_strong for link in links],
        [_json(list(map(_pack_evidence, link.evidence))) for link in links],
        [[at, one.kind, one.words] for at, link in enumerate(links) for one in link.cautions],
    ]


def _pack_ends(ends: Sequence[End]) -> Row:
    return [[end.document for end in ends], [end.passages for end in ends]]


def _pack_evidence(one: Evidence) -> Row:
    return [one.kind, one.weight, _offsets(one.a), _offsets(one.b), one.words]


def _offsets(spans: Sequence[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _json(rows: Row) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


class Links:
    """Takes in links as they were packed; each is made when looked at."""

    def __init__(self, _documents: Sequence[Document]) -> None:
        self._a, self._b = _Ends(), _Ends()
        self._scores, self._grades, self._not_strong = array("d"), array("B"), Words()
        self._evidence = Lines()
        self._cautions: dict[int, tuple[Caution, ...]] = {}

    def take(self, _kind: str, columns: Row) -> None:
        """More of them."""
        a, b, scores, grades, not_strong, evidence, cautions = columns
        first = len(self._scores)
        for at, kind, words in cautions:
            known = self._cautions.get(first + at, ())
            self._cautions[first + at] = (*known, Caution(kind, words))
        self._scores.extend(scores)
        self._grades.extend(grades)
        self._not_strong.extend(not_strong)
        self._evidence.extend(evidence)
        sizes = {self._a.extend(a), self._b.extend(b), len(self._grades), len(self._not_strong)}
        check({*sizes, len(self._evidence)} == {len(self._scores)} and fits(grades, _GRADES))

    def whole(self) -> Sequence[Link]:
        """All of them."""
        made = lru_cache(maxsize=briefs.AT_HAND)(self._link)
        return briefs.Links(made, self._brief, 0, len(self._scores))

    def _brief(self, at: int) -> Brief:
        a, b = self._a, self._b
        return Brief(
            (a.documents[at], b.documents[at]),
            (a.passages[at], b.passages[at]),
            self._scores[at],
            _GRADES[self._grades[at]],
        )

    def _link(self, at: int) -> Link:
        return Link(
            self._a[at],
            self._b[at],
            self._scores[at],
            _GRADES[self._grades[at]],
            Deferred(partial(self._reasons, at)),
            self._cautions.get(at, ()),
            not_strong=self._not_strong[at],
        )

    def _reasons(self, at: int) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(kind, weight, _spans(a), _spans(b), words)
            for kind, weight, a, b, words in json.loads(self._evidence[at])
        )


def _spans(offsets: Row) -> tuple[Span, ...]:
    return tuple(map(Span, offsets[::2], offsets[1::2]))


class _Ends:
    """One end of each link."""

    def __init__(self) -> None:
        self.documents, self.passages = Words(), Runs()

    def __getitem__(self, at: int) -> End:
        return End(self.documents[at], self.passages[at])

    def extend(self, columns: Row) -> int:
        """More of them; how many there are now."""
        documents, passages = columns
        self.documents.extend(documents)
        self.passages.extend(passages)
        check(len(self.documents) == len(self.passages) and all(passages))
        return len(self.passages)


# -- what was found between two documents


def pack_linked(linked: Sequence[Linked], _documents: Sequence[Document]) -> Iterator[Piece]:
    """The columns of what is nearest, 0 for none, then rows of what they and the links are of."""
    for nearest in pieces([near for one in linked for near in (*one.nearest_a, *one.nearest_b)]):
        passages, scores = (
            [n.passage if n else 0 for n in nearest],
            [n.score if n else 0 for n in nearest],
        )
        yield "nearest", [passages, scores]
    yield (
        "linked",
        [[one.a, one.b, len(one.links), len(one.nearest_a), len(one.nearest_b)] for one in linked],
    )


class LinkedPairs:
    """Takes in what was found between documents, without the links."""

    def __init__(self, _documents: Sequence[Document]) -> None:
        self._rows: Row = []
        self._passages, self._scores = array("I"), array("d")

    def take(self, kind: str, columns: Row) -> None:
        """More of them, or of what is nearest."""
        if kind == "linked":
            self._rows += columns
            return
        passages, scores = columns
        self._passages.extend(passages)
        self._scores.extend(scores)
        check(len(self._passages) == len(self._scores))

    def whole(self) -> tuple[tuple[Linked, int], ...]:
        """All of them, each with how many of the links that follow are its own."""
        found, first = list[tuple[Linked, int]](), 0
        for a, b, count, to_b, to_a in self._rows:
            middle, stop = first + to_b, first + to_b + to_a
            nearest = self._nearest(b, first, middle), self._nearest(a, middle, stop)
            found.append((Linked(a, b, (), *nearest), count))
            first = stop
        check(first == len(self._passages))
        return tuple(found)

    def _nearest(self, document: str, first: int, stop: int) -> Sequence[Nearest | None]:
        passages, scores = self._passages, self._scores

        def made(at: int) -> Nearest | None:
            return Nearest(document, passages[at], scores[at]) if passages[at] else None

        return Made(made, first, stop)


# -- gaps


def pack_gaps(gaps: Sequence[Gap], _documents: Sequence[Document]) -> Iterator[Piece]:
    """The columns of gaps; where nothing is near, the nearest is in no document."""
    return (("gaps", _pack_gaps(some)) for some in pieces(gaps))


def _pack_gaps(gaps: Sequence[Gap]) -> Row:
    near = [gap.nearest or Nearest("", 0, 0) for gap in gaps]
    return [
        [gap.document for gap in gaps],
        [gap.passages for gap in gaps],
        [one.document for one in near],
        [one.passage for one in near],
        [one.score for one in near],
    ]


class Gaps:
    """Takes in gaps as they were packed; each is made when looked at."""

    def __init__(self, _documents: Sequence[Document]) -> None:
        self._documents, self._passages, self._near = Words(), Runs(), Words()
        self._nearest, self._scores = array("I"), array("d")

    def take(self, _kind: str, columns: Row) -> None:
        """More of them."""
        documents, passages, near, nearest, scores = columns
        self._documents.extend(documents)
        self._passages.extend(passages)
        self._near.extend(near)
        self._nearest.extend(nearest)
        self._scores.extend(scores)
        sizes = {len(self._documents), len(self._near), len(self._nearest), len(self._scores)}
        check(sizes == {len(self._passages)} and all(passages))

    def whole(self) -> Sequence[Gap]:
        """All of them."""
        return Made(self._gap, 0, len(self._passages))

    def _gap(self, at: int) -> Gap:
        near = Nearest(self._near[at], self._nearest[at], self._scores[at])
        return Gap(self._documents[at], self._passages[at], near if near.document else None)
