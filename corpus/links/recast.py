"""The cautions of links that depend on who is who, for actors the reader overruled."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from corpus.deferred import Deferred
from corpus.links.briefs import AT_HAND, Links, brief_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.model import Actor
    from corpus.links.cautions import Present
    from corpus.links.model import Caution, End, Link, Linked
    from corpus.text import Document

_OF_ACTORS = frozenset({"role-differs", "similar-names"})
"""The kinds of cautions that depend on the cast; they stand before the others."""


def recast(linked: Linked, documents: Sequence[Document], cast: Sequence[Actor]) -> Linked:
    """What was found between two documents, with the cautions that another cast gives.

    They are made when they are looked at. Scores, grades and evidence stay as
    they are: they rest on the texts alone.
    """
    present, links = _Present(documents, cast), linked.links

    @lru_cache(maxsize=AT_HAND)
    def made(at: int) -> Link:
        return replace(links[at], cautions=Deferred(partial(_cautions, links[at], present)))

    return replace(linked, links=Links(made, partial(brief_at, links), 0, len(links)))


class _Present:
    """Who is mentioned in which passages; looked up once for each document, when first asked."""

    def __init__(self, documents: Sequence[Document], cast: Sequence[Actor]) -> None:
        self._documents = {document.id: document for document in documents}
        self._cast = cast
        self._known: dict[str, dict[int, Present]] = {}

    def at(self, end: End) -> Present:
        """Who is mentioned at one end of a link, by id."""
        known = self._known.get(end.document)
        if known is None:
            from corpus.links.cautions import present

            known = dict(present(self._documents[end.document], self._cast))
            self._known[end.document] = known
        everybody: Present = {}
        for number in end.passages:
            everybody |= known.get(number - 1, {})
        return everybody


def _cautions(link: Link, present: _Present) -> tuple[Caution, ...]:
    from corpus.links.cautions import on_actors

    here, there = present.at(link.a), present.at(link.b)
    others = (one for one in link.cautions if one.kind not in _OF_ACTORS)
    return (*on_actors(here, there, link.a.document, link.b.document), *others)
