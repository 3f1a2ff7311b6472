"""Texts, links, notes and actors of shapes that no newspaper has: the keys still answer, and right.

No test looks at a clock: each counts what a key reads, or looks for.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from driving import line, opened, press, rows

from corpus.actors.model import Actor, Mention
from corpus.links.model import End, Evidence, Link
from corpus.notes.anchoring import make_target
from corpus.notes.model import Note
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text
from corpus.text import Document, Span
from tui.app import ReaderApp
from tui.clock import now

SHAPES = {
    "one line": "word, and then more of it " * 40_000,
    "one line without a space": "abcdefghij" * 100_000,
    "ideographs": "漢字仮名交じり文" * 100_000,
    "emoji and combining marks": "👩‍👩‍👧é̂" * 100_000,
    "empty lines": "The beginning.\n" + "\n" * 100_000 + "The end.\n",
    "passages of one word": "\n\n".join(f"Word{at}." for at in range(50_000)),
}
KEYS = ("j", "space", "ctrl+e", "G", "l", "z", "Z", "escape", "escape", "h", "g")
SCREENS = 60  # of code points that a key may read: of both texts, more than once, and in advance
SIZE = (100, 30)


@pytest.fixture
def no_search(monkeypatch):
    """What is found in the texts is given by the test."""
    monkeypatch.setattr("tui.screens.read._PAINTED", 600)


@pytest.fixture
def quoted(monkeypatch):
    """How many code points of documents, white space aside, were read since it was last asked."""
    read, quote = [0], Document.quote

    def counting(document: Document, span: Span) -> str:
        words = quote(document, span)
        read[0] += len(words.strip())
        return words

    monkeypatch.setattr(Document, "quote", counting)

    def asked() -> int:
        found, read[0] = read[0], 0
        return found

    return asked


def shown(home) -> list[str]:
    height = home.texts.size.height
    return ["".join(s.text for s in home.texts.render_line(y)) for y in range(1, height)]


@pytest.mark.parametrize("shape", SHAPES)
async def test_no_key_reads_more_than_some_screens(shape, tmp_path, no_search, quoted):
    async with finding_nothing(tmp_path, SHAPES[shape], SHAPES[shape]) as (home, pilot):
        quoted()
        for key in KEYS:
            await press(pilot, key)
            assert quoted() < SCREENS * SIZE[0] * SIZE[1], key
        assert (home.place.side, home.place.number) == (0, 1)
        assert shown(home)[0].split()


@asynccontextmanager
async def finding_nothing(folder, *texts: str):
    """A reader that looks for nothing by itself; gives its home screen and its pilot."""
    documents = [
        document_from_text(text, id=i, name=i) for i, text in zip("AB", texts, strict=True)
    ]
    app = ReaderApp(documents, notes=lambda: folder / "notes", now=now)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        yield app.home, pilot
    app.finish()


async def test_the_screen_goes_on_in_a_line_that_fills_many(tmp_path, no_search):
    text = "".join(f"{at:07} " for at in range(500_000))
    async with finding_nothing(tmp_path, text, text) as (home, pilot):
        before = numbers_in(shown(home))
        await press(pilot, "space", "space")
        after = numbers_in(shown(home))
        assert after == list(range(after[0], after[0] + len(after)))
        assert before[0] < after[0] <= before[-1] + 2 * len(before)


def numbers_in(told: list[str]) -> list[int]:
    """The numbers that stand in the left text, in order."""
    return [int(word) for row in told for word in row[: SIZE[0] // 2].split() if len(word) == 7]


class Counted(tuple[Evidence, ...]):
    """Evidence that counts how often all of it is looked at."""

    looked = 0

    def __iter__(self):
        Counted.looked += 1
        return super().__iter__()


async def test_evidence_of_a_hundred_thousand_words_is_gathered_once(tmp_path, no_search):
    text = "word " * 100_000
    spans = tuple(Span(at, at + 4) for at in range(0, len(text), 5))
    link = Link(
        End("A", (1,)),
        End("B", (1,)),
        0.9,
        "strong",
        Counted([Evidence("wording", 0.9, spans, spans, "")]),
    )
    async with finding_nothing(tmp_path, text, text) as (home, pilot):
        home.show_story(replace(home.story, links=(link,)), done=True)
        await press(pilot, "j")
        looked = Counted.looked
        await press(pilot, "ctrl+e", "space", "k", "l", "h")
        assert home.place.tie is not None
        assert Counted.looked == looked


async def test_a_hundred_thousand_links_on_one_screen(tmp_path, no_search):
    text = "Yes. " * 100
    pairs = [(a, b) for a in range(1, 101) for b in range(1, 101)] * 10
    grades = ("strong", "medium", "weak")
    links = tuple(
        Link(End("A", (a,)), End("B", (b,)), 0.5, grades[(a + b) % 3], ()) for a, b in pairs
    )
    assert len(links) == 100_000
    async with finding_nothing(tmp_path, text, text) as (home, pilot):
        home.show_story(replace(home.story, links=links), done=True)
        await press(pilot, "j", "enter", "right_parenthesis")
        assert (home.place.side, home.place.tie.numbers[0]) == (1, 2)
        assert len(home.here.ties) < len(links)


async def test_ten_thousand_notes_on_one_passage(tmp_path):
    text = "The ferry left. " * 50
    store = NoteStore.open(tmp_path / "notes", now=now)
    target = make_target(document_from_text(text, id="A", name="A"), Span(0, 15))
    at = "2026-01-01T00:00:00Z"
    store.put(
        [
            Note(id=f"{n:016x}", text=f"note {n}", targets=(target,), created=at, modified=at)
            for n in range(10_000)
        ]
    )
    store.close()
    async with opened(tmp_path, text, "Bread was dear.", size=(160, 40)) as (home, pilot):
        await press(pilot, "j", "k")
        told = line(home, "#inspected")
        assert "NOTES HERE (10000)" in told
        assert told.count("note ") < 100
        assert "more notes here; 6 lists them" in told


async def test_a_passage_of_megabytes_is_told_in_brief_in_the_views(tmp_path):
    text = "word, and then more of it " * 40_000 + ". The end."
    async with opened(tmp_path, text, text, size=(160, 40)) as (home, pilot):
        await press(pilot, "2", "w")
        assert "A·1" in "\n".join(rows(home))
        assert len(line(home, "#inspected")) < 20_000


async def test_of_many_actors_names_are_compared_once(tmp_path, no_search, monkeypatch):
    compared: list[int] = []
    monkeypatch.setattr("corpus.actors.similar_names", lambda _: compared.append(1) or ())
    mention = (Mention("A", 0, 3, "Ana", "name"),)
    actors = tuple(
        Actor(f"a-{n}", f"Ana Bel{n:x}", "person", (f"Ana Bel{n:x}",), mention, (), (), ())
        for n in range(20_000)
    )
    async with finding_nothing(tmp_path, "Ana. " * 100, "Ana. " * 100) as (home, pilot):
        home.compare_names(actors)
        for done in (False, True):
            home.show_story(replace(home.story, actors=actors), done=done)
        assert compared == [1]
        await press(pilot, "shift+tab", "G")
        assert "Ana Bel4e1f" in "\n".join(rows(home, "#actors"))
        home.narrow("bel4e1")
        assert len([row for row in rows(home, "#actors") if "Ana" in row]) == 17
