"""What leaves the program over whole sessions: without colours, in ASCII, on poor terminals."""

from __future__ import annotations

import fcntl
import re
import signal
import struct
import termios

import pytest
from terminal import settled

BUNDLED = ("corpus:ossetia-a", "corpus:ossetia-b")
GRAPHICS = re.compile(rb"\x1b\[([0-9;:]*)m")  # ECMA-48, Select Graphic Rendition
SETS_COLOURS = re.compile(rb"\x1b\](?:4|1[0-9]|104|11[0-9]);")  # xterm's operating system commands
SHAPES = {*range(10), *range(21, 30)}  # bold, underline, reverse and the like, and their ends

# Through every view and dialog: the keys, and what is then seen.
SESSION = (
    ("J", "pairs 2/"),
    ("w", "WHY"),
    ("i", ""),
    ("\x1b", ""),
    ("/", ""),
    (*"Russia", "\r", "Russia"),
    ("v", "w", "w", "word"),
    ("\x1b", "s", "c", "Which colour"),
    ("y", "T", "no colours"),
    ("2", "Matches"),
    ("f", ""),
    ("3", "Gaps"),
    ("4", "Actors"),
    ("x", ""),
    ("\x1b", "5", "Frames"),
    ("6", "Notes"),
    ("\x1b", "1", "a", "Ctrl+s save"),
    (*"été – щука ★ 日本", "\t", *"тег", "\t", "s", "\x13", "saved"),
    ("t", ""),
    ("\x1b", "I", ""),
    ("\x1b", "o", ""),
    ("\x1b", "?", "MOVING"),
    ("\x1b", ":", ""),
    (*"theme", "light"),
    ("\x1b", "y", "Y", ""),
    ("E", ""),
    ("\x1b", "u", "z", ""),
    ("z", "pairs"),
)

FOREIGN = (
    "Цхинвали просит “мира” — сразу.\n\nŁódź, Straße, façade: “résumé” … 日本語 👩‍👩‍👧 1️⃣ ₽5.\n\n"
    "שלום עולם. Ж\u0301 e\u0301.\n"
)


def walk(terminal):
    for *keys, seen in SESSION:
        terminal.press(*keys)
        if seen:
            terminal.until(seen)


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    terminal.process.send_signal(signal.SIGWINCH)
    terminal.screen.resize(rows, columns)
    while terminal.read(0.4):
        pass


def coloured(sent: bytes) -> list[bytes]:
    """Every code that names a colour, the terminal's own included."""
    codes = [code for code in GRAPHICS.findall(sent) if code]
    found = [c for c in codes if not {int(n) for n in re.split(b"[;:]", c) if n} <= SHAPES]
    return found + SETS_COLOURS.findall(sent)


@pytest.mark.parametrize("size", [(110, 36)])
def test_no_colour_code_leaves_the_program_over_a_whole_session(start, tmp_path, size):
    (tmp_path / "odd.txt").write_text("Nothing \x1b[31mred\x1b[0m stays.", "utf-8")
    terminal = start(
        *BUNDLED, str(tmp_path / "odd.txt"), str(tmp_path / "gone.txt"), size=size, NO_COLOR="1"
    )
    terminal.until(settled)
    walk(terminal)
    for columns, rows in ((200, 50), (60, 15), (30, 5), (80, 24)):
        resize(terminal, columns, rows)
    terminal.until(settled)
    assert terminal.leave() == 3
    sent = bytes(terminal.sent)
    assert coloured(sent) == []
    assert GRAPHICS.search(sent), "marks are still shown by shape"


def test_no_character_outside_ascii_leaves_the_program_over_a_whole_session(start, tmp_path):
    (tmp_path / "één.txt").write_text(FOREIGN, "utf-8")
    files = [str(tmp_path / "één.txt"), str(tmp_path / "où.txt")]
    terminal = start(*BUNDLED, *files, "--ascii", "--color", "never", size=(110, 36))
    terminal.until(settled)
    walk(terminal)
    for columns, rows in ((200, 50), (60, 15), (30, 5), (80, 24)):
        resize(terminal, columns, rows)
    terminal.until(settled)
    terminal.press(".")
    shown = terminal.until("Tkinvali")
    assert "Lodz, Strase" in shown
    assert terminal.leave() == 3
    sent = bytes(terminal.sent)
    assert b"ou.txt" in sent
    assert {byte for byte in sent if byte > 126} == set()
