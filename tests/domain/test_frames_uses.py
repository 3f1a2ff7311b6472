"""Frames: which words for one idea, where, in whose voice."""

from __future__ import annotations

import pytest

from corpus.actors.model import Actor, Excerpt, Statement
from corpus.errors import ReaderError
from corpus.frames import find_frames
from corpus.reading import document_from_text

TEXT = (
    "The assembly backed the reunification of the islands.\n\n"
    "“They are annexing us,” said Ana Ruiz. Joining was never voted on, the minister said."
)


def uses(text: str, frame: str, **options: object) -> list[str]:
    document = document_from_text(text)
    found = find_frames([document], (), **options)  # type: ignore[arg-type]
    return [use.text for one in found if one.name == frame for use in one.uses]


def test_forms_of_a_word_are_found_by_rule() -> None:
    assert uses(TEXT, "accession") == ["reunification", "annexing", "Joining"]


def test_a_word_that_only_begins_alike_is_no_use() -> None:
    assert uses("A joint statement by joiners and policymakers.", "accession") == []


def test_a_phrase_is_one_use() -> None:
    assert uses("The town became part of Norway in 1905.", "accession") == ["became part of"]


def test_a_place_may_stand_in_a_phrase() -> None:
    assert uses("It has been part of the Russian Federation.", "accession") == [
        "part of the Russian Federation"
    ]
    assert uses("It has been part of the plan.", "accession") == []


def test_uses_point_at_their_words() -> None:
    document = document_from_text(TEXT)
    for frame in find_frames([document], ()):
        for use in frame.uses:
            assert document.text[use.start : use.end] == use.text


def test_quotation_marks_are_told() -> None:
    document = document_from_text(TEXT)
    (frame,) = [f for f in find_frames([document], ()) if f.name == "accession"]
    assert [use.quoted for use in frame.uses] == [False, True, False]


def test_the_voice_is_the_actor_in_whose_statement_the_words_stand() -> None:
    document = document_from_text(TEXT)
    start = document.text.index("They")
    said = Excerpt("A", start, start + len("They are annexing us,"), "They are annexing us,")
    verb_at = document.text.index("said")
    verb = Excerpt("A", verb_at, verb_at + 4, "said")
    ana = Actor(
        "ana",
        "Ana Ruiz",
        "person",
        ("Ana Ruiz",),
        (),
        (),
        (Statement("A", "direct", verb, (said,)),),
    )
    (frame,) = [f for f in find_frames([document], (ana,)) if f.name == "accession"]
    assert [use.voice for use in frame.uses] == ["narrator", "ana", "narrator"]


def test_the_innermost_statement_is_the_voice() -> None:
    document = document_from_text("Ann said Bob called the deal annexation by stealth.")
    verb = Excerpt("A", 4, 8, "said")

    def speaker(name: str, words: str) -> Actor:
        start = document.text.index(words)
        said = Excerpt("A", start, start + len(words), words)
        statement = Statement("A", "indirect", verb, (said,))
        return Actor(name, name, "person", (name,), (), (), (statement,))

    ann = speaker("ann", "Bob called the deal annexation by stealth")
    bob = speaker("bob", "the deal annexation")
    (frame,) = [f for f in find_frames([document], (ann, bob)) if f.name == "accession"]
    assert [use.voice for use in frame.uses] == ["bob"]


def test_uses_of_several_documents_stand_under_one_frame() -> None:
    a = document_from_text("Ten people died.", id="A", name="A")
    b = document_from_text("The dead were miners.", id="B", name="B")
    (frame,) = [f for f in find_frames([a, b], ()) if f.name == "death"]
    assert [(use.document, use.text) for use in frame.uses] == [("A", "died"), ("B", "dead")]


def test_a_reader_extends_a_frame() -> None:
    extra = {"accession": {"words": "homecoming, return to the fold"}}
    text = "They spoke of homecoming and of returning to the fold, not of joining."
    assert uses(text, "accession", extra=extra) == [
        "homecoming",
        "returning to the fold",
        "joining",
    ]


def test_a_reader_takes_an_entry_away() -> None:
    assert uses(
        "Joining or annexation?", "accession", extra={"accession": {"without": "join"}}
    ) == ["annexation"]


def test_a_reader_names_a_form_that_stands_for_itself() -> None:
    extra = {"ghosts": {"words": "=haunting"}}
    assert uses("A haunting in a haunted house.", "ghosts", extra=extra) == ["haunting"]


def test_a_reader_names_a_phrase_in_which_a_word_means_something_else() -> None:
    extra = {"ghosts": {"words": "spirit", "unless": "team spirit, spirit level"}}
    text = "A spirit met the team spirit over a spirit level; the spirits won."
    assert uses(text, "ghosts", extra=extra) == ["spirit", "spirits"]
    assert uses("A treaty and a deal.", "agreement", extra={"agreement": {"unless": "a deal"}}) == [
        "treaty"
    ]


def test_a_reader_adds_a_frame() -> None:
    assert uses("A haunted house.", "ghosts", extra={"ghosts": {"words": "haunt"}}) == ["haunted"]


@pytest.mark.parametrize(
    "extra", [{"accession": "join"}, {"accession": {"words": ["join"]}}, {"ghosts": 3}]
)
def test_a_table_of_the_wrong_shape_is_refused_in_a_sentence(extra: dict[str, object]) -> None:
    with pytest.raises(ReaderError, match=r"needs words"):
        uses(TEXT, "accession", extra=extra)


def test_a_text_without_words_has_no_frames() -> None:
    assert find_frames([document_from_text("… — !")], ()) == ()
