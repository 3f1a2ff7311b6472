"""Where a quotation may stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.notes.agreement import likeness, weighed
from corpus.notes.wordindex import likely_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rapidfuzz.distance import Opcodes

    from corpus.notes.agreement import Place, Sought

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WINDOWS = 8  # places looked at closely
_MANY = 500  # occurrences above which only those with a familiar neighbour are weighed
_NEIGHBOUR = 6  # code points that make a neighbour familiar


def exact_places(sought: Sought, text: str) -> list[Place]:
    """Every place where the very words stand, cut off from their neighbours as they were."""
    starts = [at for at in _occurrences(sought.quote, text) if _cut_alike(sought, text, at)]
    if len(starts) > _MANY:
        starts = [at for at in starts if _familiar(sought, text, at)][:_MANY]
    return [weighed(sought, text, at, at + len(sought.quote)) for at in starts]


def near_places(sought: Sought, text: str) -> list[Place]:
    """Places where words like these stand, or where what stood around them stands."""
    spans = {span for span in _near_spans(sought, text) if span[0] < span[1]}
    return [weighed(sought, text, start, end) for start, end in sorted(spans)]


def _occurrences(words: str, text: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


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
    lead = len(sought.prefix)
    for words, skip in ((sought.whole, lead), (sought.quote, 0)):
        for start in likely_starts(words, text, _WINDOWS):
            span = _aligned(words, skip, len(sought.quote), text, start)
            yield _refined(sought.quote, text, *span)


def _aligned(words: str, skip: int, size: int, text: str, start: int) -> tuple[int, int]:
    """Where the part of ``words`` from ``skip`` on, ``size`` long, falls near ``start``."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio_alignment

    slack = 80 + len(words) // 4
    left = max(0, start - slack)
    window = text[left : start + len(words) + slack].lower()
    found = partial_ratio_alignment(words.lower(), window)
    if found is None or len(window) < 1:
        return left, left
    low, high = max(0, found.dest_start - slack // 4), found.dest_end + slack // 4
    codes = Indel.opcodes(words.lower(), window[low:high])
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
