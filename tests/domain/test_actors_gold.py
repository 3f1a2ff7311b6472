"""The bundled pair against its hand gold, and pairs of names against theirs."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.actors import find_actors

_MEASURES = Path(__file__).parents[1] / "bench" / "actor_gold.py"


@cache
def measures() -> Any:
    spec = importlib.util.spec_from_file_location("actor_gold", _MEASURES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["actor_gold"] = module
    spec.loader.exec_module(module)
    return module


@cache
def found() -> Any:
    return measures().measure_pair(find_actors(measures().bundled_texts()))


def test_all_named_actors_are_found_and_none_are_merged_wrongly() -> None:
    assert (found().named, found().false_merges) == (23, 0), found().faults


def test_all_roles_are_found() -> None:
    assert found().roles == 11, found().faults


def test_all_statements_have_their_speaker_mode_and_words() -> None:
    assert (found().speakers, found().contents) == (23, 23), found().faults


def test_mentions_are_found() -> None:
    assert found().mentions >= 0.98, found().faults
    assert found().name_mentions >= 0.99, found().faults


@pytest.mark.parametrize("file", ["alias_pairs.json", "actors_pairs.json"])
@pytest.mark.parametrize("way", ["by_name", "in_texts", "in_sentences"])
def test_pairs_of_names(file: str, way: str) -> None:
    pairs = measures().alias_pairs(file)
    f1, merges, faults = measures().measure_aliases(pairs, getattr(measures(), way))
    assert merges == 0, faults
    assert f1 >= 0.97, faults


def test_the_order_of_the_texts_changes_no_merge() -> None:
    texts = measures().bundled_texts()
    forward = {a.name: len(a.mentions) for a in find_actors(texts) if a.type == "person"}
    backward = {a.name: len(a.mentions) for a in find_actors(texts[::-1]) if a.type == "person"}
    assert forward == backward
