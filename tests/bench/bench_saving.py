"""How long a save takes until it is acknowledged, on the disk that is tried.

python tests/bench/bench_saving.py [--notes 300] [--base FOLDER]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from corpus.notes.model import Draft, Target
from corpus.notes.store import NoteStore

LIMIT = 20.0  # milliseconds, at the median
TARGET = Target("/news/a.txt", "0" * 64, 10, 130, "w" * 120, "p" * 32, "s" * 32, "l" * 128)


def main() -> int:
    parser = argparse.ArgumentParser(description="How long a save takes.")
    parser.add_argument("--notes", type=int, default=300)
    parser.add_argument("--base", help="a folder on the disk to be tried", default=".")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.base) as folder:
        path = Path(folder) / "notes.sqlite3"
        store = NoteStore.open(path, now=lambda: "2026-01-01T00:00:00Z")
        times = [_save(store, f"note {number}") for number in range(options.notes)]
    median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"saved: median {median:.1f} ms, 95 of 100 within {late:.1f} ms; at most {LIMIT} ms")
    return 0 if median <= LIMIT else 1


def _save(store: NoteStore, text: str) -> float:
    """Milliseconds from the call to the acknowledgement."""
    begun = time.perf_counter()
    store.add(Draft(text, (TARGET,)))
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    sys.exit(main())
