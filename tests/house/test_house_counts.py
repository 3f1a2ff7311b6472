"""Instruction counts: what is too much more is told, and nothing else."""

from __future__ import annotations

import json

import pytest
from benches import BENCH, load

counts = load("counts")


@pytest.fixture
def ran(monkeypatch, tmp_path, capsys):
    """What a run ends with and prints when it counts so many, with this stored for the build."""

    def run(now: dict[str, int], *words: str, stored: dict[str, int] | None = None, lack=""):
        file = tmp_path / "counts.json"
        if stored is not None:
            file.write_text(json.dumps({"this build": stored}))
        monkeypatch.setattr(counts, "BASELINE", file)
        monkeypatch.setattr(counts, "missing", lambda: lack)
        monkeypatch.setattr(counts, "build", lambda: "this build")
        monkeypatch.setattr(counts, "count", lambda: now)
        return counts.main(words), capsys.readouterr().out

    return run


@pytest.mark.parametrize("now", [970, 1000, 1030])
def test_up_to_three_per_cent_more_passes(ran, now):
    status, told = ran({"wrap": now}, stored={"wrap": 1000})
    assert status == 0
    assert "all within 3% of the baseline" in told


def test_more_fails_and_says_which(ran):
    status, told = ran({"wrap": 1000, "marks": 1031}, stored={"wrap": 1000, "marks": 1000})
    assert status == 1
    assert "marks takes +3.1%" in told
    assert "wrap takes" not in told


def test_a_workload_that_is_gone_or_new_fails_until_it_is_stored(ran):
    assert ran({"wrap": 1}, stored={"wrap": 1, "marks": 1})[0] == 1
    assert ran({"wrap": 1, "marks": 1}, stored={"wrap": 1})[0] == 1
    assert ran({"wrap": 1, "marks": 1}, "--write", stored={"wrap": 1})[0] == 0
    assert ran({"wrap": 1, "marks": 1})[0] == 0


def test_another_build_is_counted_but_held_to_nothing(ran):
    status, told = ran({"wrap": 5})
    assert status == 0
    assert "nothing held" in told


def test_without_valgrind_it_says_so_and_goes_on(ran):
    status, told = ran({}, lack="valgrind cannot be found")
    assert (status, told) == (0, "instruction counts left out: valgrind cannot be found here\n")


def test_a_dump_tells_its_workload_and_total():
    dump = "desc: Trigger: Client Request: marks\nevents: Ir\nsummary: 7\n\ntotals: 12\n"
    assert counts.counted(dump) == ("marks", 12)
    with pytest.raises(SystemExit):
        counts.counted("events: Ir\n")


def test_the_baseline_has_the_same_workloads_for_every_build():
    stored = json.loads((BENCH / "counts.json").read_text("utf-8"))
    names = {frozenset(one) for one in stored.values()}
    assert len(names) == 1
