"""``notes``: what a script can do with notes, over the same store as the screen."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.notes.store import NoteStore
from corpus.report.notes_json import NOTES

KEYS = [
    "id",
    "document",
    "quote",
    "text",
    "tags",
    "starred",
    "state",
    "start",
    "end",
    "now",
    "targets",
    "created",
    "modified",
]  # fmt: skip


@pytest.fixture
def story(home: Path) -> Path:
    file = home / "story.txt"
    file.write_text(
        "The ferry ran aground.\nNobody was hurt, the harbour\nmaster said. Nobody was hurt.\n",
        encoding="utf-8",
    )
    return file


def add(cli, file: object, quote: str, text: str = "check", *more: str) -> str:
    done = cli("notes", "add", "--doc", str(file), "--quote", quote, "--text", text, *more)
    assert (done.status, done.err) == (0, "")
    return done.out.strip()


def listed(cli, *words: str) -> list[dict]:
    return json.loads(cli("notes", "list", "-f", "json", *words).out)


def test_a_note_stands_on_the_first_place_of_its_words(cli, story: Path) -> None:
    made = add(cli, story, "Nobody was hurt", "whose words?", "--tag", "claim", "--tag", "safety")
    (note,) = listed(cli)
    assert list(note) == KEYS
    assert (note["id"], note["document"]) == (made, str(story))
    assert (note["text"], note["tags"]) == ("whose words?", ["claim", "safety"])
    assert (note["state"], note["start"]) == ("found", story.read_text("utf-8").index("Nobody"))
    assert note["now"] == note["quote"] == "Nobody was hurt"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", note["created"])


def test_words_may_be_broken_over_lines_in_the_file(cli, story: Path) -> None:
    add(cli, story, "the harbour master said")
    assert listed(cli)[0]["now"] == "the harbour\nmaster said"


def test_a_note_that_could_not_be_saved_has_no_id(cli, story: Path, home: Path) -> None:
    (home / "data").write_text("in the way", "utf-8")
    done = cli("notes", "add", "--doc", str(story), "--quote", "ferry", "--text", "x")
    assert (done.status, done.out, done.err.count("\n")) == (5, "", 1)
    assert (home / "data").read_text("utf-8") == "in the way"


def test_words_the_file_does_not_say_are_refused(cli, story: Path) -> None:
    done = cli("notes", "add", "--doc", str(story), "--quote", "a whale", "--text", "x")
    assert (done.status, done.out) == (3, "")
    assert re.fullmatch("ossetia-reader: story.txt: [^\n]*a whale[^\n]*\n", done.err)
    assert listed(cli) == []


def test_lists_are_for_one_file_or_for_all(cli, story: Path, pair: tuple[str, str]) -> None:
    one, other = add(cli, story, "ferry"), add(cli, pair[0], "hotels")
    assert [note["id"] for note in listed(cli)] == [one, other]
    assert [note["id"] for note in listed(cli, "--doc", pair[0])] == [other]
    assert f"{other}: found" in cli("notes", "list", "--doc", pair[0]).out


def test_a_list_for_a_file_that_is_not_there_is_no_empty_list(cli, story: Path) -> None:
    add(cli, story, "ferry")
    done = cli("notes", "list", "--doc", f"{story}x")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)


def test_tags_that_say_nothing_or_come_twice_are_left_out(cli, story: Path) -> None:
    add(cli, story, "ferry", "check", "--tag", "claim", " ", "--tag", "", "claim ", "date")
    assert listed(cli)[0]["tags"] == ["claim", "date"]


def test_a_bundled_text_can_be_noted(cli) -> None:
    made = add(cli, "corpus:ossetia-b", "breakaway")
    (note,) = listed(cli, "--doc", "corpus:ossetia-b")
    assert (note["id"], note["document"]) == (made, "corpus:ossetia-b")


def test_check_tells_found_changed_and_orphaned(cli, story: Path) -> None:
    kept = "The ferry ran aground near the old harbour on Monday morning.\n"
    between = "All of its hundred passengers were brought ashore by noon.\n"
    story.write_text(kept + between + "Nobody was hurt, the harbour master said.\n", "utf-8")
    add(cli, story, kept.strip())
    add(cli, story, "Nobody was hurt, the harbour master said.")
    assert cli("notes", "check", str(story)).status == 0
    story.write_text(
        kept + between + "Nobody was badly hurt, the harbour master told us.\n", "utf-8"
    )
    done = cli("notes", "check", str(story), "-f", "json")
    assert done.status == 0
    assert [note["state"] for note in json.loads(done.out)] == ["changed", "found"]
    story.write_text("Prices rose again in the third quarter of the year.\n", "utf-8")
    done = cli("notes", "check", str(story), "-f", "json")
    assert done.status == 4
    for note in json.loads(done.out):
        assert (note["state"], note["start"], note["end"]) == ("orphaned", None, None)


def test_check_finds_the_notes_of_a_file_that_was_moved(cli, story: Path, home: Path) -> None:
    made = add(cli, story, "ferry")
    moved = story.rename(home / "moved.txt")
    done = cli("notes", "check", str(moved), "-f", "json")
    assert (done.status, json.loads(done.out)[0]["id"]) == (0, made)


def test_a_file_that_is_gone_leaves_its_notes_listed(cli, story: Path) -> None:
    made = add(cli, story, "ferry")
    story.unlink()
    done = cli("notes", "list")
    assert done.status == 0
    assert f"{made}: orphaned" in done.out
    assert "story.txt" in done.err
    assert cli("notes", "list", "--doc", str(story)).status == 3


@pytest.mark.parametrize("form", ["md", "html", "csv", "json", "jsonld"])
def test_notes_go_out_in_every_format(cli, story: Path, home: Path, form: str) -> None:
    add(cli, story, "ferry", "a note on <b>ferries</b>")
    file = home / f"notes.{form}"
    assert cli("notes", "export", "-f", form, "-o", str(file)).status == 0
    assert file.read_bytes().decode() == cli("notes", "export", "-f", form).out
    assert cli("notes", "export", "-f", form, "-o", str(file)).status == 5
    assert "ferries" in file.read_text("utf-8")
    assert "<b>ferries" not in cli("notes", "export", "-f", "html").out


def test_notes_are_never_written_out_over_themselves(cli, story: Path, home: Path) -> None:
    made = add(cli, story, "ferry")
    done = cli("notes", "export", "-o", str(home / "data" / "notes.sqlite3"), "--force")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    done = cli("notes", "list", "-f", "json")
    assert (json.loads(done.out)[0]["id"], done.err) == (made, "")


def test_a_spreadsheet_runs_no_note(cli, story: Path) -> None:
    add(cli, story, "ferry", '=HYPERLINK("https://example.org")')
    rows = list(csv.DictReader(io.StringIO(cli("notes", "export", "-f", "csv").out)))
    assert rows[0]["text"].startswith("'=")


def test_what_goes_out_comes_back_in_whole(
    cli, story: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsafe = "zero\u200dwidth \x1b]0;x\x07 \u202e «é» 👩\u200d🚀\nline two"
    add(cli, story, "ferry", unsafe, "--tag", "a b")
    add(cli, "corpus:ossetia-a", "RIA News")
    page = cli("notes", "export", "-f", "jsonld").out
    file = home / "page.jsonld"
    file.write_text(page, "utf-8")
    before = listed(cli)
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(home / "elsewhere"))
    assert cli("notes", "import", str(file)).out.startswith("2 added, 0 merged")
    assert cli("notes", "export", "-f", "jsonld").out == page
    assert listed(cli) == before
    assert listed(cli)[0]["text"] == unsafe
    assert "2 already there" in cli("notes", "import", str(file)).out


def test_a_newer_version_of_a_note_is_merged(cli, story: Path, home: Path) -> None:
    add(cli, story, "ferry", "first words")
    page = json.loads(cli("notes", "export", "-f", "jsonld").out)
    page["items"][0] |= {"modified": "9999-01-01T00:00:00Z"}
    page["items"][0]["body"][0]["value"] = "later words"
    done = cli("notes", "import", "-", stdin=json.dumps(page).encode())
    assert done.out.startswith("0 added, 1 merged")
    assert listed(cli)[0]["text"] == "later words"


@pytest.mark.parametrize(
    "item",
    [
        17,
        {"type": "Annotation"},
        {"target": "https://example.org/"},
        {"target": {"source": "file:///a", "selector": {"type": "XPathSelector"}}},
        {"target": {"source": "file:///a", "selector": [{"type": "TextQuoteSelector"}]}},
        {"target": {"source": "file:///a", "selector": {"type": "TextQuoteSelector", "exact": 5}}},
    ],
)
def test_what_cannot_be_placed_is_counted(cli, item: object) -> None:
    done = cli("notes", "import", "-", stdin=json.dumps({"items": [item]}).encode())
    assert (done.status, done.err) == (0, "")
    counts, reason = done.out.splitlines()
    assert counts == "0 added, 0 merged, 0 already there, 1 could not be placed"
    assert reason.startswith("annotation 1: ")


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"items": 3}'])
def test_a_page_that_is_none_is_refused(cli, data: bytes) -> None:
    done = cli("notes", "import", "-", stdin=data)
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)


def test_a_strangers_annotation_comes_in_once(cli, story: Path) -> None:
    item = {
        "id": "https://example.org/annotations/1",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "seen elsewhere"},
        "target": {
            "source": story.as_uri(),
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "Nobody was hurt, the harbour\nmaster",
            },
        },
    }
    data = json.dumps({"items": [item]}).encode()
    assert cli("notes", "import", "-", stdin=data).out.startswith("1 added")
    assert cli("notes", "import", "-", stdin=data).out.startswith("0 added")
    (note,) = listed(cli)
    assert (note["text"], note["state"]) == ("seen elsewhere", "found")
    assert note["now"] == "Nobody was hurt, the harbour\nmaster"


def test_a_note_has_a_history_and_comes_back(cli, story: Path, home: Path) -> None:
    made = add(cli, story, "ferry", "keep me")
    with NoteStore.open(home / "data" / "notes.sqlite3", now=lambda: "2020-01-01T00:00:00Z") as s:
        s.delete(made)
    assert listed(cli) == []
    assert cli("notes", "restore", made).out == f"{made}\n"
    assert listed(cli)[0]["text"] == "keep me"
    deeds = [line.split()[1] for line in cli("notes", "history", made).out.splitlines()]
    assert deeds == ["add", "delete", "restore"]


@pytest.mark.parametrize("command", ["history", "restore"])
def test_an_unknown_note_is_one_line(cli, command: str) -> None:
    done = cli("notes", command, "nope\x1b[2J")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "\x1b" not in done.err


def test_the_json_of_a_list_is_the_models(cli, story: Path) -> None:
    add(cli, story, "ferry")
    NOTES.validate_json(cli("notes", "list", "-f", "json").out)


def test_nothing_unsafe_reaches_the_output(cli, story: Path) -> None:
    add(cli, story, "ferry", "\x1b]52;c;aGk=\x07 note \u202e\x9b", "--tag", "t\x1b[31m")
    outs = [cli("notes", "list", "-f", form).out for form in ("txt", "json")]
    outs += [cli("notes", "export", "-f", f).out for f in ("md", "html", "csv", "json", "jsonld")]
    outs += [cli("notes", "check", str(story), "-f", form).out for form in ("txt", "json")]
    for out in outs:
        assert "note" in out
        assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202e]", out)


def test_a_list_for_a_moved_file_has_the_notes_made_before(cli, story: Path, home: Path) -> None:
    made = add(cli, story, "ferry")
    moved = story.rename(home / "moved.txt")
    done = cli("notes", "list", "--doc", str(moved), "-f", "json")
    (note,) = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert (note["id"], note["state"]) == (made, "found")


def test_tags_colour_and_star_go_through_every_format(cli, story: Path) -> None:
    more = ("--tag", "claim", "--colour", "red", "--star")
    made = add(cli, story, "Nobody was hurt", "", *more)
    (note,) = listed(cli)
    assert (note["tags"], note["colour"], note["starred"]) == (["claim"], "red", True)
    assert (note["text"], note["state"]) == ("", "found")
    for form in ("md", "html", "csv", "json", "jsonld"):
        out = cli("notes", "export", "-f", form).out
        assert made in out
        assert "claim" in out
        assert "red" in out
    assert cli("notes", "add", "--doc", str(story), "--quote", "ferry").status == 2


def test_a_filter_line_chooses_among_notes(cli, story: Path) -> None:
    one = add(cli, story, "ferry", "whose?", "--tag", "claim", "--colour", "blue")
    other = add(cli, story, "harbour", "where?", "--star")
    chosen = {
        "tag:claim": [one],
        "colour:blue": [one],
        "-colour:blue": [other],
        "is:star": [other],
        "WHERE": [other],
        "state:orphaned": [],
        "state:found,changed text:story": [one, other],
        "tag:nothing": [],
    }
    for line, ids in chosen.items():
        assert [note["id"] for note in listed(cli, f"--filter={line}")] == ids, line
    assert one not in cli("notes", "export", "--filter", "is:star", "-f", "csv").out


def test_a_quotation_carries_place_hash_and_a_command(cli, story: Path) -> None:
    add(cli, story, "Nobody was hurt")
    (note,) = listed(cli)
    (target,) = note["targets"]
    assert target["open"] == f"ossetia-reader {story} --at A:2"
    for form in ("md", "html", "csv", "json", "jsonld"):
        out = cli("notes", "export", "-f", form).out.replace("\\", "")
        assert target["sha256"][:16] in out, form
        assert f"ossetia-reader {story} --at A:" in out, form


def test_the_report_shows_both_texts_the_links_and_the_notes(cli, pair: tuple[str, str]) -> None:
    add(cli, pair[0], "Nobody was hurt", "<script>alert(1)</script>", "--colour", "green")
    page = cli("notes", "export", *pair, "-f", "html").out
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert page.count("<pre") == 2
    assert '<path class="' in page
    assert re.search(r'<mark [^>]*class="green" title="note 1"[^>]*>Nobody was hurt</mark>', page)
    assert 'id="note1"' in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_history_says_what_each_deed_changed(cli, story: Path, home: Path) -> None:
    made = add(cli, story, "ferry", "first", "--tag", "claim")
    with NoteStore.open(home / "data" / "notes.sqlite3", now=lambda: "2020-01-01T00:00:00Z") as s:
        note = s.note(made)
        assert note
        moved = replace(note.targets[0], start=7, end=12, quote="other")
        s.edit(replace(note, targets=(moved,), tags=(), colour="red"))
    _, last = cli("notes", "history", made).out.splitlines()
    assert "moved from 4–9 “ferry” to 7–12 “other”; tag claim removed; colour red" in last


def test_what_is_taken_in_and_stands_nowhere_is_told(cli, story: Path) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "a whale was seen in the bay"}
    far = {"type": "TextPositionSelector", "start": 10**400, "end": -4}
    items = [
        {"id": "x1", "target": {"source": story.as_uri(), "selector": [selector, far]}},
        {"id": "x2", "target": {"source": "https://example.org/", "selector": selector}},
        {"id": "x3", "body": {"value": "x" * 1_000_001}, "target": "https://example.org/"},
    ]
    done = cli("notes", "import", "-", stdin=json.dumps({"items": items}).encode())
    counts, refused, lost, gone = done.out.splitlines()
    assert counts == "2 added, 0 merged, 0 already there, 1 could not be placed"
    assert "1,000,000 characters" in refused
    assert "its words were not found" in lost
    assert "its text is not there" in gone
