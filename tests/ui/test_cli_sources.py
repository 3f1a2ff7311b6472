"""Texts from anywhere on the command line: formats, encodings, facts, the library."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import filemakers as make
import pytest

GOOD = "The ferry ran aground near Lund on Monday. Nobody was hurt, they said."


def documents(out: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(out)["documents"]
    return found


def test_a_guessed_encoding_is_told_and_can_be_overruled(cli, home: Path, pair) -> None:
    (home / "ru.txt").write_bytes("Паром сел на мель у Лунда.".encode("koi8-r"))
    done = cli("compare", str(home / "ru.txt"), pair[0], "-f", "json")
    assert (done.status, documents(done.out)[0]["encoding"]) == (0, "koi8-r")
    assert "ru.txt: read as koi8-r, a guess; --encoding overrules it" in done.err
    for words in ("A=cp1251", "a=windows-1251"):
        done = cli("compare", str(home / "ru.txt"), pair[0], "-f", "json", "--encoding", words)
        assert (done.status, done.err) == (0, "")
        assert documents(done.out)[0]["encoding"] == "cp1251"
    done = cli("compare", str(home / "ru.txt"), pair[0], "--encoding", "utf-8")
    assert done.status == 3
    assert "it is not utf-8" in done.err


def test_facts_from_the_command_line_stand_in_what_comes_out(cli, pair) -> None:
    said = (
        "--label",
        "A=Agency",
        "--date",
        "a=2008-08-29",
        "--outlet",
        "B=The Paper",
        "--date",
        "B=2019",
    )
    found = json.loads(cli("compare", *pair, "-f", "json", *said).out)
    facts = [(f["kind"], f["text"], f["origin"]) for d in found["documents"] for f in d["facts"]]
    assert {("label", "Agency", "reader"), ("outlet", "The Paper", "reader")} <= set(facts)
    assert found["documents"][0]["date"] == "2008-08-29"
    text = cli("compare", *pair, "-f", "txt", *said).out
    assert "The Paper (as the reader says)" in text


def test_dates_that_both_are_known_warn_of_different_moments(cli, pair) -> None:
    said = ("--date", "A=2008-08-29", "--date", "B=2019-05-03")
    warnings = json.loads(cli("compare", *pair, "-f", "json", *said).out)["warnings"]
    (moments,) = [w["words"] for w in warnings if w["kind"] == "different-moments"]
    assert "A (2008-08-29) precedes B (2019-05-03)" in moments


@pytest.mark.parametrize(
    "words",
    [
        ["--date", "A=2008-13-01"],
        ["--date", "2008-08-29"],
        ["--label", "C=x"],
        ["--label", "=x"],
        ["--encoding", "rot13"],
        ["--encoding", "A=no-such"],
        ["--outlet", f"A={'x' * 500}"],
    ],
)
def test_what_cannot_be_said_of_a_text_is_a_wrong_call(cli, pair, words: list[str]) -> None:
    done = cli("compare", *pair, *words)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_any_format_can_be_compared_and_comes_on_standard_input_too(cli, pair) -> None:
    article = [("h", "Ferry Runs Aground"), ("p", GOOD)]
    done = cli("compare", "-", pair[1], "-f", "json", stdin=make.docx(article))
    assert (done.status, done.err) == (0, "")
    assert [p["kind"] for p in documents(done.out)[0]["passages"]] == ["heading", *["sentence"] * 2]


def test_a_bad_file_takes_no_other_with_it(cli, pair, home: Path) -> None:
    (home / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing")
    done = cli("compare", str(home / "bad.pdf"), pair[1], "-f", "txt")
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert "Divers will look at the hull" in done.out


def test_a_text_is_kept_listed_shown_compared_and_removed(cli, pair, home: Path) -> None:
    done = cli("corpus", "add", pair[0], "--name", "My Ferry", "--date", "2019-05-03")
    assert (done.status, done.out, done.err) == (0, "corpus:my-ferry\n", "")
    Path(pair[0]).unlink()
    assert "corpus:my-ferry" in cli("corpus", "list").out
    listed = {row["source"]: row for row in json.loads(cli("corpus", "list", "-f", "json").out)}
    assert listed["corpus:my-ferry"]["file"] == "agency.txt"
    assert "2019-05-03 (as the reader says)" in cli("corpus", "show", "my-ferry").out
    found = documents(cli("compare", "corpus:my-ferry", pair[1], "-f", "json").out)
    assert (found[0]["name"], found[0]["date"]) == ("my-ferry", "2019-05-03")
    file = Path(cli("corpus", "path", "my-ferry").out.strip())
    assert file.is_relative_to(home / "data")
    assert b"Ferry Runs Aground" in file.read_bytes()
    assert cli("corpus", "remove", "corpus:my-ferry") == (0, "", "")
    assert cli("compare", "corpus:my-ferry", pair[1]).status == 3


def test_notes_on_a_kept_text_find_it(cli, pair) -> None:
    cli("corpus", "add", pair[0], "--name", "ferry")
    done = cli(
        "notes", "add", "--doc", "corpus:ferry", "--quote", "Nobody was hurt", "--text", "ok?"
    )
    assert done.status == 0
    (note,) = json.loads(cli("notes", "list", "--doc", "corpus:ferry", "-f", "json").out)
    assert (note["document"], note["state"]) == ("corpus:ferry", "found")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("add", 2),
        ("add no-such-file", 3),
        ("add corpus:ossetia-a --name ossetia-b", 3),
        ("remove ossetia-a", 3),
        ("remove nowhere", 3),
        ("show ../../etc/passwd", 3),
        ("path nowhere", 3),
        ("", 2),
    ],
)
def test_what_the_library_cannot_do_is_one_line(cli, words: str, status: int, home: Path) -> None:
    done = cli("corpus", *words.split())
    assert (done.status, done.out, done.err.count("\n")) == (status, "", 1)
    assert not (home / "data" / "library").exists()


def test_a_bundled_text_can_be_kept_under_a_name_of_one_s_own(cli) -> None:
    assert cli("corpus", "add", "corpus:ossetia-a", "--name", "mine").status == 0
    assert "mine" in cli("corpus", "list").out


def test_an_interrupt_while_a_file_is_read_is_status_130(home: Path, pair) -> None:
    page = home / "page.html"
    rows = "".join(f"<p>{GOOD} {n}</p>" for n in range(20_000))
    page.write_text(f"<html><body><article>{rows}</article></body></html>", encoding="utf-8")
    command = [sys.executable, "-m", "tui", "compare", str(page), pair[1]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:
        while not (found := readers_of(reader.pid)):
            assert reader.poll() is None
        reader.send_signal(signal.SIGINT)
        out, err = reader.communicate()
    assert (reader.returncode, out, err) == (130, b"", b"")
    assert not any(Path(f"/proc/{pid}").exists() for pid in found)


def readers_of(parent: int) -> list[int]:
    """The confined processes of a process, once they are at work."""
    found: list[int] = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("latin-1").rpartition(")")[2].split()
            at_work = b"lxml" in (folder / "maps").read_bytes()
        except OSError:
            continue
        found += [int(folder.name)] if int(fields[1]) == parent and at_work else []
    return found
