"""``compare``: formats, files, streams and exit statuses."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import resource
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.report import FORMATS
from corpus.report.schema import Comparison

BUNDLED = ("corpus:ossetia-a", "corpus:ossetia-b")


def test_json_is_what_the_schema_says(cli, pair: tuple[str, str]) -> None:
    done = cli("compare", *pair, "-f", "json")
    assert (done.status, done.err) == (0, "")
    Comparison.model_validate_json(done.out)


def test_offsets_point_into_the_file_itself(cli, pair: tuple[str, str]) -> None:
    found = json.loads(cli("compare", *pair, "-f", "json").out)
    texts = {
        d["id"]: Path(file).read_text("utf-8")
        for d, file in zip(found["documents"], pair, strict=True)
    }
    places = [
        (document["id"], passage)
        for document in found["documents"]
        for passage in document["passages"]
    ]
    places += [(m["document"], m) for actor in found["actors"] for m in actor["mentions"]]
    places += [(use["document"], use) for frame in found["frames"] for use in frame["uses"]]
    assert len(places) > 7
    for document, place in places:
        assert texts[document][place["start"] : place["end"]] == place["text"]


def test_every_passage_is_linked_above_weak_or_in_a_gap(cli, pair: tuple[str, str]) -> None:
    found = json.loads(cli("compare", *pair, "-f", "json").out)
    numbers = {(d["id"], p["number"]) for d in found["documents"] for p in d["passages"]}
    ends = [link[side] for link in found["links"] if link["grade"] != "weak" for side in "ab"]
    linked = {(end["document"], number) for end in ends for number in end["passages"]}
    alone = {(gap["document"], number) for gap in found["gaps"] for number in gap["passages"]}
    assert linked | alone == numbers
    assert not linked & alone


def test_text_can_be_read_aloud(cli) -> None:
    out = cli("compare", *BUNDLED, "-f", "txt").out
    assert max(map(len, out.splitlines())) <= 80
    assert not re.search("[─-╿]", out)
    assert "No counterpart found" in out


def test_a_table_has_a_row_for_each_link_and_gap(cli, pair: tuple[str, str]) -> None:
    found = json.loads(cli("compare", *pair, "-f", "json").out)
    rows = list(csv.DictReader(io.StringIO(cli("compare", *pair, "-f", "csv").out)))
    kinds = [row["kind"] for row in rows]
    assert (kinds.count("link"), kinds.count("gap")) == (len(found["links"]), len(found["gaps"]))


def test_into_a_pipe_both_forms_print_markdown(cli, pair: tuple[str, str]) -> None:
    done = cli(*pair)
    assert done.out.startswith("# ")
    assert done == cli("compare", *pair, "-f", "md")


def test_one_text_may_come_from_standard_input(cli, pair: tuple[str, str]) -> None:
    done = cli("compare", "-", pair[1], "-f", "json", stdin=Path(pair[0]).read_bytes())
    assert done.status == 0
    assert json.loads(done.out)["documents"][0]["passages"][0]["kind"] == "heading"


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_that_cannot_be_read_loses_no_other(cli, pair: tuple[str, str], form: str) -> None:
    done = cli("compare", "no-such-file", pair[1], "-f", form)
    assert done.status == 3
    assert re.fullmatch("ossetia-reader: [^\n]*no-such-file[^\n]*\n", done.err)
    if form != "jsonld":  # holds links alone, and there are none
        assert "Divers will look at the hull" in done.out


def test_a_web_address_is_to_be_saved_first(cli, pair: tuple[str, str]) -> None:
    done = cli("compare", "https://example.org/story", pair[1], "-f", "txt")
    assert done.status == 3
    assert "save the page" in done.err


def test_nothing_readable_prints_nothing(cli) -> None:
    done = cli("compare", "no-such-file", "nor-this")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 2)


def test_more_than_two_texts(cli, pair: tuple[str, str]) -> None:
    found = json.loads(cli("compare", *pair, BUNDLED[1], "-f", "json").out)
    assert [document["id"] for document in found["documents"]] == ["A", "B", "C"]


def test_a_text_against_itself_has_no_gap(cli, pair: tuple[str, str]) -> None:
    assert json.loads(cli("compare", pair[0], pair[0], "-f", "json").out)["gaps"] == []


def test_the_exit_code_tells_of_gaps_only_when_asked(cli, pair: tuple[str, str]) -> None:
    assert cli("compare", *pair).status == 0
    assert cli("compare", *pair, "--exit-code").status == 1
    assert cli("compare", *pair, "--exit-code", "--max-gap", "9").status == 0
    assert cli("compare", pair[0], pair[0], "--exit-code").status == 0


def test_a_file_is_written_whole_and_never_over_another(
    cli, pair: tuple[str, str], home: Path
) -> None:
    file = home / "found.json"
    assert cli("compare", *pair, "-o", str(file)) == (0, "", "")
    Comparison.model_validate_json(file.read_bytes())
    file.write_text("mine", encoding="utf-8")
    done = cli("compare", *pair, "-o", str(file))
    assert (done.status, file.read_text("utf-8")) == (5, "mine")
    assert "--force" in done.err
    assert cli("compare", *pair, "-o", str(file), "--force").status == 0
    assert file.read_text("utf-8") != "mine"


def test_a_text_is_never_written_over(cli, pair: tuple[str, str]) -> None:
    before = Path(pair[0]).read_bytes()
    assert cli("compare", *pair, "-o", pair[0], "--force").status == 2
    assert Path(pair[0]).read_bytes() == before


@pytest.mark.parametrize("place", ["no-such-folder/found.md", "data", "/dev/null", "x" * 300])
def test_what_cannot_be_written_is_said(
    cli, pair: tuple[str, str], place: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "data").mkdir()
    monkeypatch.chdir(home)
    done = cli("compare", *pair, "-o", place, "--force")
    assert (done.status, done.out, done.err.count("\n")) == (5, "", 1)
    assert place in done.err


def test_nothing_unsafe_reaches_the_output(cli, pair: tuple[str, str], home: Path) -> None:
    hostile = home / "a\x1b]0;owned\x07\u202e.txt"
    words = "The \x1b]52;c;aGk=\x07 ferry\u202e ran\x9b31m aground near\u200b Lund.\n[/foo] [b]\n"
    hostile.write_text(words, encoding="utf-8")
    for form in FORMATS:
        done = cli("compare", str(hostile), pair[1], "-f", form)
        assert done.status == 0
        assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b\u202e]", done.out)
    missing = cli("compare", str(hostile) + "x", pair[1], "-f", "txt")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", missing.err)


@pytest.mark.parametrize("form", FORMATS)
def test_file_names_need_not_be_unicode(cli, pair: tuple[str, str], home: Path, form: str) -> None:
    odd = os.fsdecode(os.fsencode(home) + b"/caf\xe9.txt")
    Path(odd).write_bytes(Path(pair[0]).read_bytes())
    assert cli("compare", odd, pair[1], "-f", form)[::2] == (0, "")
    assert cli("compare", odd + "?", pair[1], "-f", form).status == 3


def run(*words: str, **env: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", *words],
        env=os.environ | env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_json_is_utf8_whatever_the_locale(pair: tuple[str, str]) -> None:
    latin = {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    out, err = run("compare", *pair, "-f", "json", **latin).communicate()
    assert err == b""
    assert "«осмотр»" in json.loads(out.decode("utf-8"))["documents"][1]["passages"][2]["text"]


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    with run("schema") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("words", ["compare - corpus:ossetia-a", "notes import -"])
def test_standard_input_that_is_closed_is_an_input_that_is_missing(words: str, home: Path) -> None:
    program = shlex.join([sys.executable, "-m", "tui", *words.split()])
    done = subprocess.run(["sh", "-c", f"{program} <&-"], capture_output=True)
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    assert b"standard input: it is closed" in done.stderr


def test_complaints_that_cannot_be_written_change_no_status() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "tui", "compare", "a", "b"], stderr=full)
    assert done.returncode == 3


def test_output_that_cannot_be_written_is_said(home: Path) -> None:
    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    with (home / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "schema"],
            stdout=out,
            stderr=subprocess.PIPE,
            preexec_fn=leave_no_room,
        )
    assert done.returncode == 5
    assert done.stderr.count(b"\n") == 1


def test_parts_are_chosen_by_name(cli, pair: tuple[str, str]) -> None:
    found = json.loads(cli("compare", *pair, "--show", "gaps, frames", "-f", "json").out)
    assert found["gaps"]
    assert found["links"] == []
    refused = cli("compare", *pair, "--show", "gaps,moods")
    assert (refused.status, refused.out) == (2, "")
    assert "moods" in refused.err
    assert cli("compare", *pair, "--context", "-1").status == 2


def test_a_picture_is_told_by_its_ending(cli, pair: tuple[str, str], tmp_path: Path) -> None:
    done = cli("compare", *pair, "-o", str(tmp_path / "both.svg"))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / "both.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "words", ["a" * 4_000_001, "Is it so? " * 40_001], ids=["letters", "sentences"]
)
def test_a_text_too_long_to_compare_is_named_and_the_others_are_compared(
    cli, pair, tmp_path, words
):
    long = tmp_path / "long.txt"
    long.write_text(words, "utf-8")
    done = cli("compare", str(long), *pair, "-f", "json")
    assert done.status == 3
    assert done.err.count("\n") == 1
    assert "long.txt" in done.err
    assert "too many to compare" in done.err
    assert [one["id"] for one in json.loads(done.out)["documents"]] == ["B", "C"]
