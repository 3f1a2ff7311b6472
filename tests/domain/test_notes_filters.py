"""One line says which notes to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.colours import COLOURS
from corpus.notes.filters import Facets, facets, holds, read_filter
from corpus.notes.model import Note, Target

TARGET = Target("/news/Agency.txt", "0" * 64, 4, 9, "The Mayor's house")
NOTE = Note("1", "Who SAID so?", (TARGET,), ("claim", "two words"), starred=True, colour="red")
FACTS = facets(NOTE, states=("changed",), actors=("Alan Gagloev",), texts=("A",), now=("the hut",))
BARE = facets(Note("2", "", (TARGET,)), states=("found",), texts=("B",))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "said",
        "mayor's",
        "hut",
        '"said so"',
        "tag:claim",
        "tag:cl",
        'tag:"two words"',
        "tag:none,claim",
        "state:orphaned,changed",
        "colour:red",
        "color:red",
        "kind:passage",
        "actor:gagloev",
        'actor:"gagloev alan"',
        "text:a",
        "text:agency",
        "is:star",
        "-tag:other -is:nothing said",
        "tag:",
        "-",
        "state: said",
    ],
)
def test_what_a_note_has_lets_it_through(line: str) -> None:
    assert holds(read_filter(line), FACTS)


@pytest.mark.parametrize(
    "line",
    [
        "nothing-like-it",
        "said nothing",
        "tag:laim",
        "tag:claim,two -tag:claim",
        "state:found",
        "colour:none",
        "actor:gagloyeva",
        "text:b",
        "-said",
        "-is:star",
        "kind:pair",
        "unknown:said",
    ],
)
def test_what_it_has_not_keeps_it_back(line: str) -> None:
    assert not holds(read_filter(line), FACTS)


def test_what_is_missing_can_be_asked_for() -> None:
    assert holds(read_filter("tag:none colour:none -is:star"), BARE)


@given(st.text(max_size=60))
def test_any_line_is_a_filter(line: str) -> None:
    holds(read_filter(line), FACTS)
    holds(read_filter(line), Facets())


@given(st.sampled_from(["tag:claim", "colour:red", "said", "is:star", "state:found"]), st.text())
def test_a_minus_turns_a_term_round(term: str, rest: str) -> None:
    facts = facets(Note("1", rest, (TARGET,)))
    assert holds(read_filter(term), facts) != holds(read_filter(f"-{term}"), facts)


def test_a_colour_is_known_by_its_first_letter() -> None:
    assert len({colour[0] for colour in COLOURS}) == len(COLOURS)
