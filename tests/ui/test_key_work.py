"""What a key makes the program do, counted: no more than what it changes on the screen."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from driving import line, opened, press, rows, settled
from rich.style import Style
from textual.geometry import Size
from textual.widgets import Static

from corpus.text import Span
from tui import casting
from tui.app import ReaderApp
from tui.casting import Lights, Stop, Stops
from tui.widgets.parallel import ParallelView
from tui.widgets.strips import RowStrips
from tui.widgets.view import ViewList

TEXTS = tuple(
    "\n\n".join(f"{name} {n} spoke of the ferry near Lund on day {n}." for n in range(60))
    for name in ("Anna Berg", "Mrs Berg")
)


@pytest.fixture
def frames(monkeypatch) -> list[int]:
    """One more for each time that something is painted."""
    painted: list[int] = []
    monkeypatch.setattr(ReaderApp, "post_display_hook", lambda _: painted.append(1))
    return painted


@pytest.fixture
def repainted(monkeypatch) -> set[int]:
    """The rows of the texts that are to be painted anew."""
    rows: set[int] = set()
    plain = ParallelView.refresh

    def refresh(self, *regions, repaint=True, layout=False, recompose=False):
        asked = [region.line_range for region in regions] or [range(self.size.height)] * repaint
        rows.update(row for one in asked for row in one)
        return plain(self, *regions, repaint=repaint, layout=layout, recompose=recompose)

    monkeypatch.setattr(ParallelView, "refresh", refresh)
    return rows


@pytest.fixture
def told(monkeypatch) -> Counter[tuple[str, bool]]:
    """How often each line was given other words, and whether all was laid out anew for it."""
    updated = Counter[tuple[str, bool]]()
    plain = Static.update

    def update(self, content="", *, layout=True):
        updated[self.id, layout] += 1
        plain(self, content, layout=layout)

    monkeypatch.setattr(Static, "update", update)
    return updated


def seen(home) -> list[object]:
    view = home.texts
    return [[(s.text, s.style) for s in view.render_line(y)] for y in range(view.size.height)]


def calls(do) -> int:
    """How many functions are called."""
    count = 0

    def counted(_frame, event, _arg) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    do()
    sys.setprofile(None)
    return count


async def test_a_key_paints_once(tmp_path, frames):
    async with opened(tmp_path, *TEXTS) as (_home, pilot):
        await press(pilot, "j", "J", "J")
        for key in ["j", "k", "J", "n", "l", "enter", "G", "space", "ctrl+e", "L", "slash", "up"]:
            frames.clear()
            await press(pilot, key)
            assert len(frames) <= 1, key


async def test_giving_the_keys_to_another_pane_paints_once(tmp_path, frames):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, *["tab"] * 3)
        for key in ["tab", "tab", "tab", "shift+tab", "shift+tab", "enter"]:
            frames.clear()
            before = home.focused, home.place.side
            await press(pilot, key)
            assert (home.focused, home.place.side) != before
            assert len(frames) == 1, key


async def test_a_key_paints_the_rows_that_it_changes_and_no_other(tmp_path, repainted):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, "L", "j")
        for key in ["j", "k", "J", "l", "L", "ctrl+e", "slash"]:
            before = seen(home)
            repainted.clear()
            await press(pilot, key)
            now = seen(home)
            assert repainted == {y for y, row in enumerate(now) if row != before[y]}, key


async def test_a_step_on_the_screen_paints_two_passages(tmp_path, repainted):
    async with opened(tmp_path, *TEXTS) as (_home, pilot):
        await press(pilot, "L", "j")
        repainted.clear()
        await press(pilot, "j")
        assert 0 < len(repainted) <= 8  # two passages of a side and their counterparts, of 38


async def test_a_step_gives_other_words_to_the_status_alone(tmp_path, told):
    async with opened(tmp_path, *TEXTS) as (_home, pilot):
        await press(pilot, "j")
        told.clear()
        await press(pilot, "j")
        assert told == {("status", False): 1}


async def test_what_is_told_beside_the_texts_lays_nothing_out_and_is_painted_with_them(
    tmp_path, told, frames
):
    async with opened(tmp_path, *TEXTS, size=(200, 50)) as (home, pilot):
        await press(pilot, "j", "J")
        for key in ["J", "j", "J", "n"]:
            before = line(home, "#inspected")
            told.clear()
            frames.clear()
            await press(pilot, key)
            assert line(home, "#inspected") != before
            assert told == {("status", False): 1, ("inspected", False): 1}
            assert len(frames) == 1


async def test_words_to_find_are_typed_without_a_widget_more_or_another_focus(tmp_path):
    async with opened(tmp_path, *TEXTS) as (home, pilot):
        before = [*home.walk_children()], home.focused
        await press(pilot, "slash", *"ferry")
        assert ([*home.walk_children()], home.focused) == before


async def test_what_is_lit_is_marked_once_however_many_words_it_has(tmp_path, monkeypatch):
    made: list[str] = []
    plain = casting.layer

    def layer(name, spans):
        made.append(name)
        return plain(name, spans)

    monkeypatch.setattr(casting, "layer", layer)
    async with opened(tmp_path, f"One. Two. {'ferry ' * 10_000}", "One. No more.") as (home, pilot):
        await press(pilot, "slash", *"ferry", "enter")
        assert home.lights.target.of == 10_000
        lit = [one for one in home.marks[0].layers if one.name == "lit-1"]
        made.clear()
        await press(pilot, "j", "n", "J", "k", "n", "l")
        now = [one for one in home.marks[0].layers if one.name == "lit-1"]
        assert now[0] is lit[0]
        assert made == []


async def test_the_next_of_many_mentions_takes_no_more_than_the_next_of_ten(tmp_path):
    words = [Span(at, at + 4) for at in (0, 20, 60, 90)]

    async with opened(tmp_path, *TEXTS) as (home, pilot):

        def walked(count: int) -> int:
            stops = Stops(sorted(Stop(n % 2, words[n % 4]) for n in range(count)))
            home.lights = Lights("ferry", stops, at=count // 2)
            home.action_target(1)
            return max(calls(lambda: home.action_target(1)) for _ in range(3))

        few, many = walked(10), walked(100_000)
        await settled(pilot)
        assert many <= few + 50


async def test_a_step_in_a_view_paints_two_entries_of_it(tmp_path, monkeypatch):
    painted: list[int] = []
    plain = ViewList.render_line

    def render_line(self, y):
        painted.append(y)
        return plain(self, y)

    async with opened(tmp_path, *TEXTS) as (home, pilot):
        await press(pilot, "2", "j")
        for key in ("j", "j", "k"):
            monkeypatch.setattr(ViewList, "render_line", plain)
            before = rows(home)
            monkeypatch.setattr(ViewList, "render_line", render_line)
            painted.clear()
            await press(pilot, key)
            monkeypatch.setattr(ViewList, "render_line", plain)
            changed = {y for y, row in enumerate(rows(home)) if row != before[y]}
            assert changed
            assert changed <= set(painted)
            assert len(set(painted)) <= 4


async def test_in_a_view_that_scrolls_every_row_is_as_it_would_be_painted_anew(tmp_path):
    async with opened(tmp_path, *TEXTS, size=(80, 20)) as (home, pilot):
        await press(pilot, "2")
        for key in ("j",) * 12 + ("G", "k", "g", "space", "b"):
            await press(pilot, key)
            shown = [strip.text for strip in home.listed.render_lines(home.listed.size.region)]
            assert [one.rstrip()[:70] for one in shown] == [one[:70] for one in rows(home)], key


def test_rows_that_become_fewer_or_more_while_nothing_is_seen_are_changed_rows():
    strips = RowStrips(lambda _names: Style())
    strips.put([[("one", ())], [("two", ())]], Size(0, 0))
    assert strips.changed() == [0, 1]
    strips.put([[("one", ())]], Size(0, 0))
    assert strips.changed() == [1]
    strips.put([[("one", ())], [("three", ())]], Size(0, 0))
    assert strips.changed() == [1]
