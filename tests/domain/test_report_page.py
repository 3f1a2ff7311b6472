"""The HTML page: sound by the standard's own parser, readable, and harmless whatever it holds."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html import escape
from importlib.resources import files

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.notes.model import Note
from corpus.notes.subjects import about_pair, about_span
from corpus.reading import document_from_text
from corpus.report import render
from corpus.report.standing import standing
from corpus.report.wanted import Wanted
from corpus.story import Story, analyse
from corpus.text import Span

HOSTILE = (
    "</title><script>alert(1)</script> --> ]]> {style} %s <img src=x onerror=alert(1)> "
    "\"' onmouseover=alert(1) </pre></style><!-- &lt;b&gt; "
)
TEXTS = (
    (
        f"{HOSTILE}\n\nThe ferry ran aground near Lund on Monday. It rained. "
        "Anna Berg said nobody was hurt."
    ),
    f"On Monday a ferry ran aground close to Lund. {HOSTILE}. Nobody was hurt, Anna Berg said.",
    "A ferry ran aground near Lund on Monday. Nobody was hurt.",
)


def told(*texts: str) -> Story:
    named = zip("ABC", texts, strict=False)
    return analyse([document_from_text(t, id=i, name=f"{i} <i>{HOSTILE}") for i, t in named])


@pytest.fixture(scope="module")
def story() -> Story:
    return told(*TEXTS)


@pytest.fixture(scope="module")
def page(story: Story) -> str:
    a, b, _ = story.documents
    link = next(one for one in story.links if (one.a.document, one.b.document) == ("A", "B"))
    notes = [
        Note("1" * 16, HOSTILE, about_span(a, Span(3, 30)).targets, tags=(HOSTILE,), colour="red"),
        Note("2" * 16, "over it", about_span(a, Span(10, 40)).targets, starred=True),
        Note("3" * 16, "both", about_pair((a, b), link.a, link.b).targets, kind="pair"),
    ]
    return render(story, "html", [standing(note, story.documents) for note in notes])


def parsed(page: str):
    """The page's tree; fails for anything that the standard calls an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def test_the_standard_s_parser_finds_nothing_wrong(page: str) -> None:
    tree = parsed(page)
    assert tree.tag == "html"
    names = Counter(e.get("id") for e in tree.iter() if e.get("id"))
    assert max(names.values()) == 1
    links = [e.get("href") for e in tree.iter("a")]
    assert len(links) > 20
    assert {link[1:] for link in links} <= names.keys()


@given(st.text(max_size=200), st.text(max_size=200), st.integers(0, 2))
@settings(max_examples=25)
def test_any_words_make_a_sound_page(one: str, other: str, context: int) -> None:
    texts = (f"{one} <b>The ferry sank.", f"{other} A ferry sank </pre>")
    parsed(render(told(*texts), "html", (), Wanted(context=context)))


def test_nothing_runs_and_nothing_is_loaded(page: str) -> None:
    tree = parsed(page)
    assert not {e.tag for e in tree.iter() if isinstance(e.tag, str)} & {
        "script", "img", "iframe", "link", "object", "embed", "form", "base",
    }  # fmt: skip
    attributes = {name for e in tree.iter() for name in e.attrib}
    assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert all(e.get("href", "#").startswith("#") for e in tree.iter())
    style = tree.find("head/style").text
    assert "url(" not in style
    assert "@import" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = tree.find("head/meta[@http-equiv]").get("content")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_every_passage_leads_to_what_was_found_of_it_and_back(story: Story, page: str) -> None:
    tree = parsed(page)
    for document in story.documents:
        for passage in document.passages:
            name = f"{document.id}{passage.number}"
            number = next(e for e in tree.iter() if e.get("id") == name)
            finding = next(e for e in tree.iter() if f"#{e.get('id')}" == number.get("href"))
            assert f"#{name}" in [e.get("href") for e in finding.iter("a")]


def test_a_text_that_faces_two_others_is_aligned_with_each(page: str) -> None:
    for band in re.findall(r'<div class="band">(.*?)</div>', page, re.DOTALL):
        for column in re.findall(r"<pre[^>]*>\n(.*?)</pre>", band, re.DOTALL):
            rows = int(re.findall(r'viewBox="0 \d+ 8 (\d+)"', band)[0])
            assert column.count("\n") < rows


def test_notes_are_marked_for_the_ear_too_and_lead_to_each_other(page: str) -> None:
    tree = parsed(page)
    marks = list(tree.iter("mark"))
    assert all(mark.get("aria-label").endswith(f", {mark.get('title')}") for mark in marks)
    note = next(e for e in tree.iter("article") if e.get("id") == "note1")
    assert "#mark1" in [e.get("href") for e in note.iter("a")]
    assert escape(HOSTILE.strip()) in page


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_their_ground_by_day_and_by_night() -> None:
    """WCAG 2.2: 4.5 for words; here 7 for running text."""
    css = files("corpus.report").joinpath("page.css").read_text("utf-8")
    for rule in re.findall(r":root \{(.*?)\}", css, re.DOTALL):
        colour = dict(re.findall(r"--(\w+): (#\w{6})", rule))
        for ground in ("paper", "card", "here"):
            assert contrast(colour["ink"], colour[ground]) >= 7, ground
            for words in ("soft", "link"):
                assert contrast(colour[words], colour[ground]) >= 4.5, (words, ground)
        assert contrast(colour["warn"], colour["paper"]) >= 4.5
    for rule in re.findall(r"mark(?:\.\w+)? \{(.*?)\}", css):
        ground = re.findall(r"background: (#\w{6})", rule)
        assert contrast("#1b1b1b", ground[0]) >= 7


def test_each_text_says_its_language_to_whoever_reads_it_aloud() -> None:
    russian = (
        "Паром сел на мель у гавани, и никто не пострадал. Это было в понедельник, "
        "как сказала капитан порта, и на нём было сто человек."
    )
    page = render(
        told(f"{TEXTS[2]} It was the first of the year, and that is all.", russian), "html"
    )
    assert re.findall(r"<pre lang=\"(\w+)\">", page)[:2] == ["en", "ru"]
