"""Whatever is typed, moving in plain mode stays in the texts and tells safe lines."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import articles
from corpus.reading import read_document
from corpus.sanitise import one_line
from corpus.story import Story, analyse
from tui.facing import face
from tui.plain.commands import COMMANDS, parse
from tui.plain.state import State, with_story

NAMES = [name for command in COMMANDS if command.move for name in command.names]
PLACES = ["", "A:3", "B:17", "b:2-400", "A:99", "C:1", "B:300-100", "1", "7", "99"]
AFTER = ["", "b", "medvedev", "rejected", "3-9", "B:16-90", "9 2", "joining", "zzz", "\x1b[31m"]
TYPED = st.one_of(
    st.sampled_from(PLACES),
    st.sampled_from(NAMES),
    st.builds("{} {}".format, st.sampled_from(NAMES), st.sampled_from(AFTER)),
    st.text(max_size=12),
)


@cache
def begun() -> State:
    documents = tuple(
        read_document(f"corpus:{name}", letter)
        for name, letter in zip(articles.names(), "AB", strict=True)
    )
    return with_story(State(Story(documents), face(documents, ())), analyse(documents))


@given(st.lists(TYPED, max_size=12))
@settings(max_examples=80)
def test_no_words_lead_out_of_the_texts_or_to_lines_that_are_not_safe(typed):
    state = begun()
    for line in typed:
        found = parse(line)
        if found is None or found[0].move is None:
            continue
        state, lines = found[0].move(state, found[1])
        assert lines
        told = [one_line(one) for one in lines]
        assert all(told)
        for document, number in zip(state.facing.documents, state.place.numbers, strict=True):
            assert 1 <= number <= len(document.passages)
        for document in state.facing.documents:
            assert document in state.story.documents
