"""Commands that move: each takes the state and what was typed after it, and gives a reply."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui import place as moves
from tui.plain import words
from tui.plain.state import Reply, gone, with_text
from tui.start import start

if TYPE_CHECKING:
    from corpus.text import Document
    from tui.place import Place
    from tui.plain.state import State
    from tui.start import Start

_RUN = re.compile(r"(?:([A-Za-z]+):)?(\d{1,9})(?:\s*(?:-|–|to|\s)\s*(\d{1,9}))?")
_MORE = 5
"""Passages that are read on when it is not said how many."""


def told(state: State) -> Reply:
    """The state, and where the reader is in it."""
    return Reply(state, words.here(state))


def where(state: State, _: str) -> Reply:
    """The place again, and which text the commands are about."""
    return Reply(state, [*words.here(state), words.side(state)])


# -- targets and pairs


def next_target(state: State, _: str) -> Reply:
    """The next stop of what is walked, else the next linked pair."""
    return _target(state, 1)


def previous_target(state: State, _: str) -> Reply:
    """The stop before, else the previous linked pair."""
    return _target(state, -1)


def _target(state: State, by: int) -> Reply:
    return _pair(state, by) if state.lights is None else stop(state, by)


def stop(state: State, by: int) -> Reply:
    """The next stop of what is walked, or the one before; round again after the last."""
    was = state.lights.current if state.lights else None
    lights = state.lights.moved(by) if state.lights else None
    at = lights.current if lights else None
    if at is None:
        return Reply(state, ["Nothing to walk here."])
    place = moves.at_words(state.facing, state.place, at.side, at.span)
    moved = replace(gone(state, place), lights=lights)
    stays = (place.side, place.number) == (state.place.side, state.place.number)
    if stays and was is not None and state.place.at == was.span:
        return Reply(moved, [*words.at_stop(moved), f"Still {words.name(moved)}."])
    return told(moved)


def next_pair(state: State, _: str) -> Reply:
    """The next linked pair in the left text's order."""
    return _pair(state, 1)


def previous_pair(state: State, _: str) -> Reply:
    """The previous linked pair."""
    return _pair(state, -1)


def _pair(state: State, by: int) -> Reply:
    place = moves.next_pair(state.facing, state.place, by)
    if not state.story.linked:
        return Reply(state, [words.UNLINKED])
    if place is None:
        side = "after" if by > 0 else "before"
        return Reply(state, [f"No linked pair {side} this one."])
    return told(gone(state, place))


def across(state: State, _: str) -> Reply:
    """To the counterpart; again, to the next one, then home."""
    place = moves.across(state.facing, state.place)
    if place is None:
        here = words.name(state)
        return Reply(state, [f"No counterpart found for {here}."])
    moved = gone(state, place)
    strength = f"Linked, {words.strength(place.tie.link)}." if place.tie else ""
    passage = words.quoted(moved.document, place.number)
    return Reply(moved, [passage, strength] if strength else [passage])


def no_target(state: State, _: str) -> Reply:
    """No walk any more: pairs again."""
    place = state.place._replace(at=None)
    return Reply(replace(state, lights=None, place=place), ["Next goes to linked pairs now."])


# -- passages


def next_passage(state: State, _: str) -> Reply:
    """The next passage of this text."""
    return _step(state, 1)


def previous_passage(state: State, _: str) -> Reply:
    """The passage before."""
    return _step(state, -1)


def _step(state: State, by: int) -> Reply:
    number, last = state.place.number + by, len(state.document.passages)
    if not 1 <= number <= last:
        end = "last" if by > 0 else "first"
        return Reply(state, [f"This is the {end} passage of {state.document.id}."])
    return _at_passage(state, number)


def _at_passage(state: State, number: int) -> Reply:
    """A passage by itself, though the other text follows to what it is linked to."""
    place = moves.on_passage(state.facing, state.place.side, number, state.place)
    moved = replace(state, place=place)
    return Reply(moved, words.passage(moved))


def first(state: State, _: str) -> Reply:
    """The first passage."""
    return _jump(state, 1)


