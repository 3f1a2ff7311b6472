"""How long reading takes: hostile files under the real limits, then one article in each format.

    python tests/bench/bench_reading.py [--all]

Prints, by class of attack, how many cases ended as they must, the longest time, and the largest
memory of this process and of a confined one; with ``--all`` every case.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "makers"))
sys.path.insert(0, str(Path(__file__).parents[2]))

import filemakers as make
import hostilefiles
from articles import ENGLISH

from corpus.errors import InputError
from corpus.reading import read_document

FORMATS: dict[str, Callable[[make.Article], bytes]] = {
    "plain text": make.plain,
    "Markdown": make.markdown,
    "HTML": lambda a: f"<html><body><article>{make.html_body(a)}</article></body></html>".encode(),
    "DOCX": make.docx,
    "EPUB": make.epub,
    "PDF": lambda a: make.pdf(make.set_in_type(a)),
}


class Tried(NamedTuple):
    """A case: whether it ended as it must, how, and how long it took."""

    case: hostilefiles.Case
    is_right: bool
    told: str
    seconds: float


def attempt(case: hostilefiles.Case) -> Tried:
    """Read one case's file."""
    with tempfile.TemporaryDirectory() as folder:
        source = case.make(Path(folder))
        begun = time.perf_counter()
        try:
            text, error = read_document(source).text, ""
        except InputError as refusal:
            text, error = "", str(refusal)
        seconds = time.perf_counter() - begun
    is_text = bool(text) and case.shows in text and not case.refused
    is_error = bool(error) and case.refused in error and not (case.shows and not case.slow)
    return Tried(case, is_text or is_error, "text" if text else error.rpartition(": ")[2], seconds)


def print_hostile(*, every: bool) -> None:
    """A line for each class, or for each case."""
    tried = [attempt(case) for case in hostilefiles.cases()]
    print(f"{'class':12} {'cases':>6} {'right':>6} {'longest, s':>11}")
    for name, group in groupby(tried, key=lambda one: one.case.name.partition(":")[0]):
        rows = list(group)
        right = sum(one.is_right for one in rows)
        print(f"{name:12} {len(rows):6} {right:6} {max(one.seconds for one in rows):11.2f}")
        for one in rows if every else [one for one in rows if not one.is_right]:
            mark = "" if one.is_right else "WRONG "
            print(f"    {mark}{one.case.name}: {one.told[:80]} ({one.seconds:.2f} s)")
    right = sum(one.is_right for one in tried)
    print(f"{'all':12} {len(tried):6} {right:6} {max(one.seconds for one in tried):11.2f}")
    for who, whose in ((resource.RUSAGE_SELF, "the reader"), (resource.RUSAGE_CHILDREN, "a child")):
        print(f"largest memory of {whose}: {resource.getrusage(who).ru_maxrss // 1024} MB")


def print_formats() -> None:
    """The median of five readings of one article in each format."""
    print(f"\n{'format':12} {'wall ms':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in FORMATS.items():
            file = Path(folder) / "article"
            file.write_bytes(write(ENGLISH))
            times = []
            for _ in range(5):
                begun = time.perf_counter()
                read_document(file)
                times.append(1000 * (time.perf_counter() - begun))
            print(f"{name:12} {sorted(times)[2]:8.0f}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--all", action="store_true", help="a line for every hostile file")
    parser.add_argument("files", nargs="*", help="texts of your own to read, each timed")
    args = parser.parse_args()
    for file in args.files:
        begun = time.perf_counter()
        passages = len(read_document(file).passages)
        print(f"{file}: {passages} passages, {time.perf_counter() - begun:.2f} s")
    print_hostile(every=args.all)
    print_formats()


if __name__ == "__main__":
    main()
