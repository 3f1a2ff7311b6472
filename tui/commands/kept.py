"""What the reader keeps that a comparison takes in: rulings, frames and aliases of their own.

None of it ever stops a comparison: what cannot be read is told in a sentence.
Only a file that was named for this once must be readable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from corpus.errors import InputError, ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.rulings import ActorRuling, ActorRulings
    from corpus.facts import Values
    from corpus.links.rulings import Ruling, Rulings
    from corpus.story import Story
    from corpus.text import Document

    _Decisions = tuple[Rulings, ActorRulings, Mapping[str, Values]]

T = TypeVar("T")


class Kept(NamedTuple):
    """Rulings by their subject, facts by the text's hash, and what finding them takes."""

    links: Mapping[str, Ruling]
    actors: Mapping[str, ActorRuling]
    facts: Mapping[str, Values]
    frames: Mapping[str, Any] | None
    aliases: Sequence[Alias]
    complaints: tuple[str, ...]


def kept(frames: str | None = None, aliases: str | None = None) -> Kept:
    """What the reader keeps, as far as it can be read.

    Args:
        frames: a file to be read in place of the reader's own.
        aliases: the same for theirs.

    Raises:
        InputError: a file that was named cannot be read or understood.
    """
    from corpus.actors.rulings import ActorRulings
    from corpus.links.rulings import Rulings
    from tui.settings import own_aliases, own_frames

    told: list[str] = []
    none: _Decisions = Rulings({}, 0), ActorRulings({}, 0), {}
    links, actors, facts = _read(_rulings, none, told, "decisions are left out")
    return Kept(
        links.known,
        actors.known,
        facts,
        _read(lambda: own_frames(frames), None, told, "your own frames are left out"),
        _read(lambda: own_aliases(aliases), (), told, "your aliases are left out"),
        (*told, *_skipped(links.skipped, "links"), *_skipped(actors.skipped, "actors")),
    )


def story_as_kept(documents: Sequence[Document], own: Kept) -> Story:
    """All that is found in the documents, as the reader has it."""
    from corpus.recast import recast
    from corpus.story import analyse, overruled

    return overruled(recast(analyse(documents, own.frames), own.actors, own.aliases), own.links)


def _read(read: Callable[[], T], otherwise: T, told: list[str], without: str) -> T:
    """What can be read; else it is told that the comparison is made without."""
    try:
        return read()
    except InputError:
        raise
    except ReaderError as error:
        told.append(f"{error}; {without}")
        return otherwise


def _skipped(number: int, what: str) -> Iterator[str]:
    if number:
        yield (
            f"{number} of the decisions on {what} are in a form that this version "
            "cannot read; they are kept, but left out"
        )


def _rulings() -> _Decisions:
    from corpus.actors.rulings import DECISION as ACTOR
    from corpus.actors.rulings import read_actor_rulings
    from corpus.facts import DECISION as FACT
    from corpus.facts import own_facts
    from corpus.links.rulings import DECISION as LINK
    from corpus.links.rulings import read_rulings
    from corpus.notes.peek import decisions
    from tui import paths

    try:
        links, actors, facts = decisions(paths.notes_file(), LINK, ACTOR, FACT)
    except InputError as error:  # the reader named no such file: they go on without
        raise ReaderError(str(error)) from error
    return read_rulings(links), read_actor_rulings(actors), own_facts(facts)
