"""Text with its typography evened out, and the way back to the original offsets.

White space runs become one space; quotation marks, dashes and the ellipsis
become their plain forms; soft hyphens, zero-width characters and bidi marks
go. All patterns run in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_SPACE = r"\s"
_GONE = "\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DOUBLE = "«»„“”‟〝〞＂″"
_SINGLE = "‘’‚‛‹›`´′＇ʼ"
_DASH = "‐‑‒–—―−﹘﹣－"

# A plain space between words is left alone, so that most of a text is skipped.
_UNEVEN = re.compile(
    rf"(?P<gap>[^\S ][{_SPACE}{_GONE}]*| [{_SPACE}{_GONE}]+|[{_GONE}]+[{_SPACE}{_GONE}]*)"
    rf"|(?P<double>[{_DOUBLE}]|'')|(?P<single>[{_SINGLE}])|(?P<dash>[-{_DASH}]{{2,}}|[{_DASH}])|(?P<dots>…)"
)
_PLAIN = {"double": '"', "single": "'", "dash": "-", "dots": "..."}


@dataclass(frozen=True)
class Normal:
    """Evened text; ``marks`` and ``sources`` pair its offsets with the original's.

    From each mark to the next the two run in step.
    """

    text: str
    marks: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        """The original offset of the character at ``offset``."""
        index = bisect_right(self.marks, offset) - 1
        return self.sources[index] + offset - self.marks[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original range of a non-empty range of the evened text."""
        return self.source(start), self.source(end - 1) + 1

    def offset(self, source: int) -> int:
        """The offset in the evened text at, or next after, an original offset."""
        index = bisect_right(self.sources, source) - 1
        following = self.marks[index + 1] if index + 1 < len(self.marks) else len(self.text)
        return min(self.marks[index] + source - self.sources[index], following)


@lru_cache(maxsize=8)
def normalised(text: str) -> Normal:
    """A whole document's text evened out; kept for the last few documents."""
    return normalise(text)


def normalise(text: str) -> Normal:
    """The text evened out."""
    parts: list[str] = []
    marks, sources = [0], [0]
    length = last = 0
    for match in _UNEVEN.finditer(text):
        plain = _plain(match)
        parts += (text[last : match.start()], plain)
        length += match.start() - last + len(plain)
        last = match.end()
        if len(plain) > 1:  # the ellipsis: its dots share one original offset
            marks += range(length - len(plain) + 1, length)
            sources += [match.start()] * (len(plain) - 1)
        marks.append(length)
        sources.append(last)
    return Normal("".join((*parts, text[last:])), tuple(marks), tuple(sources))


def lower(text: str) -> str:
    """The text in small letters, offset for offset: the one letter that would grow does not."""
    return text.replace("İ", "i").lower()


def _plain(match: re.Match[str]) -> str:
    if match.lastgroup == "gap":
        return " " if any(map(str.isspace, match.group())) else ""
    return _PLAIN[match.lastgroup or "dash"]
