"""Measure the actor finder: python tests/bench/bench_actors.py [FILES…].

FILES are pairs of texts, one a line, as JSON with lists of sentences "a" and
"b"; they are timed, and what was found in them is counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

from actor_gold import (
    alias_pairs,
    bundled_texts,
    by_name,
    in_sentences,
    in_texts,
    measure_aliases,
    measure_pair,
)
from actor_sets import HALVES, report

from corpus.actors import find_actors

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 20
NAMES = ("Ivan Petrov", "Maria Lopez", "Chen Wei", "John Baker", "Aisha Diallo", "Peter Novak")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _seconds(texts: Sequence[str]) -> float:
    started = time.perf_counter()
    find_actors(texts)
    return time.perf_counter() - started


def _varied(copy: int, text: str) -> str:
    """One copy of a text with other people in it, so that names do not merely repeat."""
    for old, new in (("Kokoity", "Koko"), ("Makarkin", "Maka"), ("Alborov", "Albo")):
        text = text.replace(old, f"{new}{chr(97 + copy % 26)}{chr(97 + copy // 26 % 26)}ov")
    return text


def pair() -> None:
    """The bundled pair against its gold."""
    first = _seconds(bundled_texts())
    best = min(_seconds(bundled_texts()) for _ in range(ROUNDS))
    found = measure_pair(find_actors(bundled_texts()))
    _say(f"named actors {found.named} of 23, false merges {found.false_merges}")
    _say(f"roles {found.roles} of 11, speakers {found.speakers} of 23")
    _say(f"statements with mode and words to the letter {found.contents} of 23")
    _say(f"mentions F1 {found.mentions:.3f}, with name {found.name_mentions:.3f}")
    _say(f"both articles {best * 1000:.1f} ms, the first time {first * 1000:.0f} ms")
    for fault in found.faults:
        _say(f"  {fault}")


def aliases() -> None:
    """Pairs of names, asked in three ways."""
    for file in ("alias_pairs.json", "actors_pairs.json"):
        for decide in (by_name, in_texts, in_sentences):
            f1, merges, faults = measure_aliases(alias_pairs(file), decide)
            _say(f"{file} {decide.__name__}: F1 {f1:.3f}, false merges {merges}")
            for fault in faults:
                _say(f"  {fault}")


def sets() -> None:
    """The invented texts: the half the rules were written with, then the half kept apart."""
    for half in HALVES:
        for line in report(half):
            _say(line)


def growth() -> None:
    """Time and memory on texts of growing length."""
    base = bundled_texts()
    for copies in (25, 50, 100, 200):
        text = "\n\n".join(_varied(i, base[i % 2]) for i in range(copies))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent = _seconds([text])
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        rate = len(text.split()) / spent
        pace = f"{spent:.2f} s, {rate:,.0f} words a second"
        _say(f"{len(text) // 1000} kB: {pace}, {grown:.0f} MB more")
    names = ", ".join(f"{n.split()[0]} {n.split()[1]}{i:x}" for i in range(17_000) for n in NAMES)
    _say(f"{17_000 * len(NAMES):,} names: {_seconds([names]):.1f} s")


def files(paths: Sequence[str]) -> None:
    """Speed and counts over pairs of texts."""
    for path in paths:
        rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
        started, words, types = time.perf_counter(), 0, Counter[str]()
        said = 0
        for row in rows:
            texts = ["\n".join(row["a"]), "\n".join(row["b"])]
            words += sum(len(t.split()) for t in texts)
            actors = find_actors(texts)
            types.update(a.type for a in actors)
            said += sum(len(a.statements) for a in actors)
        rate = words / (time.perf_counter() - started)
        _say(f"{Path(path).stem}: {rate:,.0f} words a second, {dict(types)}, {said} statements")


def main() -> None:
    """Print all figures."""
    pair()
    aliases()
    sets()
    growth()
    files(sys.argv[1:])


if __name__ == "__main__":
    main()
