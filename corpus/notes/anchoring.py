"""A note finds its passage again: found, changed, or orphaned; never moved in silence.

The order is that of the W3C Web Annotation Data Model's selectors: the
position while the text is the same, then the quotation with its context.
The words are searched exactly and then approximately, in text whose
typography was evened out, and a place is refused unless words and context
together speak for it. The numbers below are tuned by
``tests/bench/bench_anchoring.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.notes.model import Anchor, Target
from corpus.notes.normalise import Normal, normalise
from corpus.notes.places import Place, Sought, exact_places, near_places
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document, Passage

CONTEXT = 32  # code points kept on each side

LONG = 25  # code points from which words can speak for themselves
SURE_SIDE = 0.8  # one side that agrees so well leaves no doubt about the very words
CLEAR = 0.25  # how much better than any other place the context must be
_ORPHAN = Anchor("orphaned", None, None)


def make_target(document: Document, span: Span) -> Target:
    """What to keep of a span so that it can be found again: words, context, offsets, hash."""
    before = Span(max(0, span.start - CONTEXT), span.start)
    after = Span(span.end, min(len(document.text), span.end + CONTEXT))
    return Target(
        document=document.source,
        sha256=document.sha256,
        start=span.start,
        end=span.end,
        quote=document.quote(span),
        prefix=document.quote(before),
        suffix=document.quote(after),
    )


def anchor(target: Target, document: Document) -> Anchor:
    """Where a target's words stand in a document as it is now.

    The first call on a document evens out its text, later ones reuse that.
    """
    if target.sha256 == document.sha256 and _stands(target, document):
        return _anchored("found", document, Span(target.start, target.end))
    normal = normalise(document.text)
    sought = _sought(target, normal)
    if not sought.quote:
        return _ORPHAN
    exact = _ranked(exact_places(sought, normal.text), sought)
    if exact and _is_sure(exact):
        return _anchored("found", document, _span(normal, exact[0]))
    places = _ranked([*exact, *near_places(sought, normal.text)], sought)
    if places and _is_good(places, sought):
        return _anchored("changed", document, _span(normal, places[0]))
    return _ORPHAN


def nearest(target: Target, document: Document, n: int = 3) -> tuple[Passage, ...]:
    """The ``n`` passages most like a target's words, the likest first; fewer in a short text."""
    from rapidfuzz import fuzz, process

    quote = normalise(target.quote).text
    words = [normalise(passage).text for passage in document.wording]
    ranked = process.extract(quote, words, scorer=fuzz.token_set_ratio, limit=n)
    return tuple(document.passages[index] for _, _, index in ranked)


def _stands(target: Target, document: Document) -> bool:
    within = target.start <= target.end <= len(document.text)
    return within and document.quote(Span(target.start, target.end)) == target.quote


def _sought(target: Target, normal: Normal) -> Sought:
    quote = normalise(target.quote).text
    trimmed = quote.strip()
    lead = quote[: len(quote) - len(quote.lstrip())]
    trail = quote[len(quote.rstrip()) :]
    return Sought(
        quote=trimmed,
        prefix=normalise(target.prefix).text + lead,
        suffix=trail + normalise(target.suffix).text,
        start=normal.offset(target.start),
    )


def _ranked(places: Sequence[Place], sought: Sought) -> list[Place]:
    """The best first; of equals, the one nearest to the old place."""
    return sorted(places, key=lambda p: (-round(p.score, 3), abs(p.start - sought.start)))


def _is_sure(exact: Sequence[Place]) -> bool:
    """Whether the best place of the very words leaves no doubt."""
    best = exact[0]
    rival = max((p.context for p in exact[1:]), default=0.0)
    return max(best.before, best.after) >= SURE_SIDE and best.context - rival >= CLEAR


def _is_good(places: Sequence[Place], sought: Sought) -> bool:
    """Whether the best place is good enough to be shown for checking."""
    best = places[0]
    if len(sought.quote) >= LONG:
        return best.score >= 0.6 and best.likeness >= 0.6
    return best.score >= 0.7 and best.likeness >= 0.6


def _span(normal: Normal, place: Place) -> Span:
    return Span(*normal.span(place.start, place.end))


def _anchored(state: str, document: Document, span: Span) -> Anchor:
    return Anchor("found" if state == "found" else "changed", span, document.quote(span))
