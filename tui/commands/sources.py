"""Sources named on the command line -> documents; one that cannot be read loses no other."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from corpus.text import Document

STANDARD_INPUT = "-"

_PATIENCE = 0.5
"""Seconds after which whoever waits is told what for."""


class Read(NamedTuple):
    """What could be read, a sentence for each source that could not, and what to know of others."""

    documents: tuple[Document, ...]
    complaints: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def status(self) -> int:
        """The exit status of a run that did all it could with these sources."""
        return InputError.exit_status if self.complaints else 0


def bundled() -> list[str]:
    """The sources of the bundled pair."""
    from corpus import articles

    return [f"corpus:{name}" for name in articles.names()]


def check(sources: Sequence[str]) -> None:
    """Refuse what cannot be compared: a text alone, standard input twice."""
    if len(sources) < 2:
        raise UsageError("name two texts or more to compare")
    if sources.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input (-) can be read only once")


def read_one(source: str, id: str = "A", *, encoding: str | None = None) -> Document:  # noqa: A002 - the contract's word
    """One source, the reader's own library included; InputError when it cannot be read."""
    from corpus.reading import read_document
    from tui import paths

    return read_document(source, id, encoding=encoding, library=paths.library_dir)


def read(
    sources: Sequence[str],
    encoding: Callable[[str], str | None] = lambda _: None,
    tell: Callable[[str], None] | None = None,
) -> Read:
    """Every source that can be read, each under the letter of its place in the list.

    Args:
        sources: paths, ``-`` or ``corpus:NAME``.
        encoding: the one that the reader names for a text's letter.
        tell: is told what is waited for, when it takes long.
    """
    documents: list[Document] = []
    complaints: list[str] = []
    for index, source in enumerate(sources):
        id_ = letter_id(index)
        try:
            with _telling(source, tell):
                documents.append(read_one(source, id_, encoding=encoding(id_)))
        except InputError as error:
            complaints.append(str(error))
    notices = tuple(f"{one.name}: {words}" for one in documents for words in one.notices)
    return Read(tuple(documents), tuple(complaints), notices)


@contextmanager
def _telling(source: str, tell: Callable[[str], None] | None) -> Generator[None]:
    """Says once what is being read, unless it is done soon."""
    if tell is None:
        yield
        return
    from threading import Timer

    timer = Timer(_PATIENCE, tell, [f"reading {source} … (Ctrl+C leaves)"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
