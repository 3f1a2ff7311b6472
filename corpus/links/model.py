"""Links between passages of two documents, and the gaps between the links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Span

Grade = Literal["strong", "medium", "weak"]

Hand = Literal["", "confirmed", "made"]
"""What the reader had to do with a link: nothing, confirmed what was found, linked by hand."""


class Cancelled(Exception):  # noqa: N818 - what happened, not what went wrong
    """The caller asked to stop."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link: passages of one document, by number."""

    document: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a link.

    ``weight`` is its share of the link's score; the weights of a link's
    evidence add up to the score. ``a`` and ``b`` are the words concerned, as
    spans into the two documents. ``words`` says it in a phrase.
    """

    kind: str
    weight: float
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Caution:
    """A reason to look twice at a link: it lowers no score and hides nothing."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages taken to speak of the same thing, with the reasons; score in [0, 1].

    ``not_strong`` says in a phrase what keeps a link from being strong that
    scores as a strong one; it is empty for all others. A link that the reader
    confirmed or made is strong whatever it scores. Two links are equal when
    all is equal, the reasons too, which may be made for it.
    """

    a: End
    b: End
    score: float
    grade: Grade
    evidence: Sequence[Evidence] = field(hash=False)
    cautions: Sequence[Caution] = field(default=(), hash=False)
    hand: Hand = ""
    not_strong: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of another document that came nearest, and how near."""

    document: str
    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of passages for which no counterpart was found above weak."""

    document: str
    passages: tuple[int, ...]
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class Linked:
    """What was found between two documents.

    ``links`` come best first. ``nearest_a[i]`` is the passage of ``b`` that
    comes nearest to passage ``i + 1`` of ``a``, None when nothing is shared;
    ``nearest_b`` the other way round. Where the reader rejected the nearest
    it is the best of the links left, None when there is none.
    """

    a: str
    b: str
    links: Sequence[Link]
    nearest_a: Sequence[Nearest | None]
    nearest_b: Sequence[Nearest | None]
