"""The real program in a real pseudo-terminal, and what its screen shows."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 60.0  # seconds until a screen that never comes is a failure
# As the Kitty keyboard protocol has it: alone, it could be the beginning of Alt and a letter.
ESCAPE = "\x1b[27u"
GRAPHICS = re.compile(rb"\x1b\[([0-9;]*)m")  # ECMA-48, Select Graphic Rendition
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}


def colours(sent: bytes) -> list[bytes]:
    """The colour codes among the graphics codes; 39 and 49 only give colours back."""
    codes = GRAPHICS.findall(sent)
    return [code for code in codes if COLOURS & {int(n) for n in code.split(b";") if n}]


@dataclass
class Terminal:
    """A program on a screen of its own; what it sent is kept."""

    process: subprocess.Popen[bytes]
    master: int
    screen: pyte.Screen
    sent: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.stream = pyte.Stream(self.screen)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float = 0.05) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.sent += data
        # pyte knows no private modes that end in "p" or "u": they change nothing it shows.
        shown = re.sub(r"\x1b\[[?>=<][0-9;]*[$]?[pu]", "", self.decoder.decode(data))
        self.stream.feed(shown)
        return bool(data)

    def until(self, seen: str | Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        wanted = seen if callable(seen) else lambda text: seen in text
        while not wanted(self.text):
            ended = self.process.poll() is not None and not self.read()
            late = ended or time.monotonic() > end
            assert not late, f"never seen: {seen}\n{self.text}"
            self.read()
        while self.read(0.1):
            pass
        return self.text

    def press(self, *keys: str) -> None:
        for key in keys:
            leaves = key == "\x1b"
            os.write(self.master, (ESCAPE if leaves else key).encode())
            # A dialog that is being left takes what is typed in the same moment along.
            while self.read(0.5 if leaves else 0.02):
                pass

    def leave(self) -> int:
        self.press("q")
        return self.ended()

    def ended(self) -> int:
        end = time.monotonic() + PATIENCE / 2
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        while self.read():
            pass
        return self.process.wait(timeout=5)


def take_terminal(slave: int) -> None:
    """Make the pseudo-terminal the new process's own, so that /dev/tty is it."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


@contextmanager
def terminals(folder: Path) -> Iterator[Callable[..., Terminal]]:
    """What starts the program, with notes and settings in a folder; ends all it started."""
    started: list[Terminal] = []

    def start_one(
        *words: str,
        size: tuple[int, int] = (80, 24),
        piped: Path | None = None,
        errors: Path | None = None,
        **variables: str,
    ) -> Terminal:
        master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        plain = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "LINES"}}
        source = os.open(piped, os.O_RDONLY) if piped else os.dup(slave)
        told = os.open(errors, os.O_WRONLY | os.O_CREAT) if errors else os.dup(slave)
        process = subprocess.Popen(
            [sys.executable, "-m", "tui", *words],
            stdin=source,
            stdout=slave,
            stderr=told,
            preexec_fn=lambda: take_terminal(slave),
            cwd=folder,
            env={
                **plain,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "OSSETIA_READER_DATA_DIR": str(folder / "data"),
                "OSSETIA_READER_CONFIG_DIR": str(folder / "config"),
                **variables,
            },
        )
        os.close(slave)
        os.close(source)
        os.close(told)
        started.append(Terminal(process, master, pyte.Screen(columns, rows)))
        return started[-1]

    yield start_one
    for terminal in started:
        end(terminal.process, terminal.master)


def end(process: subprocess.Popen[bytes], master: int) -> None:
    """Kill a program with all it started, where it still runs, and give its terminal back."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    os.close(master)


def settled(text: str) -> bool:
    """Everything in the background has been found."""
    return "only-A" in text
