"""The program in a real pseudo-terminal: what comes out of it, and what it leaves behind."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import sys
import termios
from pathlib import Path

import pytest

from corpus.notes.anchoring import make_target
from corpus.notes.model import Draft
from corpus.notes.store import NoteStore
from corpus.reading import read_document
from tui.clock import now

HOSTILE = (
    "The \x1b]52;c;b3duZWQ=\x07ferry\x1b]0;owned\x07 ran \x9d0;owned\x9caground near Lund.\n\n"
    "\x1bPowned\x1b\\ [@click=app.quit]Nobody[/] was [/foo] hurt \u202e on \u200bMonday.\n"
)
# Textual sets the mouse pointer's shape itself (OSC 22).
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
PATIENCE = 10  # seconds; a program that says nothing for so long hangs


class Terminal:
    """A program in a pseudo-terminal, and all that it has shown."""

    def __init__(
        self, words: list[str], env: dict[str, str], size: tuple[int, int], piped: str = ""
    ) -> None:
        self.shown = b""
        self._since = 0
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            command = shlex.join([sys.executable, "-m", "tui", *words])
            pipe = f"cat {shlex.quote(piped)} | " if piped else "exec "
            os.execvpe("sh", ["sh", "-c", pipe + command], os.environ | env)  # noqa: S606 - ours
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read_until(self, words: bytes) -> None:
        """Read on until these words are shown after the last key; the program may not hang."""
        while words not in self.shown[self._since :]:
            if not select.select([self._end], [], [], PATIENCE)[0]:
                os.kill(self.pid, signal.SIGKILL)
            try:
                self.shown += os.read(self._end, 65536)
            except OSError:
                return

    def press(self, keys: str) -> None:
        self._since = len(self.shown)
        os.write(self._end, keys.encode())

    def leave(self) -> int:
        """Read to the end; the exit status."""
        self.read_until(b"\0never\0")
        _, status = os.waitpid(self.pid, 0)
        os.close(self._end)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Two files that would own the terminal, one by its name as well."""
    files = [tmp_path / "a\x1b]0;owned\x07[b].txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(HOSTILE, encoding="utf-8")
    return [str(file) for file in files]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    folders = {
        "OSSETIA_READER_DATA_DIR": str(tmp_path / "data"),
        "OSSETIA_READER_CONFIG_DIR": str(tmp_path / "config"),
    }
    return folders | {"TERM": "xterm-256color", "NO_COLOR": ""}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_document_cannot_control_the_terminal(
    texts: list[str], env: dict[str, str], size: tuple[int, int]
) -> None:
    terminal = Terminal(texts, env, size)
    terminal.read_until(b"aground")
    terminal.press("q")
    assert terminal.leave() == 0
    assert b"aground" in terminal.shown
    shown = POINTER.sub(b"", terminal.shown)
    assert not re.search(rb"\x1b\]|\x1bP|\x07|\xc2[\x80-\x9f]|\xe2\x80\xae", shown)
    assert b"[@click=app.quit]" in terminal.shown


def test_a_note_cannot_control_the_terminal(texts: list[str], env: dict[str, str]) -> None:
    document = read_document(texts[1])
    hostile = "zebra \x1b]52;c;b3duZWQ=\x07\x1b[31m\x9d0;owned\x9c[@click=app.quit]stripes[/]"
    with NoteStore.open(Path(env["OSSETIA_READER_DATA_DIR"], "notes.sqlite3"), now=now) as store:
        store.add(
            Draft(hostile, (make_target(document, document.passage(1).span),), ("t\x1b]0;x",))
        )
    terminal = Terminal([texts[1], texts[0]], env, (100, 30))
    terminal.read_until(b"aground")
    terminal.press("6")
    terminal.read_until(b"zebra")
    terminal.press("e")
    terminal.read_until(b"Ctrl+s")
    terminal.read_until(b"zebra")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.leave()
    assert terminal.shown.count(b"zebra") > 1
    shown = POINTER.sub(b"", terminal.shown)
    assert not re.search(rb"\x1b\]|\x1bP|\x07|\xc2[\x80-\x9f]", shown)


def test_a_text_from_a_pipe_is_read_with_the_keyboard_free(
    texts: list[str], env: dict[str, str], tmp_path: Path
) -> None:
    piped = tmp_path / "piped.txt"
    piped.write_text("The gangway was lowered at noon.", encoding="utf-8")
    terminal = Terminal(["-", texts[1]], env, (80, 24), piped=str(piped))
    terminal.read_until(b"gangway")
    terminal.press("q")
    assert terminal.leave() == 0
    assert b"gangway" in terminal.shown


def test_the_terminal_is_left_as_it_was_found(texts: list[str], env: dict[str, str]) -> None:
    terminal = Terminal(texts, env, (80, 24))
    terminal.read_until(b"aground")
    terminal.press("q")
    assert terminal.leave() == 0
    modes = re.findall(rb"\x1b\[\?(\d+)([hl])", terminal.shown)
    last = dict(modes)
    assert last[b"1049"] == b"l"
    assert last[b"25"] == b"h"
    for mouse in (b"1000", b"1003", b"1006", b"2004"):
        assert last.get(mouse, b"l") == b"l"


def test_what_cannot_be_read_is_still_told_after_the_screen(
    texts: list[str], env: dict[str, str]
) -> None:
    terminal = Terminal([texts[0] + "x", texts[1]], env, (80, 24))
    terminal.read_until(b"aground")
    terminal.press("q")
    assert terminal.leave() == 3
    _, _, after = terminal.shown.rpartition(b"\x1b[?1049l")
    assert b"no such file" in after
    assert b"\x1b]" not in POINTER.sub(b"", terminal.shown)
