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
from tui.rows.columns import Row, check, fits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document

_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
_MODES: tuple[StatementMode, ...] = get_args(StatementMode)


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


def pack_actors(actors: Sequence[Actor], documents: Sequence[Document]) -> Row:
    """A row for each actor, and the columns of what they have many of."""
    mentions = [one for actor in actors for one in actor.mentions]
    roles = [one for actor in actors for one in actor.roles]
    statements = [one for actor in actors for one in actor.statements]
    return [
        list(map(_pack_actor, actors)),
        [_pack_places(mentions, documents), [_KINDS.index(one.kind) for one in mentions]],
        _pack_places(roles, documents),
        _pack_statements(statements, documents),
    ]


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
        self._actors: list[Actor] = []
        self._mentions = _Mentions(documents)
        self._roles = Places(documents)
        self._statements = _Statements(documents)

    def take(self, rows: Row) -> None:
        """More of them."""
        actors, mentions, roles, statements = rows
        starts = [len(self._mentions), len(self._roles), len(self._statements)]
        self._mentions.extend(mentions)
        self._roles.extend(*roles)
        self._statements.extend(statements)
        for *told, why, m, r, s in actors:
            stops = list(map(add, starts, (m, r, s)))
            self._actors.append(self._actor(told, why, *zip(starts, stops, strict=True)))
            starts = stops

    def whole(self) -> tuple[Actor, ...]:
        """All of them."""
        return tuple(self._actors)

    def _actor(self, told: Row, why: Row, *parts: tuple[int, int]) -> Actor:
        id_, name, type_, aliases = told
        mentions, (first_role, last_role), statements = parts
        return Actor(
            id_,
            name,
            type_,
            tuple(aliases),
            self._mentions.part(*mentions),
            tuple(map(self._roles.excerpt, range(first_role, last_role))),
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
        check(self._places.extend(*places) == len(self) and fits(kinds, _KINDS))

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
        check(self._verbs.extend(*verbs) == len(self) == len(self._of) == len(self._stops) - 1)
        check(self._content.extend(*content) == self._stops[-1] and fits(modes, _MODES))

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


def pack_frames(frames: Sequence[Frame], documents: Sequence[Document]) -> Row:
    """The name and size of each frame, and the columns of their uses; voices by their number."""
    uses = [use for frame in frames for use in frame.uses]
    voices = {voice: at for at, voice in enumerate(dict.fromkeys(use.voice for use in uses))}
    return [
        [[frame.name, len(frame.uses)] for frame in frames],
        _pack_places(uses, documents),
        list(voices),
        [voices[use.voice] for use in uses],
        [int(use.quoted) for use in uses],
    ]


class Frames:
    """Takes in frames as they were packed; their uses are made when looked at."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._frames: list[Frame] = []
        self._places = Places(documents)
        self._names: list[str] = []
        self._voices, self._quoted = array("I"), array("B")

    def take(self, rows: Row) -> None:
        """More of them."""
        frames, places, names, voices, quoted = rows
        first, known = len(self._places), len(self._names)
        self._names += names
        self._voices.extend(known + voice for voice in voices)
        self._quoted.extend(quoted)
        check(self._places.extend(*places) == len(self._voices) == len(self._quoted))
        check(fits(voices, names))
        for name, size in frames:
            self._frames.append(Frame(name, Excerpts(self._use, first, first + size, self._places)))
            first += size

    def whole(self) -> tuple[Frame, ...]:
        """All of them."""
        return tuple(self._frames)

    def _use(self, at: int) -> FrameUse:
        voice, quoted = self._names[self._voices[at]], bool(self._quoted[at])
        return FrameUse(*self._places.fields(at), voice, quoted)
