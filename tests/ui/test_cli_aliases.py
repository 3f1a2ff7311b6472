"""``compare`` with the reader's decisions on actors, and with aliases for every story."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.actors import decide
from corpus.actors.aliases import Alias
from corpus.actors.rulings import DECISION, ActorRuling, encode, numbered, subject_of
from corpus.errors import OutputError
from corpus.notes.store import NoteStore
from corpus.report import FORMATS
from corpus.report.schema import Comparison
from corpus.story import open_story
from tui import paths
from tui.clock import now
from tui.desk import Desk
from tui.notebook import Notebook
from tui.settings import keep_alias, own_aliases


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two accounts with two people of one family name."""
    one, other = tmp_path / "agency.txt", tmp_path / "paper.txt"
    one.write_text(
        "Harbour master Anna Berg said nobody was hurt. Berg thanked the divers of Lund.\n",
        encoding="utf-8",
    )
    other.write_text(
        "Minister Hanna Berg said that nobody was hurt. The ferry lay off Lund on Tuesday.\n",
        encoding="utf-8",
    )
    return str(one), str(other)


@pytest.fixture
def aliases(home: Path) -> Path:
    paths.config_dir().mkdir()
    return paths.config_dir() / "aliases.toml"


SAME = '[[same]]\nnames = ["Anna Berg", "Hanna Berg"]\n'


