"""How well notes find their words again after edits: recovered, misplaced, and how fast.

    python tests/bench/bench_anchoring.py [--cases 4000] [--seed 1] [--worst 10]

Passages of the texts in tests/data/anchoring are noted, the texts are
edited, and each note is looked for. A note is alive when three fifths of
its letters are left, and dead when less than a third is; in between it is
not judged. Recovered: alive, and the place given shares half of its extent
with what is left. Misplaced: any other place given.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from edits import Edited, Editor, sentences, untouched, where_now

from corpus.notes.anchoring import anchor, make_target
from corpus.passages import Passages
from corpus.text import Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXTS = Path(__file__).parents[1] / "data" / "anchoring"
EDITS = (
    ("typography",),
    ("insert",),
    ("cut",),
    ("cut_noted",),
    ("rewrite_noted",),
    ("reword",),
    ("reword_all",),
    ("misspell",),
    ("shuffle",),
    ("strange_neighbours",),
    ("look_alike",),
    ("look_alike_left",),
    ("twice",),
    ("capitals",),
    ("insert", "cut", "reword_all"),
    ("typography", "insert", "reword"),
    ("shuffle", "reword_all", "misspell"),
    ("look_alike", "insert", "cut", "reword"),
    ("look_alike_left", "insert"),
)


@dataclass(frozen=True)
class Case:
    """A noted range of a text, and the text after an edit."""

    edit: str
    before: str
    note: range
    after: Edited


@dataclass(frozen=True)
class Outcome:
    """What became of a note: was it alive, and what was said of it."""

    case: Case
    alive: bool
    state: str
    overlap: float
    now: str

    @property
    def recovered(self) -> bool:
        return self.alive and self.overlap >= 0.5

    @property
    def misplaced(self) -> bool:
        return self.state != "orphaned" and not self.recovered


def document(text: str, name: str) -> Document:
    return Document("A", name, name, text, name, Passages())


def cases(number: int, seed: int, *, short: bool) -> Iterator[Case]:
    chance = Random(seed)
    texts = {path.stem: path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))}
    names = list(texts)
    for index in range(number):
        name = names[index % len(names)]
        edits = EDITS[index // len(names) % len(EDITS)]
        strangers = [
            text[slice(*span)]
            for other, text in texts.items()
            if other != name and other[:2] == name[:2]
            for span in sentences(text)
        ]
        note = _noted(texts[name], chance, short=short)
        after = untouched(texts[name])
        for edit in edits:
            after = getattr(Editor(chance, strangers), edit)(after, note)
        yield Case("+".join(edits), texts[name], note, after)


def _noted(text: str, chance: Random, *, short: bool) -> range:
    """One to three words, or a sentence or a part of one of 25 characters and more."""
    while True:
        start, end = chance.choice(sentences(text))
        words = [
            start + at
            for at, letter in enumerate(text[start:end])
            if letter.isalnum() and not text[start + at - 1].isalnum()
        ]
        first = chance.randrange(len(words))
        last = first + chance.randint(1, 3) if short else chance.randint(first + 1, len(words))
        stop = words[last] - 1 if last < len(words) else end
        begin = words[first]
        while stop > begin and not text[stop - 1].isalnum():
            stop -= 1
        whole = not short and chance.random() < 0.5
        note = range(start, end) if whole else range(begin, stop)
        if len(note) >= 25 if not short else 2 < len(note) < 25:
            return note


def outcome(case: Case) -> Outcome | None:
    """None when the note is neither alive nor dead."""
    target = make_target(document(case.before, "old"), Span(case.note.start, case.note.stop))
    found = anchor(target, document(case.after.text, "new"))
    left = [at for at in where_now(case.after, case.note) if not case.after.text[at].isspace()]
    share = len(left) / sum(not c.isspace() for c in target.quote)
    if 0.34 <= share < 0.6:
        return None
    overlap = _overlap(found.span, left) if share >= 0.6 else 0.0
    return Outcome(case, share >= 0.6, found.state, overlap, found.now or "")


def _overlap(span: Span | None, left: Sequence[int]) -> float:
    if span is None or not left:
        return 0.0
    start, end = left[0], left[-1] + 1
    shared = max(0, min(end, span.end) - max(start, span.start))
    return shared / (max(end, span.end) - min(start, span.start))


def outcomes(number: int, seed: int, *, short: bool) -> list[Outcome]:
    return [o for case in cases(number, seed, short=short) if (o := outcome(case))]


def figures(results: Sequence[Outcome]) -> dict[str, float]:
    """Shares in [0, 1]; ``misplaced_found`` is a count."""
    alive = [o for o in results if o.alive]
    return {
        "notes": len(results),
        "recovered": sum(o.recovered for o in alive) / max(1, len(alive)),
        "misplaced": sum(o.misplaced for o in results) / max(1, len(results)),
        "misplaced_found": sum(o.misplaced and o.state == "found" for o in results),
        "found": sum(o.state == "found" for o in alive) / max(1, len(alive)),
    }


def report(title: str, results: Sequence[Outcome], worst: int) -> None:
    values = figures(results)
    print(
        f"{title:28} {values['notes']:6.0f} notes  recovered {values['recovered']:6.1%}  "
        f"misplaced {values['misplaced']:6.2%}  misplaced and found {values['misplaced_found']:.0f}"
        f"  called found {values['found']:6.1%}"
    )
    lost = Counter(o.case.edit for o in results if o.alive and not o.recovered)
    wrong = Counter(o.case.edit for o in results if o.misplaced)
    if worst:
        print("   not recovered:", dict(lost.most_common(8)))
        print("   misplaced:    ", dict(wrong.most_common(8)))
    for o in [o for o in results if o.misplaced][:worst]:
        words = o.case.before[o.case.note.start : o.case.note.stop]
        print(f"   {o.case.edit}: {words!r} -> {o.now!r} ({o.state}, {o.overlap:.2f})")


def speed(size: int = 600_000) -> float:
    """Seconds a note on a text of ``size`` code points, after the first."""
    chance = Random(1)
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    pool = [text[slice(*span)] for text in texts for span in sentences(text)]
    words = " ".join(pool).split()
    parts = [" ".join(chance.sample(words, 14)) + "." for _ in range(size // 70)]
    old, new = "\n".join(parts)[:size], "\n".join([parts[0], "Added.", *parts[1:]])[:size]
    before, after = document(old, "old"), document(new.replace("the ", "that "), "new")
    targets = [
        make_target(before, Span(at, at + chance.choice((8, 60, 300))))
        for at in (chance.randrange(size - 400) for _ in range(21))
    ]
    anchor(targets[0], after)
    begun = time.perf_counter()
    for target in targets[1:]:
        anchor(target, after)
    return (time.perf_counter() - begun) / 20


def main() -> int:
    parser = argparse.ArgumentParser(description="How well notes find their words again.")
    parser.add_argument("--cases", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0, help="show so many misplaced ones")
    options = parser.parse_args()
    long = outcomes(options.cases, options.seed, short=False)
    short = outcomes(options.cases, options.seed, short=True)
    report("25 characters and more", long, options.worst)
    report("one to three words", short, options.worst)
    print(f"on 600,000 code points        {speed():.3f} s a note after the first")
    one, other = figures(long), figures(short)
    reached = one["recovered"] >= 0.95 and one["misplaced"] <= 0.005
    reached = reached and other["recovered"] >= 0.9 and other["misplaced"] <= 0.01
    return 0 if reached and not one["misplaced_found"] else 1


if __name__ == "__main__":
    sys.exit(main())
