"""Text from strangers made safe to show, and otherwise kept to the letter.

A terminal obeys control characters, and the eye is misled by characters that
hide or reorder others, so these never get past loading. The classes follow
Unicode Standard Annex 9 (bidirectional controls) and Unicode Technical
Report 36 (invisible characters). A joiner or non-joiner stays where Unicode
gives it a meaning, see ``corpus.joiners``.
"""

import re
from functools import cache
from typing import NamedTuple

from corpus.joiners import drop_joiners

# One code point each, so offsets stand: other ways to end a line become a newline.
# A carriage return before a newline is part of that newline and stays.
_LINE_ENDS = "\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]"

_DROPPED = (
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls, but tab, newline, return
    "\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff"  # invisible
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # reorder what stands around them
    "\ufff9-\ufffb\ufffe\uffff"  # annotation anchors, non-characters
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # halves of characters
    "]"
)

_PIECE = 1 << 16  # code points: a copy of all would be as long as the text
_ASCII_CONTROLS = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])


# Annotations are not postponed in this module: a NamedTuple would compile each of them.
class Sanitised(NamedTuple):
    """Safe text, and how many code points were dropped or replaced to make it so."""

    text: str
    removed: int


def sanitise(text: str) -> Sanitised:
    """Text without controls, invisible characters and reordering marks.

    Newlines (LF or CRLF) and tabs stay as they stand. The result is a fixed
    point: sanitising it again changes nothing.
    """
    if text.isascii() and _has_no_controls(text):
        return Sanitised(text, 0)
    dropped_, line_ends = _patterns()
    kept, dropped = dropped_.subn("", text)
    kept, joiners = drop_joiners(kept)
    kept, replaced = line_ends.subn("\n", kept)
    return Sanitised(kept, dropped + joiners + replaced)


def _has_no_controls(text: str) -> bool:
    """Of an ASCII text, which most are: told many times faster than by the patterns."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    bare = all(len(piece.translate(_ASCII_CONTROLS)) == len(piece) for piece in pieces)
    return bare and text.count("\r") == text.count("\r\n")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_DROPPED), re.compile(_LINE_ENDS)


def one_line(text: str) -> str:
    """A stranger's string as one safe line: for file names and error texts."""
    return " ".join(sanitise(text).text.split())
