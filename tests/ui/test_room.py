"""What there is room for: one text or two, and the words alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from driving import line, opened, press, settled

from tui.widgets.parallel import ParallelView


def shown(home) -> list[str]:
    view = home.query_one(ParallelView)
    return ["".join(s.text for s in view.render_line(y)) for y in range(view.size.height)]


def beginning(home, side: int, width: int = 20) -> str:
    return home.documents[side].wording[0][:width]


async def test_below_sixty_columns_one_text_is_shown_and_h_and_l_flip(tmp_path):
    async with opened(tmp_path, size=(59, 20)) as (home, pilot):
        assert beginning(home, 0) in "\n".join(shown(home))
        assert beginning(home, 1) not in "\n".join(shown(home))
        for key, side in (("l", 1), ("h", 0), ("right", 1), ("left", 0)):
            await press(pilot, key)
            assert home.place.side == side
            there = "\n".join(shown(home))
            assert [beginning(home, at) in there for at in (0, 1)] == [side == 0, side == 1]


async def test_from_sixty_columns_on_both_are_shown(tmp_path):
    async with opened(tmp_path, size=(60, 20)) as (home, _):
        there = "\n".join(shown(home))
        assert all(beginning(home, side) in there for side in (0, 1))


async def test_the_gutter_of_one_text_names_every_passage_of_the_other_it_has_room_for(tmp_path):
    async with opened(tmp_path, size=(50, 20)) as (home, pilot):
        for side, arrow in ((0, "▶"), (1, "◀")):
            home.to_passage(side, 1)
            await pilot.pause()
            pattern = r"▶(\d+)" if side == 0 else r"(\d+)◀|◀(\d+)"
            named = {int("".join(found)) for row in shown(home)[1:] for found in _all(pattern, row)}
            assert arrow in "\n".join(shown(home))
            linked = {tie.numbers[1 - side] for tie in home.here.ties}
            assert named
            assert named <= linked


def _all(pattern: str, row: str) -> list[tuple[str, ...]]:
    return [found.groups("") for found in re.finditer(pattern, row)]


async def test_enter_goes_across_to_the_other_text_and_back(tmp_path):
    async with opened(tmp_path, size=(50, 20)) as (home, pilot):
        await press(pilot, "J", "enter")
        assert home.place.side == 1
        assert [row for row in shown(home) if "▌" in row]
        await press(pilot, "backspace")
        assert home.place.side == 0
        assert [row for row in shown(home) if "▌" in row]


async def test_a_click_on_a_stub_goes_to_the_other_text(tmp_path):
    async with opened(tmp_path, size=(50, 20)) as (home, pilot):
        row = next(y for y, words in enumerate(shown(home)) if "▶" in words and y)
        await pilot.click(ParallelView, offset=(48, row))
        assert home.place.side == 1
        assert home.place.tie is not None


async def test_z_shows_one_text_over_the_whole_width_and_both_again(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        before = shown(home)
        await press(pilot, "l", "z")
        there = "\n".join(shown(home))
        assert beginning(home, 1) in there
        assert beginning(home, 0) not in there
        assert home.query_one(ParallelView).size.width == pilot.app.size.width
        await press(pilot, "z", "h")
        assert shown(home) == before


@pytest.mark.parametrize("leave", ["Z", "escape"])
async def test_nothing_but_the_words_is_shown_and_everything_comes_back(tmp_path, leave):
    async with opened(tmp_path) as (home, pilot):
        before = shown(home)
        await press(pilot, "Z")
        there = shown(home)
        assert len(there) == pilot.app.size.height
        assert not re.search(r"[━─┄┃│┆▼▲]|\b\d+▌", "\n".join(there))
        assert beginning(home, 0) in there[0]
        assert beginning(home, 1) in there[0]
        await press(pilot, leave)
        assert shown(home) == before


async def test_what_is_asked_for_comes_back_with_everything_else(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "J", "Z", "w")
        assert not home.bare
        assert "WHY" in str(home.query_one("#why").content)
        await press(pilot, "Z", "i")
        assert not home.bare
        assert home.query_one("#actors").has_focus


async def test_news_are_told_where_only_the_words_are_shown(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        keys = home.query_one("#keys")
        await press(pilot, "Z")
        assert not keys.display
        await press(pilot, "K", "K", "K")
        assert keys.display
        await press(pilot, "j")
        assert not keys.display


@pytest.mark.parametrize(
    "opening", ["", "2", "3", "4", "5", "6", "a", "question_mark", "slash", "i", "z", "Z"]
)
async def test_a_screen_of_one_cell_and_back_leaves_the_place(tmp_path, opening):
    async with opened(tmp_path, size=(80, 24)) as (home, pilot):
        await press(pilot, "J", "J", *([opening] if opening else []))
        place, view, screen = home.place, home.view, pilot.app.screen
        for size in ((1, 1), (60, 15), (40, 10), (3, 50), (200, 2), (200, 50), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert (home.place, home.view, pilot.app.screen) == (place, view, screen)
        if not opening:
            assert sum(row.count("▌") for row in shown(home)) >= 2


async def test_on_a_wide_screen_the_inspector_follows_the_pair_and_w_hides_it(tmp_path):
    async with opened(tmp_path, size=(160, 40)) as (home, pilot):
        for _ in range(3):
            await press(pilot, "J")
            told = line(home, "#inspected")
            left, right = home.place.numbers
            assert told.startswith(f"WHY A·{left} ↔ B·{right}")
            assert all(one.words in told for one in home.place.tie.link.evidence)
            assert "DATES" in told
            assert "different moments" in told
        await press(pilot, "a", *"look again", "ctrl+s")
        assert "look again" in line(home, "#inspected")
        width = home.texts.size.width
        await press(pilot, "w")
        assert home.texts.size.width > width
        assert "WHY" not in line(home, "#why")
        await press(pilot, "w")
        assert home.texts.size.width == width


async def test_a_narrower_screen_never_makes_the_inspector(tmp_path):
    async with opened(tmp_path, size=(159, 40)) as (home, pilot):
        await press(pilot, "J", "w", "3", "4", "1")
        assert not home.query("#inspector")
        await pilot.resize_terminal(160, 40)
        assert home.query_one("#inspector").display
        await pilot.resize_terminal(100, 40)
        assert not home.query_one("#inspector").display
        assert "WHY" in line(home, "#why")


async def test_in_a_view_the_inspector_tells_of_the_entry(tmp_path):
    async with opened(tmp_path, size=(160, 40)) as (home, pilot):
        for key in ("2", "3", "4", "5"):
            await press(pilot, key, "j", "j")
            assert all(words in line(home, "#inspected") for words in home.listed.entry.detail())


async def test_whether_the_inspector_is_shown_is_kept(tmp_path):
    async with opened(tmp_path, size=(160, 40)) as (home, pilot):
        await press(pilot, "w")
    async with opened(tmp_path, size=(160, 40)) as (home, pilot):
        assert not home.has_inspector
        await press(pilot, "w")
        assert home.has_inspector


async def test_evidence_that_is_longer_than_its_room_can_be_read_to_its_end(tmp_path):
    async with opened(tmp_path, size=(60, 15)) as (home, pilot):
        await press(pilot, "J", "J", "w", "tab", "tab")
        strip = home.query_one("#strip")
        assert strip.has_focus
        assert strip.max_scroll_y > 0
        place = home.place
        await press(pilot, *["j"] * strip.max_scroll_y)
        assert strip.scroll_y == strip.max_scroll_y
        await press(pilot, "g")
        assert strip.scroll_y == 0
        assert home.place == place


async def test_a_note_of_a_megabyte_is_told_in_brief_wherever_it_stands_among_others(tmp_path):
    async with opened(tmp_path, size=(160, 40)) as (home, pilot):
        text = "word 日本 " * 100_000
        await home.saving(home.notebook.add(replace(home.draft_here(), text=text)))
        await press(pilot, "j", "k")
        assert "word 日本" in line(home, "#inspected")
        assert len(line(home, "#inspected")) < 10_000
        await press(pilot, "6")
        told = line(pilot.app.screen, "#note")
        assert "word 日本" in told
        assert len(told) < 10_000
        assert pilot.app.screen.chosen.note.text == text


@pytest.mark.parametrize("key", ["c", "E", "o", "ctrl+p", "a", "t", "question_mark"])
async def test_whatever_is_open_outlives_a_screen_without_room(tmp_path, key):
    async with opened(tmp_path, "Bread is here. It is dear.", "Bread is dear.") as (home, pilot):
        await press(pilot, key)
        over = home.app.screen
        assert over is not home
        for size in ((1, 1), (4, 3), (5, 4), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert home.app.screen is over
