"""Measure the links: python tests/bench/bench_links.py [FILES…].

FILES are pairs of texts with gold links (see link_gold.py). For each, our
score stands beside rapidfuzz's token_set_ratio and TF-IDF over words and over
characters, in the same run: average precision pooled and by pair, best F1,
best partner. Then the bundled pair, and time and memory over growing texts,
made of the sentences of FILES or of the pairs of the tests.
"""

from __future__ import annotations

import math
import random
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from link_gold import Pair, load, measure, score_all
from rapidfuzz import fuzz, process, utils

from corpus.links import find_links
from corpus.links.meaning import is_installed
from corpus.links.score import score_passages
from corpus.passages import Passages
from corpus.reading import read_document
from corpus.text import Document, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from link_gold import Matrix

ROOT = Path(__file__).parents[2]
SIZES = (100, 1_000, 2_500, 5_000, 10_000)
ROUNDS = 20
MIXES = 3
LIST = tomllib.loads((ROOT / "tests" / "data" / "bundled_links.toml").read_text("utf-8"))


def ours(pair: Pair) -> Matrix:
    """The score of this project as it installs."""
    return score_passages(pair.a, pair.b, with_meaning=False).astype(np.float64)


def ours_with_meaning(pair: Pair) -> Matrix:
    """The same with the optional extra."""
    return score_passages(pair.a, pair.b, with_meaning=True).astype(np.float64)


def token_set(pair: Pair) -> Matrix:
    """rapidfuzz's token_set_ratio over whole sentences."""
    scorer, processor = fuzz.token_set_ratio, utils.default_process
    return process.cdist(pair.a, pair.b, scorer=scorer, processor=processor) / 100.0


def tfidf_words(pair: Pair) -> Matrix:
    """The cosine of TF-IDF over words of two letters or more."""
    return _tfidf(pair, lambda text: re.findall(r"\w\w+", text.lower()))


def tfidf_characters(pair: Pair) -> Matrix:
    """The cosine of TF-IDF over runs of three to five characters."""
    return _tfidf(pair, _runs)


def _runs(text: str) -> list[str]:
    text = f" {' '.join(text.lower().split())} "
    return [text[i : i + n] for n in (3, 4, 5) for i in range(len(text) - n + 1)]


def _tfidf(pair: Pair, units: Callable[[str], list[str]]) -> Matrix:
    """Smoothed inverse document frequency over the sentences of both texts, as scikit-learn's."""
    counts = [Counter(units(text)) for text in (*pair.a, *pair.b)]
    spread = Counter(unit for count in counts for unit in count)
    column = {unit: at for at, unit in enumerate(spread)}
    rows = np.zeros((len(counts), len(column)))
    for row, count in zip(rows, counts, strict=True):
        for unit, times in count.items():
            row[column[unit]] = times * (math.log((1 + len(counts)) / (1 + spread[unit])) + 1)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows[: len(pair.a)] @ rows[len(pair.a) :].T


SCORERS: dict[str, Callable[[Pair], Matrix]] = {
    "ours": ours,
    "ours, with meaning": ours_with_meaning,
    "rapidfuzz token_set_ratio": token_set,
    "TF-IDF words": tfidf_words,
    "TF-IDF characters": tfidf_characters,
}


def print_quality(path: Path) -> None:
    """One table for one file."""
    pairs = load(path)
    print(f"\n{path.stem}: {len(pairs)} pairs\n{'':28}AP    macro best-F1 partner")
    for name, scorer in SCORERS.items():
        if scorer is ours_with_meaning and not is_installed():
            continue
        print(f"{name:27} {measure(pairs, score_all(pairs, scorer))}")


