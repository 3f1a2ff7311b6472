"""``compare`` with what the reader keeps: rulings on links, frames of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.links.model import End
from corpus.links.rulings import DECISION, Verdict, encode, make_ruling, subject_of
from corpus.notes.store import NoteStore
from corpus.reading import read_document
from corpus.report import FORMATS
from tui import paths

NOW = "2026-01-01T00:00:00Z"


def rule(pair: tuple[str, str], verdict: Verdict, a: int, b: int) -> None:
    documents = [read_document(file, name) for file, name in zip(pair, "AB", strict=True)]
    ruling = make_ruling(verdict, documents, End("A", (a,)), End("B", (b,)))
    with NoteStore.open(paths.notes_file(), now=lambda: NOW) as store:
        store.decide(DECISION, subject_of(ruling), encode(ruling), ruling.sources)


def compared(cli, *words: str) -> dict:
    done = cli("compare", *words, "-f", "json")
    assert (done.status, done.err) == (0, "")
    return json.loads(done.out)


def hands(found: dict) -> dict[tuple[int, int], str]:
    return {
        (link["a"]["passages"][0], link["b"]["passages"][0]): link.get("hand", "")
        for link in found["links"]
    }


def test_what_was_decided_on_the_screen_holds_on_the_command_line(
    cli, pair: tuple[str, str]
) -> None:
    before = hands(compared(cli, *pair))
    assert before[1, 1] == before[2, 1] == ""
    assert (4, 3) not in before
    rule(pair, "rejected", 1, 1)
    rule(pair, "confirmed", 2, 1)
    rule(pair, "made", 4, 3)
    after = hands(compared(cli, *pair))
    assert (1, 1) not in after
    assert (after[2, 1], after[4, 3]) == ("confirmed", "made")
    assert before.keys() - {(1, 1)} == after.keys() - {(4, 3)}


def test_it_holds_whichever_text_is_named_first_and_among_more(cli, pair: tuple[str, str]) -> None:
    rule(pair, "made", 4, 3)
    assert hands(compared(cli, pair[1], pair[0]))[3, 4] == "made"
    found = compared(cli, "corpus:ossetia-a", *pair)
    (made,) = [link for link in found["links"] if "hand" in link]
    assert made["a"] == {"document": "B", "passages": [4]}
    assert made["b"] == {"document": "C", "passages": [3]}


def test_undo_takes_it_out_again(cli, pair: tuple[str, str]) -> None:
    before = compared(cli, *pair)
    rule(pair, "made", 4, 3)
    with NoteStore.open(paths.notes_file(), now=lambda: NOW) as store:
        store.undo()
    assert compared(cli, *pair) == before


def test_it_follows_its_words_through_an_edit_or_is_told_lost(cli, pair: tuple[str, str]) -> None:
    rule(pair, "made", 4, 3)
    text = Path(pair[0]).read_text("utf-8")
    Path(pair[0]).write_text(text.replace("A ferry", "It rained. A ferry"), encoding="utf-8")
    assert hands(compared(cli, *pair))[5, 3] == "made"
    Path(pair[0]).write_text("Nothing of the kind is told here at all.", encoding="utf-8")
    (told,) = [w for w in compared(cli, *pair)["warnings"] if w["kind"] == "ruling-lost"]
    assert "The company promised to pay for hotels." in told["words"]


def test_comparing_leaves_the_notes_file_as_it_is(cli, pair: tuple[str, str]) -> None:
    cli("compare", *pair)
    assert not paths.data_dir().exists()
    rule(pair, "made", 4, 3)
    before = {file: file.read_bytes() for file in paths.data_dir().iterdir()}
    cli("compare", *pair)
    assert {file: file.read_bytes() for file in paths.data_dir().iterdir()} == before


def _garbled(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"made", b"mead"))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _overwritten(file: Path) -> None:
    file.write_bytes(b"not a database, and long enough to be looked at" * 40)


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [_garbled, _cut, _overwritten, _a_folder])
@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_notes_file_stops_no_comparison(
    cli, pair: tuple[str, str], damage, form: str
) -> None:
    without = cli("compare", *pair, "-f", form)
    rule(pair, "made", 4, 3)
    damage(paths.notes_file())
    done = cli("compare", *pair, "-f", form)
    assert (done.status, done.out) == (without.status, without.out)
    assert done.err.count("\n") == 1
    assert "notes.sqlite3" in done.err
    assert "left out" in done.err


def test_a_decision_of_a_later_version_is_counted(cli, pair: tuple[str, str]) -> None:
    rule(pair, "made", 4, 3)
    with NoteStore.open(paths.notes_file(), now=lambda: NOW) as store:
        store.decide(DECISION, "later", {"verdict": "perhaps"})
    done = cli("compare", *pair, "-f", "json")
    assert "1 of the decisions on links" in done.err
    assert hands(json.loads(done.out))[4, 3] == "made"


def test_decisions_go_out_with_the_notes_and_come_back_in(
    cli, pair: tuple[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ruling in (("rejected", 1, 1), ("confirmed", 2, 1), ("made", 4, 3)):
        rule(pair, *ruling)
    here = compared(cli, *pair)
    page = home / "notes.jsonld"
    assert cli("notes", "export", "-f", "jsonld", "-o", str(page)).status == 0
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(home / "elsewhere"))
    rule(pair, "rejected", 4, 3)
    done = cli("notes", "import", str(page))
    assert done[:2] == (
        0,
        "0 added, 0 merged, 0 already there, 0 could not be placed; 2 new decisions on links\n",
    )
    there = compared(cli, *pair)
    assert hands(there) == {p: hand for p, hand in hands(here).items() if p != (4, 3)}
    assert len(there["rejected"]) == 2


def test_a_decision_without_its_words_cannot_be_placed(
    cli, pair: tuple[str, str], home: Path
) -> None:
    rule(pair, "rejected", 1, 1)
    page = home / "notes.jsonld"
    exported = json.loads(cli("notes", "export", "-f", "jsonld").out)
    del exported["items"][0]["target"][1]["selector"]
    page.write_text(json.dumps(exported), encoding="utf-8")
    assert "1 could not be placed" in cli("notes", "import", str(page)).out


# Frames of the reader's own


@pytest.fixture
def frames(home: Path) -> Path:
    paths.config_dir().mkdir()
    return paths.config_dir() / "frames.toml"


def test_frames_of_the_reader_s_own_are_found(cli, pair: tuple[str, str], frames: Path) -> None:
    before = compared(cli, *pair)
    frames.write_text('[stranding]\nwords = "run aground, strand"\n', encoding="utf-8")
    after = compared(cli, *pair)
    (stranding,) = [frame for frame in after["frames"] if frame["name"] == "stranding"]
    uses = [use["text"] for use in stranding["uses"]]
    assert uses == ["Runs Aground", "ran aground", "ran aground"]
    assert after["links"] == before["links"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"[ghosts\n", "not valid TOML"),
        (b"x = " + b"[" * 5000, "not valid TOML"),
        (b"[gh\xf6sts]", "not UTF-8"),
        (b"ghosts = 3", "[ghosts] needs words"),
        (b'[ghosts]\nwords = ["haunt"]', "[ghosts] needs words"),
        (b"[ghosts]\nwithout = 1", "[ghosts] needs without"),
        (b'[ghosts]\nwords = "haunt"\ncolour = "white"', "[ghosts] has “colour”"),
        (b'[ghosts]\nwords = "haunt"\ntheme = "yes"', "[ghosts] needs theme"),
    ],
)
def test_a_wrong_file_of_frames_is_told_and_the_rest_goes_on(
    cli, pair: tuple[str, str], frames: Path, text: bytes, what: str
) -> None:
    without = cli("compare", *pair, "-f", "json")
    frames.write_bytes(text)
    done = cli("compare", *pair, "-f", "json")
    assert (done.status, done.out) == (0, without.out)
    assert done.err.count("\n") == 1
    assert str(frames) in done.err
    assert what in done.err


def test_frames_that_cannot_be_read_are_told(cli, pair: tuple[str, str], frames: Path) -> None:
    frames.mkdir()
    done = cli("compare", *pair)
    assert done.status == 0
    assert str(frames) in done.err
