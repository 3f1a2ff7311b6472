"""Questions that a terminal answers by itself: how wide a character is, what it can do.

It is asked for its cursor after each character (CPR), for synchronised
updates (DECRQM 2026), and last for what it is (DA1), which all of them
answer: after that nothing more will come.
"""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

SAMPLES: Mapping[str, str] = {
    "letter with an accent of its own": "e\u0301",
    "Chinese sign": "漢",
    "sign of several parts": "👩‍🚀",
    "line": "━",
    "bar": "▌",
    "star": "★",
    "Hebrew letter": "א",
}
"""Characters that terminals have different widths for, by what to call them."""

_SECONDS = 1.0
_CURSOR = re.compile(rb"\x1b\[\d+;(\d+)R")
_SYNCHRONISED = re.compile(rb"\x1b\[\?2026;(\d)\$y")
_END = re.compile(rb"\x1b\[\?[\d;]*c")


class Answers(NamedTuple):
    """What a terminal said of itself.

    Attributes:
        widths: of the samples, in columns, by what they are called; empty without an answer.
        synchronised: whether it can show a whole screen at once; None without an answer.
    """

    widths: Mapping[str, int]
    synchronised: bool | None


def ask(keys: int, screen: int, seconds: float = _SECONDS) -> Answers:
    """What a terminal says of itself.

    Args:
        keys: the file descriptor its answers come from.
        screen: the one it is painted by; its current line is cleared.
        seconds: how long to wait for all answers.
    """
    shown = b"".join(b"\r" + sample.encode() + b"\x1b[6n" for sample in SAMPLES.values())
    with _unseen(keys):
        os.write(screen, shown + b"\r\x1b[2K\x1b[?2026$p\x1b[c")
        return _understood(_answer(keys, time.monotonic() + seconds))


def _understood(answer: bytes) -> Answers:
    columns = [int(column) - 1 for column in _CURSOR.findall(answer)]
    whole = len(columns) == len(SAMPLES)
    can = _SYNCHRONISED.search(answer)
    return Answers(
        dict(zip(SAMPLES, columns, strict=True)) if whole else {},
        can[1] in b"123" if can else None,
    )


def _answer(keys: int, until: float) -> bytes:
    """All that comes, up to what comes last."""
    got = b""
    while not _END.search(got) and (left := until - time.monotonic()) > 0:
        if select.select([keys], [], [], left)[0]:
            got += os.read(keys, 1024)
    return got


@contextmanager
def _unseen(keys: int) -> Generator[None]:
    """Answers are neither shown nor kept back until a new line."""
    before = termios.tcgetattr(keys)
    try:
        tty.setcbreak(keys)
        yield
    finally:
        termios.tcsetattr(keys, termios.TCSAFLUSH, before)
