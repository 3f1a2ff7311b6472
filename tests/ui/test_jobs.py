"""The jobs readers come with, each with its keys, in a real terminal of 80 columns and 24 rows."""

from __future__ import annotations

import base64
import csv
import json
import re

import pytest
from accounts import AGENCY, LATER, PAPER
from terminal import Terminal, colours, settled

SAVE, ESC, ENTER, TAB = "\x13", "\x1b", "\r", "\t"


@pytest.fixture
def texts(tmp_path):
    """Both accounts as files; the program starts in their folder."""
    for name, words in (("agency.txt", AGENCY), ("paper.txt", PAPER)):
        (tmp_path / name).write_text(words, "utf-8")
    return "agency.txt", "paper.txt"


@pytest.fixture
def command(cli, tmp_path, monkeypatch):
    """Runs the command line in the folder of the texts."""
    monkeypatch.chdir(tmp_path)
    return cli


def note(terminal: Terminal, words: str, key: str = "a") -> None:
    """Write a note, and wait until it is safe."""
    terminal.press(key)
    terminal.until("Ctrl+s save")
    terminal.press(*words, SAVE)
    terminal.until(lambda text: "Ctrl+s save" not in text and "●saved" in text)


def walk(terminal: Terminal, key: str, seen: str) -> None:
    """Press a key until something is seen."""
    for _ in range(40):
        if re.search(seen, terminal.text):
            return
        before = terminal.text
        terminal.press(key)
        terminal.until(lambda text, before=before: text != before)
    raise AssertionError(f"{key} never led to {seen}\n{terminal.text}")


def typing_below(terminal: Terminal, label: str) -> bool:
    """Whether the next letter goes into the line under a label."""
    row = next((at for at, line in enumerate(terminal.screen.display) if label in line), 0)
    cells = terminal.screen.buffer[row + 1].values()
    return len({(cell.bg, cell.reverse) for cell in list(cells)[4:60]}) > 1


def export(terminal: Terminal, letter: str) -> None:
    terminal.press("E")
    terminal.until("⏎ write")
    terminal.press(letter, ENTER)
    terminal.until("written")


def test_a_fact_checker_notes_what_one_source_alone_claims_and_takes_it_out(
    start, texts, command, tmp_path
):
    terminal = start(*texts)
    terminal.until(settled)
    terminal.press("3")
    assert "ONLY IN A" in terminal.until("Gaps: no counterpart found")
    terminal.press(TAB)
    walk(terminal, "n", r"▌B·5 ")
    note(terminal, "annexation: who else says so?")
    walk(terminal, "n", r"▌B·9 ")
    note(terminal, "brother of whom?")
    terminal.press(TAB)
    walk(terminal, "n", r"▌A·13")
    note(terminal, "which analysts?")
    export(terminal, "m")
    terminal.press("q", "q")
    assert terminal.ended() == 0
    report = next(tmp_path.glob("agency*.md")).read_text("utf-8")
    for words in ("annexation: who else says so?", "brother of whom?", "which analysts?"):
        assert words in report
    assert "Only in B" in report or "only in B" in report
    assert command("compare", *texts, "--show", "gaps", "-f", "md", "-o", "gaps.md").status == 0
    gaps = (tmp_path / "gaps.md").read_text("utf-8")
    assert "This is an annexation" in gaps
    assert "## Links" not in gaps


