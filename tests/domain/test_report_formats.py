"""What each format of a report promises, on a story made by hand."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.actors.model import Actor, Excerpt, Mention, Statement
from corpus.frames import Frame, FrameUse
from corpus.links.model import Caution, End, Evidence, Gap, Link, Nearest
from corpus.reading import document_from_text
from corpus.report import FORMATS, render
from corpus.report.comparison import comparison
from corpus.report.markdown import escape
from corpus.report.table import guarded
from corpus.report.text import WIDTH
from corpus.story import Story
from corpus.text import Span

A = document_from_text("=The ferry <b>sank</b>. *Nobody* was hurt. It rained.", id="A", name="a")
B = document_from_text("A ferry went down. The sun shone, said [Ann](x).", id="B", name="b")

ANN = Actor(
    id="ann",
    name="Ann",
    type="person",
    aliases=("Ann", "Ms Ann"),
    mentions=(Mention("B", 41, 44, "Ann", "name"),),
    roles=(Excerpt("B", 41, 44, "skipper"),),
    statements=(
        Statement("B", "indirect", Excerpt("B", 35, 39, "said"), (Excerpt("B", 19, 33, "…"),)),
    ),
)
STORY = Story(
    documents=(A, B),
    actors=(ANN,),
    links=(
        Link(
            End("A", (1,)),
            End("B", (1,)),
            0.7123456789,
            "strong",
            (Evidence("wording", 0.7123456789, (Span(5, 10),), (Span(2, 7),), "both say “ferry”"),),
            (Caution("negation", "“not” stands on one side only"),),
        ),
        Link(End("A", (3,)), End("B", (2,)), 0.1, "weak", ()),
    ),
    gaps=(Gap("A", (2, 3), Nearest("B", 2, 0.1)), Gap("B", (2,), None)),
    frames=(Frame("sinking", (FrameUse("B", 8, 17, "went down", "ann", quoted=True),)),),
)


def test_fields_stand_in_the_order_of_the_contract() -> None:
    found = json.loads(render(STORY, "json"))
    assert list(found) == ["version", "documents", "links", "gaps", "actors", "frames", "warnings"]
    document, link = found["documents"][0], found["links"][0]
    assert list(document) == [
        "id", "name", "title", "sha256", "encoding", "date", "facts", "furniture", "passages",
        "language",
    ]  # fmt: skip
    assert list(document["passages"][0]) == ["number", "kind", "start", "end", "text"]
    assert list(link) == ["a", "b", "score", "grade", "evidence", "cautions"]
    assert list(link["evidence"][0]) == ["kind", "weight", "a", "b", "words"]
    assert list(found["gaps"][0]) == ["document", "passages", "nearest"]
    assert list(found["actors"][0]) == [
        "id", "name", "type", "aliases", "mentions", "roles", "statements",
    ]  # fmt: skip
    assert list(found["actors"][0]["mentions"][0]) == ["document", "start", "end", "text", "kind"]
    assert list(found["actors"][0]["statements"][0]) == ["document", "mode", "verb", "content"]
    assert list(found["frames"][0]["uses"][0]) == [
        "document", "start", "end", "text", "voice", "quoted",
    ]  # fmt: skip


def test_json_holds_what_the_story_holds() -> None:
    found = json.loads(render(STORY, "json"))
    assert found["version"] == 1
    assert found["links"][0]["score"] == 0.712346
    assert found["links"][0]["evidence"][0]["a"] == [{"start": 5, "end": 10}]
    assert found["gaps"][1] == {"document": "B", "passages": [2], "nearest": None}
    assert found["actors"][0]["statements"][0]["verb"] == {"start": 35, "end": 39}
    assert comparison(STORY).model_dump(mode="json", exclude_defaults=True) == found


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_in_a_newline_and_is_the_same_each_time(form) -> None:
    assert render(STORY, form).endswith("\n")
    assert render(STORY, form) == render(STORY, form)


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_report_says_what_was_found(form) -> None:
    told = re.sub(r"\\(?=\W)|</?\w+>", "", render(STORY, form))
    for words in (
        "A 1 and B 1: strong, 0.71",
        "“not” stands on one side only",
        "No counterpart found for 2 of 3 passages",
        "A 2–3, nearest B 2 (0.10)",
        "B 2 (Ann, indirect)",
        "1 mention; 1 statement; skipper",
        "no mention found",
        "went down ×1 (Ann, quoted)",
    ):
        assert words in told, words


def test_lines_of_text_are_short_and_nothing_is_drawn() -> None:
    text = render(STORY, "txt")
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert not re.search("[─-╿▀-▟]", text)


def _plain(markdown: str) -> str:
    """What a reader of rendered Markdown sees of one paragraph."""
    (paragraph,) = (t for t in MarkdownIt().parse(markdown) if t.type == "inline")
    assert paragraph.children
    shown = {"softbreak": " ", "hardbreak": "\n"}
    assert all(t.type in {"text", "text_special", *shown} for t in paragraph.children)
    return "".join(shown.get(t.type, t.content) for t in paragraph.children)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_no_text_is_taken_for_markdown(words: str) -> None:
    assert _plain(escape(words)) == words


@pytest.mark.parametrize(
    "words",
    ["1. one", "- a - b", "+ plus", "# head", "> quote", "a | b", "***", "---", "===", "~~x~~",
     "<script>", "&amp;", "[a](b)", "![a](b)", "`x`", "_x_", "http://x.y/_a_", "12) x"],
)  # fmt: skip
def test_markup_in_a_text_stands_for_itself(words: str) -> None:
    assert _plain(escape(words)) == words


class Elements(HTMLParser):
    """Which elements a page has, and all that it says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, *_: object) -> None:
        self.names.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_has_no_script_and_reads_nothing_from_elsewhere() -> None:
    hostile = document_from_text("<script>alert(1)</script> The ferry sank & rose.", id="A")
    page = Elements(render(Story((hostile, B), gaps=(Gap("A", (1,), None),)), "html"))
    assert page.names.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert set(re.findall(r'href="(.)', render(STORY, "html"))) == {"#"}
    assert "<script>alert(1)</script> The ferry sank & rose." in page.words
    assert "default-src 'none'" in render(STORY, "html")


@given(st.text())
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(cell).endswith(cell)


def test_a_table_keeps_the_words_of_both_sides() -> None:
    rows = list(csv.DictReader(io.StringIO(render(STORY, "csv"))))
    assert [row["kind"] for row in rows] == ["link", "link", "gap", "gap"]
    assert rows[0]["text"] == "'=The ferry <b>sank</b>."
    assert (rows[2]["passages"], rows[2]["other_passages"]) == ("2 3", "2")
    assert (rows[3]["other_document"], rows[3]["score"]) == ("", "")


def test_annotations_quote_the_text_at_their_offsets() -> None:
    page = json.loads(render(STORY, "jsonld"))
    assert page["type"] == "AnnotationPage"
    assert [item["motivation"] for item in page["items"]] == ["linking", "linking"]
    for item in page["items"]:
        for target, document in zip(item["target"], (A, B), strict=True):
            quote, place = target["selector"]
            assert document.quote(Span(place["start"], place["end"])) == quote["exact"]
            assert target["source"].startswith("ni:///sha-256;")


def test_a_document_alone_can_be_reported() -> None:
    alone = Story((A,), gaps=(Gap("A", (1, 2, 3), None),))
    for form in FORMATS:
        assert render(alone, form)
