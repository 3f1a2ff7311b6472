"""``notes import``: notes taken in from JSON-LD; the newer of two versions stays.

So does a decision on a link that was made here.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.sanitise import one_line
from tui.commands.outcome import Outcome
from tui.commands.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.actors.rulings import ActorRuling
    from corpus.links.rulings import Ruling
    from corpus.notes.model import Note, Target
    from corpus.notes.store import NoteStore

# Far more than a life of notes; a larger file is no notes file.
MOST_BYTES = 100_000_000
MOST_TOLD = 20  # of those that could not be placed, each with its reason


def arguments(parser: ArgumentParser) -> None:
    """``FILE``."""
    parser.add_argument(
        "file", metavar="FILE", help="JSON-LD as notes export writes it, a Hypothes.is export, or -"
    )
    parser.add_argument("--coder", metavar="NAME", default="", help="who made these notes")


def run(args: Namespace) -> Outcome:
    """Says what was added, what was merged and what could not be placed."""
    from corpus.report.intake import read_notes
    from tui.clock import now
    from tui.commands.notes.opening import open_store

    taken = read_notes(_data(args.file), args.file, now())
    coder = one_line(args.coder)
    read = [replace(note, coder=coder or note.coder) for note in taken.notes]
    with open_store() as store:
        known = {note.id: note for note in store.notes()}
        notes = [_placed(_as_known(note, known)) for note in read]
        new = [note for note in notes if note.id not in known]
        newer = [note for note in notes if _is_newer(note, known.get(note.id))]
        if new or newer:
            store.put([*new, *newer])
        decided = _decide(store, taken.rulings)
        decided_on_actors = _decide_on_actors(store, taken.actors)
        told = tuple(store.told)
    same = len(notes) - len(new) - len(newer)
    counts = f"{len(new)} added, {len(newer)} merged, {same} already there"
    links = f"; {decided} new decisions on links" if taken.rulings else ""
    links += f"; {decided_on_actors} new decisions on actors" if taken.actors else ""
    told_of = [*taken.reasons, *_unfound([*new, *newer])]
    lines = [f"{counts}, {taken.refused} could not be placed{links}", *_few(told_of)]
    return Outcome("".join(f"{line}\n" for line in lines), told)


def _unfound(notes: Sequence[Note]) -> Iterator[str]:
    """What was taken in, but stands nowhere now: it is listed as orphaned."""
    from corpus.report.standing import standing
    from tui.commands.notes.opening import texts_of

    texts = texts_of(notes).documents
    for note in notes:
        one = standing(note, texts)
        if one.anchor.state == "orphaned":
            why = "its words were not found" if one.source else "its text is not there"
            yield f"{note.id}: orphaned, {why}: {one_line(one.target.document)}"


def _few(sentences: Sequence[str]) -> Sequence[str]:
    rest = len(sentences) - MOST_TOLD
    return [*sentences[:MOST_TOLD], *([f"and {rest} more"] if rest > 0 else [])]


def _decide(store: NoteStore, rulings: Mapping[str, Ruling]) -> int:
    """Save the rulings on what nothing is decided on yet, and say how many these were."""
    from corpus.links.rulings import DECISION, encode

    known = store.decisions(DECISION)
    new = {subject: ruling for subject, ruling in rulings.items() if subject not in known}
    for subject, ruling in new.items():
        store.decide(DECISION, subject, encode(ruling), ruling.sources)
    return len(new)


def _decide_on_actors(store: NoteStore, rulings: Sequence[ActorRuling]) -> int:
    """Save the decisions that are new here, before all that were made here; how many these were."""
    from corpus.actors.rulings import DECISION, before, encode, read_actor_rulings, subject_of

    new = before(rulings, read_actor_rulings(store.decisions(DECISION)).known.values())
    for ruling in new:
        store.decide(DECISION, subject_of(ruling), encode(ruling), ruling.sources)
    return len(new)


def _placed(note: Note) -> Note:
    """A note with its place where a stranger's annotation only gave words."""
    return replace(note, targets=tuple(t if t.sha256 else _found(t) for t in note.targets))


def _found(target: Target) -> Target:
    """The one place of these words in the text as it is now; else the words alone."""
    from corpus.notes.anchoring import make_target
    from corpus.text import find_all
    from tui.commands.notes.opening import read_again

    try:
        document = read_again(target.document)
    except InputError:
        return target
    places = find_all(document.text, target.quote)
    return make_target(document, places[0]) if len(places) == 1 else target


def _as_known(note: Note, known: Mapping[str, Note]) -> Note:
    """A note that comes back is still of whoever made it."""
    return replace(note, coder=known[note.id].coder) if note.id in known else note


def _is_newer(note: Note, known: Note | None) -> bool:
    return known is not None and note.modified > known.modified


def _data(file: str) -> bytes:
    if file == STANDARD_INPUT:
        if sys.stdin is None:
            raise InputError("standard input: it is closed; name a file")
        return sys.stdin.buffer.read(MOST_BYTES)
    path, name = Path(file), one_line(file)
    try:
        if not path.is_file():
            raise InputError(f"{name}: there is no such file; name one that notes export wrote")
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{name}: it is larger than {MOST_BYTES:,} bytes; split it")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read ({error}); check the name") from error
