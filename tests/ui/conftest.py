"""What the tests of the terminal side share."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from terminal import Terminal, terminals

from corpus.links.model import End, Link
from tui.cli import main
from tui.facing import Tie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.links.model import Grade


class Done(NamedTuple):
    """A run of the command line: its exit status and what it printed."""

    status: int
    out: str
    err: str


class Cli(Protocol):
    def __call__(self, *words: str, stdin: bytes = b"") -> Done: ...


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders for notes and settings that no other test sees."""
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("OSSETIA_READER_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def cli(
    home: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    """Runs the command line in this process, with a pipe on standard output."""

    def run(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = main(words)
        out, err = capfdbinary.readouterr()
        return Done(status, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the program in a pseudo-terminal of its own."""
    with terminals(tmp_path) as start_one:
        yield start_one


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two short accounts of one event, as files."""
    one, other = tmp_path / "agency.txt", tmp_path / "paper.txt"
    one.write_text(
        "Ferry Runs Aground Near Harbour\n\n"
        "A ferry with 120 passengers ran aground near the harbour of Lund on Monday. "
        "Nobody was hurt, harbour master Anna Berg said. "
        "The company promised to pay for hotels.\n",
        encoding="utf-8",
    )
    other.write_text(
        "On Monday a ferry carrying 118 passengers ran aground close to Lund harbour. "
        'Anna Berg, the harbour master, told reporters: "Nobody was hurt." '
        "Divers will look at the hull — «осмотр» — on Tuesday.\n",
        encoding="utf-8",
    )
    return str(one), str(other)


class MakeTie(Protocol):
    def __call__(self, a: int, b: int, grade: Grade = "medium", score: float = 0.5) -> Tie: ...


@pytest.fixture
def make_tie() -> MakeTie:
    """Makes a link between passages of documents A and B, without evidence."""

    def make(a: int, b: int, grade: Grade = "medium", score: float = 0.5) -> Tie:
        link = Link(End("A", (a,)), End("B", (b,)), score, grade, ())
        return Tie(link, (a, b))

    return make
