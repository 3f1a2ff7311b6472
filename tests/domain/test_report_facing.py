"""Both texts on one page: nothing left out, links as drawings, notes in the words."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.links.model import End, Link
from corpus.notes.model import Note
from corpus.notes.subjects import about_pair, about_span
from corpus.reading import document_from_text
from corpus.report import render
from corpus.report.facing import BAND, facing
from corpus.report.lines import cells, lines_of
from corpus.report.standing import standing
from corpus.story import Story, analyse
from corpus.text import Span


@given(st.text(max_size=400), st.integers(1, 30))
@settings(max_examples=60)
def test_lines_have_every_word_and_keep_to_the_width(text: str, width: int) -> None:
    document = document_from_text(text, name="a")
    lines = lines_of(document, width)
    shown = "".join(document.quote(line.span) for line in lines if line.span)
    blocks = [p.span for p in document.passages] + list(document.furniture)
    whole = "".join(document.quote(span) for span in sorted(blocks))
    assert "".join(shown.split()) == "".join(whole.split())
    assert all(cells(document.quote(line.span)) <= max(2, width) for line in lines if line.span)


class Balanced(HTMLParser):
    """Fails for an element that is closed and was not opened, or the other way round."""

    EMPTY = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "pre" in self.open:
            self.words += data


@pytest.fixture(scope="module")
def story() -> Story:
    one = (
        'The ferry ran aground <b>near</b> the harbour & "stayed". Nobody was hurt. It was Monday.'
    )
    other = "A ferry ran aground near the harbour. The master said: nobody was hurt."
    texts = [document_from_text(t, id=i, name=f"/{i}") for t, i in ((one, "A"), (other, "B"))]
    return analyse(texts)


def test_the_page_is_whole_harmless_and_says_everything(story: Story) -> None:
    a, b = story.documents
    pair = about_pair(story.documents, story.links[0].a, story.links[0].b).targets
    notes = [
        Note("1", "<script>x</script>", about_span(a, Span(4, 21)).targets, colour="green"),
        Note("2", "over it", about_span(a, Span(10, 30)).targets),
        Note("3", "both", pair, kind="pair"),
    ]
    page = render(story, "html", [standing(note, story.documents) for note in notes])
    words = "".join(re.sub(r"\d+", "", Balanced(page).words).split())
    for document in (a, b):
        for passage in document.wording:
            assert "".join(passage.split()) in words
    assert "<script" not in page
    assert "<b>near" not in page
    assert page.count("<path ") == len(story.links)
    assert 'href="#note1"' in page
    assert 'id="note1"' in page
    titles = [unescape(t) for t in re.findall(r"<path [^>]*><title>(.*?)</title>", page)]
    assert any(story.links[0].grade in title for title in titles)


def test_overlapping_notes_are_each_marked(story: Story) -> None:
    a, _ = story.documents
    spans = Span(4, 21), Span(10, 30)
    notes = [Note(str(n), "x", about_span(a, span).targets) for n, span in enumerate(spans)]
    page = facing(story, [standing(note, story.documents) for note in notes])
    marked = re.sub(r' (id|aria-label)="[^"]*"', "", page)
    assert '<mark title="note 2"><mark title="note 1">ran aground</mark></mark>' in marked
    assert 'aria-label="ran aground, note 2"' in page


def test_a_long_text_is_cut_into_bands_that_fit_a_sheet() -> None:
    text = " ".join(f"Sentence number {n} says something of its own." for n in range(200))
    documents = [document_from_text(text, id=i, name=f"/{i}") for i in "AB"]
    page = facing(Story(tuple(documents)))
    heights = [int(h) for h in re.findall(r'viewBox="0 \d+ 8 (\d+)"', page)]
    assert len(heights) > 3
    assert max(heights) <= BAND
    assert sum(heights) == len(lines_of(documents[0], 46))


def test_notes_are_told_in_every_format_that_people_read(story: Story) -> None:
    note = Note("7" * 16, "whose words?", about_span(story.documents[1], Span(2, 7)).targets)
    for form in ("txt", "md", "html"):
        page = render(story, form, [standing(note, story.documents)])
        assert "whose words?" in page
        assert "--at A:1" in page


def test_a_link_across_a_long_text_is_drawn_at_its_ends_alone() -> None:
    words = " ".join(f"Sentence number {n} says something of its own." for n in range(400))
    a, b = (document_from_text(words, id=i, name=f"/{i}") for i in "AB")
    far = Link(End("A", (1,)), End("B", (399,)), 0.9, "strong", ())
    near = Link(End("A", (40,)), End("B", (41,)), 0.9, "strong", ())
    page = facing(Story((a, b), links=(far, near)))
    bands = page.split('<div class="band">')[1:]
    assert len(bands) > 10
    assert [at for at, band in enumerate(bands) if "A 1 and B 399" in band] == [0, len(bands) - 1]
    assert any("A 40 and B 41" in band for band in bands)
