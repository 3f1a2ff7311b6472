"""Commands that change or tell what is shown: the bar, the texts, why, what to know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui import place as moves
from tui.facing import GRADES
from tui.plain import words
from tui.plain.state import Reply, facing_texts, with_bar, with_text

if TYPE_CHECKING:
    from tui.plain.state import State


# -- what is faced and shown


def fewer(state: State, _: str) -> Reply:
    """Raise the bar."""
    return _bar(state, -1)


def more(state: State, _: str) -> Reply:
    """Lower the bar."""
    return _bar(state, 1)


def _bar(state: State, by: int) -> Reply:
    at = GRADES.index(state.facing.bar) + by
    if not 0 <= at < len(GRADES):
        return Reply(state, [f"The bar is there already: {words.bar(state)}"])
    moved = with_bar(state, GRADES[at])
    return Reply(moved, [words.bar(moved)])


def swap(state: State, _: str) -> Reply:
    """The left text to the right and the right one to the left; the place stays."""
    one, other = state.facing.documents
    side, (first, second) = 1 - state.place.side, state.place.numbers
    numbers = second, first
    swapped = facing_texts(state, other, one)
    place = moves.on_passage(swapped.facing, side, numbers[side], moves.Place(side, numbers))
    moved = replace(swapped, place=place)
    sides = f"{other.id} is the left text now, {one.id} the right one."
    return Reply(moved, [sides, words.side(moved)])


def next_text(state: State, _: str) -> Reply:
    """The next text of the story in this one's place."""
    return _text(state, 1)


def previous_text(state: State, _: str) -> Reply:
    """The text before it in the story."""
    return _text(state, -1)


def _text(state: State, by: int) -> Reply:
    documents = list(state.story.documents)
    at = state.index(state.place.side)
    rest = [*documents[at + 1 :], *documents[: max(at, 0)]][::by]
    faced = {document.id for document in state.facing.documents}
    hidden = [document for document in rest if document.id not in faced]
    if not hidden:
        return Reply(state, ["There is no further text in this story."])
    moved = with_text(state, hidden[0])
    return Reply(moved, [words.text(hidden[0]), *words.here(moved)])


# -- telling


def why(state: State, _: str) -> Reply:
    """Why these two are linked."""
    return Reply(state, words.why(state))


def coverage(state: State, _: str) -> Reply:
    """How much is linked."""
    return Reply(state, list(words.coverage(state)))


def warnings(state: State, _: str) -> Reply:
    """All that is to be known before the comparison is trusted."""
    found = [words.sentence(one.words) for one in state.story.warnings]
    return Reply(state, found or ["No warnings."])


def facts(state: State, _: str) -> Reply:
    """What is known of this text, and who says so."""
    from corpus.report.outline import ORIGINS

    known = [
        words.sentence(f"{fact.kind.replace('-', ' ').capitalize()}: {fact.value}, {origin}")
        for fact in state.document.facts
        if (origin := ORIGINS[fact.origin])
    ]
    return Reply(state, [words.text(state.document), *known])
