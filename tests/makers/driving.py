"""What the tests of the views share: a reader on the screen, its keys, and what it shows."""

from __future__ import annotations

from contextlib import asynccontextmanager

from textual.widgets import Static

from corpus.reading import document_from_text, read_document
from tui.app import ReaderApp
from tui.clock import now
from tui.start import Start
from tui.widgets.view import ViewList


@asynccontextmanager
async def opened(folder, *texts: str, size=(120, 40), start: Start = Start()):  # noqa: B008 - frozen
    """A reader on texts, or on the bundled pair; gives its home screen and its pilot."""
    documents = [
        document_from_text(text, id=i, name=i) for i, text in zip("ABCDE", texts, strict=False)
    ]
    if not texts:
        documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
    app = ReaderApp(documents, notes=lambda: folder / "notes", now=now, start=start)
    async with running(app, size) as pilot:
        yield app.home, pilot


@asynccontextmanager
async def running(app: ReaderApp, size=(80, 24)):
    """The pilot of a reader, from when everything is found; ends the reader afterwards."""
    async with app.run_test(size=size) as pilot:
        await all_found(pilot)
        yield pilot
    app.finish()


async def all_found(pilot) -> None:
    """Wait until the search is over and what it began is done."""
    while pilot.app.home.working:
        await pilot.pause(0.01)
    await settled(pilot)


async def settled(pilot) -> None:
    """Wait until everything that was begun is done."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot, *keys: str) -> None:
    """Press the keys, each after everything that the one before it began is done."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def line(home, selector: str) -> str:
    return str(home.query_one(selector, Static).content)


def rows(home, selector: str = "#view") -> list[str]:
    view = home.query_one(selector, ViewList)
    return ["".join(s.text for s in view.render_line(y)).rstrip() for y in range(view.size.height)]


def under_cursor(home, selector: str = "#view") -> list[str]:
    return [row for row in rows(home, selector) if row.startswith("▌")]


async def to(pilot, home, name: str, selector: str = "#view", down: str = "j") -> None:
    """Move the cursor of a list to the first entry of this name."""
    listed = home.query_one(selector, ViewList)
    for _ in range(200):
        if any(row.startswith("▌") and name in row[:40] for row in rows(home, selector)):
            return
        before = listed.entry
        await press(pilot, down)
        assert listed.entry is not before, f"{name} is not in the list"
