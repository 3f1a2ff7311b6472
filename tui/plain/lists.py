"""Commands that list or look for something; a number then chooses from what was listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from corpus.report.parts import counted
from corpus.sanitise import one_line
from tui import place as moves
from tui.casting import Lights, Stop, Stops
from tui.find import find
from tui.plain import words
from tui.plain.moving import stop
from tui.plain.state import Item, Reply, gone, listing, more_listed
from tui.views import matches as matches_view
from tui.views.gaps import alone

if TYPE_CHECKING:
    from corpus.actors.model import Actor
    from corpus.frames import Frame
    from corpus.text import Span
    from tui.place import Spot
    from tui.plain.state import State
    from tui.views.gaps import Alone

    Named = TypeVar("Named", Actor, Frame)


def choose(state: State, number: int) -> Reply:
    """One of what was listed last, counted from 1."""
    if not state.listed:
        place = f"{state.document.id}:{number}"
        return Reply(state, [f"Nothing was listed to choose from; {place} goes to a passage."])
    if not 1 <= number <= len(state.listed):
        return Reply(state, [f"The last list has 1 to {len(state.listed)}."])
    return state.listed[number - 1].choose(state)


def more(state: State, _: str) -> Reply:
    """More of the last list."""
    return more_listed(state)


# -- matches


def matches(state: State, which: str) -> Reply:
    """The linked pairs, best first; or those of one kind."""
    kinds: list[matches_view.Shown] = [
        one for one in matches_view.SHOWN if which.strip().lower() in one
    ]
    if not kinds:
        return Reply(state, [f"Say matches with one of: {', '.join(matches_view.SHOWN)}."])
    page = matches_view.matches(state.known, kinds[0])
    spots = [entry.spot for entry in page.entries if entry.spot]
    shown = "" if kinds[0] == "all" else f", {kinds[0]}"
    head = f"{counted(len(spots), 'match', 'matches')}{shown}, best first."
    items = [Item(partial(_match, state, spot), partial(_to_spot, spot=spot)) for spot in spots]
    return listing(state, items, head)


def _match(state: State, spot: Spot) -> str:
    left, right = spot.numbers
    tie = moves.at_spot(state.facing, state.place, spot).tie
    told = words.strength(tie.link) if tie else "rejected"
    careful = f", {counted(len(tie.link.cautions), 'caution')}" if tie and tie.link.cautions else ""
    one, other = state.facing.documents
    begins = " ".join(words.words_of(one, one.passage(left or 1).span).split()[:8])
    return f"{told}{careful}; {one.id}, passage {left}, and {other.id}, passage {right}: {begins}"


def _to_spot(state: State, spot: Spot) -> Reply:
    moved = gone(state, moves.at_spot(state.facing, state.place, spot))
    if moved.place.tie is not None:
        return Reply(moved, words.here(moved))
    numbers = zip(moved.facing.documents, moved.place.numbers, strict=True)
    return Reply(moved, [words.quoted(document, number) for document, number in numbers])


# -- gaps


def gaps(state: State, which: str) -> Reply:
    """What has no counterpart found, to be walked one by one; of one text, if it is named."""
    if not state.story.linked:
        return Reply(state, [words.UNLINKED])
    sides = {document.id: side for side, document in enumerate(state.facing.documents)}
    letter = which.strip().upper()
    if letter and letter not in sides:
        return Reply(state, [f"Say gaps, or gaps {' or '.join(sides)}."])
    found = [one for one in alone(state.known) if letter in ("", _letter(state, one))]
    if not found:
        return Reply(state, ["Every passage has a counterpart."])
    counts = Counter(_letter(state, one) for one in found)
    head = "; ".join(
        f"{counts[letter]} of {len(state.facing.documents[side].passages)} passages of {letter}"
        for letter, side in sides.items()
        if counts[letter]
    )
    stops = Stops(Stop(one.side, _span(state, one)) for one in found)
    walking = replace(state, lights=Lights("gaps", stops, lit=False), walking=words.GAP)
    moved, lines = stop(walking, 1)
    return Reply(moved, [f"No counterpart found for {head}; n goes to the next.", *lines])


def _letter(state: State, one: Alone) -> str:
    return state.facing.documents[one.side].id


def _span(state: State, one: Alone) -> Span:
    return state.facing.documents[one.side].passage(one.number).span


# -- words


def seek(state: State, sought: str) -> Reply:
    """Find words in both texts, and go to the first place from here on."""
    found = find(state.facing.documents, sought)
    if not found.words:
        return Reply(state, ["Say which words, as in: / joining"])
    if not found.stops:
        return Reply(state, [f"“{one_line(found.words)}” is found in neither text."])
    counts = ", ".join(
        f"{found.count(side)} in {document.id}"
        for side, document in enumerate(state.facing.documents)
    )
    nearly = "Nearly " if found.nearly else ""
    offset = state.place.at.start if state.place.at else _offset(state)
    at = found.first_from(state.place.side, offset)
    lights = Lights(f"{nearly}“{one_line(found.words)}”", found.stops, at - 1)
    moved, lines = stop(replace(state, lights=lights, walking="Place"), 1)
    return Reply(moved, [f"{nearly}“{one_line(found.words)}”: {counts}.", *lines])


def _offset(state: State) -> int:
    passages = state.document.passages
    return state.document.passage(state.place.number).span.start if passages else 0
