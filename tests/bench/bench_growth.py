"""What a reader waits for, from texts of 5 kB to texts of 10 MB: start, keys, memory, scrolling.

Everything runs in a real pseudo-terminal, takes turns with a bare Textual app,
and is told in processor time of the reader's own process, and as a ratio to the
bare app's: a key of it that changes one line, and one that changes the screen.

    python tests/bench/bench_growth.py [--quick] [--kilobytes 5 60 600 2000 10000]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from books import texts
from screens import BARE, COLUMNS, PAGES, ROWS, TEXTUAL, Screen, environment

if TYPE_CHECKING:
    from collections.abc import Sequence

READER = str(Path(sys.executable).with_name("ossetia-reader"))
SIZES = (5, 60, 600, 2000, 10000)  # kilobytes of each of the two texts
QUICK = (5, 600)
KEYS = {"j": "j", "J": "J", "g": "g", "G": "G", "page": " ", "/": "/"}
NEEDS_LINKS = "J"
BEFORE = {"g": "G", "G": "g", "page": "g"}  # so that there is a way to go
SCROLLED = 600  # kilobytes: over two thousand links
HELD = 240, 100.0  # keys, and how many a second
WHOLE = b" passages "  # in the line above the texts once all of them is read
FOUND = b"only-A"  # in the status line once all is found
LONG = 600  # kilobytes: from here on memory is the text's, and no matter of chance
SEARCHED = 25.0  # seconds that all may take to be found; what is not, is told


class Bare(NamedTuple):
    """The two bare apps, waiting for keys."""

    line: Screen
    page: Screen


class Start(NamedTuple):
    """Milliseconds and megabytes at the first paint, and once keys are answered.

    ``whole``: milliseconds until all of the texts is known.
    """

    paint: float
    paint_memory: float
    keys: float
    keys_memory: float
    whole: float


class Row(NamedTuple):
    """One pair of texts.

    ``bare`` are the milliseconds of a bare app to its first paint; ``keys`` has
    each key's milliseconds, and those of the two bare apps' keys.
    """

    name: str
    kilobytes: float
    bare: float
    start: Start
    found: float | None
    memory: float
    keys: dict[str, tuple[float, float, float]]
    resize: float
    scroll: tuple[float, float] | None


def bare_start() -> float:
    """Milliseconds of a bare app to its first paint."""
    with Screen([sys.executable, "-c", BARE], environment()) as bare:
        if not bare.until(b"ready to read"):
            raise SystemExit("the bare app painted nothing")
        return bare.cpu


def started(screen: Screen, word: bytes) -> Start | None:
    """Wait for the first paint, and for who answers keys; None when the texts are refused."""
    if not screen.until(word):
        return None
    paint, memory = screen.cpu, screen.memory
    if not screen.until(word, after=TEXTUAL):
        return None
    keys, keys_memory = screen.cpu, screen.memory
    if not screen.until(WHOLE, after=TEXTUAL):
        return None
    return Start(paint, memory, keys, keys_memory, screen.cpu)


def measured(
    name: str, kilobytes: float, command: Sequence[str], bare: Bare, runs: int, home: Path
) -> Row | None:
    """All of one pair; None when it is refused."""
    word, env = b"council" if kilobytes else b"Ossetia", environment(home)
    starts, bare_starts = [], []
    for _ in range(runs):
        bare_starts.append(bare_start())
        with Screen(command, env) as screen:
            starts.append(started(screen, word))
    with Screen(command, env) as screen:
        starts.append(started(screen, word))
        begun = time.perf_counter()
        there = [one for one in starts if one is not None]
        if len(there) < len(starts):
            return None
        found = screen.until(FOUND, after=TEXTUAL, patience=SEARCHED)
        took = time.perf_counter() - begun
        screen.pause_children()
        memory = screen.memory
        asked = [key for key in KEYS if found or key != NEEDS_LINKS]
        keys = {key: key_cost(screen, key, bare, runs) for key in asked}
        resize = median([resized(screen, COLUMNS - 10 * (at % 2 == 0)) for at in range(2 * runs)])
        scroll = scrolled(screen) if kilobytes == SCROLLED else None
    start = Start(*map(median, zip(*there, strict=True)))
    unit, seconds = median(bare_starts), took if found else None
    return Row(name, kilobytes, unit, start, seconds, memory, keys, resize, scroll)


def key_cost(screen: Screen, name: str, bare: Bare, runs: int) -> tuple[float, float, float]:
    """Milliseconds of a key, and of the bare apps' in the same seconds."""
    taken = []
    for _ in range(2 * runs):
        if name in BEFORE:
            screen.cost(BEFORE[name])
        taken.append((screen.cost(KEYS[name]), bare.line.cost("j"), bare.page.cost("j")))
        if name == "/":
            screen.cost("\x1b")
    ours, line, page = (median(column) for column in zip(*taken, strict=True))
    return ours, line, page