def test_a_reporter_sees_one_person_under_two_offices_and_copies_the_quotation(start, texts):
    terminal = start(*texts)
    terminal.until(settled)
    terminal.press("4")
    shown = terminal.until("OFFICE DIFFERS")
    assert re.search(r"▌ Ida Brandt +≠ OFFICE DIFFERS", shown)
    assert "deputy premier of Norland" in shown
    assert re.search(r"B +Premier", shown)
    terminal.press(ENTER)
    terminal.until("n/N→Ida Brandt 1/")
    assert "A·1/" in terminal.text or "A·2/" in terminal.text
    terminal.press("n")
    terminal.until("n/N→Ida Brandt 2/")
    terminal.press("N", "w")
    terminal.until("WHY")
    note(terminal, "same job? date A", "A")
    terminal.press("y")
    terminal.until("is copied")
    assert terminal.leave() == 0
    (sent,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", bytes(terminal.sent))
    copied = base64.b64decode(sent).decode("utf-8")
    assert "> Ida Brandt, deputy premier of Norland, said on Monday" in copied
    assert "--at A:2" in copied


def test_an_analyst_accepts_and_rejects_links_and_takes_them_out_as_annotations(
    start, texts, command, tmp_path
):
    terminal = start(*texts)
    terminal.until(settled)
    terminal.press("2", "g", "w")
    first = terminal.until(lambda text: "matches 1/" in text and "WHY" in text)
    many = int(re.search(r"Matches (\d+)", first)[1])
    terminal.press("=")
    terminal.until(lambda text: "confirmed" in text and "matches 2/" in text)
    terminal.press("-")
    terminal.until("rejected")
    terminal.press("-")
    terminal.until(f"Matches {many - 2}")
    terminal.press("u")
    terminal.until(f"Matches {many - 1}")
    terminal.press(")")
    terminal.until(lambda text: int(re.search(r"Matches (\d+)", text)[1]) < many - 1)
    export(terminal, "j")
    terminal.press("q", "q")
    assert terminal.ended() == 0
    page = json.loads(next(tmp_path.glob("agency*.jsonld")).read_text("utf-8"))
    motives = [one["motivation"] for one in page["items"]]
    assert motives.count("assessing") == 1
    assert sum("confirmed" in json.dumps(one) for one in page["items"]) == 1
    assert command("notes", "check", *texts).status == 0


def test_a_historian_dates_the_texts_links_two_passages_and_comes_back(start, texts):
    terminal = start(*texts)
    terminal.until(settled)
    for letter, date in (("h", "undated; after 2020"), ("l", "2008-08-29")):
        terminal.press(letter, "I")
        terminal.until("date:")
        terminal.press(*[ENTER] * 4)
        terminal.until(lambda _: typing_below(terminal, "date:"))
        terminal.press(*date, SAVE)
        terminal.until("●saved")
    terminal.until("B (2008-08-29) precedes A")
    terminal.press("h", "/")
    terminal.until("go there")
    terminal.press(*"recogni", ENTER)
    terminal.until(lambda text: "n/N→“recogni” A 1 B 1 1/2" in text and "A·11/13" in text)
    terminal.press("n")
    terminal.until(lambda text: "2/2" in text and "B·10/12" in text)
    terminal.press("L", "h", "g")
    terminal.until("A·1/13")
    walk(terminal, "j", r"A·10/13")
    terminal.press("=", ESC)
    made = re.compile(r"A·10/13  n/N→pairs \d+/33")
    terminal.until(lambda text: "●saved" in text and made.search(text) is not None)
    terminal.press(")")
    left = terminal.until("≥medium")
    assert terminal.leave() == 0
    again = start(*texts)
    again.until(lambda text: settled(text) and "≥medium" in text)
    assert "A·10/13" in again.text
    assert "precedes A" in again.text
    current = re.compile(r"(\d+)▌")  # of both texts
    assert current.findall(again.text) == current.findall(left)
    again.press("w")
    again.until("by hand")
    assert again.leave() == 0


def test_a_scholar_renames_a_frame_exports_the_table_and_meets_a_second_coder(
    start, texts, command, tmp_path, monkeypatch
):
    terminal = start(*texts)
    terminal.until(settled)
    terminal.press("5")
    terminal.until("Frames")
    walk(terminal, "j", r"▌.accession")
    terminal.press(ENTER)
    terminal.until("n/N→accession 1/")
    terminal.press("n")
    terminal.until("n/N→accession 2/")
    terminal.press("t")
    terminal.until("Ctrl+s save")
    terminal.press(*"frame:kinship", SAVE)
    terminal.until("●saved")
    terminal.press("5")
    terminal.until("Frames")
    terminal.press("g")
    terminal.until("n/N→frames 1/")
    walk(terminal, "j", r"▌.accession")
    terminal.press("r")
    terminal.until("Its name")
    terminal.press(*["\x7f"] * len("accession"), *"kinship", ENTER)
    terminal.until(lambda text: re.search("▌.kinship", text))
    terminal.press("+")
    terminal.until("Words for kinship")
    terminal.press(*"bridge, border", ENTER)
    terminal.until("added to kinship")
    export(terminal, "c")
    terminal.press("q", "q")
    assert terminal.ended() == 0
    assert 'name = "kinship"' in (tmp_path / "config" / "frames.toml").read_text("utf-8")
    (table,) = (file.read_text("utf-8") for file in tmp_path.glob("agency*.csv"))
    rows = [row for row in csv.DictReader(table.splitlines()) if "kinship" in row.values()]
    words = {word for row in rows for word in row.values()}
    assert {"join", "reunification", "annexation", "bridge"} <= words
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(tmp_path / "theirs"))
    command("notes", "add", "--doc", texts[0], "--quote", "voted to join", "--text", "kin",
            "--tag", "frame:kinship")  # fmt: skip
    command("notes", "export", "-f", "jsonld", "--coder", "Coder 2", "-o", "coder2.jsonld")
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(tmp_path / "data"))
    assert "1 added" in command("notes", "import", "coder2.jsonld").out
    again = start(*texts)
    again.until(settled)
    again.press("6")
    assert "/2 Coder 2 #frame:kinship" in again.until("Coder 2")
    again.press(ESC)
    assert again.leave() == 0
    told = command("compare", *texts, "--show", "agreement", "-f", "csv").out
    codes = {row["code"] for row in csv.DictReader(told.splitlines())}
    assert codes == {"(any note)", "frame:kinship"}