def compared(cli, *words: str) -> dict[str, Any]:
    done = cli("compare", *words, "-f", "json")
    assert (done.status, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    Comparison.model_validate(found)
    return found


def people(found: dict[str, Any]) -> dict[str, list[str]]:
    """The persons by name, and what was done to each by hand."""
    return {
        actor["name"]: [done["kind"] for done in actor.get("hand", [])]
        for actor in found["actors"]
        if actor["type"] == "person"
    }


def merge(pair: tuple[str, str]) -> ActorRuling:
    story = open_story(pair)
    anna, hanna = (
        next(actor for actor in story.actors if actor.name == name)
        for name in ("Anna Berg", "Hanna Berg")
    )
    return decide.merge(story.documents, anna, hanna)


def save(ruling: ActorRuling) -> None:
    with NoteStore.open(paths.notes_file(), now=now) as store:
        latest = numbered(ruling, ())
        store.decide(DECISION, subject_of(latest), encode(latest), ruling.sources)


# Decisions kept with the notes


def test_a_decision_on_actors_holds_on_the_command_line(cli, pair: tuple[str, str]) -> None:
    before = compared(cli, *pair)
    assert people(before) == {"Anna Berg": [], "Hanna Berg": []}
    assert '"hand"' not in json.dumps(before)
    save(merge(pair))
    assert people(compared(cli, *pair)) == {"Anna Berg": ["merged"]}
    assert people(compared(cli, *reversed(pair))) == {"Anna Berg": ["merged"]}
    with NoteStore.open(paths.notes_file(), now=now) as store:
        store.undo()
    assert compared(cli, *pair) == before


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_is_by_hand(cli, pair: tuple[str, str], form: str) -> None:
    told = "Hanna Berg is taken for Anna Berg: merged by you."
    assert told not in _plain(cli("compare", *pair, "-f", form).out)
    save(merge(pair))
    assert told in _plain(cli("compare", *pair, "-f", form).out)


def _plain(report: str) -> str:
    return " ".join(re.sub(r"\\(?=\W)|</?\w+>", "", report).split())


def test_a_table_has_a_row_for_each_decision(cli, pair: tuple[str, str]) -> None:
    save(merge(pair))
    rows = csv.DictReader(io.StringIO(cli("compare", *pair, "-f", "csv").out))
    (row,) = [row for row in rows if row["kind"] == "actor"]
    assert (row["text"], row["hand"]) == ("Anna Berg", "merged")


def test_an_annotation_identifies_whom_the_reader_decided_on(cli, pair: tuple[str, str]) -> None:
    save(merge(pair))
    items = json.loads(cli("compare", *pair, "-f", "jsonld").out)["items"]
    (item,) = [item for item in items if item["motivation"] == "identifying"]
    assert item["creator"]["type"] == "Person"
    assert [t["selector"][0]["exact"] for t in item["target"]] == ["Anna Berg", "Hanna Berg"]


def test_a_decision_that_lost_its_actor_is_told(cli, pair: tuple[str, str]) -> None:
    save(merge(pair))
    Path(pair[1]).write_text("The ferry lay off Lund. Nothing was heard of anybody.\n", "utf-8")
    (told,) = [w for w in compared(cli, *pair)["warnings"] if w["kind"] == "decision-lost"]
    assert "“Hanna Berg” is “Anna Berg” does not hold" in told["words"]


def test_a_decision_of_a_later_version_is_counted(cli, pair: tuple[str, str]) -> None:
    save(merge(pair))
    with NoteStore.open(paths.notes_file(), now=now) as store:
        store.decide(DECISION, "later", {"verb": "perhaps"})
    done = cli("compare", *pair, "-f", "json")
    assert (done.status, done.err.count("\n")) == (0, 1)
    assert "1 of the decisions on actors" in done.err
    assert people(json.loads(done.out)) == {"Anna Berg": ["merged"]}


def test_decisions_go_out_with_the_notes_and_come_back_in(
    cli, pair: tuple[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(merge(pair))
    here = compared(cli, *pair)
    page = home / "notes.jsonld"
    assert cli("notes", "export", "-f", "jsonld", "-o", str(page)).status == 0
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(home / "elsewhere"))
    assert "1 new decisions on actors" in cli("notes", "import", str(page)).out
    assert compared(cli, *pair) == here
    assert "0 new decisions on actors" in cli("notes", "import", str(page)).out


async def test_the_notebook_saves_undoes_and_does_again(home: Path, pair: tuple[str, str]) -> None:
    documents = open_story(pair).documents
    desk = Desk(paths.notes_file, now)
    notebook = Notebook(desk, documents)
    kept = await notebook.decide(merge(pair))
    ((subject, ruling),) = kept.actors.items()
    assert (ruling.verb, ruling.number) == ("merge", 1)
    assert (await notebook.undo())[1].actors == {}
    assert (await notebook.redo())[1].actors == kept.actors
    again = await notebook.decide(merge(pair))
    assert [one.number for one in again.actors.values()] == [1, 2]
    assert len((await notebook.take_back_decision(subject)).actors) == 1
    desk.close()


# Aliases for every story


def test_aliases_hold_in_every_story(cli, pair: tuple[str, str], aliases: Path) -> None:
    aliases.write_text(SAME, encoding="utf-8")
    found = compared(cli, *pair)
    assert people(found) == {"Anna Berg": ["merged"]}
    without = compared(cli, *pair, "--aliases", _empty(pair))
    assert [link["score"] for link in found["links"]] == [k["score"] for k in without["links"]]
    before = compared(cli, "corpus:ossetia-a", *pair)
    assert people(before)["Anna Berg"] == ["merged"]


def _empty(pair: tuple[str, str]) -> str:
    file = Path(pair[0]).with_name("none.toml")
    file.write_text("", encoding="utf-8")
    return str(file)


def test_a_named_file_stands_in_place_of_the_reader_s_own(
    cli, pair: tuple[str, str], aliases: Path
) -> None:
    aliases.write_text(SAME, encoding="utf-8")
    assert set(people(compared(cli, *pair, "--aliases", _empty(pair)))) == {
        "Anna Berg",
        "Hanna Berg",
    }
    aliases.unlink()
    named = Path(pair[0]).with_name("mine.toml")
    named.write_text(f"\ufeff{SAME}", encoding="utf-8")
    assert people(compared(cli, *pair, "--aliases", str(named))) == {"Anna Berg": ["merged"]}


def test_a_named_file_of_frames_stands_in_place_of_the_reader_s_own(
    cli, pair: tuple[str, str], aliases: Path
) -> None:
    own, named = aliases.with_name("frames.toml"), Path(pair[0]).with_name("f.toml")
    own.write_text('[harm]\nwords = "hurt"\n', encoding="utf-8")
    named.write_text('[diving]\nwords = "diver"\n', encoding="utf-8")
    frames = {frame["name"] for frame in compared(cli, *pair, "--frames", str(named))["frames"]}
    assert "diving" in frames
    assert "harm" not in frames


WRONG = [
    (b"[[same]\n", "not valid TOML"),
    (b"[[s\xf6me]]", "not UTF-8"),
    (b"[[sane]]", "“sane” is unknown"),
    (b'[[same]]\nnames = "Anna Berg"', "[[same]] needs names"),
    (b'[[actor]]\nname = "Lund"\ntype = "town"', "[[actor]] needs name"),
    (b"#" * 1_000_001, "larger than"),
]


@pytest.mark.parametrize(("data", "what"), WRONG)
def test_wrong_aliases_are_told_and_the_rest_goes_on(
    cli, pair: tuple[str, str], aliases: Path, data: bytes, what: str
) -> None:
    without = cli("compare", *pair, "-f", "json")
    aliases.write_bytes(data)
    done = cli("compare", *pair, "-f", "json")
    assert (done.status, done.out) == (0, without.out)
    assert done.err.count("\n") == 1
    assert str(aliases) in done.err
    assert what in done.err
    assert "your aliases are left out" in done.err


@pytest.mark.parametrize("option", ["--aliases", "--frames"])
@pytest.mark.parametrize("data", [None, *(data for data, _ in WRONG[:3])])
def test_a_named_file_that_cannot_be_used_is_an_error(
    cli, pair: tuple[str, str], option: str, data: bytes | None
) -> None:
    file = Path(pair[0]).with_name("named.toml")
    if data is not None:
        file.write_bytes(data)
    done = cli("compare", *pair, option, str(file))
    assert (done.status, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert str(file) in done.err


def test_without_a_command_the_files_are_named_so_too(cli, pair: tuple[str, str]) -> None:
    named = Path(pair[0]).with_name("mine.toml")
    named.write_text(SAME, encoding="utf-8")
    done = cli(*pair, "--aliases", str(named))
    assert done.status == 0
    assert "Hanna Berg is taken for Anna Berg: merged by your aliases." in _plain(done.out)
    assert cli(*pair, "--frames", str(named.with_name("gone"))).status == 3


def test_a_folder_is_no_file_of_aliases(cli, pair: tuple[str, str], aliases: Path) -> None:
    aliases.mkdir()
    assert cli("compare", *pair).status == 0
    done = cli("compare", *pair, "--aliases", str(aliases))
    assert done.status == 3
    assert "cannot be read" in done.err


# Adding to them from the program


def test_an_alias_is_added_and_what_stood_there_stays(home: Path) -> None:
    first = keep_alias(Alias("same", ("Anna Berg", "Hanna Berg")))
    assert first == paths.config_dir() / "aliases.toml"
    first.write_bytes(b"# mine\r\n" + first.read_bytes())
    keep_alias(Alias("actor", ("Lund",), "place"))
    assert first.read_bytes().startswith(b"# mine\r\n[[same]]")
    assert [alias.says for alias in own_aliases()] == ["same", "actor"]


def test_a_linked_file_stays_a_link(home: Path) -> None:
    paths.config_dir().mkdir()
    real = home / "dotfiles.toml"
    real.write_text("# kept elsewhere\n", encoding="utf-8")
    (paths.config_dir() / "aliases.toml").symlink_to(real)
    keep_alias(Alias("actor", ("Lund",), "place"))
    assert (paths.config_dir() / "aliases.toml").is_symlink()
    assert "Lund" in real.read_text("utf-8")


def test_where_nothing_can_be_written_the_reader_is_told(home: Path) -> None:
    paths.config_dir().mkdir()
    (paths.config_dir() / "aliases.toml").symlink_to(home / "gone" / "aliases.toml")
    with pytest.raises(OutputError, match="cannot be written"):
        keep_alias(Alias("actor", ("Lund",), "place"))
