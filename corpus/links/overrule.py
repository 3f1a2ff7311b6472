"""Links as the reader has them: what was found, and what was ruled on it."""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from corpus.deferred import changed
from corpus.links.briefs import Links, brief_at, brief_of, briefs_of
from corpus.links.model import Caution, Evidence, Link, Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.links.briefs import Brief
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
    links = _ruled(linked.links, held, refused)
    nearest_a, nearest_b = _nearest(linked, refused, links)
    return replace(linked, links=links, nearest_a=nearest_a, nearest_b=nearest_b)


def _ruled(links: Sequence[Link], held: Mapping[Ends, Placed], refused: Cells) -> Sequence[Link]:
    """Those of the links that are not refused and those by hand, best first."""
    places = {brief.passages: at for at, brief in enumerate(briefs_of(links))}
    kept = [at for passages, at in places.items() if not refused.issuperset(product(*passages))]
    by_hand: dict[int, Link] = {}
    for ends, one in held.items():
        if hand := _hand(one):
            at = places.setdefault((ends[0].passages, ends[1].passages), len(places))
            found = links[at] if at < len(links) else _new(ends, hand)
            by_hand[at] = _by_hand(found, hand, one)

    def brief(at: int) -> Brief:
        return brief_of(by_hand[at]) if at in by_hand else brief_at(links, at)

    order = sorted(dict.fromkeys([*kept, *by_hand]), key=lambda at: -brief(at).score)
    ruled = array("I", order)
    return Links(
        lambda at: by_hand.get(ruled[at]) or links[ruled[at]],
        lambda at: brief(ruled[at]),
        0,
        len(ruled),
    )


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
) -> tuple[Sequence[Nearest | None], Sequence[Nearest | None]]:
    """The nearest passages, either way round, without those that were rejected."""
    lost_a = _lost(linked.nearest_a, refused)
    lost_b = _lost(linked.nearest_b, ((there, here) for here, there in refused))
    best_a, best_b = dict[int, Nearest | None](lost_a), dict[int, Nearest | None](lost_b)
    for brief in briefs_of(links):
        for here, there in product(*brief.passages):
            if here in best_a:
                best_a[here] = best_a[here] or Nearest(linked.b, there, brief.score)
            if there in best_b:
                best_b[there] = best_b[there] or Nearest(linked.a, here, brief.score)
    return (
        changed(linked.nearest_a, {number - 1: near for number, near in best_a.items()}),
        changed(linked.nearest_b, {number - 1: near for number, near in best_b.items()}),
    )


def _lost(
    nearest: Sequence[Nearest | None], refused: Iterable[tuple[int, int]]
) -> dict[int, Nearest | None]:
    """The passages whose nearest was rejected: nothing is near to them yet."""
    return {
        here: None
        for here, there in refused
        if (near := nearest[here - 1]) and near.passage == there
    }
