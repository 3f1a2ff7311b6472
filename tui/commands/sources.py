"""Sources named on the command line -> documents; one that cannot be read loses no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.text import Document

STANDARD_INPUT = "-"


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


def read_one(
    source: str,
    id: str = "A",  # noqa: A002 - the contract's word
    *,
    encoding: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Document:
    """One source, the reader's own library included; it raises what ``read_document`` does."""
    from corpus.reading import read_document
    from tui import paths

    library = paths.library_dir
    return read_document(source, id, encoding=encoding, library=library, cancelled=cancelled)


def read(
    sources: Sequence[str],
    encoding: Callable[[str], str | None] = lambda _: None,
    begins: Callable[[str], object] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Read:
    """Every source that can be read, each under the letter of its place in the list.

    Args:
        sources: paths, ``-`` or ``corpus:NAME``.
        encoding: the one that the reader names for a text's letter.
        begins: is told of each source before it is read.
        cancelled: asked now and then.

    Raises:
        ReadingCancelled: ``cancelled`` said so.
    """
    documents: list[Document] = []
    complaints: list[str] = []
    for index, source in enumerate(sources):
        id_ = letter_id(index)
        begins(source)
        try:
            read = read_one(source, id_, encoding=encoding(id_), cancelled=cancelled)
            documents.append(read)
        except InputError as error:
            complaints.append(str(error))
    notices = tuple(f"{one.name}: {words}" for one in documents for words in one.notices)
    return Read(tuple(documents), tuple(complaints), notices)


def read_telling(
    sources: Sequence[str],
    encoding: Callable[[str], str | None] = lambda _: None,
    show: Callable[[str], None] | None = None,
) -> Read:
    """The same, told of by ``show`` when it takes long."""
    from tui.commands.waiting import Waiting

    with Waiting(show) as waiting:
        return read(sources, encoding, lambda source: waiting.says(f"reading {source}"))
