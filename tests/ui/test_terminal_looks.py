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
    ("y", "yellow"),
    ("T", "no colours"),
    ("2", "Matches"),
    ("f", ""),
    ("3", "Gaps"),
    ("4", "Actors"),
    ("x", ""),
    ("\x1b", "5", "Frames"),
    ("6", "Notes"),
    ("\x1b", "1", "a", "Ctrl+s save"),
    (*"été – щука ★ 日本", "\t", *"тег", "\t", "s", "\x13", "saved"),
    ("t", "Ctrl+s save"),
    ("\x1b", "I", "outlet:"),
    ("\x1b", "o", "corpus:"),
    ("\x1b", "?", "MOVING"),
    ("\x1b", ":", ""),
    (*"theme", "light"),
    ("\x1b", "y", "Y", ""),
    ("E", ""),
    ("\x1b", "u", "z", ""),
    ("z", "n/N"),
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


def test_neither_a_colour_nor_a_sign_leaves_the_program_over_a_whole_session(start, tmp_path):
    (tmp_path / "één.txt").write_text(FOREIGN + "Nothing \x1b[31mred\x1b[0m stays.", "utf-8")
    files = [str(tmp_path / "één.txt"), str(tmp_path / "où.txt")]
    terminal = start(*BUNDLED, *files, "--ascii", size=(110, 36), NO_COLOR="1")
    terminal.until(settled)
    walk(terminal)
    for columns, rows in ((200, 50), (60, 15), (30, 5), (80, 24)):
        resize(terminal, columns, rows)
    terminal.press(".")
    assert "Lodz, Strase" in terminal.until("Tkinvali")
    assert terminal.leave() == 3
    sent = bytes(terminal.sent)
    assert b"ou.txt" in sent
    assert coloured(sent) == []
    assert GRAPHICS.search(sent), "marks are still shown by shape"
    assert {byte for byte in sent if byte > 126} == set()


def test_with_colour_and_signs_the_same_search_finds_them(start):
    terminal = start(*BUNDLED, NO_COLOR="")  # which is as good as none
    terminal.until(settled)
    terminal.press("T")
    terminal.until("theme: light")
    terminal.press("T", "\x1b")
    assert terminal.leave() == 0
    sent = bytes(terminal.sent)
    assert coloured(sent)
    assert {byte for byte in sent if byte > 126}
    again = start(*BUNDLED)
    again.until(settled)
    again.press("T")
    again.until("theme: high-contrast-light")  # the one before it was kept
    assert again.leave() == 0


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "vt100", "LANG": "C", "COLORTERM": ""},
        {"TERM": "linux", "LC_ALL": "C", "COLORTERM": ""},
        {"TERM": "xterm", "PYTHONIOENCODING": "latin-1", "COLORTERM": ""},
    ],
    ids=lambda variables: variables["TERM"],
)
def test_a_terminal_without_colour_mouse_or_signs_opens_and_is_readable(start, variables):
    terminal = start(*BUNDLED, "--no-mouse", "--no-animation", size=(110, 30), **variables)
    text = terminal.until(lambda text: settled(text) and "--no-ascii" in text)
    assert "shown in ASCII" in text
    assert "The question of South Ossetia" in text
    terminal.press("J", "w")
    terminal.until("WHY")
    assert terminal.leave() == 0
    sent = bytes(terminal.sent)
    assert {byte for byte in sent if byte > 126} == set()
    assert b"\x1b[?1000h" not in sent
    if variables["TERM"] == "vt100":
        assert coloured(sent) == []


def test_a_dumb_terminal_is_read_to_in_lines_and_in_ascii_if_need_be(start):
    terminal = start(*BUNDLED, TERM="dumb", LANG="C")
    terminal.until("shown in ASCII")
    terminal.press("q\r")
    assert terminal.ended() == 0
    sent = bytes(terminal.sent)
    assert b"\x1b" not in sent
    assert {byte for byte in sent if byte > 126} == set()
