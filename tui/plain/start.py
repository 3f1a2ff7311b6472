"""Plain mode begins and ends here: standard input and output become a console."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import OutputError
from tui.commands.outcome import INTERRUPTED
from tui.desk import Desk
from tui.looks import ASCII_ERRORS
from tui.notebook import Notebook
from tui.plain.console import Console
from tui.plain.session import Session
from tui.terminal import discard_output

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from corpus.actors.aliases import Alias
    from corpus.text import Document
    from tui.start import Start


class Keeping(NamedTuple):
    """Where things are kept: each is asked for when it is first needed.

    Attributes:
        notes: the notes file.
        now: the present moment as ISO 8601 in UTC, ending in ``Z``.
        found: the folder of what was found before.
        frames: the reader's own frames; may raise ReaderError.
        aliases: what the reader says of actors for every story; so may it.
    """

    notes: Callable[[], Path]
    now: Callable[[], str]
    found: Callable[[], Path]
    frames: Callable[[], Mapping[str, Any] | None]
    aliases: Callable[[], Sequence[Alias]]


class Ending(NamedTuple):
    """How a session ended: its exit status, and a sentence for what could not be kept."""

    status: int
    complaints: Sequence[str] = ()


def read_plainly(
    documents: Sequence[Document], keeping: Keeping, begin: Start, complaints: Sequence[str] = ()
) -> Ending:
    """A session on standard input and output.

    Args:
        documents: what could be read, at least one.
        keeping: where things are kept.
        begin: where to begin; else where these texts were left.
        complaints: what could not be read, a sentence each.

    Raises:
        OutputError: standard output is closed.
    """
    if sys.stdout is None:
        raise OutputError("standard output: it is closed; plain mode needs it")
    for stream in (sys.stdin, sys.stdout):
        _forgive(stream)
    typed = sys.stdin is not None and sys.stdin.isatty()
    console = Console(sys.stdin, sys.stdout, terminal=typed)
    return converse(documents, keeping, begin, console, complaints)


def converse(
    documents: Sequence[Document],
    keeping: Keeping,
    begin: Start,
    console: Console,
    complaints: Sequence[str] = (),
) -> Ending:
    """A session on any console; whoever stops listening has heard enough, which is no error."""
    notebook = Notebook(Desk(keeping.notes, keeping.now), documents)
    session = Session(
        documents,
        notebook,
        console,
        folder=keeping.found,
        frames=keeping.frames,
        aliases=keeping.aliases,
    )
    interrupted = False
    try:
        console.say(*complaints)
        interrupted = session.run(begin)
    except BrokenPipeError:
        discard_output()
    finally:
        lost = session.leave()
    return Ending(INTERRUPTED if interrupted else 0, lost)


def _forgive(stream: TextIO | None) -> None:
    """UTF-8, but a terminal has what it asks for; a letter that fails stops nothing."""
    if isinstance(stream, TextIOWrapper) and stream.errors != ASCII_ERRORS:
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
