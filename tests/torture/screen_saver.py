"""Saves notes through the screen, by its keys, and prints the id of each once it says "saved".

python screen_saver.py FOLDER COUNT
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from corpus.reading import document_from_text
from tui.app import ReaderApp
from tui.clock import now

TEXTS = [document_from_text("The words. Other words.", id=letter, name=letter) for letter in "AB"]


async def main(folder: str, count: str) -> None:
    app = ReaderApp(TEXTS, notes=lambda: Path(folder) / "notes.sqlite3", now=now)
    async with app.run_test() as pilot:
        for number in range(int(count)):
            known = {one.note.id for one in app.home.noted}
            await pilot.press("a", *f"note {number}", "ctrl+s")
            while not (app.home.saved == "●saved" and len(app.home.noted) > len(known)):
                await pilot.pause(0.001)
            print(*{one.note.id for one in app.home.noted} - known, flush=True)
    app.finish()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