def test_a_student_reads_at_80_columns_without_mouse_or_colour(start, tmp_path):
    terminal = start(NO_COLOR="1")
    terminal.until(lambda text: settled(text) and "Welcome" in text)
    assert "different moments" in terminal.text
    assert {"━", "─", "┄"} <= set(terminal.text)
    terminal.press("J", ENTER, ENTER, "w")
    terminal.until("WHY")
    terminal.press("v", "l", "l", "l", "l", ENTER)
    terminal.until("Ctrl+s save")
    terminal.press(*"whose word?", SAVE)
    terminal.until("1 note")
    terminal.press("?")
    terminal.until("MOVING")
    terminal.press(ESC)
    export(terminal, "h")
    assert terminal.leave() == 0
    assert colours(bytes(terminal.sent)) == []
    (page,) = tmp_path.glob("*.html")
    written = page.read_text("utf-8")
    assert "whose word?" in written
    assert "<script" not in written


def test_an_editor_finds_the_notes_again_after_the_article_changed(start, texts, command, tmp_path):
    for quote in ("No incidents were reported", "72 percent of voters", "long queues", "14 vill"):
        command("notes", "add", "--doc", texts[0], "--quote", quote, "--text", f"on {quote}")
    (tmp_path / "agency-v2.txt").write_text(LATER, "utf-8")
    done = command("notes", "check", "agency-v2.txt", texts[1])
    assert done.status == 4
    assert done.out.startswith("4 notes: 2 in place, 1 changed, 1 orphaned.")
    terminal = start("agency-v2.txt", texts[1], "--view", "notes")
    listed = terminal.until("Lost their words")
    assert listed.index("No incidents were reported") < listed.index("72 percent")
    assert "1 → A·" in listed
    assert "3 → A·" in listed
    terminal.press("g", "j", ENTER)
    terminal.until(lambda text: "Lost their words" not in text)
    terminal.press(ESC)
    terminal.press("q")
    assert terminal.ended() == 0
    again = command("notes", "check", "agency-v2.txt", texts[1])
    assert again.status == 0
    assert "0 orphaned" in again.out
    told = command("compare", texts[0], "agency-v2.txt", "--show", "gaps", "-f", "txt").out
    assert "No incidents were reported" in told
    assert "A second vote is planned for May." in told


def test_a_blind_reader_works_in_lines_and_a_colleague_finds_the_note_on_the_screen(
    start, texts, command
):
    terminal = start("--plain", *texts, size=(200, 200))
    heard = terminal.until("Command?")
    assert re.search(r"Pair 1 of \d+, \w+", heard)
    assert "A, passage 1, heading: Tarn Valley Votes" in heard
    assert "Why: " in heard
    for key, answer in (("n", "Pair 2 of"), ("w", "opening: "), ("g", "Gap")):
        terminal.press(key, ENTER)
        terminal.until(answer)
    terminal.press(*"a who says so?", ENTER)
    terminal.until("Saved")
    terminal.press("q", ENTER)
    assert terminal.ended() == 0
    assert b"\x1b" not in bytes(terminal.sent)
    screen = start(*texts)
    screen.until(lambda text: settled(text) and "1 note" in text)
    screen.press("6")
    screen.until("who says so?")
    screen.press(ESC)
    assert screen.leave() == 0
    told = command("compare", *texts, "-f", "txt").out
    assert "who says so?" in told