def print_bundled() -> None:
    """What an editor wants and forbids among the 15 best links, and how long they take, warm."""
    a, b = read_document("corpus:ossetia-a", "A"), read_document("corpus:ossetia-b", "B")
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        find_links(a, b)
        times.append(time.process_time() - start)
    scores = score_passages(a.wording, b.wording)
    ranked = np.argsort(-scores, axis=None, kind="stable")[:15]
    best = {
        (int(i) + 1, int(j) + 1)
        for i, j in zip(*np.unravel_index(ranked, scores.shape), strict=True)
    }
    wanted, forbidden = ({(i, j) for i, j in LIST[key]} for key in ("wanted", "forbidden"))
    print(
        f"\nbundled pair: {len(wanted & best)} of {len(wanted)} wanted and "
        f"{len(forbidden & best)} of {len(forbidden)} forbidden links among the 15 best, "
        f"{sorted(times)[ROUNDS // 2] * 1e3:.0f} ms of CPU, warm"
    )


def print_scale(files: Sequence[str]) -> None:
    """Time and memory of find_links over growing texts, each in a process of its own.

    Times are medians over MIXES mixes of the sentences; the slowest search
    stands beside. The reasons of links are made when they are looked at.
    """
    print("\npassages on each side   CPU s   slowest   and all reasons   MB in all   links")
    for size in SIZES:
        command = [sys.executable, __file__, "--scale", str(size), *files]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


def measure_scale(size: int, files: Sequence[str]) -> None:
    """One row of that table."""
    sentences = _sentences(files)
    find_links(_document(sentences[:9], "A"), _document(sentences[:9], "B"))
    runs = [_run(sentences, size, mix) for mix in range(MIXES)]
    found, reasons, links = (sorted(column) for column in zip(*runs, strict=True))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    half = MIXES // 2
    print(
        f"{size:21} {found[half]:7.2f} {found[-1]:9.2f} {reasons[half]:17.2f}"
        f" {memory:11} {int(links[half]):7}"
    )


def _run(sentences: Sequence[str], size: int, mix: int) -> tuple[float, float, float]:
    """CPU seconds for the links, and for all reasons as well, of one mix; how many links."""
    a = _document(_many(sentences, size, seed=2 * mix + 1), "A")
    b = _document(_many(sentences, size, seed=2 * mix + 2), "B")
    start = time.process_time()
    links = find_links(a, b).links
    found = time.process_time() - start
    for link in links:
        len(link.evidence), len(link.cautions)
    return found, time.process_time() - start, len(links)


def _sentences(files: Sequence[str]) -> list[str]:
    if files:
        found = [s for file in files for pair in load(Path(file)) for s in (*pair.a, *pair.b)]
    else:
        tables = (ROOT / "tests/data/pairs").glob("*.toml")
        raw = [tomllib.loads(path.read_text("utf-8")) for path in sorted(tables)]
        found = [sentence for table in raw for sentence in (*table["a"], *table["b"])]
    return sorted({" ".join(sentence.split()) for sentence in found})


def _many(sentences: Sequence[str], size: int, seed: int) -> list[str]:
    """``size`` sentences, all different; where there are too few, their words are mixed."""
    chance = random.Random(seed)
    chosen = chance.sample(sentences, min(size, len(sentences)))
    words = [word for sentence in sentences for word in sentence.split()]
    while len(chosen) < size:
        chosen.append(" ".join(chance.choices(words, k=20)))
    return chosen


def _document(sentences: Sequence[str], name: str) -> Document:
    passages: list[Passage] = []
    at = 0
    for number, sentence in enumerate(sentences, start=1):
        passages.append(Passage(number, "sentence", Span(at, at + len(sentence)), number))
        at += len(sentence) + 1
    return Document(name, name, name, "\n".join(sentences), "", Passages.of(passages))


def main(arguments: Sequence[str]) -> int:
    """Print all tables."""
    if arguments[:1] == ["--scale"]:
        measure_scale(int(arguments[1]), arguments[2:])
        return 0
    for argument in arguments:
        print_quality(Path(argument))
    print_bundled()
    print_scale(arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
