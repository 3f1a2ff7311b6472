"""Words added to a reader's own file of frames."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.errors import ReaderError
from corpus.frames import find_frames, read_frames
from corpus.frames.adding import with_name, with_words
from corpus.reading import document_from_text
from corpus.sanitise import one_line

OWN = """# mine
[accession]  # kept
words = "anschluss"   # one
theme = true

# two
["odd name"]
without = "join"
"""


def test_comments_and_everything_else_stay():
    whole = with_words(OWN, "accession", "union treaty, annex", "f")
    assert whole == OWN.replace('"anschluss"', '"anschluss, union treaty, annex"')
    assert with_words(whole, "accession", "annex", "f") == whole


def test_a_frame_without_words_and_a_new_one():
    whole = with_words(OWN, "odd name", "reunite", "f")
    assert tomllib.loads(whole)["odd name"] == {"without": "join", "words": "reunite"}
    assert with_words("", "kinship", "sister nation", "f") == (
        '[kinship]\nwords = "sister nation"\n'
    )
    assert with_words(OWN, "new", "one", "f").startswith(OWN)


@pytest.mark.parametrize(
    ("text", "frame", "words"),
    [
        ("[a", "a", "b"),
        ("", "", "b"),
        ("", "a", " , 12"),
        ("a = {words = 'x'}", "a", "b"),
        ("[a]\nwords = '''x'''", "a", "b"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(text, frame, words):
    with pytest.raises(ReaderError) as refused:
        with_words(text, frame, words, "frames.toml")
    assert "\n" not in str(refused.value)


@settings(max_examples=25)
@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=3), st.sampled_from(["", OWN]))
def test_what_is_added_is_read_back(frame, words, text):
    try:
        whole = with_words(text, frame, ",".join(words), "f")
    except ReaderError:
        assume(False)
        return
    table = tomllib.loads(whole)
    assert {name: table[name] for name in tomllib.loads(text) if name != frame} == {
        name: entry for name, entry in tomllib.loads(text).items() if name != frame
    }
    assert len(table) in {len(tomllib.loads(text)), len(tomllib.loads(text)) + 1}


def test_a_frame_gets_another_name_and_keeps_all_else():
    whole = with_name(OWN, "accession", "kinship", "f")
    assert whole == OWN.replace("# kept\n", '# kept\nname = "kinship"\n')
    again = with_name(whole, "kinship", "relatives", "f")
    assert again == whole.replace("kinship", "relatives")
    assert with_name(again, "relatives", "accession", "f") == whole.replace("kinship", "accession")
    assert with_words(again, "relatives", "annex", "f") == again.replace(
        '"anschluss"', '"anschluss, annex"'
    )


@pytest.mark.parametrize("called", ["", "  ", "odd name", "family"])
def test_a_name_that_another_frame_has_is_refused(called):
    with pytest.raises(ReaderError):
        with_name(OWN, "accession", called, "frames.toml")


@settings(max_examples=25)
@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["", OWN]))
def test_a_name_is_read_back(frame, called, text):
    try:
        whole = with_name(text, frame, called, "f")
    except ReaderError:
        assume(False)
    assert any(entry.get("name") == one_line(called) for entry in read_frames(whole, "f").values())


def test_frames_are_found_under_the_name_they_were_given():
    document = document_from_text("They want to join. Joining is hard.", id="A", name="a")
    (frame,) = find_frames((document,), (), {"accession": {"name": "kinship"}})
    assert (frame.name, [use.text for use in frame.uses]) == ("kinship", ["join", "Joining"])


def test_a_name_that_is_no_text_is_refused():
    with pytest.raises(ReaderError, match="name"):
        read_frames("[a]\nname = 3", "f")
