"""UTF-16 and UTF-32 without a byte-order mark, told by what they would say."""

from __future__ import annotations

from collections import Counter

_NAMES = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 4_096  # bytes
_MOSTLY = 0.9
_IDEOGRAPHS, _HANGUL = -1, -2
_COMMON = "«»“”„‘’–—…№€\u00a0"
_STOPS = frozenset("\u3001\u3002\uff0c")


def guess_wide(data: bytes) -> str | None:
    """The encoding of these in which the bytes are text; None when they are in none."""
    best = max((_likeness(data, name), -at) for at, name in enumerate(_NAMES))
    return _NAMES[-best[1]] if best[0] >= _MOSTLY else None


def _likeness(data: bytes, name: str) -> float:
    """The share of the text in one script, white space, digits and stops; 0 for no text.

    Any bytes two by two make some ideographs: they count beside stops of
    their own, and syllables of Korean beside spaces.
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
    blocks = Counter(block for c in text if (block := _block(c)) is not None)
    if _STOPS.isdisjoint(text):
        del blocks[_IDEOGRAPHS]
    if " " not in text:
        del blocks[_HANGUL]
    ((_, most),) = blocks.most_common(1) or [(0, 0)]
    return (plain + most) / len(text)


def _block(letter: str) -> int | None:
    """Letters of one script together, near enough; None for what is no letter beyond ASCII."""
    if letter in _STOPS or "\u2e80" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef":
        return _IDEOGRAPHS
    if "\uac00" <= letter <= "\ud7a3":
        return _HANGUL
    return ord(letter) >> 8 if "\x7f" < letter < "\u2e80" and letter.isalpha() else None