def last(state: State, _: str) -> Reply:
    """The last passage."""
    return _jump(state, len(state.document.passages))


def _jump(state: State, number: int) -> Reply:
    if not state.document.passages:
        return told(state)
    moved, lines = _at_passage(state, number)
    return Reply(replace(moved, trail=state.trail.leaving(state.place)), lines)


def left(state: State, _: str) -> Reply:
    """To the left text."""
    return _side(state, 0)


def right(state: State, _: str) -> Reply:
    """To the right text."""
    return _side(state, 1)


def _side(state: State, side: int) -> Reply:
    moved = replace(state, place=moves.other_side(state.facing, state.place, side))
    if not moved.document.passages:
        return told(moved)
    return Reply(moved, words.passage(moved))


def back(state: State, _: str) -> Reply:
    """Back to where the last jump began."""
    return _along(state, -1)


def forward(state: State, _: str) -> Reply:
    """Forward again."""
    return _along(state, 1)


def _along(state: State, by: int) -> Reply:
    step = state.trail.back(state.place) if by < 0 else state.trail.forward(state.place)
    if step is None:
        return Reply(state, ["No further place to go to."])
    trail, place = step
    return told(replace(state, trail=trail, place=place))


# -- going and reading on


def go_to(state: State, at: str) -> Reply:
    """To a place: B:12 is passage 12 of B, B:100-120 are characters of it."""
    try:
        return to_start(state, start(at))
    except ValueError as error:
        return Reply(state, [words.sentence(str(error))])


def to_start(state: State, begin: Start) -> Reply:
    """To the place that was asked for; a text of the story that is not faced comes in."""
    document = _named(state, begin.letter)
    if document is None:
        return Reply(state, [_no_text(state, begin.letter)])
    shown = with_text(state, document)
    if begin.span is not None:
        place = moves.at_words(shown.facing, shown.place, shown.place.side, begin.span)
        return _arrived(state, shown, place)
    number, most = begin.number or 1, len(document.passages)
    if not 1 <= number <= most:
        return Reply(state, [f"{document.id} has passages 1 to {most}; there is no {number}."])
    return _arrived(state, shown, _on(shown, number))


def _arrived(before: State, shown: State, place: Place) -> Reply:
    trail = shown.trail.leaving(before.place) if shown.facing is before.facing else shown.trail
    moved = replace(shown, place=place, trail=trail)
    return Reply(moved, words.passage(moved))


def _on(state: State, number: int) -> Place:
    return moves.on_passage(state.facing, state.place.side, number, state.place)


def _named(state: State, letter: str) -> Document | None:
    return next((d for d in state.story.documents if d.id == letter.upper()), None)


def _no_text(state: State, letter: str) -> str:
    there = ", ".join(document.id for document in state.story.documents)
    return f"There is no text {letter.upper()}; the texts are {there}."


def read_on(state: State, run: str) -> Reply:
    """Some passages one after another; the place is the last of them."""
    asked = _RUN.fullmatch(run.strip())
    if run.strip() and asked is None:
        return Reply(state, ["Say which passages: read, read 3 9, or read B:3-9."])
    letter = (asked[1] if asked else None) or state.document.id
    document = _named(state, letter)
    if document is None:
        return Reply(state, [_no_text(state, letter)])
    begin = int(asked[2]) if asked else state.place.number + (state.place.at is None)
    end = int(asked[3] or begin) if asked else begin + _MORE - 1
    return _read(with_text(state, document), document, begin, end)


def _read(state: State, document: Document, begin: int, end: int) -> Reply:
    most = len(document.passages)
    numbers = range(max(1, begin), min(end, most) + 1)
    if not numbers:
        return Reply(state, [f"Nothing to read there: {document.id} has passages 1 to {most}."])
    moved = replace(state, place=_on(state, numbers[-1]))
    ended = [f"This is the end of {document.id}."] if numbers[-1] == most else []
    return Reply(moved, [*(words.quoted(document, number) for number in numbers), *ended])
