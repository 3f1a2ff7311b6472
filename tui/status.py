"""The status line: place, current target, coverage, and whether everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line
from tui.cells import begun, cut
from tui.keys import key_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.model import Note
    from tui.facing import Facing
    from tui.place import Place

_SPELT_OUT = 3  # of so many texts
READING = "reading…"
SEEKING = "looking for actors and links…"
_SHOWN = 40  # cells of a note in a sentence about it


class Target(NamedTuple):
    """What ``n`` and ``N`` walk: its name, which stop the reader is at, and how many there are."""

    name: str
    at: int
    of: int


class Facts(NamedTuple):
    """What the status line tells beside the place.

    ``alone``: for each text of the story its letter, and how many of its passages are in gaps.
    """

    target: Target | None = None
    alone: Sequence[tuple[str, int]] = ()
    working: str = ""
    locked: bool = True
    notes: int = 0
    changed: int = 0
    orphaned: int = 0
    saved: str = ""
    among: str = ""


def status(facing: Facing, place: Place, facts: Facts) -> str:
    """The line; the parts that matter most come first, so that a narrow screen cuts the rest."""
    parts = [_where(facing, place), _target(facing, place, facts), *_links(facing, facts)]
    if facts.notes:
        parts.append(_notes(facts))
    if not facts.locked:
        parts.append("scroll: each alone")
    return " " + "  ".join(part for part in [*parts, facts.saved] if part)


def _notes(facts: Facts) -> str:
    """How many notes there are, and how many of them have not found their words as they were."""
    astray = [
        f"{count} {state}"
        for count, state in ((facts.orphaned, "orphaned"), (facts.changed, "changed"))
        if count
    ]
    notes = "note" if facts.notes == 1 else "notes"
    return f"{facts.notes} {notes}" + (f" ({', '.join(astray)})" if astray else "")


def pair_target(facing: Facing, place: Place) -> Target:
    """The linked pairs as a target."""
    index = facing.index_of(place.tie)
    return Target("pairs", 0 if index is None else index + 1, len(facing.ties))


def deleted(note: Note) -> str:
    """What is said of a note that was deleted."""
    what = cut(one_line(begun(note.text)), _SHOWN) if note.text else "a star"
    return f"deleted: {what}; {key_for('undo')} brings it back"


def _where(facing: Facing, place: Place) -> str:
    document = facing.documents[place.side]
    return f"{document.id}·{place.number}/{len(document.passages)}"


def _target(facing: Facing, place: Place, facts: Facts) -> str:
    target = facts.target or pair_target(facing, place)
    keys = f"{key_for('target.next')}/{key_for('target.prev')}"
    return f"{keys}→{target.name} {target.at or '–'}/{target.of}"


def _links(facing: Facing, facts: Facts) -> list[str]:
    if facts.working:
        return [facts.working]
    if not all(document.passages for document in facing.documents):
        return ["nothing to compare with"]
    return [f"≥{facing.bar} {facts.among}".rstrip(), _alone(facts)]


def _alone(facts: Facts) -> str:
    """How many passages of each text no other text answers."""
    if len(facts.alone) > _SPELT_OUT:
        return " ".join(("only", *(f"{letter} {count}" for letter, count in facts.alone)))
    return " ".join(f"only-{letter} {count}" for letter, count in facts.alone)
