"""Notes that come and go: Hypothes.is exports, surroundings kept, and files written whole."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import OutputError
from corpus.notes.model import Note, Target
from corpus.report import exchange, intake
from corpus.sanitise import sanitise
from corpus.writing import json_text, write_new

PAGE = "https://example.org/news.html"


def _annotation(**changes: object) -> dict[str, object]:
    selectors = [
        {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
        {"type": "TextPositionSelector", "start": 10, "end": 19},
        {"type": "TextQuoteSelector", "exact": "the words", "prefix": "a ", "suffix": " b"},
    ]
    return {
        "id": "xYz1",
        "created": "2026-01-02T03:04:05.678901+01:00",
        "updated": "2026-01-02T03:05:00+00:00",
        "user": "acct:someone@hypothes.is",
        "uri": PAGE,
        "text": "a remark",
        "tags": ["claim", "тег"],
        "target": [{"source": PAGE, "selector": selectors}],
    } | changes


def _taken(*annotations: object, key: str = "annotations") -> tuple[Sequence[Note], int]:
    data = json.dumps({"export_date": "2026-01-03", key: annotations}).encode()
    taken = intake.read_notes(data, "export.json", "2026-02-02T00:00:00Z")
    return taken.notes, taken.refused


@pytest.mark.parametrize("key", ["annotations", "rows"])
def test_a_hypothesis_export_comes_in(key: str) -> None:
    (note,), refused = _taken(_annotation(), key=key)
    assert refused == 0
    assert (note.text, note.tags, note.starred) == ("a remark", ("claim", "тег"), False)
    assert (note.created, note.modified) == ("2026-01-02T02:04:05Z", "2026-01-02T03:05:00Z")
    assert note.targets == (Target(PAGE, "", 10, 19, "the words", "a ", " b"),)


def test_it_comes_in_once() -> None:
    (one,), _ = _taken(_annotation())
    (again,), _ = _taken(_annotation())
    assert one.id == again.id


def test_a_highlight_is_a_star() -> None:
    (note,), _ = _taken(_annotation(text=""))
    assert note.starred
    assert note.text == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"target": [{"source": PAGE}]},  # a note on the page as a whole
        {"references": ["abc"]},  # a reply
        {"target": None},
        {"target": [{"source": PAGE, "selector": [{"type": "TextPositionSelector", "start": -1}]}]},
        {"text": 7},
        {"tags": [["nested"]]},
    ],
)
def test_what_cannot_be_placed_is_counted(changes: dict[str, object]) -> None:
    notes, refused = _taken(_annotation(**changes), _annotation(id="other"))
    assert len(notes) == 1
    assert refused == 1


@pytest.mark.parametrize("junk", [None, 7, "text", [], {}, {"uri": 3}])
def test_junk_among_annotations_is_counted(junk: object) -> None:
    notes, refused = _taken(junk, _annotation(created="no date", tags="no list"))
    assert (len(notes), refused) == (1, 1)
    assert notes[0].tags == ()
    assert notes[0].created == "2026-02-02T00:00:00Z"


def test_the_surroundings_come_back() -> None:
    target = Target("/a.txt", "0" * 64, 1, 6, "words", "p", "s", "lead " * 9, "trail " * 9)
    note = Note("0" * 16, "text", (target,), created="c", modified="m")
    page = exchange.render([note])
    assert intake.read_notes(page.encode(), "page", "now").notes == (note,)


@given(st.text(), st.lists(st.text()))
def test_json_survives_and_no_terminal_obeys_it(text: str, more: list[str]) -> None:
    value = {text: more}
    written = json_text(value)
    assert json.loads(written) == value
    assert sanitise(written).removed == 0


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    write_new(path, "первая\r\n")
    assert path.read_bytes() == "первая\r\n".encode()
    with pytest.raises(OutputError, match="--force"):
        write_new(path, "second")
    assert path.read_bytes() == "первая\r\n".encode()
    path.chmod(0o640)
    write_new(path, "second", force=True)
    assert path.read_text() == "second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["notes.md"]  # noqa: PTH208 - hidden files count


def test_a_file_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OutputError, match="No such file"):
        write_new(tmp_path / "gone" / "notes.md", "text")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    path = tmp_path / "notes.md"
    path.write_text("old")
    with pytest.raises(OutputError, match="No space"):
        write_new(path, "new", force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
