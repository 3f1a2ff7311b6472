"""UTF-16 and UTF-32 without a byte-order mark, told by what they would say."""

from __future__ import annotations

from collections import Counter

_NAMES = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 4_096  # bytes
_MOSTLY = 0.9
_COMMON = "«»“”„‘’–—…№€\u00a0"
_IDEOGRAPHS = "\u2e80"


def guess_wide(data: bytes) -> str | None:
    """The encoding of these in which the bytes are text; None when they are in none."""
    best = max((_likeness(data, name), -at) for at, name in enumerate(_NAMES))
    return _NAMES[-best[1]] if best[0] >= _MOSTLY else None


def _likeness(data: bytes, name: str) -> float:
    """The share of the text in one alphabet, white space, digits and stops; 0 for no text.

    Ideographs count for nothing: any bytes two by two make some.
    """
    unit = 4 if "32" in name else 2
    if len(data) % unit:
        return 0.0
    try:
        text = data[: _SAMPLE // unit * unit].decode(name, "strict")
        data.decode(name, "strict")
    except UnicodeDecodeError:
        return 0.0
    if any(not (c.isprintable() or c in "\t\r\n\ufeff") for c in text):
        return 0.0
    plain = sum(c.isascii() or c in _COMMON for c in text)
    blocks = Counter(ord(c) >> 8 for c in text if "\x7f" < c < _IDEOGRAPHS and c.isalpha())
    ((_, most),) = blocks.most_common(1) or [(0, 0)]
    return (plain + most) / len(text)
