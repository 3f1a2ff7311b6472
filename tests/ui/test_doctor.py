"""``doctor``: a terminal is asked and answers, keys are named, folders and extras are looked at."""

from __future__ import annotations

import json
import os
import pty
import threading
from pathlib import Path

import pytest
from textual.widgets import Static

from tui import asking
from tui.asking import SAMPLES, ask
from tui.cells import cells
from tui.commands import doctor
from tui.looks import THEME_NAMES, Looks
from tui.marks import MARKS
from tui.trial import Trial, meaning


@pytest.fixture
def terminal():
    """A terminal that answers in a given way; gives the end that the reader has."""
    ends: list[int] = []

    def made(answer: bytes) -> int:
        there, here = pty.openpty()
        ends.extend((there, here))

        def answering() -> None:
            asked = b""
            while not asked.endswith(b"\x1b[c"):
                asked += os.read(there, 1024)
            os.write(there, answer)

        threading.Thread(target=answering, daemon=True).start()
        return here

    yield made
    for end in ends:
        os.close(end)


def cursors(widths: list[int]) -> bytes:
    return b"".join(f"\x1b[1;{width + 1}R".encode() for width in widths)


def test_a_terminal_says_how_wide_its_characters_are(terminal) -> None:
    widths = [cells(sign) for sign in SAMPLES.values()]
    end = terminal(cursors(widths) + b"\x1b[?2026;2$y\x1b[?62;22c")
    answers = ask(end, end)
    assert list(answers.widths.values()) == widths
    assert answers.synchronised is True


def test_a_terminal_may_know_less(terminal) -> None:
    end = terminal(b"\x1b[?2026;0$y\x1b[?1;2c")
    assert ask(end, end) == ({}, False)


def test_a_terminal_that_says_nothing_is_not_waited_for(terminal) -> None:
    end = terminal(b"")
    assert ask(end, end, seconds=0.05) == ({}, None)


def test_odd_widths_are_told(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = dict.fromkeys(SAMPLES, 1)
    monkeypatch.setattr(asking, "ask", lambda **_: asking.Answers(wide, None))
    monkeypatch.setattr(doctor, "_is_answered", lambda _: True)
    done = cli("doctor")
    assert done.status == 0
    assert "Chinese sign 1 columns and the reader counts 2" in done.err


def test_what_it_finds_is_also_told_to_programs(cli, home: Path) -> None:
    found = json.loads(cli("doctor", "-f", "json").out)
    assert str(home / "config") in found["findings"]["settings"]
    assert {"extra serve", "colours", "clipboard", "notes", "size"} <= found["findings"].keys()
    assert found["complaints"] == []
    assert "widths" not in found["findings"]


def test_a_folder_that_cannot_be_written_in_is_told(cli, monkeypatch) -> None:
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    done = cli("doctor")
    assert done.status == 5
    assert "cannot be written in" in done.err


def test_without_a_terminal_no_key_is_asked_for(cli) -> None:
    done = cli("doctor", "--keys")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_keys_are_named_and_marks_are_painted(theme: str) -> None:
    app = Trial(Looks(theme=theme))
    async with app.run_test(size=(100, 30)) as pilot:
        marks = str(app.query_one("#marks", Static).content)
        assert all(name in marks for name in MARKS)
        await pilot.press("J", "f3", "ctrl+q", "tab", "ctrl+c", "ф", "escape", "j")
        told = str(app.query_one("#pressed", Static).content).splitlines()
        assert len(told) == 8
        assert told[0].startswith(" j “j”: next passage (reader)")
        assert "both sides level" in told[-1]
        assert "note on the passage" in told[2]
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not app.is_running


def test_a_key_without_a_deed_is_named_too() -> None:
    assert "nothing of the reader" in meaning("f11", None)
    assert "\x1b" not in meaning("x\x1b", "\x1b")