def resized(screen: Screen, columns: int) -> float:
    """Milliseconds until all stands in another width."""
    screen.settle()
    before = screen.cpu
    screen.resize(ROWS, columns)
    screen.settle()
    return screen.cpu - before


def scrolled(screen: Screen) -> tuple[float, float]:
    """Milliseconds a frame and frames a second while a key that scrolls a row is held."""
    screen.cost("g")
    frames, cpu, begun = screen.frames, screen.cpu, time.perf_counter()
    keys, pace = HELD
    for number in range(1, keys + 1):
        screen.press("\x05")
        while (left := begun + number / pace - time.perf_counter()) > 0:
            screen.read(left)
    took, shown = time.perf_counter() - begun, max(1, screen.frames - frames)
    return (screen.cpu - cpu) / shown, shown / took


def written(folder: Path, kilobytes: float) -> list[str]:
    """The two texts as files."""
    files = [folder / f"{kilobytes:g}{letter}.txt" for letter in "ab"]
    for file, text in zip(files, texts(kilobytes), strict=True):
        file.write_text(text, "utf-8")
    return [str(file) for file in files]


def rows(sizes: Sequence[float], runs: int) -> list[Row]:
    """The bundled pair, then invented ones; a size that is refused is told and left out."""
    done: list[Row] = []
    with (
        tempfile.TemporaryDirectory() as name,
        Screen([sys.executable, "-c", BARE], environment()) as line,
        Screen([sys.executable, "-c", PAGES], environment()) as page,
    ):
        folder, bare = Path(name), Bare(line, page)
        for screen in bare:
            screen.until(b"ready to read")
        for size in (0.0, *sizes):
            shown = f"{size:g} kB" if size else "bundled"
            files = written(folder, size) if size else []
            home = folder / f"home{size:g}"
            row = measured(shown, size, [READER, "--new", *files], bare, runs, home)
            print(
                f"{shown}: {'refused, or nothing was shown' if row is None else 'done'}", flush=True
            )
            if row is not None:
                done.append(row)
    return done


def print_start(done: Sequence[Row]) -> None:
    """Start and memory."""
    print("\nstart, ms and ratio to a bare app's first paint; memory of the reader's process")
    print("budgets: paint 1.3 bundled, 1.4 at 600 kB, 1.7 at 10 MB; 3 MB per MB of text")
    print(
        f"{'two of':>10} {'paint ms':>9} {'ratio':>6} {'keys ms':>8} {'ratio':>6} {'whole ms':>9}"
        f" {'MB paint':>9} {'keys':>5} {'found':>6} {'MB per MB':>10} {'found after s':>14}"
    )
    for row in done:
        start = row.start
        over = row.memory - done[0].memory
        share = f"{1000 * over / (2 * row.kilobytes):.1f}" if row.kilobytes >= LONG else ""
        found = f"over {SEARCHED:.0f}" if row.found is None else f"{row.found:.1f}"
        print(
            f"{row.name:>10} {start.paint:9.0f} {start.paint / row.bare:6.2f} {start.keys:8.0f}"
            f" {start.keys / row.bare:6.2f} {start.whole:9.0f} {start.paint_memory:9.0f}"
            f" {start.keys_memory:5.0f} {row.memory:6.0f} {share:>10} {found:>14}"
        )


def print_keys(done: Sequence[Row]) -> None:
    """Keys, resizing and scrolling."""
    print("\nkey to display, ms, and ratio to a bare app's key that changes a line | the screen")
    print("budgets: 1.5; the largest within 1.2 of 5 kB; resize 50 ms at 600 kB, 120 at 10 MB")
    print(f"{'two of':>10}" + "".join(f"{key:>17}" for key in KEYS) + f"{'resize ms':>10}")
    for row in done:
        told = "".join(_told(row.keys.get(key)) for key in KEYS)
        print(f"{row.name:>10}{told}{row.resize:10.0f}")
    small, large = done[1:2], done[-1:]
    for one, other in zip(small, large, strict=True):
        growth = ", ".join(
            f"{k} {other.keys[k][0] / one.keys[k][0]:.2f}" for k in other.keys if k in one.keys
        )
        print(f"{other.name} against {one.name}: {growth}")
    for row in done:
        if row.scroll is not None:
            cost, pace = row.scroll
            print(
                f"scrolling {row.name}: {cost:.1f} ms a frame, {pace:.0f} frames a second "
                "(budgets: 8 and 55)"
            )


def _told(key: tuple[float, float, float] | None) -> str:
    """Milliseconds of a key and its ratios to both bare apps'; a dash for one not measured."""
    if key is None:
        return f"{'-':>17}"
    ours, line, page = key
    return f"{ours:6.1f} {f'{ours / line:.1f}|{ours / page:.1f}':>10}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="two sizes, each once")
    parser.add_argument("--kilobytes", type=float, nargs="+", help="sizes of each text")
    args = parser.parse_args()
    runs = 1 if args.quick else 2
    done = rows(args.kilobytes or (QUICK if args.quick else SIZES), runs)
    print_start(done)
    print_keys(done)


if __name__ == "__main__":
    main()
