"""Where a quotation may stand in a text."""

from __future__ import annotations

import re
from heapq import nsmallest
from typing import TYPE_CHECKING

from corpus.notes.agreement import likeness, weighed
from corpus.notes.normalise import lower
from corpus.notes.wordindex import likely_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rapidfuzz.distance import Opcodes

    from corpus.notes.agreement import Place, Sought

_TOKEN = re.compile(r"\w+|[^\w\s]")
_EDGE = 160  # code points of either end by which a long quotation is looked for
_WINDOWS = 6  # places looked at closely
_MANY = 500  # occurrences above which only those with a familiar neighbour are weighed
_NEIGHBOUR = 6  # code points that make a neighbour familiar


def exact_places(sought: Sought, text: str) -> list[Place]:
    """Every place where the very words stand, cut off from their neighbours as they were."""
    starts = [at for at in _occurrences(sought.quote, text) if _cut_alike(sought, text, at)]
    if len(starts) > _MANY:
        starts = [at for at in starts if _familiar(sought, text, at)]
        starts = nsmallest(_MANY, starts, key=lambda at: abs(at - sought.start))
    return [weighed(sought, text, at, at + len(sought.quote)) for at in starts]


def near_places(sought: Sought, text: str) -> list[Place]:
    """Places where words like these stand, or where what stood around them stands."""
    spans = {span for span in _near_spans(sought, text) if span[0] < span[1]}
    return [weighed(sought, text, start, end) for start, end in sorted(spans)]


def _occurrences(words: str, text: str) -> Iterable[int]:
    """Where the words stand; of places that overlap by more than three quarters, the first."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + max(1, len(words) // 4))


def _cut_alike(sought: Sought, text: str, at: int) -> bool:
    """Whether the words begin and end at the edge of a word here exactly if they did there."""
    end = at + len(sought.quote)
    return _inside(sought.prefix[-1:], sought.quote[:1]) == _inside(
        text[at - 1 : at], text[at : at + 1]
    ) and _inside(sought.quote[-1:], sought.suffix[:1]) == _inside(
        text[end - 1 : end], text[end : end + 1]
    )


def _inside(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()


def _familiar(sought: Sought, text: str, at: int) -> bool:
    end = at + len(sought.quote)
    return text.endswith(sought.prefix[-_NEIGHBOUR:], 0, at) or text.startswith(
        sought.suffix[:_NEIGHBOUR], end
    )


def _near_spans(sought: Sought, text: str) -> Iterable[tuple[int, int]]:
    quote, lead = sought.quote, len(sought.prefix)
    if len(quote) > 2 * _EDGE:
        yield from _wide_spans(sought, text)
        return
    yield from _spans(sought.whole, lead, quote, text)
    yield from _spans(quote, 0, quote, text)


def _wide_spans(sought: Sought, text: str) -> Iterable[tuple[int, int]]:
    """From where the first words may stand to where the last ones may, when about as far apart."""
    head, tail, size = sought.quote[:_EDGE], sought.quote[-_EDGE:], len(sought.quote)
    starts = {start for start, _ in _spans(sought.prefix + head, len(sought.prefix), head, text)}
    ends = {end for _, end in _spans(tail + sought.suffix, 0, tail, text)}
    for start in starts:
        end = min(ends, key=lambda end: abs(end - start - size), default=start)
        if size < 2 * (end - start) < 3 * size:
            yield start, end


def _spans(words: str, skip: int, part: str, text: str) -> Iterable[tuple[int, int]]:
    """Where ``part``, which begins at ``skip`` in ``words``, may stand when words like these do."""
    for start in likely_starts(words, text, _WINDOWS):
        yield _refined(part, text, *_aligned(words, skip, len(part), text, start))


def _aligned(words: str, skip: int, size: int, text: str, start: int) -> tuple[int, int]:
    """Where the part of ``words`` from ``skip`` on, ``size`` long, falls near ``start``."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio_alignment

    slack = 80 + len(words) // 4
    left = max(0, start - slack)
    window = lower(text[left : start + len(words) + slack])
    found = partial_ratio_alignment(lower(words), window)
    if found is None or len(window) < 1:
        return left, left
    low, high = max(0, found.dest_start - slack // 4), found.dest_end + slack // 4
    codes = Indel.opcodes(lower(words), window[low:high])
    first, last = _carried(codes, skip), _carried(codes, skip + size - 1)
    return left + low + first, left + low + max(first, last + 1)


def _carried(codes: Opcodes, at: int) -> int:
    """The offset of one character carried over an alignment into the other text."""
    for code in codes:
        if code.src_start <= at < code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return 0


def _refined(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The range moved to the edges of words where it is most like the quotation."""
    reach = 24 + len(quote) // 3
    tokens = list(_TOKEN.finditer(text, max(0, start - reach), end + reach))
    for _ in range(2):
        starts = [t.start() for t in tokens if t.start() < end]
        start = _best(quote, text, [(s, end) for s in starts], (start, end))[0]
        ends = [t.end() for t in tokens if t.end() > start]
        end = _best(quote, text, [(start, e) for e in ends], (start, end))[1]
    return start, end


def _best(
    quote: str, text: str, spans: Sequence[tuple[int, int]], otherwise: tuple[int, int]
) -> tuple[int, int]:
    return max(spans, key=lambda span: likeness(quote, text[slice(*span)]), default=otherwise)
