"""Sources named on the command line -> documents; one that cannot be read loses no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.sanitise import one_line
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from corpus.reading import Beginning, Source
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
    begun: Callable[[Sequence[Beginning]], None] | None = None,
) -> Read:
    """Every source that can be read, each under the letter of its place in the list.

    Args:
        sources: paths, ``-`` or ``corpus:NAME``.
        encoding: the one that the reader names for a text's letter.
        begins: is told of each source before it is read.
        cancelled: asked now and then.
        begun: is shown how the first two begin, before they are read to the end.

    Raises:
        ReadingCancelled: ``cancelled`` said so.
    """
    from corpus.reading import document_of

    complaints: dict[int, str] = {}
    opened = dict(_opened(sources, complaints))
    known: Mapping[str, Document] = {}
    if begun:
        first = _beginnings(opened, encoding)
        begun(first)
        known = {one.document.id: one.document for one in first if one.share == 1}
    documents: list[Document] = []
    for index in [*opened]:
        id_, source = letter_id(index), opened.pop(index)
        begins(sources[index])
        try:
            whole = known.get(id_) or document_of(
                source, id_, encoding=encoding(id_), cancelled=cancelled
            )
            documents.append(whole)
        except InputError as error:
            complaints[index] = str(error)
    notices = tuple(f"{one.name}: {words}" for one in documents for words in one.notices)
    return Read(tuple(documents), tuple(complaints[at] for at in sorted(complaints)), notices)


def _opened(sources: Sequence[str], complaints: dict[int, str]) -> Iterator[tuple[int, Source]]:
    """The bytes of every source that has any; the others are complained of."""
    from corpus.reading import read_source
    from tui import paths

    for index, source in enumerate(sources):
        try:
            yield index, read_source(source, paths.library_dir)
        except InputError as error:
            complaints[index] = str(error)


def _beginnings(
    opened: Mapping[int, Source], encoding: Callable[[str], str | None]
) -> Sequence[Beginning]:
    """How the first two texts begin."""
    from corpus.reading import beginning

    letters = {letter_id(index): source for index, source in [*opened.items()][:2]}
    return [
        beginning(replace(source, encoding=encoding(letter) or source.encoding), letter)
        for letter, source in letters.items()
    ]


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
    begun: Callable[[Sequence[Beginning]], None] | None = None,
) -> Read:
    """The same, told of by ``show`` when it takes long."""
    from tui.commands.waiting import Waiting

    with Waiting(show) as waiting:

        def begins(source: str) -> None:
            waiting.says(f"reading {one_line(source)}")

        waiting.says("reading")
        return read(sources, encoding, begins, begun=begun)
