"""Whatever a file holds, it ends in its text or in one sentence, in bounded time and memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hostilefiles as hostile
import pytest
from hostilefiles import Case

from corpus.errors import InputError
from corpus.reading import ReadingCancelled, confined, read_document

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
CASES = hostile.cases()


def outcome(source: Path | str) -> tuple[str, str]:
    """The text and what is told of it, or nothing and the error."""
    try:
        document = read_document(source)
    except InputError as error:
        return "", str(error)
    told = [document.name, document.title or "", *document.notices]
    return document.text, "".join([*told, *(fact.value for fact in document.facts)])


def test_there_are_many_cases_and_no_two_alike() -> None:
    assert len(CASES) >= 126
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.usefixtures("readers_at_hand")
@pytest.mark.parametrize("case", [c for c in CASES if not c.slow], ids=lambda c: c.name)
def test_a_hostile_file_ends_in_its_text_or_one_sentence(case: Case, tmp_path: Path) -> None:
    text, told = outcome(case.make(tmp_path))
    assert not UNSAFE.search(text + told)
    assert case.shows in text
    assert bool(case.refused) == (not text)
    assert case.refused in told
    assert text or "\n" not in told


@pytest.mark.parametrize("case", [c for c in CASES if c.slow], ids=lambda c: c.name)
def test_what_takes_too_long_is_ended(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limits of a moment: what runs into them does so under the real ones as well."""
    monkeypatch.setattr(confined, "SECONDS", 4.0 if case.shows else 0.8)
    monkeypatch.setattr(confined, "_ARTICLE_SECONDS", 0.4)
    text, told = outcome(case.make(tmp_path))
    assert not UNSAFE.search(text + told)
    assert case.shows in text
    assert text or (": it" in told and "\n" not in told)
    assert not list(children(os.getpid()))


def children(parent: int) -> Iterator[int]:
    """The processes that a process started and has not seen the end of."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("latin-1").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield int(stat.parent.name)


def large_page(folder: Path) -> Path:
    page = folder / "page.html"
    rows = "".join(f"<p>{hostile.GOOD} {n}</p>" for n in range(20_000))
    page.write_text(f"<html><body><article>{rows}</article></body></html>", encoding="utf-8")
    return page


def test_reading_can_be_cancelled_and_leaves_no_process(tmp_path: Path) -> None:
    with pytest.raises(ReadingCancelled):
        read_document(large_page(tmp_path), cancelled=lambda: True)
    assert not list(children(os.getpid()))


READER = """
import sys
from corpus.reading import read_document
print("ready", flush=True)
read_document(sys.argv[1])
"""


def test_the_confined_process_ends_with_its_reader(tmp_path: Path) -> None:
    command = [sys.executable, "-c", READER, str(large_page(tmp_path))]
    end = time.monotonic() + 20
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reader:
        assert reader.stdout
        reader.stdout.readline()
        while not (found := list(children(reader.pid))) and time.monotonic() < end:
            os.sched_yield()
        reader.kill()
    assert found
    while alive(found[0]) and time.monotonic() < end:
        os.sched_yield()
    assert not alive(found[0])


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("latin-1").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
