"""Copying out: through a program of the desktop, else the terminal; always into a file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from corpus.errors import OutputError
from tui.clipboard import copy


@pytest.fixture
def desktop(tmp_path: Path):
    """A desktop whose only clipboard program writes into a file, or fails."""
    programs = tmp_path / "bin"
    programs.mkdir()

    def made(name: str, *, fails: bool = False):
        program = programs / name
        program.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path}/board'\nexit {int(fails)}\n")
        program.chmod(0o700)
        return {"PATH": str(programs), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}

    return made


@pytest.mark.parametrize("name", ["pbcopy", "wl-copy", "xclip", "xsel", "clip.exe"])
def test_a_program_of_the_desktop_takes_the_words(desktop, tmp_path, name):
    copied = copy("“words”\n", tmp_path / "data" / "copied.md", desktop(name))
    assert copied.by == name
    assert (tmp_path / "board").read_text("utf-8") == "“words”\n"
    assert copied.file is not None
    assert copied.file.read_text("utf-8") == "“words”\n"
    assert stat.S_IMODE(copied.file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("xclip", {"SSH_CONNECTION": "a b"}),
        ("xclip", {"DISPLAY": ""}),
        ("wl-copy", {"WAYLAND_DISPLAY": ""}),
    ],
)
def test_the_terminal_is_asked_where_no_program_can_help(desktop, tmp_path, name, change):
    copied = copy("words", tmp_path / "copied.md", desktop(name) | change)
    assert copied.by == ""
    assert not (tmp_path / "board").exists()
    assert (tmp_path / "copied.md").read_text() == "words"


def test_a_program_that_fails_is_not_believed(desktop, tmp_path):
    assert copy("words", tmp_path / "copied.md", desktop("xsel", fails=True)).by == ""


def test_words_that_can_go_nowhere_are_told(desktop, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="data"):
        copy("words", tmp_path / "data" / "copied.md", {"PATH": ""})
    assert copy("words", tmp_path / "data" / "copied.md", desktop("xsel")).file is None
