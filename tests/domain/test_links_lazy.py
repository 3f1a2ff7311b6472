"""Reasons are looked for when somebody looks at them, and are the same then."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from corpus.deferred import Deferred
from corpus.links import find_links
from corpus.links.cautions import Cautioner
from corpus.links.evidence import Explainer
from corpus.links.model import Caution, End, Link
from corpus.reading import document_from_text

A = document_from_text("Minister Ana Ruiz opened the bridge at Porto.\n\nIt rained.", id="A")
B = document_from_text("Ruiz did not open Porto's bridge.\n\nIt rained on Friday.", id="B")


def test_a_search_looks_for_no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Explainer, "evidence", lambda _, at: asked.append(at) or ())
    monkeypatch.setattr(Cautioner, "cautions", lambda _, *cell: asked.append(cell) or ())
    links = find_links(A, B).links
    assert links
    assert asked == []
    assert not links[0].evidence
    assert not links[0].cautions
    assert len(asked) == 2


def test_reasons_do_not_depend_on_which_link_was_looked_at_first() -> None:
    forwards = [(tuple(k.evidence), tuple(k.cautions)) for k in find_links(A, B).links]
    links = find_links(A, B).links
    backwards = [(tuple(k.evidence), tuple(k.cautions)) for k in reversed(links)]
    assert forwards == backwards[::-1]


def test_links_found_twice_are_equal_and_of_one_hash() -> None:
    one, other = find_links(A, B).links, find_links(A, B).links
    assert one == other
    assert len({*one, *other}) == len(one)


def test_a_link_with_other_reasons_is_another_one() -> None:
    link = find_links(A, B).links[0]
    assert link != replace(link, cautions=(Caution("words-changed", "…"),))


def test_telling_links_apart_and_hashing_them_looks_for_no_reasons() -> None:
    def fail() -> tuple[Caution, ...]:
        raise AssertionError

    def link(passage: int) -> Link:
        return Link(End("A", (1,)), End("B", (passage,)), 0.5, "weak", (), Deferred(fail))

    one, other = link(1), link(2)
    assert one != other
    assert len({one, other}) == 2
    assert one == replace(one)


def test_copies_of_links_are_equal_to_them() -> None:
    links = find_links(A, B).links
    assert copy.deepcopy(links) == links
    assert pickle.loads(pickle.dumps(links)) == links  # noqa: S301 - what we just wrote


def test_a_deferred_tuple_is_made_once_and_is_as_good_as_one() -> None:
    made: list[int] = []

    def make() -> tuple[str, ...]:
        made.append(1)
        return ("x", "y", "z")

    later = Deferred(make)
    assert later == ("x", "y", "z") == later
    assert later == Deferred(lambda: ("x", "y", "z"))
    assert later != ("x",)
    assert (later[0], later[1:], len(later), list(later)) == ("x", ("y", "z"), 3, ["x", "y", "z"])
    assert hash(later) == hash(("x", "y", "z"))
    assert repr(later) == "('x', 'y', 'z')"
    assert copy.deepcopy(later) == ("x", "y", "z")
    assert made == [1]
