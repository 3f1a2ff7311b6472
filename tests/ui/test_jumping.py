"""Side trips: from the texts to views, finds, actors and notes, and back to where one was."""

from __future__ import annotations

import pytest
from driving import opened, press, under_cursor

from tui.place import Place


def spot(place: Place) -> tuple[int, tuple[int, int]]:
    return place.side, place.numbers


@pytest.mark.parametrize("view", ["2", "3", "4", "5", "6"])
@pytest.mark.parametrize("leave", ["escape", "q"])
async def test_a_look_at_a_view_leaves_the_place(tmp_path, view, leave):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "l", *"jjjjj")
        before = home.place
        await press(pilot, view, leave)
        assert home.view == "read"
        assert home.place == before


async def test_a_view_opens_at_the_place(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, *"JJJJJ")
        left, right = home.place.numbers
        await press(pilot, "2")
        assert f"A·{left} " in under_cursor(home)[0]
        assert f"B·{right} " in under_cursor(home)[1]
        home.close_view()
        home.to_passage(1, 9)
        await press(pilot, "3")
        assert "B·9" in under_cursor(home)[0]


async def test_back_leads_through_views_finds_and_actors_the_way_one_came(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, *"jjjj")
        start = spot(home.place)
        await press(pilot, "3", "n", "n", "enter")
        gap = spot(home.place)
        await press(pilot, "slash", *"president", "enter", "n")
        found = spot(home.place)
        await press(pilot, "4", "enter", "n")
        assert home.lights.target.name in {one.name for one in home.story.actors}
        forth = [(home.view, spot(home.place))]
        back = []
        for _ in range(20):
            await press(pilot, "backspace")
            back.append((home.view, spot(home.place)))
            if "no further" in home.said:
                break
        seen = [view for view, _ in back]
        assert "actors" in seen
        assert "gaps" in seen
        for stay in (("read", found), ("read", gap), ("read", start)):
            assert stay in back
        assert back.index(("read", found)) < back.index(("read", gap)) < back.index(("read", start))
        for _ in range(len(back)):
            await press(pilot, "alt+right")
        assert (home.view, spot(home.place)) == forth[0]


async def test_notes_opened_from_a_view_lead_back_to_it(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "3", "6", "escape")
        assert home.view == "gaps"
        assert any("ONLY IN" in row for row in rows_of(home))


def rows_of(home) -> list[str]:
    view = home.listed
    return ["".join(s.text for s in view.render_line(y)) for y in range(view.size.height)]


async def test_n_walks_notes_after_one_was_opened_and_the_status_names_them(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        for passage in (2, 5, 9):
            home.to_passage(0, passage)
            await press(pilot, "a", *"x", "ctrl+s")
        await press(pilot, "3", "6", "n", "enter")
        assert home.view == "read"
        assert str(home.query_one("#status").content).find("n/N→notes 2/3") > 0
        assert home.place.numbers[0] == 5
        await press(pilot, "n")
        assert home.place.numbers[0] == 9
        await press(pilot, "N", "N")
        assert home.place.numbers[0] == 2


async def test_the_sides_change_and_all_else_stays(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(
            pilot, "J", "J", "enter", "enter", "slash", *"ossetia", "enter", "n", "n", "w", "z"
        )
        place, lights, trail = home.place, home.lights, home.trail

        def words() -> set[tuple[str, object]]:
            return {(home.documents[s.side].id, s.span) for s in home.lights.stops}

        before = words()
        await press(pilot, "S")
        assert [d.id for d in home.documents] == ["B", "A"]
        assert (home.place.side, home.place.numbers) == (1 - place.side, place.numbers[::-1])
        assert home.place.at == place.at
        assert home.lights.current.span == lights.current.span
        assert words() == before
        assert (home.why, home.zoomed) == (True, True)
        await press(pilot, "S")
        assert (home.place, home.lights, home.trail) == (place, lights, trail)
