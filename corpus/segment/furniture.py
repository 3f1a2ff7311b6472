"""Page furniture: what a site puts around an article, told by its stock phrases."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer paragraphs are prose, whatever they begin with.
_MOST_WORDS = 25

_LETTER = re.compile(r"[^\W_]")
_LEADING = re.compile(r"[\W_]*")
_STAMP = re.compile(
    r"(?:last\s+(?:updated|modified)|(?:first\s+)?(?:updated|published|posted|modified)"
    r"|обновлено|опубликовано|aktualisiert|veröffentlicht)"
    r"(?:\s+(?:on|at|am))?\s*:?\s*[^\n]{0,20}\d[^\n]{0,40}",
    re.IGNORECASE,
)


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph is furniture rather than a part of the text.

    A rule without a letter or digit ("* * *") counts as furniture too.
    """
    if len(paragraph) > 400 or len(paragraph.split()) > _MOST_WORDS:
        return False
    if not _LETTER.search(paragraph):
        return True
    leading = _LEADING.match(paragraph)
    bare = paragraph[leading.end() if leading else 0 :].rstrip(" \t\r\n.:!»›>→…|")
    return bool(_STAMP.match(bare) or any(p.search(bare) for p in _phrases()))


def page_stamps(paragraph: str) -> Iterator[Span]:
    """Where the paragraph says when the page was touched: not when the text was written."""
    for match in _STAMP.finditer(paragraph):
        yield Span(match.start(), match.start() + len(match.group().rstrip()))


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    """Two patterns: what furniture starts with or says in the middle, and what it says alone."""
    shapes = {"starts": r"(?:{})", "whole": r"(?:{})$", "says": r".*?(?:{})"}
    lists: dict[str, list[str]] = {name: [] for name in shapes}
    section = ""
    for line in Path(__file__).with_name("furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            lists[section].append(line)
    return tuple(
        re.compile(r"\A" + shape.format("|".join(lists[name])), re.IGNORECASE | re.DOTALL)
        for name, shape in shapes.items()
    )
