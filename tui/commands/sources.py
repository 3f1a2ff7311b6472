"""Sources named on the command line -> documents; one that cannot be read loses no other."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.sanitise import one_line
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from corpus.reading import Beginning, Source
    from corpus.text import Document

STANDARD_INPUT = "-"
LONG = 1_000_000
"""Bytes of all texts together from which on they are shown before they are read to the end."""


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


class Opened:
    """Sources whose bytes are there, each under the letter of its place in the list.

    Args:
        sources: paths, ``-`` or ``corpus:NAME``.
        encoding: the one that the reader names for a text's letter.
    """

    def __init__(
        self, sources: Sequence[str], encoding: Callable[[str], str | None] = lambda _: None
    ) -> None:
        self._sources = sources
        self._encoding = encoding
        self._complaints: dict[int, str] = {}
        self._opened = dict(_opened(sources, self._complaints))
        self._known: dict[str, Document] = {}

    @property
    def size(self) -> int:
        """The bytes that are there, of all sources together."""
        return sum(len(source.data) for source in self._opened.values())

    def beginnings(self) -> Sequence[Beginning]:
        """How the first two texts begin; what is known whole then is not read again."""
        from corpus.reading import beginning

        found: list[Beginning] = []
        for index, source in [*self._opened.items()][:2]:
            letter = letter_id(index)
            encoding = self._encoding(letter) or source.encoding
            found.append(beginning(replace(source, encoding=encoding), letter))
        self._known = {one.document.id: one.document for one in found if one.share == 1}
        return found

    def read(
        self,
        begins: Callable[[str], object] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Read:
        """All of every text that can be read, once; its bytes are let go of then.

        Args:
            begins: is told of each source before it is read.
            cancelled: asked now and then.

        Raises:
            ReadingCancelled: ``cancelled`` said so.
        """
        documents: list[Document] = []
        for index in [*self._opened]:
            letter, source = letter_id(index), self._opened.pop(index)
            begins(self._sources[index])
            try:
                documents.append(self._known.get(letter) or self._whole(source, letter, cancelled))
            except InputError as error:
                self._complaints[index] = str(error)
        complaints = tuple(self._complaints[at] for at in sorted(self._complaints))
        notices = tuple(f"{one.name}: {words}" for one in documents for words in one.notices)
        return Read(tuple(documents), complaints, notices)

    def _whole(self, source: Source, letter: str, cancelled: Callable[[], bool]) -> Document:
        from corpus.reading import document_of

        return document_of(source, letter, encoding=self._encoding(letter), cancelled=cancelled)


class Rest:
    """What is left to do of texts that are shown as they begin.

    Args:
        read: reads all of them, on any thread: is given what to call as each
            text begins, and what says whether to stop.
        passages: about how many the longest of them will have.
    """

    def __init__(
        self, read: Callable[[Callable[[str], object], Callable[[], bool]], Read], passages: int
    ) -> None:
        self.read = read
        self.passages = passages


def read(
    sources: Sequence[str],
    encoding: Callable[[str], str | None] = lambda _: None,
    begins: Callable[[str], object] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Read:
    """Every source that can be read; what it takes and raises is as ``Opened``."""
    return Opened(sources, encoding).read(begins, cancelled)


def _opened(sources: Sequence[str], complaints: dict[int, str]) -> Iterator[tuple[int, Source]]:
    """The bytes of every source that has any; the others are complained of."""
    from corpus.reading import read_source
    from tui import paths

    for index, source in enumerate(sources):
        try:
            yield index, read_source(source, paths.library_dir)
        except InputError as error:
            complaints[index] = str(error)


def remember_texts(documents: Sequence[Document]) -> None:
    """What was read together, for an opening screen."""
    from corpus.library.recent import remember
    from tui import paths
    from tui.clock import now

    remember(paths.recent_file(), documents, now())


def read_telling(
    sources: Sequence[str],
    encoding: Callable[[str], str | None] = lambda _: None,
    show: Callable[[str], None] | None = None,
) -> Read:
    """The same, told of by ``show`` when it takes long."""
    with telling(show) as begins:
        return read(sources, encoding, begins)


@contextmanager
def telling(show: Callable[[str], None] | None) -> Generator[Callable[[str], None]]:
    """A wait for texts, told of by ``show`` when it takes long; gives what names the text."""
    from tui.commands.waiting import Waiting

    with Waiting(show) as waiting:
        waiting.says("reading")
        yield lambda source: waiting.says(f"reading {one_line(source)}")
