"""Take the README's pictures from the running program: `python tests/bench/pictures.py FOLDER`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.reading import read_document
from tui.app import ReaderApp
from tui.exporting import picture_of


@dataclass(frozen=True)
class Picture:
    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = "dark"


NOW = "2026-01-05T09:00:00Z"  # of notes, so that a picture is the same each time
_NOTED = ("j", "s", "j", "a", *"whose", "space", *"word", "ctrl+s", "6")
PICTURES = (
    Picture("read", (120, 40), ("2", "j", "enter", "w")),
    Picture("read-light", (120, 40), ("2", "j", "enter", "w"), "light"),
    Picture("read-80x24", (80, 24), ("J", "J")),
    Picture("actor", (120, 40), ("tab", "enter", "n")),
    Picture("matches", (120, 30), ("2", "j", "w")),
    Picture("gaps", (120, 30), ("3", "tab", "n", "n")),
    Picture("actors", (120, 30), ("4",)),
    Picture("frames", (120, 30), ("5",)),
    Picture("notes", (120, 30), _NOTED),
)


async def take(picture: Picture, folder: Path) -> Path:
    """One picture of the bundled pair after some keys; gives the file."""
    documents = [read_document("corpus:ossetia-a", "A"), read_document("corpus:ossetia-b", "B")]
    with tempfile.TemporaryDirectory() as data:
        app = ReaderApp(documents, notes=lambda: Path(data) / "notes", now=lambda: NOW)
        async with app.run_test(size=picture.size) as pilot:
            app.theme = picture.theme
            await settled(app, pilot)
            for key in picture.keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            svg = app.export_screenshot(title="ossetia-reader")
        app.finish()
    file = folder / f"{picture.name}.svg"
    file.write_text(picture_of(svg), "utf-8")
    return file


async def settled(app: ReaderApp, pilot) -> None:
    """Wait until everything in the background has been found."""
    while app.home.working:
        await pilot.pause(0.01)


async def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    for picture in PICTURES:
        print(await take(picture, folder))


if __name__ == "__main__":
    asyncio.run(main())
