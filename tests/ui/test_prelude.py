"""The first screen: there before the program that answers keys, and the same as that one's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pyte
import pytest

LEFT = "\n\n".join(
    [
        "Harbour closed",
        "The ferry lay idle all week. Nobody in the small town could say why.",
        "“We wait,” one of them said — again and again. Парома нет.",
    ]
)
RIGHT = "\n\n".join(
    ["Ninety bakers wrote letters. Bread was dear; flour dearer still!", "* * *", "No reply came."]
)
SIZES = [(80, 24), (60, 15), (50, 20), (120, 40), (200, 50)]
_RELEASE = b"\x1b[?2026l"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "left.txt"), str(tmp_path / "right.txt")


def settled(text: str) -> bool:
    return "only-A" in text


def shown(sent: bytes, size: tuple[int, int]) -> pyte.Screen:
    """The screen after these bytes."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(sent.decode("utf-8"))
    return screen


def rounded(colour: str) -> str:
    """A colour to the nearest sixteenth, above a little: Textual's own come out one lower."""
    if len(colour) != 6:
        return colour
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{(part + 8) // 16:02x}" for part in parts)


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """A cell as the eye tells it: ink shows on no blank."""
    cell = cell._replace(fg=rounded(cell.fg), bg=rounded(cell.bg))
    if cell.data.isspace() and not cell.reverse and not cell.underscore:
        return cell._replace(fg="default", bold=False, italics=False)
    return cell


@pytest.mark.parametrize(
    ("size", "variables"),
    [
        *(((columns, rows), {}) for columns, rows in SIZES),
        ((80, 24), {"NO_COLOR": "1"}),
        ((80, 24), {"COLORTERM": ""}),
        ((80, 24), {"COLORTERM": "", "TERM": "xterm"}),
        ((80, 24), {"OSSETIA_READER_THEME": "light"}),
        ((120, 40), {"OSSETIA_READER_THEME": "cvd", "OSSETIA_READER_ASCII": "1"}),
    ],
)
def test_nothing_moves_when_the_program_takes_over(start, texts, size, variables):
    terminal = start(*texts, size=size, **variables)
    terminal.until(settled)
    prelude = shown(bytes(terminal.sent).partition(_RELEASE)[0], size)
    kept = [row for row in range(size[1]) if row != size[1] - 2]  # the status goes on telling
    # The actors and the inspector come later.
    texts = range(size[0]) if size[0] < 100 else range(28, 120) if size[0] < 160 else range(40, 164)
    for row in kept:
        before = [seen(prelude.buffer[row][at]) for at in texts]
        after = [seen(terminal.screen.buffer[row][at]) for at in texts]
        assert before == after


def test_the_prelude_is_the_first_that_is_sent_and_the_screen_is_entered_once(start, texts):
    terminal = start(*texts)
    terminal.until(settled)
    sent = bytes(terminal.sent)
    assert sent.index(b"Harbour") < sent.index(b"\x1b[?1004h")  # Textual asks for the focus
    assert sent.count(b"\x1b[?1049h") == 1


def test_a_key_that_comes_early_is_answered(start, texts):
    terminal = start(*texts)
    terminal.until("Harbour")
    terminal.press("j", "j")
    terminal.until("A·3/")


def long_text(folder: Path, encoding: str = "utf-8") -> str:
    """A text that takes a while to read; in another encoding nothing is known of its beginning."""
    path = folder / "long.txt"
    path.write_text("The ferry left the harbour. Nobody was hurt.\n\n" * 300_000, encoding)
    return str(path)


@pytest.mark.parametrize("how", ["key", signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_leaves_while_texts_are_read_finds_the_terminal_as_it_was(start, tmp_path, how):
    text = long_text(tmp_path, "utf-16")
    terminal = start(text, text)
    before = termios.tcgetattr(terminal.master)
    terminal.until("reading")
    if how == "key":
        terminal.press("\x03")
    else:
        os.kill(terminal.process.pid, how)
    assert terminal.ended() == 130
    sent = bytes(terminal.sent)
    assert b"\x1b[?1004h" not in sent  # Textual was never there
    assert sent.endswith(b"\x1b[?1049l\x1b[?25h")
    assert termios.tcgetattr(terminal.master) == before
    assert b"Traceback" not in sent


def test_a_name_does_not_control_the_terminal_before_its_text_is_read(start, tmp_path):
    text = tmp_path / "a\x1b]0;owned\x07\x9b31m\u202e.pdf"
    text.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 50)
    terminal = start(str(text), "corpus:ossetia-a")
    terminal.until("nothing to compare")
    assert terminal.leave() == 3
    sent = bytes(terminal.sent)
    assert b"\x1b]0;" not in sent
    assert not {"\x9b", "\u202e"} & set(sent.decode())


def test_of_a_text_that_is_not_read_to_the_end_no_number_is_told(start, tmp_path):
    text = long_text(tmp_path)
    terminal = start(text, text)
    terminal.until("reading")
    first = shown(bytes(terminal.sent).partition(_RELEASE)[0], (80, 24)).display
    assert "passages" not in first[0]
    assert "A·1/" not in first[-2]
    assert "long.txt" in first[0]
    assert "The ferry left the harbour." in first[1]
    os.kill(terminal.process.pid, signal.SIGTERM)
    terminal.ended()


_OF_THE_FIRST_SCREEN = """
corpus corpus.articles corpus.errors corpus.facts corpus.joiners corpus.passages corpus.reading
corpus.reading.beginning corpus.reading.document corpus.reading.encodings corpus.reading.formats
corpus.reading.model corpus.reading.read corpus.reading.source corpus.sanitise corpus.segment
corpus.segment.furniture corpus.segment.language corpus.segment.paragraphs corpus.segment.sentences
corpus.text tui tui.cells tui.cli tui.clock tui.columns tui.commands tui.commands.kept
tui.commands.on_screen tui.commands.options tui.commands.outcome tui.commands.parsing
tui.commands.read tui.commands.sources tui.commands.table tui.commands.told tui.commands.waiting
tui.facing tui.heads tui.keys tui.layout tui.looks tui.marks tui.paint tui.palettes tui.paths
tui.place tui.prelude tui.prelude.colours tui.prelude.frame tui.prelude.terminal tui.ribbons
tui.scene tui.settings tui.start tui.status tui.terminal tui.views tui.wrapping
"""

_LISTING = """
import sys
import tui.prelude.terminal as prelude
from tui.cli import main
def write(words):
    print(*sorted(name for name in sys.modules if name.split(".")[0] in {packages}))
    raise SystemExit
prelude._write = write
prelude.terminal_size = lambda *_: (80, 24)
prelude.Prelude._enter = lambda self: None
sys.stdout.isatty = lambda: True
sys.exit(main([]))
"""


def loaded_for_the_first_screen(packages: set[str]) -> set[str]:
    """The modules of these packages that are loaded when the first screen is written."""
    code = _LISTING.replace("{packages}", repr(packages))
    environment = os.environ | {"TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, env=environment
    )
    return set(done.stdout.split())


def test_only_what_the_first_screen_needs_is_loaded_before_it():
    assert loaded_for_the_first_screen({"corpus", "tui"}) == set(_OF_THE_FIRST_SCREEN.split())


def test_no_library_of_another_is_loaded_before_the_first_screen_but_for_widths():
    others = {"textual", "rich", "numpy", "rapidfuzz", "pydantic", "asyncio"}
    loaded = loaded_for_the_first_screen(others)
    assert {name for name in loaded if not name.startswith("rich._unicode")} <= {
        "rich",
        "rich._extension",
        "rich.cells",
    }
