"""What the reader keeps that a comparison takes in: rulings, frames and aliases of their own.

None of it ever stops a comparison: what cannot be read is told in a sentence.
Only a file that was named for this once must be readable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from corpus.errors import InputError, ReaderError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.rulings import ActorRuling, ActorRulings
    from corpus.facts import Values
    from corpus.links.rulings import Ruling, Rulings
    from corpus.notes.model import Note
    from corpus.report.standing import Standing
    from corpus.story import Story
    from corpus.text import Document

    _Decisions = tuple[Rulings, ActorRulings, Mapping[str, Values], Sequence[Note]]

T = TypeVar("T")


class Kept(NamedTuple):
    """Rulings by their subject, facts by the text's hash, notes, and what finding takes."""

    links: Mapping[str, Ruling]
    actors: Mapping[str, ActorRuling]
    facts: Mapping[str, Values]
    notes: Sequence[Note]
    frames: Mapping[str, Any] | None
    aliases: Sequence[Alias]
    complaints: tuple[str, ...]


def check_named(args: Namespace) -> None:
    """InputError when a file that was named cannot be read or understood."""
    from tui.settings import own_aliases, own_frames

    if args.frames:
        own_frames(args.frames)
    if args.aliases:
        own_aliases(args.aliases)


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
    none: _Decisions = Rulings({}, 0), ActorRulings({}, 0), {}, ()
    links, actors, facts, notes = _read(_decisions, none, told, "decisions and notes are left out")
    return Kept(
        links.known,
        actors.known,
        facts,
        notes,
        _read(lambda: own_frames(frames), None, told, "your own frames are left out"),
        _read(lambda: own_aliases(aliases), (), told, "your aliases are left out"),
        (*told, *_skipped(links.skipped, "links"), *_skipped(actors.skipped, "actors")),
    )


def notes_on(documents: Sequence[Document], own: Kept) -> Sequence[Standing]:
    """The notes on these documents, each with how it stands."""
    from corpus.report.standing import standing_in

    found = (standing_in(note, documents) for note in own.notes)
    return tuple(one for one in found if one)


def story_as_kept(
    documents: Sequence[Document], own: Kept, progress: Callable[[float], None] | None = None
) -> Story:
    """All that is found in the documents, as the reader has it; ``progress`` as for ``unfold``."""
    from corpus.recast import recast
    from corpus.story import analyse, overruled

    return overruled(
        recast(analyse(documents, own.frames, progress), own.actors, own.aliases), own.links
    )


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


def _decisions() -> _Decisions:
    from corpus.actors.rulings import DECISION as ACTOR
    from corpus.actors.rulings import read_actor_rulings
    from corpus.facts import DECISION as FACT
    from corpus.facts import own_facts
    from corpus.links.rulings import DECISION as LINK
    from corpus.links.rulings import read_rulings
    from corpus.notes.codec import readable
    from corpus.notes.deeds import NOTE
    from corpus.notes.peek import decisions
    from tui import paths

    try:
        kinds = (LINK, ACTOR, FACT, NOTE)
        links, actors, facts, notes = decisions(paths.notes_file(), *kinds)
    except InputError as error:  # the reader named no such file: they go on without
        raise ReaderError(str(error)) from error
    known = tuple(note for state in notes.values() if (note := readable(state)))
    return read_rulings(links), read_actor_rulings(actors), own_facts(facts), known
