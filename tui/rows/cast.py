"""Actors and frames as rows and columns, and back."""

from __future__ import annotations

from array import array
from operator import add
from typing import TYPE_CHECKING, get_args

from corpus.actors.excerpts import Excerpts, Places
from corpus.actors.model import Actor, Excerpt, Mention, MentionKind, Statement, StatementMode
from corpus.deferred import Made
from corpus.frames import Frame, FrameUse
from corpus.text import Span
from tui.rows.columns import Piece, Row, Words, check, fits, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.text import Document

_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
_MODES: tuple[StatementMode, ...] = get_args(StatementMode)

Part = tuple[int, int]
"""From which number on an actor's own are, and to which."""


def _pack_places(excerpts: Sequence[Excerpt], documents: Sequence[Document]) -> Row:
    """The columns of excerpts: documents, starts, ends, and words that are not in the text."""
    by_id = {document.id: document for document in documents}
    other = [
        [at, one.text]
        for at, one in enumerate(excerpts)
        if by_id[one.document].quote(Span(one.start, one.end)) != one.text
    ]
    return [
        [one.document for one in excerpts],
        [one.start for one in excerpts],
        [one.end for one in excerpts],
        other,
    ]


# -- actors


def pack_actors(actors: Sequence[Actor], documents: Sequence[Document]) -> Iterator[Piece]:
    """The columns of what actors have many of, then a row for each actor."""
    for some in pieces([one for actor in actors for one in actor.mentions]):
        kinds = [_KINDS.index(one.kind) for one in some]
        yield "mentions", [_pack_places(some, documents), kinds]
    for roles in pieces([one for actor in actors for one in actor.roles]):
        yield "roles", _pack_places(roles, documents)
    for statements in pieces([one for actor in actors for one in actor.statements]):
        yield "statements", _pack_statements(statements, documents)
    for rows in pieces(actors):
        yield "actors", list(map(_pack_actor, rows))


def _pack_actor(actor: Actor) -> Row:
    sizes = len(actor.mentions), len(actor.roles), len(actor.statements)
    return [actor.id, actor.name, actor.type, actor.aliases, actor.why, *sizes]


def _pack_statements(statements: Sequence[Statement], documents: Sequence[Document]) -> Row:
    return [
        [_MODES.index(one.mode) for one in statements],
        [len(one.content) for one in statements],
        [one.document for one in statements],
        _pack_places([one.verb for one in statements], documents),
        _pack_places([part for one in statements for part in one.content], documents),
    ]


class Actors:
    """Takes in actors as they were packed; what they have many of is made when looked at."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._rows: Row = []
        self._mentions = _Mentions(documents)
        self._roles = Places(documents)
        self._statements = _Statements(documents)
        self._add: dict[str, Callable[[Row], object]] = {
            "mentions": self._mentions.extend,
            "roles": lambda columns: self._roles.extend((*columns,)),
            "statements": self._statements.extend,
            "actors": self._rows.extend,
        }

    def take(self, kind: str, columns: Row) -> None:
        """More of them, or of what they have."""
        self._add[kind](columns)

    def whole(self) -> tuple[Actor, ...]:
        """All of them."""
        actors, firsts = list[Actor](), [0, 0, 0]
        for *told, mentions, roles, statements in self._rows:
            stops = list(map(add, firsts, (mentions, roles, statements)))
            actors.append(self._actor(told, *zip(firsts, stops, strict=True)))
            firsts = stops
        check(firsts == [len(self._mentions), len(self._roles), len(self._statements)])
        return tuple(actors)

    def _actor(self, told: Row, mentions: Part, roles: Part, statements: Part) -> Actor:
        id_, name, type_, aliases, why = told
        return Actor(
            id_,
            name,
            type_,
            tuple(aliases),
            self._mentions.part(*mentions),
            tuple(map(self._roles.excerpt, range(*roles))),
            self._statements.part(*statements),
            tuple(why),
        )


class _Mentions:
    """The mentions of all actors."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._places = Places(documents)
        self._kinds = array("B")
        self._make = self._mention

    def __len__(self) -> int:
        return len(self._kinds)

    def extend(self, columns: Row) -> None:
        places, kinds = columns
        self._kinds.extend(kinds)
        check(self._places.extend(places) == len(self) and fits(kinds, _KINDS))

    def part(self, first: int, stop: int) -> Excerpts[Mention]:
        return Excerpts(self._make, first, stop, self._places)

    def _mention(self, at: int) -> Mention:
        return Mention(*self._places.fields(at), _KINDS[self._kinds[at]])


class _Statements:
    """The statements of all actors: ``_stops`` tells where the content of each ends."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._verbs, self._content = Places(documents), Places(documents)
        self._ids = [document.id for document in documents]
        self._of, self._modes, self._stops = array("H"), array("B"), array("I", [0])
        self._make = self._statement

    def __len__(self) -> int:
        return len(self._modes)

    def extend(self, columns: Row) -> None:
        modes, sizes, documents, verbs, content = columns
        self._modes.extend(modes)
        self._of.extend(map(self._ids.index, documents))
        for size in sizes:
            self._stops.append(self._stops[-1] + size)
        check(self._verbs.extend(verbs) == len(self) == len(self._of) == len(self._stops) - 1)
        check(self._content.extend(content) == self._stops[-1] and fits(modes, _MODES))

    def part(self, first: int, stop: int) -> Sequence[Statement]:
        return Made(self._make, first, stop) if first < stop else ()

    def _statement(self, at: int) -> Statement:
        content = range(self._stops[at], self._stops[at + 1])
        return Statement(
            self._ids[self._of[at]],
            _MODES[self._modes[at]],
            self._verbs.excerpt(at),
            tuple(map(self._content.excerpt, content)),
        )


# -- frames


def pack_frames(frames: Sequence[Frame], documents: Sequence[Document]) -> Iterator[Piece]:
    """The columns of all uses, then the name of each frame and how many are its own."""
    for uses in pieces([use for frame in frames for use in frame.uses]):
        voices, quoted = [use.voice for use in uses], [int(use.quoted) for use in uses]
        yield "uses", [_pack_places(uses, documents), voices, quoted]
    yield "frames", [[frame.name, len(frame.uses)] for frame in frames]


class Frames:
    """Takes in frames as they were packed; their uses are made when looked at."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._rows: Row = []
        self._places = Places(documents)
        self._voices, self._quoted = Words(), array("B")

    def take(self, kind: str, columns: Row) -> None:
        """More of them, or of their uses."""
        if kind == "frames":
            self._rows += columns
            return
        places, voices, quoted = columns
        self._voices.extend(voices)
        self._quoted.extend(quoted)
        check(self._places.extend(places) == len(self._voices) == len(self._quoted))

    def whole(self) -> tuple[Frame, ...]:
        """All of them."""
        frames, first = list[Frame](), 0
        for name, size in self._rows:
            frames.append(Frame(name, Excerpts(self._use, first, first + size, self._places)))
            first += size
        check(first == len(self._places))
        return tuple(frames)

    def _use(self, at: int) -> FrameUse:
        return FrameUse(*self._places.fields(at), self._voices[at], bool(self._quoted[at]))
