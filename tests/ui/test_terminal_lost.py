"""A terminal that goes away, sleeps, or is fed too much: nothing is lost, nothing hangs."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from terminal import settled

from corpus.notes.store import NoteStore
from tui.clock import now

PASTED = "\x1b[200~{}\x1b[201~"
EVIL = "\x1b]0;owned\x07\x1b[31mred\x1b[2J\x9b5mend"


def state_of(terminal) -> str:
    return Path(f"/proc/{terminal.process.pid}/stat").read_text().split()[2]


def wait_for(terminal, state: str) -> None:
    end = time.monotonic() + 30
    while state_of(terminal) != state:
        assert time.monotonic() < end
        terminal.read()


def drained(terminal) -> bytes:
    """What is sent until nothing more comes."""
    before = len(terminal.sent)
    while terminal.read(0.3):
        pass
    return bytes(terminal.sent[before:])


@pytest.mark.parametrize("keys", ["", "6", "/x"])
def test_a_terminal_that_is_gone_ends_it_at_any_moment(start, keys):
    terminal = start()
    terminal.until(settled)
    terminal.press(*keys)
    os.close(terminal.master)
    assert terminal.process.wait(20) == 130
    terminal.master = os.open(os.devnull, os.O_RDONLY)


def test_what_was_typed_when_the_terminal_went_is_there_again(start):
    terminal = start()
    terminal.until(settled)
    terminal.press("j", "a")
    terminal.until("Ctrl+s save")
    terminal.press(*"half a thought")
    os.close(terminal.master)
    assert terminal.process.wait(20) == 130
    terminal.master = os.open(os.devnull, os.O_RDONLY)

    again = start()
    again.until(lambda text: settled(text) and "A·2/25" in text)
    again.press("a")
    again.until("half a thought")


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
@pytest.mark.parametrize("keys", ["J", "a"])
def test_it_sleeps_and_goes_on_where_it_was(start, stop, keys):
    terminal = start()
    terminal.until(settled)
    terminal.press(*keys)
    drained(terminal)
    before, sent = terminal.text, len(terminal.sent)
    terminal.process.send_signal(stop)
    wait_for(terminal, "T")
    drained(terminal)
    assert (b"\x1b[?1049l" in terminal.sent[sent:]) == (stop == signal.SIGTSTP)
    terminal.process.send_signal(signal.SIGCONT)
    assert b"\x1b[?1049h" in drained(terminal)
    assert terminal.text == before
    if keys == "a":
        terminal.press(*"word", "\x13")
        terminal.until("●saved")
        assert "A·1 word" in terminal.text  # each letter came once
    else:
        terminal.press("J")
        terminal.until("pairs 3/")
    assert terminal.leave() == 0


def test_a_megabyte_pasted_into_a_note_is_saved_whole(start, tmp_path):
    terminal = start()
    terminal.until(settled)
    terminal.press("a")
    terminal.until("Ctrl+s save")
    words = ("word " * 199 + "\n") * 1000
    left = PASTED.format(words).encode()
    os.set_blocking(terminal.master, False)
    while left:
        try:
            left = left[os.write(terminal.master, left) :]
        except BlockingIOError:
            terminal.read(0.01)
    os.set_blocking(terminal.master, True)
    terminal.until("word word")
    terminal.press(*"end")
    terminal.until("end")
    terminal.press("\x13")
    terminal.until("●saved")
    terminal.press("6")
    terminal.until("1 found")
    terminal.press("\x1b")
    terminal.until(settled)
    assert terminal.leave() == 0
    with NoteStore.open(tmp_path / "data" / "notes.sqlite3", now=now) as store:
        assert [note.text for note in store.notes()] == [f"{words}end"]


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ("/", "leave"),
        ("6/", "filter"),
        ("a\t", "save"),
        ("I", "save"),
        ("o", "Open"),
        (":", "Search"),
    ],
)
def test_nothing_that_is_pasted_is_obeyed_by_the_terminal(start, keys, stands):
    terminal = start()
    terminal.until(settled)
    terminal.press(*keys)
    terminal.until(stands)
    before = len(terminal.sent)
    terminal.press(PASTED.format(EVIL))
    terminal.until("end")
    drained(terminal)
    sent = bytes(terminal.sent[before:])
    assert b"\x1b]0;" not in sent
    assert b"\x1b[31mred" not in sent
    assert b"\x1b[2J" not in sent
    assert "\x9b".encode() not in sent
