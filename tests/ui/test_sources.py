"""What the reader says of a text's source, on the screen."""

from __future__ import annotations

import pytest
from driving import line, opened, press
from textual.widgets import Static

from tui.widgets.parallel import ParallelView


@pytest.fixture
def reader(tmp_path, home):
    return lambda: opened(tmp_path, size=(160, 40))


def heads(home) -> str:
    view = home.query_one(ParallelView)
    return "".join(segment.text for segment in view.render_line(0))


async def test_a_label_and_a_date_stand_in_the_head_and_outlive_the_run(reader):
    async with reader() as (home, pilot):
        assert "undated" in heads(home)
        place, links = home.place, len(home.here.ties)
        await press(pilot, "l", "I", *"Wire", "down", "down", "down", "down")
        await press(pilot, *"2008-08-29", "ctrl+s")
        assert "B  Wire · 2008-08-29" in heads(home)
        assert home.story.documents[1].date == "2008-08-29"
        assert home.place.numbers == place.numbers
        assert line(home, "#status").endswith("●saved")
    async with reader() as (home, pilot):
        assert "B  Wire · 2008-08-29" in heads(home)
        assert len(home.here.ties) == links
        await press(pilot, "u")
        assert "Wire" not in heads(home)
        assert home.story.documents[1].date is None


async def test_what_cannot_be_a_date_is_refused_in_place(reader):
    async with reader() as (home, pilot):
        await press(pilot, "I", "down", "down", "down", "down", *"30/2/2008", "ctrl+s")
        told = str(pilot.app.screen.query_one("#facts-wrong", Static).content)
        assert told.startswith("date: 30/2/2008")
        await press(pilot, "escape")
        assert pilot.app.screen is home
        assert home.story.documents[0].date is None
