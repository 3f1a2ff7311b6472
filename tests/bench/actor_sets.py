"""Hold the actor finder against small invented texts whose names and speakers are marked.

The texts are in tests/data/actors; each file says how it is marked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from actor_gold import by_name, in_sentences, in_texts, measure_aliases

from corpus.actors import find_actors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.model import Actor, Statement

FOLDER = Path(__file__).parents[1] / "data" / "actors"
HALVES = ("first", "second")
TYPES = {"p": "person", "o": "organisation", "l": "place", "u": "unnamed"}
# Two stretches of words are the same when they share so much of what both cover.
SAME_WORDS = 0.5
_MARK = re.compile(r"\{(\w+)\|([^{}]*)\}")

Place = tuple[int, int]


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and where each key marks words."""

    text: str
    places: dict[str, list[Place]]


@dataclass
class Tally:
    """How many of those wanted and of those given are right; ``faults`` a line for each miss."""

    right: int = 0
    wanted: int = 0
    given: int = 0
    faults: list[str] = field(default_factory=list[str])

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of those wanted that are right."""
        return self.right / self.wanted if self.wanted else 0.0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right += other.right
        self.wanted += other.wanted
        self.given += other.given
        self.faults += other.faults


def unmark(marked: str) -> Marked:
    """A text and the places of its marks, in code points."""
    places: dict[str, list[Place]] = defaultdict(list)
    parts: list[str] = []
    length = at = 0
    for found in _MARK.finditer(marked):
        between, words = marked[at : found.start()], found[2]
        start = length + len(between)
        length = start + len(words)
        places[found[1]].append((start, length))
        parts += [between, words]
        at = found.end()
    return Marked("".join([*parts, marked[at:]]), dict(places))


def _body(file: str) -> str:
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("# "))


def events(half: str) -> Iterator[tuple[str, list[Marked]]]:
    """Events, each with its texts."""
    for event in re.split(r"^== ", _body(f"events_{half}.txt"), flags=re.MULTILINE)[1:]:
        name, *texts = re.split(r"^-- ", event, flags=re.MULTILINE)
        yield name.strip(), [unmark(t.split("\n", 1)[1].strip()) for t in texts]


def articles(half: str) -> Iterator[tuple[str, Marked]]:
    """Single articles."""
    for article in re.split(r"^== ", _body(f"articles_{half}.txt"), flags=re.MULTILINE)[1:]:
        name, text = article.split("\n", 1)
        yield name, unmark(text.strip())


def attributions(half: str) -> Iterator[tuple[str, Marked]]:
    """Modes, each with a short text."""
    for case in re.split(r"\n\s*\n", _body(f"attributions_{half}.txt").strip()):
        mode, text = case.strip().split(": ", 1)
        yield mode, unmark(text.replace("¶", "\n\n"))


def names(half: str) -> list[dict[str, object]]:
    """Pairs of names, as measure_aliases takes them."""
    rows = [line.split(" | ") for line in _body(f"names_{half}.txt").strip().splitlines()]
    return [{"type": k, "a": a, "b": b, "same": same == "same"} for k, a, b, same in rows]


def _overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _matches(one: Place, other: Place) -> bool:
    """Whether two names are at one place: the same but for a title or an article."""
    return one == other or 2 * _overlap(one, other) > max(one[1] - one[0], other[1] - other[0])


# -- persons of one event over its texts


def measure_persons(texts: Sequence[Marked]) -> tuple[float, list[str]]:
    """B³ F1 over the marked names, found or not, and each fault in a line."""
    actors = [a for a in find_actors([t.text for t in texts]) if a.type == "person"]
    wanted = {
        (letter, place): key
        for letter, text in zip("ABCDE", texts, strict=True)
        for key, places in text.places.items()
        for place in places
    }
    given = {
        (m.document, (m.start, m.end)): a.id for a in actors for m in a.mentions if m.kind == "name"
    }
    answer = {w: _owner(w, given) for w in wanted}
    scores = [_b_cubed(w, wanted, answer) for w in wanted]
    recall = sum(r for r, _ in scores) / len(scores)
    precision = sum(p for _, p in scores) / len(scores)
    f1 = 2 * recall * precision / (recall + precision)
    return f1, list(_cluster_faults(wanted, answer, texts, given))


def _owner(name: tuple[str, Place], given: dict[tuple[str, Place], str]) -> str:
    """Whose name it is taken for; a name that is not found stands alone."""
    there = (g for g in given if g[0] == name[0] and _matches(name[1], g[1]))
    return next((given[g] for g in there), f"alone {name}")


def _b_cubed(
    name: tuple[str, Place],
    wanted: dict[tuple[str, Place], str],
    answer: dict[tuple[str, Place], str],
) -> tuple[float, float]:
    truth = {n for n, key in wanted.items() if key == wanted[name]}
    said = {n for n, key in answer.items() if key == answer[name]}
    both = len(truth & said)
    return both / len(truth), both / len(said)


def _cluster_faults(
    wanted: dict[tuple[str, Place], str],
    answer: dict[tuple[str, Place], str],
    texts: Sequence[Marked],
    given: dict[tuple[str, Place], str],
) -> Iterator[str]:
    words = {w: texts["ABCDE".index(w[0])].text[w[1][0] : w[1][1]] for w in wanted}
    for key in sorted(set(wanted.values())):
        groups = {answer[w] for w in wanted if wanted[w] == key}
        if len(groups) > 1:
            told = (f"{words[w]} {w[0]} → {answer[w]}" for w in wanted if wanted[w] == key)
            yield f"parted {key}: " + "; ".join(told)
    for actor in sorted(set(answer.values())):
        keys = {wanted[w] for w in wanted if answer[w] == actor}
        if len(keys) > 1:
            yield f"merged {sorted(keys)}: {actor}"
    for place in given:
        if not any(w[0] == place[0] and _overlap(w[1], place[1]) for w in wanted):
            text = texts["ABCDE".index(place[0])].text[place[1][0] : place[1][1]]
            yield f"person too many: {text}"


# -- types


def measure_types(marked: Marked) -> tuple[Tally, Tally]:
    """Marked actors found, and found with the right type."""
    owner = {(m.start, m.end): (a, m) for a in find_actors([marked.text]) for m in a.mentions}
    found, typed = Tally(), Tally()
    hit: set[Place] = set()
    for key, places in marked.places.items():
        for place in places:
            words = marked.text[place[0] : place[1]]
            there = next((o for o in owner if _matches(place, o)), None)
            hit |= {there} if there else set()
            right = there is not None and owner[there][0].type == TYPES[key]
            found.right += there is not None
            typed.right += right
            if not right:
                said = owner[there][0].type if there else "nothing"
                typed.faults.append(f"{words}: {said}, not {TYPES[key]}")
            found.wanted += 1
            typed.wanted += 1
    extra = [o for o in owner if o not in hit and owner[o][1].kind == "name"]
    found.given = typed.given = found.wanted + len(extra)
    typed.faults += [f"too many: {marked.text[a:b]} ({owner[a, b][0].type})" for a, b in extra]
    return found, typed


# -- attributions


def measure_attributions(mode: str, marked: Marked) -> Tally:
    """Statements with the marked words and the marked speaker."""
    actors = find_actors([marked.text])
    said = [(a, s) for a in actors for s in a.statements]
    numbers = sorted({key[1:] for key in marked.places if key[0] == "c"})
    tally = Tally(wanted=len(numbers), given=len(said))
    for number in numbers:
        content = marked.places["c" + number]
        source = marked.places.get("s" + number, marked.places.get("s", []))
        hit = next((x for x in said if _same_words(x[1], content) and _speaks(x[0], source)), None)
        tally.right += hit is not None
        if hit is None:
            tally.faults.append(f"{mode} missed: {marked.text}" + _told(said))
    extra = len(said) - tally.right
    if extra and tally.right == tally.wanted:
        tally.faults.append(f"{mode} too many: {marked.text}" + _told(said))
    return tally


def _told(said: Sequence[tuple[Actor, Statement]]) -> str:
    parts = [f"\n      {a.name} [{s.verb.text}] {[c.text for c in s.content]}" for a, s in said]
    return "".join(parts)


def _same_words(statement: Statement, content: Sequence[Place]) -> bool:
    parts = [(c.start, c.end) for c in statement.content]
    both = sum(_overlap(a, b) for a in parts for b in content)
    union = sum(b - a for a, b in (*parts, *content)) - both
    return both >= SAME_WORDS * union


def _speaks(actor: Actor, source: Sequence[Place]) -> bool:
    """Whether one of the actor's mentions is at the speaker's place; any speaker if none."""
    mentions = [(m.start, m.end) for m in actor.mentions]
    return not source or any(_overlap(m, s) for m in mentions for s in source)


def report(half: str) -> Iterator[str]:
    """All figures over one half, a line each, faults below."""
    for decide in (by_name, in_texts, in_sentences):
        f1, merges, faults = measure_aliases(names(half), decide)
        yield f"{half} names, {decide.__name__}: F1 {f1:.3f}, false merges {merges}"
        yield from (f"  {fault}" for fault in faults)
    for name, texts in events(half):
        f1, faults = measure_persons(texts)
        yield f"{half} event {name}: persons B³ {f1:.3f}"
        yield from (f"  {fault}" for fault in faults)
    found, typed = Tally(), Tally()
    for name, article in articles(half):
        one, other = measure_types(article)
        found.add(one)
        typed.add(
            Tally(other.right, other.wanted, other.given, [f"{name}: {f}" for f in other.faults])
        )
    told = f"found {found.recall:.3f}, right type {typed.recall:.3f}, F1 {typed.f1:.3f}"
    yield f"{half} articles: {told}"
    yield from (f"  {fault}" for fault in typed.faults)
    modes: dict[str, Tally] = defaultdict(Tally)
    for mode, case in attributions(half):
        tally = measure_attributions(mode, case)
        modes[mode].add(tally)
        modes["all"].add(Tally(tally.right, tally.wanted, tally.given))
    for mode, tally in modes.items():
        counts = f"{tally.right} of {tally.wanted}, {tally.given} given"
        yield f"{half} attributions, {mode}: F1 {tally.f1:.3f} ({counts})"
        yield from (f"  {fault}" for fault in tally.faults)
