"""Parts of a comparison: each format tells of those that are wanted, and of nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from corpus.links.rulings import Placed, make_ruling
from corpus.notes.model import Note
from corpus.notes.subjects import about_span
from corpus.reading import document_from_text
from corpus.report import FORMATS, render
from corpus.report.schema import Comparison
from corpus.report.standing import standing
from corpus.report.wanted import Wanted
from corpus.story import Story, analyse
from corpus.text import Span

ONE = (
    "The ferry ran aground near the harbour of Lund on Monday. It rained. "
    "Harbour master Anna Berg said nobody was hurt. The annexation was illegal."
)
OTHER = (
    "On Monday a ferry ran aground close to Lund harbour. Nobody was hurt, Anna Berg said. "
    "The reunification came <later> & went."
)
FOUND = ("pairs", "gaps", "actors", "frames")
HEADINGS = {
    "pairs": "## Links",
    "gaps": "## Only in A",
    "actors": "## Actors",
    "frames": "## Frames",
    "notes": "## Notes",
}


@pytest.fixture(scope="module")
def story() -> Story:
    return analyse(
        [document_from_text(t, id=i, name=f"/{i}") for t, i in ((ONE, "A"), (OTHER, "B"))]
    )


@pytest.fixture(scope="module")
def notes(story: Story):
    a = story.documents[0]
    return [standing(Note("1" * 16, "whose word?", about_span(a, Span(4, 9)).targets), [a])]


def only(*parts) -> Wanted:
    return Wanted(frozenset(parts))


@pytest.mark.parametrize("part", HEADINGS)
def test_a_page_has_the_sections_of_its_parts(story: Story, notes, part) -> None:
    page = render(story, "md", notes, only(part))
    assert [name for name, heading in HEADINGS.items() if f"{heading}\n" in page] == [part]


@pytest.mark.parametrize(
    ("part", "ribbons", "marks"),
    [("pairs", True, False), ("gaps", False, False), ("notes", False, True)],
)
def test_texts_side_by_side_have_the_links_and_notes_that_are_wanted(
    story: Story, notes, part, ribbons: bool, marks: bool
) -> None:
    page, svg = (render(story, form, notes, only(part)) for form in ("html", "svg"))
    assert ("<path" in page, "<path" in svg) == (ribbons, ribbons)
    assert ("<mark" in page, "★" in svg) == (marks, marks)
    leads = set(re.findall(r'href="#([^"]+)"', page))
    assert leads <= set(re.findall(r' id="([^"]+)"', page))


@pytest.mark.parametrize("part", FOUND)
def test_json_keeps_its_shape_and_empties_what_is_not_wanted(story: Story, part) -> None:
    found = json.loads(render(story, "json", (), only(part)))
    Comparison.model_validate(found)
    lists = {"pairs": "links"}
    for one in FOUND:
        if one != part and (one, part) != ("actors", "frames"):
            assert found[lists.get(one, one)] == []
    assert found[lists.get(part, part)]
    voices = {use["voice"] for frame in found["frames"] for use in frame["uses"]} - {"narrator"}
    assert voices <= {actor["id"] for actor in found["actors"]}


@pytest.mark.parametrize(
    ("part", "kind"),
    [("pairs", "link"), ("gaps", "gap"), ("actors", "mention"), ("frames", "frame")],
)
def test_a_table_has_a_row_for_each_place(story: Story, part, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(render(story, "csv", (), only(part)))))
    assert rows
    assert {row["kind"] for row in rows} == {kind}
    texts = {d.id: d for d in story.documents}
    for row in rows if "start" in rows[0] else ():
        span = Span(int(row["start"]), int(row["end"]))
        assert texts[row["document"]].quote(span) == row["text"]


def test_a_table_of_two_parts_has_the_columns_of_both(story: Story) -> None:
    table = render(story, "csv", (), only("gaps", "frames"))
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {"grade", "voice"} <= rows[0].keys()
    assert {row["kind"] for row in rows} == {"gap", "frame"}


def test_annotations_have_gaps_actors_and_frames_when_they_are_named(story: Story) -> None:
    def items(*parts) -> list[dict]:
        return json.loads(render(story, "jsonld", (), only(*parts)))["items"]

    assert len(items("gaps")) == len(story.gaps)
    assert len(items("actors")) == len(story.actors)
    assert {i["body"]["value"] for i in items("frames")} == {f.name for f in story.frames}
    whole = json.loads(render(story, "jsonld"))["items"]
    assert {i["motivation"] for i in whole} == {"linking"}


@pytest.mark.parametrize("form", ["csv", "json", "jsonld"])
def test_notes_alone_come_as_notes_export_has_them(story: Story, notes, form) -> None:
    assert "whose word?" in render(story, form, notes, only("notes"))


def test_the_reader_s_own_links_are_told_apart_from_those_found(story: Story) -> None:
    first, *rest = story.links
    by_hand = replace(story, links=(replace(first, hand="confirmed"), *rest))
    page = render(by_hand, "md", (), Wanted(by_hand=True))
    assert "Only links that the reader confirmed or drew." in page
    found = json.loads(render(by_hand, "json", (), Wanted(by_hand=True)))["links"]
    assert [link["hand"] for link in found] == ["confirmed"]
    assert json.loads(render(story, "json", (), Wanted(by_hand=True)))["links"] == []


def test_a_bar_leaves_weaker_links_out_and_makes_no_gaps(story: Story) -> None:
    found = json.loads(render(story, "json", (), Wanted(least="strong")))
    assert {link["grade"] for link in found["links"]} <= {"strong"}
    assert len(found["gaps"]) == len(story.gaps)


def test_context_quotes_what_stands_around(story: Story) -> None:
    gap = story.gaps[0]
    before = gap.passages[0] - 1
    plain, wide = (render(story, "md", (), Wanted(frozenset({"gaps"}), context=n)) for n in (0, 1))
    assert "(around it)" not in plain
    assert f"{gap.document} {before} (around it)" in wide
    whole = render(story, "md", (), Wanted(frozenset({"gaps"}), context=99))
    assert f"{gap.document} {len(story.document(gap.document).passages)} (around it)" in whole


def test_a_ruling_against_a_link_goes_out_with_the_links_alone(story: Story) -> None:
    link = story.links[0]
    ruling = make_ruling("rejected", story.documents, link.a, link.b)
    placed = Placed("s", ruling, ("A", "B"), link.a, link.b)
    ruled = replace(story, rulings=(placed,))
    assert "Rejected" in render(ruled, "md", (), only("pairs"))
    assert "Rejected" not in render(ruled, "md", (), only("gaps"))
    assert "rejected" not in json.loads(render(ruled, "json", (), only("gaps")))


def test_the_picture_has_every_word_and_every_link_and_asks_no_server(story: Story, notes) -> None:
    svg = render(story, "svg", notes)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    shown = "".join("".join(t.itertext()) for t in root.iter(f"{space}text"))
    for document in story.documents:
        for passage in document.wording:
            assert "".join(passage.split())[:30] in "".join(shown.split())
    assert len(list(root.iter(f"{space}path"))) == len(story.links)
    assert "★1" in shown
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert not list(ET.fromstring(render(story, "svg", (), only("gaps"))).iter(f"{space}path"))  # noqa: S314


@pytest.mark.parametrize("form", FORMATS)
def test_a_story_of_three_goes_out_whole(form) -> None:
    texts = [document_from_text(ONE, id=i, name=i) for i in "ABC"]
    assert render(analyse(texts), form).endswith("\n")
