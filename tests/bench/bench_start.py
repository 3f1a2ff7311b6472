"""How long the reader takes to its first paint, against a bare Textual app in the same run.

Each program runs in a real pseudo-terminal until its text has come out of it,
and is then ended; what counts is the processor time it took by then. The
programs take turns, so that a busy machine slows all of them alike, and the
ratio of the medians is the figure.

    python tests/bench/bench_start.py [--runs 15] [FILE FILE]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROWS, COLUMNS = 40, 120
_TEXTUAL = b"\x1b[?1004h"  # it asks to be told of the focus, and then paints
PATIENCE = 30.0  # seconds until a program that paints nothing is given up

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("ready to read")

Bare().run()
"""

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
        """Run once, up to the first paint, and note what it took."""
        begun = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvpe(self.command[0], list(self.command), _environment())  # noqa: S606 - ours
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        painted = _read_until(terminal, self.paints, self.after, begun + PATIENCE)
        self.wall.append(time.perf_counter() - begun)
        os.kill(pid, signal.SIGKILL)
        _, _, used = os.wait4(pid, 0)
        os.close(terminal)
        if not painted:
            raise SystemExit(f"{self.name}: painted nothing")
        self.cpu.append(used.ru_utime + used.ru_stime)

    def forget(self) -> None:
        """Drop what was noted so far."""
        self.cpu.clear()
        self.wall.clear()


def _environment() -> dict[str, str]:
    """The same terminal for all, folders of their own, and byte code kept between the runs."""
    home = f"{tempfile.gettempdir()}/ossetia-reader-bench"
    ours = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPYCACHEPREFIX": f"{home}/bytecode",
        "OSSETIA_READER_DATA_DIR": f"{home}/data",
        "OSSETIA_READER_CONFIG_DIR": f"{home}/config",
    }
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return inherited | ours


def _read_until(terminal: int, words: bytes | None, after: bytes, until: float) -> bool:
    """Read what a program shows until it has shown these words, or until it ends."""
    shown = b""
    while time.perf_counter() < until:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the program has ended
            return words is None
        if words is not None and words in (shown.partition(after)[2] if after else shown):
            return True
    return False


def main() -> None:
    """Print a line for each program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", help="texts to open instead of the bundled pair")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--paints", default="Ossetia", help="a word of the texts' first screen")
    args = parser.parse_args()
    reader = [str(Path(sys.executable).with_name("ossetia-reader"))]
    programs = [
        Program("bare Textual app", [sys.executable, "-c", BARE], b"ready to read"),
        Program("ossetia-reader", [*reader, *args.files], args.paints.encode()),
        Program("  answering keys", [*reader, *args.files], args.paints.encode(), _TEXTUAL),
        Program("ossetia-reader --help", [*reader, "--help"], None),
        Program("python -c pass", [sys.executable, "-c", "pass"], None),
    ]
    for program in programs:
        program.run()  # once unmeasured: it writes the byte code that an installed program has
        program.forget()
    for _ in range(args.runs):
        for program in programs:
            program.run()
    _print(programs)
    _print_analysis(min(args.runs, 5))


def _print(programs: Sequence[Program]) -> None:
    bare = statistics.median(programs[0].cpu)
    print(f"{'to the first paint':24} {'CPU ms':>8} {'ratio':>6} {'wall ms':>8}")
    for program in programs:
        cpu, wall = statistics.median(program.cpu), statistics.median(program.wall)
        print(f"{program.name:24} {1000 * cpu:8.0f} {cpu / bare:6.2f} {1000 * wall:8.0f}")


def _print_analysis(runs: int) -> None:
    """Actors, links, frames and warnings of the bundled pair: once with imports, then again."""
    import subprocess

    command = [sys.executable, "-c", ANALYSIS]
    env = _environment()
    printed = [subprocess.check_output(command, env=env, text=True).split() for _ in range(runs)]
    first, again = (statistics.median(map(float, column)) for column in zip(*printed, strict=True))
    print(f"analysis of the bundled pair, CPU ms: {first:.0f} with imports, {again:.0f} after them")


if __name__ == "__main__":
    main()
