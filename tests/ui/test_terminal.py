"""The real program in a real pseudo-terminal: screens, keys, notes, a clean exit."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pyte
import pytest
from terminal import ESCAPE, colours, settled

from corpus.notes.anchoring import make_target
from corpus.notes.model import Draft
from corpus.notes.store import NoteStore
from corpus.reading import read_document
from tui.clock import now

BUNDLED = ("corpus:ossetia-a", "corpus:ossetia-b")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (60, 15)])
def test_the_bundled_pair_opens_at_every_size_and_leaves_the_terminal_clean(start, size):
    terminal = start(size=size)
    text = terminal.until(settled)
    assert "undated" in text
    assert "S. Ossetia" in text
    assert terminal.leave() == 0
    sent = bytes(terminal.sent)
    assert sent.rindex(b"\x1b[?1049l") > sent.rindex(b"\x1b[?1049h")  # the first screen is back
    assert sent.rindex(b"\x1b[?25h") > sent.rindex(b"\x1b[?25l")  # the cursor is shown again
    assert sent.rindex(b"\x1b[?1000l") > sent.rindex(b"\x1b[?1000h")  # the mouse is let go
    assert b"Traceback" not in sent


def test_a_note_is_written_saved_and_there_again_after_a_restart(start):
    terminal = start()
    terminal.until(settled)
    terminal.press("j", "j", "a")
    terminal.until("Ctrl+s save")
    terminal.press(*"first line", "\r", *"second line", "\x13")
    terminal.until("●saved")
    assert terminal.leave() == 0

    again = start()
    again.until(lambda text: settled(text) and "1 note" in text)
    assert "A·3/25" in again.text  # the place came back as well
    again.press("6")
    listed = again.until("second line")
    assert "A·3" in listed
    again.press("\x1b", "q")
    assert again.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_as_a_key_does(start, number):
    terminal = start()
    terminal.until(settled)
    terminal.press("j", "a")
    terminal.until("Ctrl+s save")
    terminal.press(*"half a thought")
    terminal.process.send_signal(number)
    assert terminal.ended() == 130
    sent = bytes(terminal.sent)
    assert sent.rindex(b"\x1b[?1049l") > sent.rindex(b"\x1b[?1049h")

    again = start()
    again.until(lambda text: settled(text) and "A·2/25" in text)
    again.press("a")
    again.until("half a thought")


def test_a_file_that_cannot_be_read_is_named_and_the_other_is_shown(start, tmp_path):
    (tmp_path / "there.txt").write_text("The only text there is.", "utf-8")
    terminal = start(str(tmp_path / "there.txt"), str(tmp_path / "gone.txt"))
    terminal.until("The only text there is.")
    terminal.until("gone.txt")
    assert terminal.leave() == 3
    assert b"gone.txt: no such file" in bytes(terminal.sent)


def test_where_the_first_text_cannot_be_read_no_two_bear_one_letter(start, tmp_path):
    (tmp_path / "there.txt").write_text("The only text there is.", "utf-8")
    terminal = start(str(tmp_path / "gone.txt"), str(tmp_path / "there.txt"))
    terminal.until(lambda text: "nothing to compare with" in text and " A  undated" in text)
    assert " B  there.txt" in terminal.text
    assert terminal.leave() == 3


@pytest.mark.parametrize("lie", ["9" * 5000, "99999999", "²"])
def test_a_width_that_no_terminal_has_is_not_believed(start, lie):
    terminal = start(COLUMNS=lie)
    terminal.until(settled)
    assert terminal.leave() == 0


HOSTILE = (
    "# Title \x1b]0;pwned\x07 [bold]here[/bold]\n\n"
    "Text \x1b]52;c;cHduZWQ=\x07 with \x9b31m and [@click=app.quit]markup[/] and [/nonsense].\n\n"
    "\x1bP+q544e\x1b\\ Device. \u202eReversed.\u202c \x1b[2J End.\n"
)


def test_no_text_name_or_note_of_a_stranger_controls_the_terminal(start, tmp_path):
    name = "bad\x1b]0;pwned\x07[red].txt"
    for file in (tmp_path / name, tmp_path / "b.txt"):
        file.write_bytes(HOSTILE.encode("utf-8", "surrogateescape"))
    terminal = start(str(tmp_path / name), str(tmp_path / "b.txt"))
    text = terminal.until(settled)
    assert "[/nonsense]" in text
    terminal.press("j", "a")
    terminal.until("Ctrl+s save")
    terminal.press(*"[@click=app.quit]x[/foo]", "\x13")
    terminal.until("●saved")
    terminal.press("6")
    terminal.until("[/foo]")
    terminal.press("\x1b", "w", "i", "\x1b", "?", "\x1b", "q")
    assert terminal.ended() == 0
    sent = bytes(terminal.sent)
    for obeyed in (b"\x1b]52", b"\x1b]0;pwned", b"\x1bP+q", b"\x9b31m", b"\xe2\x80\xae"):
        assert obeyed not in sent


def test_a_note_of_a_stranger_does_not_control_the_terminal(start, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Zebras ran. Nobody was hurt.", "utf-8")
    document = read_document(file)
    hostile = "zebra \x1b]52;c;b3duZWQ=\x07\x1b[31m\x9d0;owned\x9c[@click=app.quit]stripes[/]"
    with NoteStore.open(tmp_path / "data" / "notes.sqlite3", now=now) as store:
        target = make_target(document, document.passage(1).span)
        store.add(Draft(hostile, (target,), ("t\x1b]0;x",)))
    terminal = start(str(file), str(file))
    terminal.until(lambda text: settled(text) and "1 note" in text)
    terminal.press("6")
    terminal.until("stripes")
    terminal.press("r")
    terminal.until("Ctrl+s save")
    terminal.press("\x1b", "\x1b", "q")
    assert terminal.ended() == 0
    sent = bytes(terminal.sent)
    for obeyed in (b"\x1b]52", b"\x1b]0;", b"\x9d0;", b"\xc2\x9d"):
        assert obeyed not in sent


def test_a_text_from_a_pipe_is_read_with_the_keyboard_free(start, tmp_path):
    (tmp_path / "a.txt").write_text("Zebras ran.", "utf-8")
    piped = tmp_path / "piped.txt"
    piped.write_text("The gangway was lowered at noon.", "utf-8")
    terminal = start("-", str(tmp_path / "a.txt"), piped=piped)
    terminal.until("gangway")
    assert terminal.leave() == 0


def test_the_screen_stands_in_the_terminal_where_errors_go_into_a_file(start, tmp_path):
    terminal = start(errors=tmp_path / "errors")
    terminal.until(settled)
    assert terminal.leave() == 0
    assert not (tmp_path / "errors").read_bytes()


def test_without_colour_no_colour_code_leaves_the_program(start):
    terminal = start(size=(120, 40), NO_COLOR="1")
    terminal.until(settled)
    terminal.press("J", "J", "w", "i", "T", "?", "\x1b", "\x1b", "a", *"x", "\x13")
    terminal.until("●saved")
    assert terminal.leave() == 0
    assert colours(bytes(terminal.sent)) == []


def test_with_colour_the_same_search_finds_colours(start):
    terminal = start()
    terminal.until(settled)
    terminal.leave()
    assert colours(bytes(terminal.sent))


GOLDENS = Path(__file__).parent / "goldens"
ATTRIBUTES = (("bold", "b"), ("italics", "i"), ("underscore", "u"), ("reverse", "r"))


def pictured(screen: pyte.Screen) -> str:
    """The screen as text; below each row its attributes: r over u over i over b."""
    lines: list[str] = []
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(screen.columns)]
        signs = [
            next((sign for name, sign in reversed(ATTRIBUTES) if getattr(cell, name)), " ")
            for cell in cells
        ]
        lines.append(screen.display[row].rstrip())
        if "".join(signs).strip():
            lines.append("~" + "".join(signs).rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "size", "keys", "seen"),
    [
        ("read", (80, 24), "", "A·1/25"),
        ("read", (120, 40), "", "A·1/25"),
        ("read", (200, 50), "", "A·1/25"),
        ("pair-and-why", (80, 24), "JJw", "WHY"),
        ("pair-and-why", (120, 40), "JJw", "WHY"),
        ("inspector", (200, 50), "JJ", "pairs 3/"),
        ("one-text", (50, 15), "JJl", "B·"),
        ("actor", (120, 40), "\x1b[Z\r", "Dmitry Medvedev 1/"),
        ("drawer", (80, 24), "i", "PEOPLE"),
        ("selection", (80, 24), "vwww", "word"),
    ],
)
def test_the_screen_looks_as_it_did(start, name, size, keys, seen):
    terminal = start(*BUNDLED, size=size, NO_COLOR="1")
    terminal.until(settled)
    terminal.press(*([keys[:3], *keys[3:]] if keys.startswith("\x1b") else keys))
    terminal.until(seen)
    golden = GOLDENS / f"{name}-{size[0]}x{size[1]}.txt"
    now = pictured(terminal.screen)
    if os.environ.get("GOLDENS") == "write":
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), "GOLDENS=write takes the new screens as they are"


def test_keys_that_come_faster_than_dialogs_stand_are_all_done(start):
    terminal = start(*BUNDLED)
    terminal.until("pairs 1/")
    os.write(terminal.master, f"I{ESCAPE}a{ESCAPE}o{ESCAPE}?".encode())
    terminal.until("MOVING")
    terminal.press("\x1b")
    assert terminal.leave() == 0
