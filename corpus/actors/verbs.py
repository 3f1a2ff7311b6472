"""Verbs that put words in somebody's mouth, in all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus.actors.data_lines import grouped_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VOWELS = "aeiou"
# Verbs of one syllable and a few with the stress at the end double their last letter.
_DOUBLE = frozenset(
    {"quip", "brag", "chat", "permit", "admit", "commit", "refer", "infer", "slam", "plan"}
)


# Verbs whose past is their base.
_SAME_IN_PAST = frozenset({"read", "put", "bet", "set", "cut", "hit", "let", "forecast"})


@dataclass(frozen=True, slots=True)
class VerbForms:
    """``ways`` maps a form (its words, in lower case) to what its verb may take.

    The ways are those of verbs.txt: quote, clause, that, about, to, hearer and state.
    ``longest`` is the longest form, in words. ``bases`` go with many speakers,
    ``thirds`` with one: they are nouns as often as verbs.
    """

    ways: Mapping[tuple[str, ...], frozenset[str]]
    longest: int
    bases: frozenset[str]
    thirds: frozenset[str]


def _inflected(base: str) -> Iterator[str]:
    """The forms a rule gives: third person, past, participle of the present."""
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield base[:-1] + "ies"
        yield base[:-1] + "ied"
        yield base + "ing"
        return
    if base in _DOUBLE:
        stem = base + base[-1]
    yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    yield stem + "ed"
    yield stem + "ing"


def _forms(entry: str) -> Iterator[tuple[str, ...]]:
    """All forms of one entry; words after the first of a base stay as they are."""
    base, *irregular = entry.split()
    head, *rest = base.split("_")
    tail = tuple(rest)
    yield (head, *tail)
    for form in _inflected(head):
        if not (irregular and form.endswith("ed")):
            yield (form, *tail)
    for form in irregular:
        yield tuple(form.split("_"))


@cache
def verb_forms() -> VerbForms:
    """The verbs of the language's list."""
    ways: dict[tuple[str, ...], set[str]] = {}
    for way in ("quote", "clause", "that", "about", "to", "hearer", "state"):
        states = frozenset(grouped_lines("verbs.txt")["state"])
        for entry in grouped_lines("verbs.txt")[way]:
            for form in [(entry,)] if entry in states else _forms(entry):
                ways.setdefault(form, set()).add(way)
    for language in ("ru", "de"):
        for way, spoken in grouped_lines("verbs.txt", language).items():
            for word in spoken:
                ways.setdefault((word,), set()).add(way)
    bases, thirds = _numbers()
    return VerbForms({f: frozenset(w) for f, w in ways.items()}, max(map(len, ways)), bases, thirds)


def _numbers() -> tuple[frozenset[str], frozenset[str]]:
    """The forms of the present: those for many, and those for one."""
    lists = grouped_lines("verbs.txt")
    entries = {e for way in ("quote", "clause", "that", "about", "to") for e in lists[way]}
    entries -= set(lists["state"])
    heads = {e.split()[0].split("_")[0] for e in entries} - _SAME_IN_PAST
    return frozenset(heads), frozenset(next(_inflected(head)) for head in heads)


@cache
def verb_starts() -> frozenset[str]:
    """The words a verb of speech can begin with."""
    return frozenset(form[0] for form in verb_forms().ways)


@cache
def reporting_nouns() -> frozenset[str]:
    """Nouns whose clause is somebody's words: the claim that …."""
    return frozenset(grouped_lines("verbs.txt")["noun"])
