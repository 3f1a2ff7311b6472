"""Where a pair of texts was left."""

import json
from pathlib import Path

import pytest
from driving import opened, press, rows, under_cursor
from hypothesis import given
from hypothesis import strategies as st
from terminal import settled

from tui.resume import Left, read, written
from tui.start import Start

LEFT = st.builds(
    Left,
    side=st.integers(0, 1),
    numbers=st.tuples(st.integers(1, 99), st.integers(1, 99)),
    bar=st.sampled_from(["strong", "medium", "weak"]),
    view=st.sampled_from(["read", "notes"]),
    filtered=st.integers(0, 5),
    having=st.text(),
    entry=st.text(),
    sidebar=st.booleans(),
    welcomed=st.booleans(),
    drafts=st.dictionaries(st.text(), st.text()),
)


@given(LEFT)
def test_what_was_kept_comes_back(left):
    assert read(written(left)) == left


@pytest.mark.parametrize("state", [None, "", "nonsense", "[]", "3"])
def test_nothing_readable_is_no_place(state):
    assert read(state) is None


def test_what_another_version_wrote_is_taken_as_far_as_it_can_be():
    state = json.dumps({"side": "left", "numbers": [2, 3], "future": True, "why": True})
    assert read(state) == Left(numbers=(2, 3), why=True)


async def test_a_view_opens_again_on_its_entry_with_its_filter(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "2", "f", "f", "j", "j")
        shown, cursor, numbers = rows(home), under_cursor(home), home.place.numbers
    async with opened(tmp_path) as (home, _):
        assert home.view == "matches"
        assert (rows(home), under_cursor(home)) == (shown, cursor)
        assert home.place.numbers == numbers


async def test_a_view_opens_again_with_the_words_that_were_looked_for(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "3", "slash", *"russia", "enter", "n", "n")
        cursor = under_cursor(home)
        assert "russia" in home.query_one("#view-title").content.plain
    async with opened(tmp_path) as (home, _):
        assert "russia" in home.query_one("#view-title").content.plain
        assert under_cursor(home) == cursor


async def test_texts_can_be_begun_anew_with_their_notes(tmp_path):
    async with opened(tmp_path) as (_, pilot):
        await press(pilot, "j", "s", "j", "h", "a", *"half", "escape", "3")
    async with opened(tmp_path, start=Start(fresh=True)) as (home, pilot):
        assert (home.view, home.place.number) == ("read", 1)
        assert len(home.noted) == 1
        await press(pilot, "j", "j", "a")
        assert "half" in pilot.app.screen.query_one("#words").text


async def test_a_pair_that_lies_elsewhere_now_is_the_same_pair(tmp_path, start, pair):
    terminal = start(*pair)
    terminal.until(settled)
    terminal.press("j", "j")
    terminal.until("A·3/")
    assert terminal.leave() == 0
    moved = [Path(file).rename(tmp_path / f"moved-{at}.txt") for at, file in enumerate(pair)]
    again = start(*map(str, moved))
    again.until(lambda text: settled(text) and "A·3/" in text)
    assert again.leave() == 0
