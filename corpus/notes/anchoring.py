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

from corpus.notes.agreement import Place, Sought
from corpus.notes.model import Anchor, Target
from corpus.notes.normalise import Normal, normalise, normalised
from corpus.notes.places import exact_places, near_places
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document

CONTEXT = 32  # code points kept on each side
SURROUNDINGS = 128  # code points kept beyond those

LONG = 25  # code points from which words say much by themselves
OWN = 40  # code points from which the very words, standing once, need no context
LIKE = 0.7  # how like the words must be at the least: another sentence is not this one
GOOD = 0.68  # the score from which a place of long words is shown for checking …
GOOD_SHORT = 0.78  # … and of short ones, which stand in many places
SHIFT = 0.1  # what a place loses, in score, when it is a whole text away from the old one
SURE_SIDE = 0.8  # one side that agrees so well …
SURE_AROUND = 0.4  # … in surroundings that agree so well leaves no doubt …
SURE_ALL = 0.65  # … but for short words, where both sides and the surroundings must agree
CLEAR = 0.2  # by how much any other place of the words must agree less
_ORPHAN = Anchor("orphaned", None, None)


def make_target(document: Document, span: Span) -> Target:
    """What to keep of a span so that it can be found again: words, context, offsets, hash."""
    prefix = Span(max(0, span.start - CONTEXT), span.start)
    suffix = Span(span.end, min(len(document.text), span.end + CONTEXT))
    lead = Span(max(0, prefix.start - SURROUNDINGS), prefix.start)
    trail = Span(suffix.end, min(len(document.text), suffix.end + SURROUNDINGS))
    return Target(
        document=document.source,
        sha256=document.sha256,
        start=span.start,
        end=span.end,
        quote=document.quote(span),
        prefix=document.quote(prefix),
        suffix=document.quote(suffix),
        lead=document.quote(lead),
        trail=document.quote(trail),
    )


def anchor(target: Target, document: Document) -> Anchor:
    """Where a target's words stand in a document as it is now.

    The first call on a document evens out its text, later ones reuse that.
    """
    if target.sha256 == document.sha256 and _stands(target, document):
        return _anchored("found", document, Span(target.start, target.end))
    normal = normalised(document.text)
    sought = _sought(target, normal)
    if not sought.quote:
        return _ORPHAN
    exact = _ranked(exact_places(sought, normal.text), sought, normal)
    if exact and _is_sure(exact, sought):
        return _anchored("found", document, _span(normal, exact[0][1]))
    places = _ranked([p for _, p in exact] + near_places(sought, normal.text), sought, normal)
    if places and _is_good(*places[0], sought):
        return _anchored("changed", document, _span(normal, places[0][1]))
    if len(exact) == 1 and len(sought.quote) >= OWN:
        return _anchored("changed", document, _span(normal, exact[0][1]))
    return _ORPHAN


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
        lead=normalise(target.lead).text,
        trail=normalise(target.trail).text,
        start=normal.offset(target.start),
    )


def _ranked(places: Sequence[Place], sought: Sought, normal: Normal) -> list[tuple[float, Place]]:
    """The places with their scores, the best first; the way from the old place costs a little."""
    size = max(1, len(normal.text))
    scored = [(p.score - SHIFT * abs(p.start - sought.start) / size, p) for p in places]
    return sorted(scored, key=lambda pair: -pair[0])


def _is_sure(exact: Sequence[tuple[float, Place]], sought: Sought) -> bool:
    """Whether the best place of the very words leaves no doubt."""
    best = exact[0][1]
    rival = max((place.context for _, place in exact[1:]), default=0.0)
    agrees = max(best.before, best.after) >= SURE_SIDE and best.around >= SURE_AROUND
    if len(sought.quote) < LONG:
        agrees = agrees and min(best.before, best.after, best.around) >= SURE_ALL
    return agrees and best.context - rival >= CLEAR


def _is_good(score: float, place: Place, sought: Sought) -> bool:
    """Whether a place is good enough to be shown for checking."""
    enough = GOOD if len(sought.quote) >= LONG else GOOD_SHORT
    return score >= enough and place.likeness >= LIKE


def _span(normal: Normal, place: Place) -> Span:
    return Span(*normal.span(place.start, place.end))


def _anchored(state: str, document: Document, span: Span) -> Anchor:
    return Anchor("found" if state == "found" else "changed", span, document.quote(span))
