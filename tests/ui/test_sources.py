"""What the reader says of a text's source, on the screen."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from corpus.reading import read_document
from tui.app import ReaderApp
from tui.clock import now
from tui.widgets.parallel import ParallelView


@pytest.fixture
def opened(tmp_path):
    """Opens the bundled pair."""

    def app() -> ReaderApp:
        documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
        return ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now)

    return app


async def ready(app, pilot) -> None:
    while app.home.working:
        await pilot.pause(0.01)
    await done(pilot)


async def done(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def heads(app) -> str:
    view = app.home.query_one(ParallelView)
    return "".join(segment.text for segment in view.render_line(0))


async def test_a_label_and_a_date_stand_in_the_head_and_outlive_the_run(opened):
    app = opened()
    async with app.run_test(size=(160, 40)) as pilot:
        await ready(app, pilot)
        assert "undated" in heads(app)
        place = app.home.place
        await pilot.press(
            "l", "I", *"Wire", "down", "down", "down", "down", *"2008-08-29", "ctrl+s"
        )
        await done(pilot)
        assert "B  Wire · 2008-08-29" in heads(app)
        assert app.home.story.documents[1].date == "2008-08-29"
        assert app.home.place.numbers == place.numbers
        assert str(app.home.query_one("#status", Static).content).endswith("●saved")
    app.finish()
    again = opened()
    async with again.run_test(size=(160, 40)) as pilot:
        await ready(again, pilot)
        assert "B  Wire · 2008-08-29" in heads(again)
        assert len(again.home.here.ties) == len(app.home.here.ties)
        await pilot.press("u")
        await done(pilot)
        assert "Wire" not in heads(again)
        assert again.home.story.documents[1].date is None
    again.finish()


async def test_what_cannot_be_a_date_is_refused_in_place(opened):
    app = opened()
    async with app.run_test() as pilot:
        await ready(app, pilot)
        await pilot.press("I", "down", "down", "down", "down", *"30/2/2008", "ctrl+s")
        await pilot.pause()
        told = str(app.screen.query_one("#facts-wrong", Static).content)
        assert told.startswith("date: 30/2/2008")
        await pilot.press("escape")
        await done(pilot)
        assert app.screen is app.home
        assert app.home.story.documents[0].date is None
    app.finish()
