"""The invented texts of tests/data/actors: figures that must not fall."""

from __future__ import annotations

import importlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@cache
def sets() -> Any:
    sys.path.insert(0, str(BENCH))
    try:
        return importlib.import_module("actor_sets")
    finally:
        sys.path.remove(str(BENCH))


@pytest.mark.parametrize("half", ["first", "second"])
@pytest.mark.parametrize("way", ["by_name", "in_texts", "in_sentences"])
def test_pairs_of_names(half: str, way: str) -> None:
    f1, merges, faults = sets().measure_aliases(sets().names(half), getattr(sets(), way))
    assert merges <= 1, faults
    assert f1 >= 0.96, faults


@pytest.mark.parametrize("half", ["first", "second"])
def test_persons_of_one_event_in_five_texts(half: str) -> None:
    for name, texts in sets().events(half):
        f1, faults = sets().measure_persons(texts)
        assert f1 >= 0.96, (name, faults)


@pytest.mark.parametrize("half", ["first", "second"])
def test_types_in_single_articles(half: str) -> None:
    found, typed = sets().Tally(), sets().Tally()
    for _, article in sets().articles(half):
        one, other = sets().measure_types(article)
        found.add(one)
        typed.add(other)
    assert found.recall >= 0.94, typed.faults
    assert typed.recall >= 0.92, typed.faults


@pytest.mark.parametrize("half", ["first", "second"])
def test_attributions(half: str) -> None:
    tallies = {mode: sets().Tally() for mode in ("direct", "mixed", "indirect")}
    for mode, case in sets().attributions(half):
        tallies[mode].add(sets().measure_attributions(mode, case))
    assert tallies["direct"].f1 >= 0.97, tallies["direct"].faults
    assert tallies["mixed"].f1 >= 0.90, tallies["mixed"].faults
    assert tallies["indirect"].f1 >= 0.93, tallies["indirect"].faults
