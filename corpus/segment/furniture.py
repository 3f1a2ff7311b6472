"""Page furniture: what a site puts around an article, told by its stock phrases."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Longer paragraphs are prose, whatever they begin with.
_MOST_WORDS = 25

_LETTER = re.compile(r"[^\W_]")
_AROUND = " \t\r\n.,:;!?*#>»«›→|…–—-_()[]\"'“”"
_STAMP = re.compile(
    r"(?:last\s+(?:updated|modified)|(?:first\s+)?(?:updated|published|posted|modified)"
    r"|обновлено|опубликовано|aktualisiert|veröffentlicht)"
    r"(?:\s+(?:on|at|am))?\s*:?\s*[^\n]{0,20}\d[^\n]{0,40}",
    re.IGNORECASE,
)


class _Phrases(NamedTuple):
    """What furniture starts with, by its first word; says alone; says anywhere."""

    starts: Mapping[str, Sequence[str]]
    whole: frozenset[str]
    says: re.Pattern[str]


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph is furniture rather than a part of the text.

    A rule without a letter or digit ("* * *") counts as furniture too.
    """
    if len(paragraph) > 400 or len(paragraph.split()) > _MOST_WORDS:
        return False
    if not _LETTER.search(paragraph):
        return True
    bare = paragraph.strip(_AROUND).lower()
    return bool(_STAMP.match(bare)) or _is_stock_phrase(bare)


def _is_stock_phrase(bare: str) -> bool:
    phrases = _phrases()
    first, _, rest = bare.partition(" ")
    return (
        bare.lstrip("0123456789 ") in phrases.whole
        or any(re.match(following, rest) for following in phrases.starts.get(first, ()))
        or phrases.says.search(bare) is not None
    )


def page_stamps(paragraph: str) -> Iterator[Span]:
    """Where the paragraph says when the page was touched: not when the text was written."""
    for match in _STAMP.finditer(paragraph):
        yield Span(match.start(), match.start() + len(match.group().rstrip()))


@cache
def _phrases() -> _Phrases:
    sections: dict[str, list[str]] = {}
    section = ""
    for line in Path(__file__).with_name("furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(section, []).append(line)
    starts: dict[str, list[str]] = {}
    for line in sections["starts"]:
        words, _, following = line.partition("\t")
        for word in words.split():
            starts.setdefault(word, []).append(following)
    return _Phrases(starts, frozenset(sections["whole"]), re.compile("|".join(sections["says"])))
