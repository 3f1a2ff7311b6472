"""The values of a story as rows of plain lists, numbers and words, and back."""

from __future__ import annotations

import json
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from corpus.actors.model import Actor, Excerpt, Mention, Statement
from corpus.frames import Frame, FrameUse
from corpus.links.deferred import Deferred
from corpus.links.model import Caution, End, Evidence, Gap, Grade, Link, Linked, Nearest
from corpus.moments import Notice, Sign
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Row = list[Any]
T = TypeVar("T")


# -- links and gaps


def _pack_link(link: Link) -> Row:
    """The reasons are JSON within JSON: read when somebody looks at them."""
    evidence = [[e.kind, e.weight, _offsets(e.a), _offsets(e.b), e.words] for e in link.evidence]
    cautions = [[one.kind, one.words] for one in link.cautions]
    return [
        [link.a.document, link.a.passages],
        [link.b.document, link.b.passages],
        link.score,
        link.grade,
        link.not_strong,
        _json(evidence),
        _json(cautions),
    ]


_GRADES: dict[str, Grade] = {grade: grade for grade in get_args(Grade)}


def _json(rows: Row) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def _offsets(spans: Sequence[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _link(row: Row) -> Link:
    a, b, score, grade, not_strong, evidence, cautions = row
    return Link(
        _end(a),
        _end(b),
        score,
        _GRADES[grade],
        _later(_evidence, evidence),
        _later(_caution, cautions),
        not_strong=not_strong,
    )


def _later(unpack: Callable[[Row], T], rows: str) -> Sequence[T]:
    """The values in rows of JSON, made when they are looked at; kept as bytes, half the size."""
    kept = rows.encode("utf-8", "surrogatepass")
    return Deferred(lambda: tuple([unpack(row) for row in json.loads(kept)])) if rows else ()


def _evidence(row: Row) -> Evidence:
    kind, weight, a, b, words = row
    return Evidence(kind, weight, _spans(a), _spans(b), words)


def _spans(offsets: Row) -> tuple[Span, ...]:
    return tuple(map(Span, offsets[::2], offsets[1::2]))


def _caution(row: Row) -> Caution:
    return Caution(*row)


def _end(row: Row) -> End:
    return End(row[0], tuple(row[1]))


def _pack_linked(one: Linked) -> Row:
    """Its links are the next so many of the story's."""
    return [one.a, one.b, len(one.links), _columns(one.nearest_a), _columns(one.nearest_b)]


def _columns(nearest: Sequence[Nearest | None]) -> Row:
    """The passages, 0 for none, and the scores."""
    return [[n.passage if n else 0 for n in nearest], [n.score if n else 0 for n in nearest]]


def _linked(row: Row) -> Callable[[Iterator[Link]], Linked]:
    a, b, count, to_b, to_a = row
    nearest_a, nearest_b = _nearest(b, *to_b), _nearest(a, *to_a)
    return lambda links: Linked(a, b, tuple(islice(links, count)), nearest_a, nearest_b)


def _nearest(document: str, passages: Row, scores: Row) -> tuple[Nearest | None, ...]:
    return tuple(
        Nearest(document, passage, score) if passage else None
        for passage, score in zip(passages, scores, strict=True)
    )


def _pack_gap(gap: Gap) -> Row:
    near = gap.nearest
    return [gap.document, gap.passages, near and [near.document, near.passage, near.score]]


def _gap(row: Row) -> Gap:
    document, passages, near = row
    return Gap(document, tuple(passages), Nearest(*near) if near else None)


# -- actors, frames and warnings


def _pack_excerpt(one: Excerpt) -> Row:
    return [one.document, one.start, one.end, one.text]


def _pack_statement(one: Statement) -> Row:
    return [one.document, one.mode, _pack_excerpt(one.verb), list(map(_pack_excerpt, one.content))]


def _statement(row: Row) -> Statement:
    document, mode, verb, content = row
    return Statement(intern(document), mode, Excerpt(*_once(verb)), _excerpts(content))


def _excerpts(rows: Iterable[Row]) -> tuple[Excerpt, ...]:
    return tuple(Excerpt(*_once(row)) for row in rows)


def _once(row: Row) -> Row:
    """The same with words that are kept once, however often a story has them."""
    return [intern(one) if type(one) is str else one for one in row]


def _pack_actor(actor: Actor) -> Row:
    return [
        actor.id,
        actor.name,
        actor.type,
        actor.aliases,
        [[*_pack_excerpt(one), one.kind] for one in actor.mentions],
        list(map(_pack_excerpt, actor.roles)),
        list(map(_pack_statement, actor.statements)),
        actor.why,
    ]


def _actor(row: Row) -> Actor:
    id_, name, type_, aliases, mentions, roles, statements, why = row
    return Actor(
        id_,
        name,
        type_,
        tuple(aliases),
        tuple(Mention(*_once(one)) for one in mentions),
        _excerpts(roles),
        tuple(map(_statement, statements)),
        tuple(why),
    )


def _pack_frame(frame: Frame) -> Row:
    return [frame.name, [[*_pack_excerpt(use), use.voice, use.quoted] for use in frame.uses]]


def _frame(row: Row) -> Frame:
    return Frame(row[0], tuple(FrameUse(*_once(use)) for use in row[1]))


def _pack_notice(notice: Notice) -> Row:
    return [notice.kind, notice.words, list(map(_pack_excerpt, notice.evidence))]


def _notice(row: Row) -> Notice:
    return Notice(row[0], row[1], _excerpts(row[2]))


def _pack_sign(sign: Sign) -> Row:
    return [sign.words, list(map(_pack_excerpt, sign.evidence))]


def _sign(row: Row) -> Sign:
    return Sign(row[0], _excerpts(row[1]))


class Part(NamedTuple):
    """How the values of one part of a story become rows, and rows the values."""

    pack: Callable[[Any], Row]
    unpack: Callable[[Row], object]


PARTS = {
    "actors": Part(_pack_actor, _actor),
    "warnings": Part(_pack_notice, _notice),
    "signs": Part(_pack_sign, _sign),
    "links": Part(_pack_link, _link),
    "linked": Part(_pack_linked, _linked),
    "gaps": Part(_pack_gap, _gap),
    "frames": Part(_pack_frame, _frame),
}
"""By the name of the field of a story. ``linked`` comes back as functions of the links."""
