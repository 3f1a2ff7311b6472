"""The line of words to find: typed, mended and shown; what it does to the texts."""

from __future__ import annotations

import pytest
from driving import line, opened, press, settled
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from tui.cells import cells
from tui.typed import Typed

TEXTS = "The ferry ran aground. Nobody was hurt.", "A ferry ran aground near Lund."
MENDS = ["back", "on", "word", "all", "left", "right", "start", "end"]


@pytest.mark.parametrize(
    ("how", "before", "behind"),
    [
        ("back", "two word", " here"),
        ("on", "two words", "here"),
        ("word", "two ", " here"),
        ("all", "", " here"),
        ("left", "two word", "s here"),
        ("right", "two words ", "here"),
        ("start", "", "two words here"),
        ("end", "two words here", ""),
    ],
)
def test_each_way_to_mend_a_line(how, before, behind):
    assert Typed("two words", " here").mended(how) == Typed(before, behind)


def test_what_a_terminal_shows_as_one_goes_away_as_one():
    assert Typed("café e\u0301", "").mended("back").words == "café "
    assert Typed("", "🇳🇴!").mended("on").words == "!"


@given(st.text(), st.text(), st.lists(st.sampled_from(MENDS)), st.integers(2, 60))
def test_a_line_fits_and_never_breaks(before, letters, mends, width):
    typed = Typed().typing(before).typing(letters)
    for how in mends:
        typed = typed.mended(how)
    shown = "".join(typed.shown(width))
    assert cells(shown) <= width
    assert not set(shown) & set("\n\r\t\x1b")


def test_a_paste_of_any_length_is_a_line():
    assert len(Typed("a").typing("b\n" * 10_000_000).words) <= 1000


async def test_letters_are_typed_and_mended_and_the_places_are_lit(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, "slash", *"fery", "left", "r", "end", "x", "backspace")
        assert home.line.words == "ferry"
        assert line(home, "#keys").startswith(" find: ferry")
        assert "Enter" in line(home, "#keys") or "⏎" in line(home, "#keys")
        assert home.lights.target.of == 2
        await press(pilot, "ctrl+u")
        assert home.line.words == ""
        assert home.lights is None


async def test_old_news_are_no_hint_beside_the_words(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, "slash", *"zebra", "enter")
        assert "found in neither text" in line(home, "#keys")
        await press(pilot, "slash", "x")
        assert "neither" not in line(home, "#keys")
        assert "leave" in line(home, "#keys")


async def test_no_letter_is_lost_that_is_typed_before_the_line_stands(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        before = home.left()
        for key in ("slash", *"jndq", "backspace", "u"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert home.line.words == "jndu"
        await press(pilot, "escape")
        assert home.left() == before


async def test_what_is_pasted_is_sought_and_else_it_is_nothing(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        pilot.app.post_message(Paste("ferry"))
        await settled(pilot)
        assert home.lights is None
        await press(pilot, "slash")
        pilot.app.post_message(Paste("ferry\nran\x1b[2J"))
        await settled(pilot)
        assert home.line.words == "ferry ran[2J"


async def test_a_view_keeps_its_keys_from_the_line_and_gets_them_back(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "2", "j")
        listed, entry = home.listed, home.listed.entry.key
        await press(pilot, "slash", *"medv", "home", "end", "left", "right")
        assert (home.line.words, home.listed) == ("medv", listed)
        assert all("medv" in "".join(map(str, e.lines(80))).lower() for e in listed._page.entries)
        await press(pilot, "escape")
        assert home.focused is listed
        await press(pilot, "slash", "enter")
        assert home.focused is listed
        assert home.listed is listed
        assert entry in {e.key for e in listed._page.entries}


async def test_a_click_elsewhere_gives_the_line_up(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, "slash", *"ferry")
        await pilot.click("#texts", offset=(8, 1))
        await settled(pilot)
        assert home.line is None
        assert home.lights is None
