"""Another version of a text that notes are on, in a file beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.notes.anchoring import make_target
from corpus.notes.model import Note
from corpus.notes.versions import in_newer_texts
from corpus.reading import document_from_text

OLD = (
    "The ferry left the harbour of Lund at noon. It ran aground half an hour later. "
    "Nobody was hurt, the harbour master said. Divers will look at the hull on Tuesday."
)
NEW = OLD.replace("It ran aground half an hour later. ", "")
OTHER = "Prices of fish rose again in the markets of the north. Nobody was hurt, they said."


def text(words: str, source: str):
    document = document_from_text(words, id="A", name=source.rpartition("/")[2])
    return replace(document, source=source)


def notes_on(document, *numbers: int) -> list[Note]:
    spans = [document.passage(number).span for number in numbers]
    return [Note(str(s.start), "x", (make_target(document, s),)) for s in spans]


@pytest.mark.parametrize("numbers", [(2,), (4,), (1, 2, 3, 4)])
def test_notes_on_a_text_are_looked_for_in_its_next_version(numbers):
    old, new = text(OLD, "/news/a.txt"), text(NEW, "/news/a-v2.txt")
    found = in_newer_texts(notes_on(old, *numbers), [new])
    assert {t.document for n in found.notes for t in n.targets} == {"/news/a-v2.txt"}
    assert "a-v2.txt reads like another version of a.txt" in found.told[0]


@pytest.mark.parametrize(
    "other",
    [text(OTHER, "/news/b.txt"), text(NEW, "/elsewhere/a.txt"), text("", "/news/empty.txt")],
)
def test_another_text_or_one_in_another_folder_is_no_version(other):
    notes = notes_on(text(OLD, "/news/a.txt"), 1, 3)
    assert in_newer_texts(notes, [other]) == (tuple(notes), ())


def test_where_the_text_itself_is_at_hand_its_notes_stay():
    old, new = text(OLD, "/news/a.txt"), text(NEW, "/news/a-v2.txt")
    notes = notes_on(old, 1, 2)
    assert in_newer_texts(notes, [old, new]).notes == tuple(notes)


def test_notes_made_on_the_new_version_take_none_away():
    old, new = text(OLD, "/news/a.txt"), text(NEW, "/news/a-v2.txt")
    found = in_newer_texts([*notes_on(old, 1, 2), *notes_on(new, 1)], [new])
    assert {t.document for n in found.notes for t in n.targets} == {"/news/a-v2.txt"}
