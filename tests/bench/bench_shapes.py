"""What a key costs on texts, links, notes and actors of shapes that no newspaper has.

Files are opened in a real pseudo-terminal, and told in processor time of the
reader's own process; a bare Textual app's key in the same run is 1. Of links,
notes and actors as many are given to a reader without a terminal.

    python tests/bench/bench_shapes.py [--megabytes 50]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from bench_growth import READER, resized
from bench_views import bare, cost, settled
from screens import BARE, COLUMNS, TEXTUAL, Screen, environment

from corpus.actors.model import Actor, Mention
from corpus.links.model import End, Link
from corpus.notes.anchoring import make_target
from corpus.notes.model import Note
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text
from tui.app import ReaderApp
from tui.clock import now
from tui.facing import GRADES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from corpus.text import Document

WORD = "council"  # every text begins with it
KEYS = {"j": "j", "row": "\x05", "page": " ", "G": "G", "g": "g", "z": "z"}
INSIDE = {"j": "j", "J": "J", "row": "ctrl+e", "page": "space", "⏎": "enter", "G": "G", "w": "w"}
LINKED, PER_PASSAGE = 100, 1000
NOTES, ACTORS = 10_000, 100_000


def shapes(megabytes: int) -> dict[str, str]:
    """The texts by what is odd about them."""
    size = megabytes * 1_000_000
    return {
        f"one line, {megabytes} MB": "word and more " * (size // 14),
        f"no space, {megabytes} MB": "abcdefghij" * (size // 10),
        "ideographs, 10 MB": "漢字仮名交じり文" * (10_000_000 // 24),
        "emoji, 10 MB": "👩‍👩‍👧é̂" * (10_000_000 // 30),
        "100,000 empty lines": "\n" * 100_000 + "the end.\n",
        "100,000 passages": "\n\n".join(f"Word{at}." for at in range(100_000)),
        "one passage of 5 MB": "word, and then more of it " * (5_000_000 // 26) + ".",
    }


def in_terminal(files: list[str], unit: float) -> str:
    """Seconds until keys are answered, megabytes, and each key's milliseconds."""
    with (
        tempfile.TemporaryDirectory() as home,
        Screen([READER, "--new", *files], environment(Path(home))) as screen,
    ):
        if not screen.until(WORD.encode(), after=TEXTUAL):
            return "refused, or nothing was shown"
        took = time.perf_counter() - screen.begun
        screen.until(b"looking for", after=TEXTUAL)
        screen.pause_children()
        taken = {name: screen.cost(key) for name, key in KEYS.items()}
        taken["resize"] = resized(screen, COLUMNS - 10)
        taken["2"] = screen.cost("2")
        return f"{took:6.1f} s {screen.memory:5.0f} MB {told(taken, unit)}"


def told(taken: dict[str, float], unit: float) -> str:
    """Milliseconds of each key, and the dearest against a bare key."""
    keys = "  ".join(f"{name} {ms:.0f}" for name, ms in taken.items())
    return f"{keys}   most {max(taken.values()) / unit:.0f}x"


async def inside(
    texts: tuple[str, str], folder: Path, begin: Callable[[ReaderApp], object]
) -> dict[str, float]:
    """Each key's milliseconds once ``begin`` has given the reader what is odd."""
    app = ReaderApp(documents(texts), notes=lambda: folder / "notes", now=now)
    async with app.run_test(size=(COLUMNS, 40)) as pilot:
        while app.home.working:
            await pilot.pause(0.05)
        begin(app)
        await settled(pilot)
        taken = {name: await cost(pilot, key) for name, key in INSIDE.items()}
    app.finish()
    return taken


def documents(texts: tuple[str, str]) -> list[Document]:
    """The texts as documents."""
    return [document_from_text(text, id=i, name=i) for text, i in zip(texts, "AB", strict=True)]


def give_links(app: ReaderApp) -> None:
    """Every passage linked to every other, again and again."""
    pairs = product(range(1, LINKED + 1), range(PER_PASSAGE))
    links = tuple(
        Link(End("A", (a,)), End("B", (1 + (7 * a + n) % LINKED,)), 0.5, GRADES[n % 3], ())
        for a, n in pairs
    )
    app.home.show_story(replace(app.home.story, links=links), done=True)


def give_actors(app: ReaderApp) -> None:
    """So many names."""
    mention = (Mention("A", 0, 3, "Ana", "name"),)
    names = [f"Ana Bel{n:x}" for n in range(ACTORS)]
    actors = tuple(
        Actor(f"a-{n}", name, "person", (name,), mention, (), (), ())
        for n, name in enumerate(names)
    )
    app.home.compare_names(actors)
    app.home.show_story(replace(app.home.story, actors=actors), done=True)


def write_notes(folder: Path, text: str) -> None:
    """So many notes on the second passage of a text."""
    document = documents((text, text))[0]
    target, at = make_target(document, document.passages[1].span), now()
    store = NoteStore.open(folder / "notes", now=now)
    store.put(
        [
            Note(id=f"{n:016x}", text=f"note {n}", targets=(target,), created=at, modified=at)
            for n in range(NOTES)
        ]
    )
    store.close()


def main() -> None:
    """Print a line for each shape."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=50, help="of the longest lines")
    args = parser.parse_args()
    with Screen([sys.executable, "-c", BARE], environment()) as screen:
        screen.until(b"ready to read")
        unit = sorted(screen.cost("j") for _ in range(9))[4]
    print(f"a key of a bare app: {unit:.1f} ms; below, keys answered after s, memory, ms a key")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shape, text in shapes(args.megabytes).items():
            files = [str(folder / f"{letter}.txt") for letter in "ab"]
            for file in files:
                Path(file).write_text(f"{WORD}\n\n{text}", "utf-8")
            print(f"{shape:22} {in_terminal(files, unit)}", flush=True)
        asyncio.run(given(folder))


async def given(folder: Path) -> None:
    """The lines of what is given to a reader without a terminal."""
    unit = await bare(3)
    print(f"without a terminal, a key of a bare app: {unit:.1f} ms")
    short, said = "Yes. " * LINKED, "The ferry left. " * 200
    rows: dict[str, Awaitable[dict[str, float]]] = {
        "100,000 links": inside((short, short), folder / "l", give_links),
        "100,000 actors": inside((said, said), folder / "a", give_actors),
    }
    for name, row in rows.items():
        print(f"{name:22} {told(await row, unit)}", flush=True)
    (folder / "n").mkdir()
    write_notes(folder / "n", said)
    row = inside((said, "Bread was dear."), folder / "n", lambda _: None)
    print(f"{f'{NOTES:,} notes there':22} {told(await row, unit)}")


if __name__ == "__main__":
    main()
