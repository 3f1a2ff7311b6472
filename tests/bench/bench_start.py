"""How long the reader takes to its first paint, against a bare Textual app and other tools.

Each program runs in a real pseudo-terminal until its text has come out of it,
and is then ended; what counts is the processor time it took by then. The
programs take turns, so that a busy machine slows all of them alike, and the
ratio of the medians is the figure. Of the other tools those are run that are
on PATH; each opens the bundled texts in its own way.

    python tests/bench/bench_start.py [--runs 15] [FILE FILE]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from screens import BARE, TEXTUAL, Screen, environment

from corpus.articles import names
from corpus.reading import read_document

ANALYSIS = """
import time
from corpus.articles import names
from corpus.reading import read_document
from corpus.story import analyse
documents = [read_document(f"corpus:{name}", id) for name, id in zip(names(), "AB")]
times = [time.process_time()]
for _ in range(6):
    analyse(documents)
    times.append(time.process_time())
took = [1000 * (b - a) for a, b in zip(times, times[1:])]
print(took[0], min(took[1:]))
"""


@dataclass(frozen=True)
class Program:
    """A command, and the words by which its first paint is known; None waits for its end.

    ``after``: words that come before these, from whoever answers keys.
    """

    name: str
    command: Sequence[str]
    paints: bytes | None
    after: bytes = b""
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run once, up to the first paint, and note the milliseconds it took."""
        screen = Screen(self.command, environment())
        painted = screen.until(self.paints or b"\0", self.after)
        self.wall.append(1000 * (time.perf_counter() - screen.begun))
        self.cpu.append(screen.leave())
        if not painted and self.paints:
            raise SystemExit(f"{self.name}: painted nothing")

    def forget(self) -> None:
        """Drop what was noted so far."""
        self.cpu.clear()
        self.wall.clear()


def others(folder: Path, paints: bytes) -> list[Program]:
    """Other tools, as far as they are installed, on the bundled texts."""
    texts = [read_document(f"corpus:{name}").text for name in names()]
    files = [folder / f"{letter}.md" for letter in "ab"]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    a, b = map(str, files)
    known = [
        Program("less", ["less", a, b], paints),
        Program("vim -d", ["vim", "-d", a, b], paints),
        Program("toolong", ["tl", a], paints),
        Program("frogmouth", ["frogmouth", a], paints),
        Program("harlequin", ["harlequin", "--locale", "C"], b"Query Editor"),
    ]
    return [program for program in known if shutil.which(program.command[0])]


def main() -> None:
    """Print a line for each program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", help="texts to open instead of the bundled pair")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--paints", default="Ossetia", help="a word of the texts' first screen")
    args = parser.parse_args()
    reader = [str(Path(sys.executable).with_name("ossetia-reader"))]
    opened, word = [*reader, "--new", *args.files], args.paints.encode()
    with tempfile.TemporaryDirectory() as folder:
        programs = [
            Program("bare Textual app", [sys.executable, "-c", BARE], b"ready to read"),
            Program("ossetia-reader", opened, word),
            Program("  answering keys", opened, word, TEXTUAL),
            *others(Path(folder), b"Ossetia"),
        ]
        commands = [
            Program("python -c pass", [sys.executable, "-c", "pass"], None),
            Program("ossetia-reader --help", [*reader, "--help"], None),
        ]
        take_turns([*programs, *commands], args.runs)
    print_ratios("to the first paint", programs)
    print_ratios("to the end", commands)
    print_analysis(min(args.runs, 5))


def take_turns(programs: Sequence[Program], runs: int) -> None:
    """Run all again and again; the first time, which writes byte code, does not count."""
    for program in programs:
        program.run()
        program.forget()
    for _ in range(runs):
        for program in programs:
            program.run()


def print_ratios(title: str, programs: Sequence[Program]) -> None:
    """The medians, and their ratios to the first program's."""
    unit = statistics.median(programs[0].cpu)
    print(f"{title:24} {'CPU ms':>8} {'ratio':>6} {'wall ms':>8}")
    for program in programs:
        cpu, wall = statistics.median(program.cpu), statistics.median(program.wall)
        print(f"{program.name:24} {cpu:8.0f} {cpu / unit:6.2f} {wall:8.0f}")


def print_analysis(runs: int) -> None:
    """Actors, links, frames and warnings of the bundled pair: once with imports, then again."""
    command = [sys.executable, "-c", ANALYSIS]
    env = environment()
    printed = [subprocess.check_output(command, env=env, text=True).split() for _ in range(runs)]
    first, again = (statistics.median(map(float, column)) for column in zip(*printed, strict=True))
    print(f"analysis of the bundled pair, CPU ms: {first:.0f} with imports, {again:.0f} after them")


if __name__ == "__main__":
    main()
