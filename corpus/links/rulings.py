"""The reader overrules links: decisions by hand that outlive later runs and edits of the texts.

A ruling holds on to the words of its passages as a note does (the selectors
of the W3C Web Annotation Data Model), so it finds them again in a text that
was changed, or says that it cannot.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from itertools import combinations, islice, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast, get_args

from corpus.links.model import End
from corpus.notes.anchoring import anchor, make_target
from corpus.notes.codec import decode_target
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.notes.events import JsonObject
    from corpus.notes.model import Target
    from corpus.text import Document

Verdict = Literal["confirmed", "rejected", "made"]
Ends: TypeAlias = "tuple[End, End]"
_At: TypeAlias = "tuple[Document, Target]"

DECISION = "link"
"""The kind under which the notes store keeps rulings."""

_STANDARD_INPUT = "-"
"""A source that says nothing of which text it was."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the reader says of two passages, or runs of passages, of two documents."""

    verdict: Verdict
    targets: tuple[Target, Target]

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents concerned, each once."""
        return tuple(dict.fromkeys(target.document for target in self.targets))


class Rulings(NamedTuple):
    """Rulings by their subject in the store, and how many were in a form not understood."""

    known: Mapping[str, Ruling]
    skipped: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A ruling on two documents at hand, and the passages it speaks of as they are now.

    ``documents`` are their ids in the story's order, ``a`` and ``b`` the
    passages in them: None where the words are not found any more.
    ``changed``: the words differ from those that were ruled on.
    """

    subject: str
    ruling: Ruling
    documents: tuple[str, str]
    a: End | None
    b: End | None
    changed: bool = False

    @property
    def ends(self) -> Ends | None:
        """Both ends; None when the ruling is lost."""
        return (self.a, self.b) if self.a and self.b else None


def make_ruling(verdict: Verdict, documents: Sequence[Document], a: End, b: End) -> Ruling:
    """A ruling on passages of two of the documents; IndexError for a passage that is not there."""
    known = {document.id: document for document in documents}
    return Ruling(verdict, (_target(known[a.document], a), _target(known[b.document], b)))


def subject_of(ruling: Ruling) -> str:
    """What the ruling is about, as a key: the same whichever end is named first."""
    ends = sorted([target.sha256, target.start, target.end] for target in ruling.targets)
    return hashlib.sha256(json.dumps(ends).encode()).hexdigest()[:32]


def encode(ruling: Ruling) -> JsonObject:
    """The ruling as the JSON object that the store keeps."""
    return {"verdict": ruling.verdict, "targets": [asdict(target) for target in ruling.targets]}


def decode(state: JsonObject) -> Ruling:
    """The ruling in a JSON object, possibly a stranger's; ValueError when it holds none."""
    try:
        a, b = (decode_target(target) for target in cast("list[object]", state["targets"]))
        verdict = state["verdict"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a ruling: {error}") from error
    if verdict not in get_args(Verdict):
        raise ValueError(f"{verdict!r} is no verdict")
    return Ruling(cast("Verdict", verdict), (a, b))


def read_rulings(decisions: Mapping[str, JsonObject]) -> Rulings:
    """The rulings among a store's decisions of the kind ``link``."""
    known: dict[str, Ruling] = {}
    for subject, state in decisions.items():
        try:
            known[subject] = decode(state)
        except ValueError:
            continue  # counted below
    return Rulings(known, len(decisions) - len(known))


def place_rulings(
    rulings: Mapping[str, Ruling], documents: Sequence[Document]
) -> tuple[Placed, ...]:
    """Each ruling on two of these documents, with its passages; the others are left out.

    A document is known by its source, else by its bytes, wherever they lie now.
    """
    return tuple(
        _place(subject, ruling, one, other)
        for subject, ruling in rulings.items()
        for one, other in _pairs(ruling, documents)
    )


def in_force(placed: Iterable[Placed]) -> Mapping[Ends, Placed]:
    """The rulings that hold, by their passages: of two on the same ones the later."""
    return {ends: one for one in placed if (ends := one.ends)}


def ruling_on(placed: Iterable[Placed], one: End, other: End) -> Placed | None:
    """The ruling that holds on these very passages, whichever is named first."""
    held = in_force(placed)
    return held.get((one, other)) or held.get((other, one))


def _target(document: Document, end: End) -> Target:
    first, last = (document.passage(end.passages[at]).span for at in (0, -1))
    return make_target(document, Span(first.start, last.end))


def _pairs(ruling: Ruling, documents: Sequence[Document]) -> Iterator[tuple[_At, _At]]:
    """The documents a ruling is on, each with its target, in the story's order.

    Of a text that is there twice both places count, but not crosswise.
    """
    a, b = ruling.targets
    in_a, in_b = _candidates(a, documents), _candidates(b, documents)
    pairs = list(combinations(documents, 2))
    straight = [((d, a), (e, b)) for d, e in pairs if d.id in in_a and e.id in in_b]
    yield from straight or [((d, b), (e, a)) for d, e in pairs if d.id in in_b and e.id in in_a]


def _candidates(target: Target, documents: Sequence[Document]) -> frozenset[str]:
    by_place = {d.id for d in documents if d.source == target.document != _STANDARD_INPUT}
    return frozenset(by_place or {d.id for d in documents if d.sha256 == target.sha256})


def _place(subject: str, ruling: Ruling, one: _At, other: _At) -> Placed:
    a, b = anchor(one[1], one[0]), anchor(other[1], other[0])
    return Placed(
        subject,
        ruling,
        (one[0].id, other[0].id),
        _end(one[0], a.span),
        _end(other[0], b.span),
        changed="changed" in (a.state, b.state),
    )


def _end(document: Document, span: Span | None) -> End | None:
    """The passages of which a span holds half or more, or that hold half of it."""
    if span is None:
        return None
    first = document.passage_at(span.start)
    near = islice(document.passages, first.number - 1 if first else 0, None)
    touched = takewhile(lambda passage: passage.span.start < span.end, near)
    numbers = tuple(p.number for p in touched if _mostly(p.span, span))
    return End(document.id, numbers) if numbers else None


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(len(one), len(other))
