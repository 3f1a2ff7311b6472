"""How long views take to open and keys to act: on the bundled pair, and on two books.

The reader runs without a terminal. What counts is the processor time from a
key until everything that it began is painted, all threads together, once links
and actors are known; a bare Textual app's key in the same run is 1.

    python tests/bench/bench_views.py [--runs 5] [--kilobytes 600] [FILE FILE]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from books import books
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from corpus.reading import read_document
from corpus.text import Document
from tui.app import ReaderApp
from tui.clock import now

SIZE = (120, 40)
VIEWS = {"matches": "2", "gaps": "3", "actors": "4", "frames": "5", "notes": "6"}
IN_TEXTS = {"j": "j", "J": "J", "⏎": "enter", "n": "n", "Space": "space", "G": "G", "g": "g"}
IN_TEXTS |= {"w": "w", "i": "i", "z": "z", "Z": "Z", "S": "S", "s": "s"}
IN_VIEWS = {"j": "j", "Space": "space", "G": "G", "g": "g", "f": "f"}
TYPED = "council"


class Bare(App[None]):
    """A key and a line that it changes."""

    BINDINGS = [("j", "turn", "turn")]  # noqa: RUF012 - Textual's

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("ready")

    def action_turn(self) -> None:
        """Another line."""
        self.query_one(Static).update(str(time.monotonic_ns()))


async def settled(pilot: Pilot[object]) -> None:
    """Until all that was begun is done and painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def cost(pilot: Pilot[object], *keys: str) -> float:
    """Milliseconds of processor time until all that the keys began is painted."""
    begun = time.process_time()
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return 1000 * (time.process_time() - begun) / len(keys)


async def bare(runs: int) -> float:
    """A key of a bare app."""
    app = Bare()
    async with app.run_test(size=SIZE) as pilot:
        return statistics.median([await cost(pilot, "j") for _ in range(3 * runs)])


async def measured(documents: Sequence[Document], runs: int) -> dict[str, list[float]]:
    """Each opening and each key, in milliseconds, run after run."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        app = ReaderApp(documents, notes=lambda: Path(folder) / "notes", now=now)
        async with app.run_test(size=SIZE) as pilot:
            while app.home.working:
                await pilot.pause(0.05)
            await settled(pilot)
            for _ in range(runs):
                for name, key in IN_TEXTS.items():
                    found.setdefault(f"texts {name}", []).append(await cost(pilot, key))
                for key in ("i", "w", "z", "Z", "S", "s"):
                    await cost(pilot, key)
                for name, key in VIEWS.items():
                    found.setdefault(f"open {name}", []).append(await cost(pilot, key))
                    for told, pressed in IN_VIEWS.items():
                        found.setdefault(f"{name} {told}", []).append(await cost(pilot, pressed))
                    await cost(pilot, "escape")
                await cost(pilot, "slash")
                found.setdefault("find, a letter", []).append(await cost(pilot, *TYPED))
                found.setdefault("find ⏎", []).append(await cost(pilot, "enter"))
                await cost(pilot, "escape")
        app.finish()
    return found


def main() -> None:
    """Print a line for each opening and each key."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", help="two texts instead of invented books")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kilobytes", type=int, default=600, help="of each invented book")
    args = parser.parse_args()
    large = [read_document(file, "AB"[at]) for at, file in enumerate(args.files)]
    small = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
    unit = asyncio.run(bare(args.runs))
    pairs = [asyncio.run(measured(small, args.runs))]
    pairs.append(asyncio.run(measured(large or books(args.kilobytes), args.runs)))
    print(f"a key of a bare app: {unit:.1f} ms of processor time\n")
    heads = "".join(
        f"{f'{name}, first':>24} {'ratio':>7}" for name in ("bundled pair", "large pair")
    )
    print(f"{'ms':18}{heads}")
    for name in pairs[0]:
        print(f"{name:18}" + "".join(_told(pair[name], unit) for pair in pairs))


def _told(taken: Sequence[float], unit: float) -> str:
    """The median and the first time, and the median against a bare key."""
    usual = statistics.median(taken)
    return f"{usual:15.1f} {taken[0]:8.1f} {usual / unit:6.1f}x"


if __name__ == "__main__":
    main()
