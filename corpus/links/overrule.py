"""Links as the reader has them: what was found, and what was ruled on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from corpus.links.model import Caution, Evidence, Link, Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.links.model import Hand, Linked
    from corpus.links.rulings import Ends, Placed

Cells: TypeAlias = "frozenset[tuple[int, int]]"
"""Pairs of passages, by number: of the one document, of the other."""

HAND: Mapping[Hand, str] = {"confirmed": "confirmed by hand", "made": "linked by hand"}
"""What is said of a link that the reader ruled on."""


def overrule(linked: Linked, placed: Iterable[Placed]) -> Linked:
    """The links with the reader's rulings applied; those on other documents change nothing.

    Rejected links are taken out, with every link inside a rejected run of
    passages. Confirmed and made ones are strong and marked; where nothing
    was found, the reader is the evidence, with the whole score. Of two
    rulings on the same passages the later holds.
    """
    held = {ends: one for one in placed if (ends := _between(linked, one))}
    if not held:
        return linked
    refused = frozenset(
        cell for ends, one in held.items() if _hand(one) == "" for cell in _cells(ends)
    )
    found = {(link.a, link.b): link for link in linked.links}
    kept = {ends: link for ends, link in found.items() if not refused.issuperset(_cells(ends))}
    for ends, one in held.items():
        if hand := _hand(one):
            kept[ends] = _by_hand(found.get(ends) or _new(ends, hand), hand, one)
    links = tuple(sorted(kept.values(), key=lambda link: -link.score))
    nearest_a, nearest_b = _nearest(linked, refused, links)
    return replace(linked, links=links, nearest_a=nearest_a, nearest_b=nearest_b)


def _between(linked: Linked, one: Placed) -> Ends | None:
    """The ends of a ruling on these two documents, in their order."""
    if one.a is None or one.b is None:
        return None
    if one.documents == (linked.a, linked.b):
        return one.a, one.b
    return (one.b, one.a) if one.documents == (linked.b, linked.a) else None


def _hand(one: Placed) -> Hand:
    return "" if one.ruling.verdict == "rejected" else one.ruling.verdict


def _cells(ends: Ends) -> Iterable[tuple[int, int]]:
    return product(ends[0].passages, ends[1].passages)


def _new(ends: Ends, hand: Hand) -> Link:
    """A link that nothing but the reader speaks for."""
    return Link(*ends, 1.0, "strong", (Evidence("reader", 1.0, (), (), HAND[hand]),))


def _by_hand(link: Link, hand: Hand, one: Placed) -> Link:
    words = f"the words have changed since this was {HAND[hand]}"
    since = (Caution("words-changed", words),) if one.changed else ()
    cautions = (*link.cautions, *since) if since else link.cautions
    return replace(link, grade="strong", not_strong="", hand=hand, cautions=cautions)


def _nearest(
    linked: Linked, refused: Cells, links: Sequence[Link]
) -> tuple[tuple[Nearest | None, ...], tuple[Nearest | None, ...]]:
    """The nearest passages, either way round, without those that were rejected."""
    turned = frozenset((there, here) for here, there in refused)
    best_a: dict[int, Nearest] = {}
    best_b: dict[int, Nearest] = {}
    for link in links:
        for here, there in _cells((link.a, link.b)):
            best_a.setdefault(here, Nearest(linked.b, there, link.score))
            best_b.setdefault(there, Nearest(linked.a, here, link.score))
    return (
        _left(linked.nearest_a, refused, best_a),
        _left(linked.nearest_b, turned, best_b),
    )


def _left(
    nearest: Sequence[Nearest | None], refused: Cells, best: Mapping[int, Nearest]
) -> tuple[Nearest | None, ...]:
    return tuple(
        best.get(number) if near and (number, near.passage) in refused else near
        for number, near in enumerate(nearest, start=1)
    )
