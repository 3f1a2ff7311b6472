"""How many cells of a terminal words take, and words in so many cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Characters of one cell each; anything else is measured one by one.
ONE_CELL = re.compile(
    r"[\n\r\t -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u10d0-\u10ff"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*"
)
# Code points of one cell are at most so many, or what they make is cut.
MOST_IN_A_CELL = 16
TOLD = 2000
"""Code points of a note or a passage that are told where it is one of many things."""
_BREAKS_A_LINE = re.compile(r"[\r\n\t]")
# Joiners, the wish for a coloured picture, and tones of skin: terminals give these
# from no cell to two. In their place stands what takes no cell in any terminal.
_DOUBTFUL = re.compile(
    "[\u200d\ufe0f]|(?<=[\u261d-\u27bf\U0001f000-\U0001faff])[\U0001f3fb-\U0001f3ff]"
)
_NO_CELL = "\u200c"
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def cells(text: str) -> int:
    """How many cells a line takes."""
    return len(text) if ONE_CELL.fullmatch(text) else cell_len(in_a_line(text))


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells; an ellipsis stands for what was left out."""
    longest = MOST_IN_A_CELL * (width + 1)
    head = steady(text[:longest])
    if len(text) <= longest and cells(head) <= width:
        return head
    kept, used = 0, 1
    for _, end, size in graphemes(head):
        used += size
        if used > width:
            break
        kept = end
    return f"{head[:kept].rstrip()}…" if width > 0 else ""


def begun(text: str) -> str:
    """As much of a text as a line on the screen may tell: it may be a megabyte."""
    return text if len(text) <= TOLD else f"{text[:TOLD]}…"


def in_a_line(text: str) -> str:
    """The text, of the same length, on one line and steady."""
    return steady(_BREAKS_A_LINE.sub(" ", text))


def steady(text: str) -> str:
    """The text, of the same length, so that it takes the same cells in every terminal.

    Pictographs that a joiner makes one are shown apart, and without colour or
    tone where those are asked for by a character of their own.
    """
    return text if text.isascii() else _DOUBTFUL.sub(_NO_CELL, text)


def graphemes(text: str) -> Sequence[tuple[int, int, int]]:
    """Start, end and cells of what a terminal shows as one character each."""
    if ONE_CELL.fullmatch(text):
        return [(index, index + 1, 1) for index in range(len(text))]
    line = in_a_line(text)
    spans = split_graphemes(line)[0]
    return list(_flags_whole(line, spans)) if _FLAG.search(line) else spans


def _flags_whole(
    line: str, spans: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """The graphemes, the two halves of a flag as one."""
    half: tuple[int, int, int] | None = None
    for span in spans:
        if half is not None:
            yield (half[0], span[1], half[2] + span[2])
            half = None
        elif _FLAG.match(line, span[0]):
            half = span
        else:
            yield span
