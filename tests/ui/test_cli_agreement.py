"""A second coder's notes: taken in under their name, and compared."""

from __future__ import annotations

import csv
import io
import json

import pytest
from driving import press, rows, running


@pytest.fixture
def coded(cli, pair, tmp_path, monkeypatch):
    """Two coders' notes on one pair: the other's exported from a folder of their own."""
    agency, paper = pair

    def note(quote, *tags, file=agency):
        words = [word for tag in tags for word in ("--tag", tag)]
        assert cli("notes", "add", "--doc", file, "--quote", quote, "--text", "x", *words).out

    mine = str(tmp_path / "data")
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(tmp_path / "theirs"))
    note("ran aground", "harm")
    note("promised to pay", "money")
    note("Nobody was hurt", "harm", file=paper)
    exported = str(tmp_path / "coder2.jsonld")
    assert cli("notes", "export", "-f", "jsonld", "--coder", "Anna", "-o", exported).status == 0
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", mine)
    note("A ferry with", "harm")
    note("Nobody was hurt", "harm")
    assert "3 added" in cli("notes", "import", exported).out
    return pair


def table(text: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(r["code"], r["coders"]): r for r in csv.DictReader(io.StringIO(text))}


def test_agreement_of_two_coders_as_a_table(cli, coded):
    done = cli("compare", *coded, "--show", "agreement", "-f", "csv")
    assert done.status == 0
    found = table(done.out)
    harm = found["harm", "Anna, you"]
    # Only the agency's four passages: both noted something there.
    counted = [harm[n] for n in ("passages", "both", "only_first", "only_second", "neither")]
    assert counted == ["4", "1", "0", "1", "2"]
    assert float(harm["observed"]) == 0.75
    assert float(harm["cohen_kappa"]) == pytest.approx(0.5)
    assert found["money", "Anna, you"]["both"] == "0"
    assert found["(any note)", "Anna, you"]["only_first"] == "1"


def test_agreement_in_words(cli, coded):
    told = cli("compare", *coded, "--show", "agreement", "-f", "md").out
    assert "2 coders: Anna, you." in told
    assert "Cohen’s kappa" in told
    assert "Agreement between coders" not in cli("compare", *coded, "-f", "md").out


def test_agreement_is_no_part_of_the_formats_for_programs(cli, coded):
    assert cli("compare", *coded, "--show", "agreement", "-f", "json").status == 2


def test_one_coder_alone_is_told_that_agreement_needs_two(cli, pair):
    cli("notes", "add", "--doc", pair[0], "--quote", "ferry", "--text", "x")
    told = cli("compare", *pair, "--show", "agreement", "-f", "txt").out
    assert "needs two" in told
    assert cli("compare", *pair, "--show", "agreement", "-f", "csv").out.count("\n") == 1


def test_a_coders_name_goes_with_the_notes_and_the_readers_own_stay_their_own(cli, coded, tmp_path):
    notes = json.loads(cli("notes", "list", "-f", "json").out)
    assert sorted(one.get("coder", "") for one in notes) == ["", "", "Anna", "Anna", "Anna"]
    mine = tmp_path / "mine.jsonld"
    cli("notes", "export", "-f", "jsonld", "--coder", "Boris", "-o", str(mine))
    assert "5 already there" in cli("notes", "import", str(mine), "--coder", "Carla").out
    again = json.loads(cli("notes", "list", "-f", "json").out)
    assert sorted(one.get("coder", "") for one in again) == ["", "", "Anna", "Anna", "Anna"]
    items = json.loads(mine.read_text("utf-8"))["items"]
    assert sorted(one["creator"]["nickname"] for one in items) == ["Anna"] * 3 + ["Boris"] * 2


async def test_the_list_says_how_many_coders_noted_a_passage(cli, coded, tmp_path):
    from corpus.reading import read_document
    from tui.app import ReaderApp
    from tui.clock import now

    documents = [read_document(file, letter) for file, letter in zip(coded, "AB", strict=True)]
    app = ReaderApp(documents, notes=lambda: tmp_path / "data" / "notes.sqlite3", now=now)
    async with running(app, size=(80, 40)) as pilot:
        await press(pilot, "6")
        listed = "\n".join(rows(app.screen, "#notes"))
        assert "A·2 2/2 you #harm" in listed
        assert "A·2 2/2 Anna #harm" in listed
        assert "A·4 1/2 Anna #money" in listed
