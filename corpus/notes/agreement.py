"""How well a place in a text agrees with what was kept of a quotation."""

from __future__ import annotations

from dataclasses import dataclass

_REACH = 96  # code points on each side in which the context is looked for …
_FAR = 400  # … and the surroundings
_ENOUGH = 24  # code points of surroundings that can be told from chance
_APART = 0.75  # what context counts for that stands near, but not beside the words
_LONG = 5000  # code points of either end that are compared when words are longer than twice that
_NOISE = 0.5  # the likeness that unrelated words of one language reach by chance


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, all of it evened out: the words, those around, and the old offset."""

    quote: str
    prefix: str
    suffix: str
    lead: str
    trail: str
    start: int

    @property
    def whole(self) -> str:
        """The words with those around them."""
        return self.prefix + self.quote + self.suffix


@dataclass(frozen=True, slots=True)
class Place:
    """One range of the text; how well it agrees, each in [0, 1].

    ``likeness`` is that of the words, ``before`` and ``after`` those of the
    context on each side, ``around`` that of the surroundings further out.
    """

    start: int
    end: int
    likeness: float
    before: float
    after: float
    around: float

    @property
    def context(self) -> float:
        """How well both sides and the surroundings agree, taken together."""
        return (self.before + self.after + self.around) / 3

    @property
    def score(self) -> float:
        """Words and context count the same: either alone can be a coincidence."""
        return (self.likeness + self.context) / 2


def weighed(sought: Sought, text: str, start: int, end: int) -> Place:
    """The range ``start`` to ``end`` of ``text``, weighed against what is sought."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    sides = _side(sought.prefix[::-1], before[::-1]), _side(sought.suffix, after)
    return Place(
        start,
        end,
        likeness(sought.quote, text[start:end]),
        *sides,
        _around(sought, text, start, end, otherwise=sum(sides) / 2),
    )


def _around(sought: Sought, text: str, start: int, end: int, otherwise: float) -> float:
    """How well the surroundings agree, both sides taken together; as told when none were kept."""
    from rapidfuzz.fuzz import partial_ratio

    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    pairs = [p for p in ((sought.lead, before), (sought.trail, after)) if len(p[0]) >= _ENOUGH]
    found = [partial_ratio(a.lower(), b.lower()) / 100 if b else 0.0 for a, b in pairs]
    return sum(map(_above_noise, found)) / len(found) if found else otherwise


def likeness(one: str, other: str) -> float:
    """How like two strings are, letter case apart, in [0, 1]: the normalised Indel similarity."""
    from rapidfuzz.fuzz import ratio

    if max(len(one), len(other)) > 2 * _LONG:  # the cost grows with the product of the lengths
        halves = ((one[:_LONG], other[:_LONG]), (one[-_LONG:], other[-_LONG:]))
        return sum(likeness(*half) for half in halves) / 2
    return ratio(one.lower(), other.lower()) / 100


def _side(kept: str, now: str) -> float:
    """How well the words on one side agree, read away from the quotation.

    At the edge of a text nothing was kept; then nothing may stand there now.
    """
    from rapidfuzz.fuzz import partial_ratio, ratio

    if not kept.strip():
        return 0.0 if now.strip() else 1.0
    kept, now = kept.lower(), now.lower()
    near = ratio(kept, now[: len(kept)])
    apart = _APART * partial_ratio(kept, now) if len(now) >= len(kept) else 0.0
    return _above_noise(max(near, apart) / 100)


def _above_noise(measured: float) -> float:
    return max(0.0, (measured - _NOISE) / (1 - _NOISE))
