"""Sources named on the command line -> documents; one that cannot be read loses no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document

STANDARD_INPUT = "-"


class Read(NamedTuple):
    """What could be read, and a sentence for each source that could not."""

    documents: tuple[Document, ...]
    complaints: tuple[str, ...]

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


def read(sources: Sequence[str]) -> Read:
    """Every source that can be read, each under the letter of its place in the list."""
    from corpus.reading import read_document

    documents: list[Document] = []
    complaints: list[str] = []
    for index, source in enumerate(sources):
        try:
            documents.append(read_document(source, letter_id(index)))
        except InputError as error:
            complaints.append(str(error))
    return Read(tuple(documents), tuple(complaints))
