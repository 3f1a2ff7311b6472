"""Short pairs of texts and the bundled pair, with the links an editor draws."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.links import find_gaps, find_links, score_passages
from corpus.passages import Passages
from corpus.reading import read_document
from corpus.text import Document, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = sorted((Path(__file__).parent.parent / "data" / "pairs").glob("*.toml"))
BUNDLED = ("corpus:ossetia-a", "corpus:ossetia-b")
Pair = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    a: tuple[str, ...]
    b: tuple[str, ...]
    wanted: frozenset[Pair]
    forbidden: frozenset[Pair]
    strong: frozenset[Pair] | None


def document(sentences: tuple[str, ...], name: str) -> Document:
    passages, at = [], 0
    for number, sentence in enumerate(sentences, start=1):
        passages.append(Passage(number, "sentence", Span(at, at + len(sentence)), number))
        at += len(sentence) + 1
    return Document(name, name, name, "\n".join(sentences), "", Passages.of(passages))


def load(path: Path) -> Gold:
    raw = tomllib.loads(path.read_text("utf-8"))
    pairs = {key: frozenset((i, j) for i, j in raw.get(key, [])) for key in ("wanted", "forbidden")}
    strong = frozenset((i, j) for i, j in raw["strong"]) if "strong" in raw else None
    return Gold(tuple(raw["a"]), tuple(raw["b"]), **pairs, strong=strong)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_every_wanted_link_scores_above_every_forbidden_one(path: Path) -> None:
    gold = load(path)
    scores = score_passages(gold.a, gold.b)
    refused = max(float(scores[i - 1, j - 1]) for i, j in gold.forbidden)
    missed = {(i, j) for i, j in gold.wanted if scores[i - 1, j - 1] <= refused}
    assert not missed


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_wanted_links_are_drawn_and_forbidden_ones_are_not_above_weak(path: Path) -> None:
    gold = load(path)
    links = find_links(document(gold.a, "A"), document(gold.b, "B")).links
    grades = {(link.a.passages[0], link.b.passages[0]): link.grade for link in links}
    assert gold.wanted <= grades.keys()
    assert {pair for pair in gold.forbidden if grades.get(pair, "weak") != "weak"} == set()


@pytest.mark.parametrize("path", [p for p in PAIRS if load(p).strong is not None])
def test_the_strong_links_are_those_an_editor_calls_so(path: Path) -> None:
    gold = load(path)
    links = find_links(document(gold.a, "A"), document(gold.b, "B")).links
    strong = {(k.a.passages[0], k.b.passages[0]) for k in links if k.grade == "strong"}
    assert strong == gold.strong


LIST = tomllib.loads((PAIRS[0].parents[1] / "bundled_links.toml").read_text("utf-8"))
WANTED, FORBIDDEN = ({(i, j) for i, j in LIST[key]} for key in ("wanted", "forbidden"))


@pytest.fixture(scope="module")
def bundled() -> tuple[Document, Document]:
    return read_document(BUNDLED[0], "A"), read_document(BUNDLED[1], "B")


def test_the_bundled_pair_links_as_its_acceptance_list_says(
    bundled: tuple[Document, Document], record_property: Callable[[str, object], None]
) -> None:
    a, b = bundled
    scores = score_passages(a.wording, b.wording)
    cells = [(i + 1, j + 1) for i in range(scores.shape[0]) for j in range(scores.shape[1])]
    best = sorted(cells, key=lambda at: -scores[at[0] - 1, at[1] - 1])[:15]
    record_property("wanted among the 15 best, of 12", len(WANTED & set(best)))
    record_property("forbidden among the 15 best, of 4", len(FORBIDDEN & set(best)))
    assert len(WANTED & set(best)) >= 10
    assert not FORBIDDEN & set(best)


def test_the_bundled_pair_has_its_two_strong_links(bundled: tuple[Document, Document]) -> None:
    links = find_links(*bundled).links
    strong = {(k.a.passages[0], k.b.passages[0]) for k in links if k.grade == "strong"}
    assert {(1, 1), (9, 2)} <= strong


def test_the_bundled_pair_has_the_gaps_of_its_acceptance_list(
    bundled: tuple[Document, Document],
) -> None:
    gaps = find_gaps(bundled, [find_links(*bundled)])
    alone = {number for gap in gaps if gap.document == "B" for number in gap.passages}
    assert {9, 10, 12, 14, 16, 17} <= alone
    assert not {1, 2} & alone
