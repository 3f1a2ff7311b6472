"""``E``: what is shown goes into a file, in any format, and nothing else is written over."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from driving import opened, press, settled
from textual.widgets import Input, Static

from corpus.errors import OutputError
from tui.exporting import place
from tui.screens.exporting import ExportScreen

PAIR = (
    "The ferry ran aground near the harbour of Lund on Monday. It rained.",
    "On Monday a ferry ran aground close to Lund harbour. The sun shone.",
)


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the reader was started."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", "")  # no program of a desktop takes the path
    return folder


def said(pilot) -> str:
    return str(pilot.app.screen.query_one("#export-said", Static).content)


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_four_keys_take_the_gaps_out_and_two_leave(tmp_path, out, home):
    async with opened(tmp_path) as (_, pilot):
        await press(pilot, "3")
        await pilot.press("E", "m", "enter")  # as quickly as they can be typed
        await settled(pilot)
        assert files(out) == ["ossetia-a-ossetia-b-gaps.md"]
        page = (out / "ossetia-a-ossetia-b-gaps.md").read_text("utf-8")
        assert "## Only in A" in page
        assert "## Links" not in page
        assert (tmp_path / "copied.md").read_text() == str(out / "ossetia-a-ossetia-b-gaps.md")
        await press(pilot, "q", "q")
        assert pilot.app.return_code == 0


async def test_every_view_goes_out_in_every_form(tmp_path, out, home):
    keys = {
        "1": ("h", "ab.html"),
        "2": ("j", "ab-matches.jsonld"),
        "4": ("c", "ab-actors.csv"),
        "5": ("т", "ab-frames.json"),  # the letter on the same key of a Russian keyboard
        "3": ("t", "ab-gaps.txt"),
        "6": ("J", "ab-notes.json"),
    }
    async with opened(tmp_path, *PAIR) as (_, pilot):
        for view, (form, file) in keys.items():
            await press(pilot, view, "E", form, "enter")
            file = file.replace("ab", "A-B", 1)
            assert file in files(out)
            assert (out / file).stat().st_size
        await press(pilot, "escape", "2", "E", "p", "enter")
        assert ET.parse(out / "A-B-matches.svg")  # noqa: S314 - our own
        assert len(files(out)) == 7


async def test_all_of_the_comparison_goes_out_of_a_view_too(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "3", "E", "tab", "n", "enter")
        found = json.loads((out / "A-B.json").read_text("utf-8"))
        assert found["links"]
        assert found["actors"]


async def test_the_bar_holds_in_the_file(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "2", ")", ")", "E", "n", "enter")
        found = json.loads((out / "A-B-matches.json").read_text("utf-8"))
        assert {link["grade"] for link in found["links"]} == {"strong"}


async def test_notes_listed_go_out_and_those_filtered_away_stay(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "a", *"one", "ctrl+s", "j", "a", *"two", "ctrl+s", "6")
        await press(pilot, "slash", *"two", "enter", "E", "m", "enter")
        page = (out / "A-B-notes.md").read_text("utf-8")
        assert "**Note:** two" in page
        assert "**Note:** one" not in page
        await press(pilot, "escape", "E", "tab", "m", "enter")
        page = (out / "A-B.md").read_text("utf-8")
        assert "## Links" in page


async def test_enter_alone_writes_the_format_that_is_offered(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "3", "E", "enter")
        assert (out / "A-B-gaps.md").read_text("utf-8").startswith("# A / B")


async def test_a_picture_of_the_screen_asks_no_server(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "4", "P", "enter")
        svg = (out / "A-B-actors.svg").read_text("utf-8")
        ET.fromstring(svg)  # noqa: S314 - our own
        assert "Lund" in svg
        assert "url(" not in svg.replace("url(#", "")
        assert "http" not in svg.replace("http://www.w3.org", "").replace(
            "https://www.textualize.io", ""
        )


async def test_a_free_name_is_offered_and_a_file_replaced_at_the_second_enter(tmp_path, out, home):
    async with opened(tmp_path, *PAIR) as (_, pilot):
        (out / "A-B.md").write_text("mine")
        await press(pilot, "E", "m")
        line = pilot.app.screen.query_one(Input)
        assert line.value == "A-B-2.md"
        line.value = "A-B.md"
        await press(pilot, "enter")
        assert "Enter again replaces it" in said(pilot)
        assert (out / "A-B.md").read_text() == "mine"
        await press(pilot, "x", "backspace", "enter")  # another name in between: asked anew
        assert (out / "A-B.md").read_text() == "mine"
        await press(pilot, "enter")
        assert "# " in (out / "A-B.md").read_text("utf-8")


async def test_what_cannot_be_written_is_told_and_the_dialog_stays(tmp_path, out, home):
    refused = {
        "": "type a name",
        "no/such/folder/x.md": "cannot be written",
        "/dev/null": "no regular file",
        ".": "no regular file",
        "a\x1b[2Jb.md": "control or hide",
        "~nobody-of-this-name/x.md": "no such home folder",
        "x" * 300 + ".md": "cannot be written",
    }
    async with opened(tmp_path, *PAIR) as (_, pilot):
        await press(pilot, "E", "m")
        for typed, told in refused.items():
            pilot.app.screen.query_one(Input).value = typed
            await press(pilot, "enter")
            assert told in said(pilot), typed
            assert "\x1b" not in said(pilot)
            assert isinstance(pilot.app.screen, ExportScreen)
        assert files(out) == []
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ExportScreen)


async def test_the_texts_themselves_are_never_written_over(tmp_path, out, home):
    text = out / "a.txt"
    text.write_text("The ferry sank.")
    async with opened(tmp_path, "The ferry sank.", "A ferry sank.") as (screen, pilot):
        screen.story = type(screen.story)(
            tuple(_at(d, str(text)) for d in screen.story.documents), links=screen.story.links
        )
        await press(pilot, "E", "m")
        pilot.app.screen.query_one(Input).value = "a.txt"
        await press(pilot, "enter", "enter")
        assert "one of the texts" in said(pilot)
        assert text.read_text() == "The ferry sank."


def _at(document, source: str):
    from dataclasses import replace

    return replace(document, source=source)


def test_a_name_is_a_path_from_where_the_reader_stands(out, monkeypatch):
    monkeypatch.setenv("HOME", "/home/ann")
    assert place(" x.md ") == out / "x.md"
    assert place("~/x.md") == Path("/home/ann/x.md")
    with pytest.raises(OutputError):
        place("a\u202eb.md")
