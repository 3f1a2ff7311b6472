"""What reports say of the reader's decisions: links confirmed, made and rejected by hand."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from corpus.links.model import End
from corpus.links.rulings import Verdict, make_ruling, subject_of
from corpus.reading import document_from_text
from corpus.report import FORMATS, render
from corpus.report.schema import Comparison, json_schema
from corpus.story import Story, analyse, overruled
from corpus.text import Span

A = document_from_text(
    "Pilots went on strike at Norsk Air on Tuesday. The weather in Oslo was fine. "
    "Passengers slept in the terminal.",
    id="A",
)
B = document_from_text(
    "A strike by pilots stopped flights of Norsk Air. A new runway opens next year. "
    "Hundreds of passengers spent the night in the terminal.",
    id="B",
)
FOUND = analyse((A, B))
DECIDED: tuple[tuple[Verdict, int, int], ...] = (
    ("confirmed", 1, 1),
    ("made", 2, 2),
    ("rejected", 3, 3),
)


def ruled(story: Story, *decided: tuple[Verdict, int, int]) -> Story:
    rulings = [
        make_ruling(verdict, story.documents, End("A", (a,)), End("B", (b,)))
        for verdict, a, b in decided
    ]
    return overruled(story, {subject_of(one): one for one in rulings})


STORY = ruled(FOUND, *DECIDED)


def test_json_tells_what_was_decided_and_nothing_more() -> None:
    found = json.loads(render(STORY, "json"))
    hands = {(*link["a"]["passages"], *link["b"]["passages"]): link for link in found["links"]}
    assert {pair: link["hand"] for pair, link in hands.items() if "hand" in link} == {
        (1, 1): "confirmed",
        (2, 2): "made",
    }
    assert hands[2, 2]["evidence"][0]["kind"] == "reader"
    assert found["rejected"] == [
        {"a": {"document": "A", "passages": [3]}, "b": {"document": "B", "passages": [3]}}
    ]
    Comparison.model_validate(found)


def test_without_a_decision_json_has_no_field_for_one() -> None:
    assert '"hand"' not in render(FOUND, "json")
    assert '"rejected"' not in render(FOUND, "json")


def test_the_schema_knows_the_fields_and_asks_for_neither() -> None:
    schema = json.loads(json_schema())
    link = schema["$defs"]["Link"]
    assert link["properties"]["hand"]["enum"] == ["", "confirmed", "made"]
    assert "hand" not in link["required"]
    assert "rejected" in schema["properties"]
    assert "rejected" not in schema["required"]


def test_no_other_field_is_ever_left_out() -> None:
    schema = json.loads(json_schema())
    left_out = {
        (model["title"], field)
        for model in [schema, *schema["$defs"].values()]
        for field in model.get("properties", {}).keys() - set(model.get("required", ()))
    }
    assert left_out == {
        ("Link", "hand"),
        ("Actor", "hand"),
        ("Document", "language"),
        ("Comparison", "rejected"),
    }


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_report_says_what_is_by_hand(form) -> None:
    told = " ".join(re.sub(r"\\(?=\W)|</?\w+>", "", render(STORY, form)).split())
    for words in (
        "A 2 and B 2: strong, 1.00, linked by hand",
        "; 1 confirmed by hand; 1 linked by hand.",
        "A 3 and B 3: rejected by hand",
    ):
        assert words in told, words
    assert re.search(r"A 1 and B 1: strong, 0\.\d\d, confirmed by hand", told)
    assert "by hand" not in render(FOUND, form)


def test_a_table_has_a_column_and_rows_for_it() -> None:
    rows = list(csv.DictReader(io.StringIO(render(STORY, "csv"))))
    told = {(r["kind"], r["passages"], r["other_passages"]): r["hand"] for r in rows if r["hand"]}
    assert told == {
        ("link", "1", "1"): "confirmed",
        ("link", "2", "2"): "made",
        ("rejected", "3", "3"): "rejected",
    }


def test_annotations_say_who_drew_a_link_and_who_judged_it() -> None:
    items = json.loads(render(STORY, "jsonld"))["items"]
    by_place = {tuple(t["selector"][1]["start"] for t in item["target"]): item for item in items}
    places = [(a.span.start, b.span.start) for a, b in zip(A.passages, B.passages, strict=True)]
    confirmed, made, rejected = (by_place[place] for place in places)
    assert confirmed["creator"]["type"] == "Software"
    assert confirmed["body"][1]["creator"]["type"] == "Person"
    assert confirmed["body"][1]["purpose"] == "assessing"
    assert (made["motivation"], made["creator"]["type"]) == ("linking", "Person")
    assert (rejected["motivation"], rejected["creator"]["type"]) == ("assessing", "Person")
    for target, document in zip(rejected["target"], (A, B), strict=True):
        quote, place = target["selector"]
        assert document.quote(Span(place["start"], place["end"])) == quote["exact"]


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"jsonld", "csv"}))
def test_a_decision_that_lost_its_words_is_told(form) -> None:
    edited = document_from_text(A.text.replace("The weather in Oslo was fine. ", ""), id="A")
    rulings = {"x": make_ruling("made", (A, B), End("A", (2,)), End("B", (2,)))}
    story = analyse((edited, B))
    after = render(overruled(story, rulings), form)
    assert "not found any more in A" in " ".join(after.split())
    assert "not found any more" not in render(story, form)
