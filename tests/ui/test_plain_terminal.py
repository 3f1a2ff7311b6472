"""Plain mode in a real pseudo-terminal: not one escape sequence, and the usual ways out."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from terminal import PATIENCE, end


@dataclass
class Talk:
    """The program on a terminal of its own, and all it said."""

    process: subprocess.Popen[bytes]
    master: int
    said: bytearray = field(default_factory=bytearray)

    def hear(self) -> bool:
        """Whether something was said."""
        if not select.select([self.master], [], [], 0.05)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.said += data
        return bool(data)

    def until(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.said:
            assert time.monotonic() < end, f"never said: {words}\n{self.said.decode()}"
            self.hear()

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.hear()
        while self.hear():
            pass
        return self.process.wait(5)


@pytest.fixture
def talk(tmp_path) -> Iterator[Callable[..., Talk]]:
    started: list[Talk] = []

    def start(*words: str, term: str = "dumb") -> Talk:
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "tui", *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={
                **os.environ,
                "TERM": term,
                "OSSETIA_READER_DATA_DIR": str(tmp_path / "data"),
                "OSSETIA_READER_CONFIG_DIR": str(tmp_path / "config"),
            },
        )
        os.close(slave)
        started.append(Talk(process, master))
        return started[-1]

    yield start
    for one in started:
        end(one.process, one.master)


def test_a_dumb_terminal_gets_lines_and_not_one_escape(talk):
    one = talk()
    one.until("1. Command? ")
    one.type("J\n")
    one.until("Pair 2 of ")
    one.type("a heard and noted\n")
    one.until("Saved: note on A, passage ")
    one.type("m\n")
    one.until("4. Command? ")
    one.type("\x04")  # Ctrl+d: no more lines
    assert one.ended() == 0
    assert b"\x1b" not in one.said
    assert b"Traceback" not in one.said


def test_a_terminal_that_nobody_knows_gets_the_screen(talk):
    one = talk(term="xterm-that-nobody-knows")
    one.until("\x1b[?1049h")
    one.until("undated")
    one.type("q")
    assert one.ended() == 0


def test_a_signal_at_the_prompt_leaves_with_the_place_kept(talk):
    one = talk("--plain", term="xterm-256color")
    one.until("1. Command? ")
    one.type("B:7\n")
    one.until("2. Command? ")
    one.process.send_signal(signal.SIGTERM)
    assert one.ended() == 130
    assert b"\x1b" not in one.said

    again = talk("--plain", term="xterm-256color")
    again.until("B, passage 7: ")
    again.type("q\n")
    assert again.ended() == 0


def test_ctrl_c_gives_up_a_note_and_then_leaves(talk):
    one = talk("--plain")
    one.until("1. Command? ")
    one.type("a\n")
    one.until("Text? ")
    one.process.send_signal(signal.SIGINT)
    one.until("Interrupted.")
    one.until("2. Command? ")
    one.process.send_signal(signal.SIGINT)
    assert one.ended() == 130
    assert b"Saved" not in one.said
