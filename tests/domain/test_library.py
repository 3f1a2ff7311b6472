"""Texts kept under names: whole, once, private, and only under names that are safe."""

from __future__ import annotations

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from corpus import library, open_story
from corpus.errors import InputError, OutputError
from corpus.library import Kept, add_text, kept_texts, name_for, recent_pairs, remember, remove_text
from corpus.reading import document_from_text, read_document

DATA = "Паром сел на мель.".encode("koi8-r")
KEPT = Kept(
    "ferry",
    "ferry.txt",
    sha256(DATA).hexdigest(),
    "2026-01-01T00:00:00Z",
    facts=(("date", "2019"),),
)


def test_a_text_is_opened_as_it_was_kept(tmp_path: Path) -> None:
    add_text(tmp_path / "shelf", KEPT, DATA)
    document = read_document("corpus:ferry", "B", library=lambda: tmp_path / "shelf")
    assert (document.text, document.id, document.source) == (
        "Паром сел на мель.",
        "B",
        "corpus:ferry",
    )
    assert (document.sha256, document.date) == (KEPT.sha256, "2019")
    assert [(f.value, f.origin) for f in document.facts if f.kind == "date"] == [("2019", "reader")]
    assert kept_texts(tmp_path / "shelf") == (KEPT,)


def test_a_story_is_opened_from_a_library_that_is_named_and_from_no_other(tmp_path: Path) -> None:
    add_text(tmp_path, KEPT, DATA)
    story = open_story(["corpus:ferry", "corpus:ossetia-a"], library=str(tmp_path))
    assert [document.source for document in story.documents] == ["corpus:ferry", "corpus:ossetia-a"]
    with pytest.raises(InputError, match=r"corpus:ferry: no such text in the library"):
        open_story(["corpus:ferry"])


def test_the_encoding_named_when_it_was_kept_still_counts(tmp_path: Path) -> None:
    add_text(tmp_path, replace(KEPT, encoding="cp866"), DATA)
    document = read_document("corpus:ferry", library=lambda: tmp_path)
    assert document.text == DATA.decode("cp866")


def test_what_is_kept_is_its_owner_s_alone(tmp_path: Path) -> None:
    add_text(tmp_path / "shelf", KEPT, DATA)
    modes = {stat.S_IMODE(f.stat().st_mode) for f in (tmp_path / "shelf").rglob("*") if f.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "shelf" / "ferry").stat().st_mode) == 0o700


def test_a_name_is_taken_once_whoever_comes_first(tmp_path: Path) -> None:
    def attempt(number: int) -> bool:
        data = f"Text {number}.".encode()
        try:
            add_text(tmp_path, replace(KEPT, sha256=sha256(data).hexdigest()), data)
        except InputError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1
    assert read_document("corpus:ferry", library=lambda: tmp_path).text.startswith("Text ")
    assert [place.name for place in tmp_path.iterdir()] == ["ferry"]


def test_a_removed_text_is_gone_and_its_name_free(tmp_path: Path) -> None:
    add_text(tmp_path, KEPT, DATA)
    remove_text(tmp_path, "ferry")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(InputError, match="no such text"):
        read_document("corpus:ferry", library=lambda: tmp_path)
    add_text(tmp_path, KEPT, DATA)


@pytest.mark.parametrize("name", ["ossetia-a", "ossetia-b"])
def test_what_comes_with_the_program_is_neither_replaced_nor_removed(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="comes with the program"):
        add_text(tmp_path, replace(KEPT, name=name), DATA)
    with pytest.raises(InputError, match="comes with the program"):
        remove_text(tmp_path, name)


@pytest.mark.parametrize(
    "name", ["..", "../x", "/etc", "", ".", "a/b", "a\0b", "-f", ".hidden", "\x1b"]
)
def test_a_name_never_leads_out_of_the_library(name: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine", "utf-8")
    shelf = tmp_path / "shelf"
    add_text(shelf, KEPT, DATA)
    with pytest.raises(InputError, match="no such text"):
        read_document(f"corpus:{name}", library=lambda: shelf)
    with pytest.raises(InputError, match="no such text"):
        remove_text(shelf, name)
    assert (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ferry Runs Aground", "ferry-runs-aground"),
        ("../../etc/passwd", "etc-passwd"),
        ("Паром № 5", "паром-5"),
        ("a\x1b]0;x\x07\nb", "a-0-x-b"),
        ("-rf *", "rf"),
        ("n" * 500, "n" * 60),
    ],
)
def test_a_name_is_letters_digits_and_dashes(words: str, name: str) -> None:
    assert name_for(words) == name
    assert name_for(name) == name


def test_a_name_without_a_letter_is_asked_for() -> None:
    with pytest.raises(InputError, match="--name"):
        name_for("*** \x1b")


def test_a_copy_that_was_changed_is_not_opened(tmp_path: Path) -> None:
    place = add_text(tmp_path, KEPT, DATA)
    (place / "text").write_bytes(b"Something else.")
    with pytest.raises(InputError, match="changed or damaged"):
        read_document("corpus:ferry", library=lambda: tmp_path)


def test_a_library_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "shelf").write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="cannot be kept"):
        add_text(tmp_path / "shelf", KEPT, DATA)


def test_what_is_no_text_of_ours_is_left_out(tmp_path: Path) -> None:
    add_text(tmp_path, KEPT, DATA)
    for name, about in {"one": "{", "two": "[]", "three": '{"file": 1}'}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "about.json").write_text(about, "utf-8")
    assert kept_texts(tmp_path) == (KEPT,)
    assert kept_texts(tmp_path / "nowhere") == ()


def test_texts_read_together_are_remembered_the_latest_first(tmp_path: Path) -> None:
    file = tmp_path / "data" / "recent.json"
    a, b, c = (
        replace(document_from_text(f"The {n}.", name=n), source=f"/{n}.txt")
        for n in ("one", "two", "three")
    )
    for pair, at in ([(a, b), "1"], [(a, c), "2"], [(a, b), "3"]):
        remember(file, pair, at)
    assert [(one.sources, one.at) for one in recent_pairs(file)] == [
        (("/one.txt", "/two.txt"), "3"),
        (("/one.txt", "/three.txt"), "2"),
    ]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_came_on_standard_input_cannot_be_opened_again(tmp_path: Path) -> None:
    a = replace(document_from_text("One."), source="-")
    remember(tmp_path / "recent.json", (a, a), "1")
    assert recent_pairs(tmp_path / "recent.json") == ()


@pytest.mark.parametrize("said", ["", "{", "{}", "[1]", '[{"sources": 1}]', "null"])
def test_a_strange_file_remembers_nothing_and_is_replaced(said: str, tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    file.write_text(said, "utf-8")
    assert recent_pairs(file) == ()
    remember(file, (replace(document_from_text("One."), source="/a"),) * 2, "1")
    assert len(json.loads(file.read_text("utf-8"))) == 1


def test_the_door_is_whole() -> None:
    assert all(hasattr(library, name) for name in library.__all__)
