"""Words for one idea, and the places in a string where one is used."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus.actors.lexicon import lexicon
from corpus.links.places import spell
from corpus.links.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.links.places import Spelled

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
PLACE = "@place"
"""In an entry: any country, republic or region, or its people."""

EXACT = "="
"""Before a word of an entry: this form of it alone."""

Sort = Literal["frame", "theme"]
"""A frame tells what happens; a theme tells in which field of life."""

Key = tuple[str, ...]
"""The stems of the words of one entry, in order; a form that stands for itself after ``=``."""


class Entry(NamedTuple):
    """Words of a frame; one that does not count is a phrase in which they mean something else."""

    key: Key
    frame: str
    counts: bool = True


Entries = tuple[Entry, ...]
"""Entries that begin with one word; the longest first, and of equals those that do not count."""


class Hit(NamedTuple):
    """Words of a frame at a place in some string; ``word`` is the stem of a single one."""

    frame: str
    sort: Sort
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Lexicon:
    """The entries of every frame, found by the stem of their first word."""

    by_first: Mapping[str, Entries]
    themes: frozenset[str]
    _single: frozenset[str] = field(init=False, repr=False, compare=False)
    _met: dict[str, Entries] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        entries = (entry for group in self.by_first.values() for entry in group if entry.counts)
        single = frozenset(_plain(entry.key[0]) for entry in entries if len(entry.key) == 1)
        object.__setattr__(self, "_single", single)

    def holds(self, word: str) -> bool:
        """Whether a word, given by its stem, is an entry of some frame."""
        return word in self._single

    def hits(self, text: str) -> Iterator[Hit]:
        """Every place where ``text`` uses a frame, left to right; the longest entry wins."""
        return self.hits_among(spell(WORD, text))

    def hits_among(self, words: Sequence[Spelled]) -> Iterator[Hit]:
        """The same for the words of a text, in order."""
        taken: dict[str, int] = {}
        met = self._met
        for at, (form, place, start, _) in enumerate(words):
            entries = met.get(form) if place is None else self._begun_by(PLACE)
            if entries is None:
                entries = self._begun_by(form)
            if entries and _begins_name(words, at):
                continue
            for key, frame, counts in entries:
                if taken.get(frame, 0) <= start and _stands(key, words, at):
                    end = taken[frame] = words[at + len(key) - 1][3]
                    if counts:
                        single = _plain(key[0]) if len(key) == 1 else ""
                        yield Hit(frame, self._sort(frame), single, start, end)

    def _sort(self, frame: str) -> Sort:
        return "theme" if frame in self.themes else "frame"

    def _begun_by(self, form: str) -> Entries:
        """The entries that begin with a word, given in any form."""
        entries = self._met.get(form)
        if entries is None:
            first = {_stem_of(form), EXACT + form.lower()}
            found = [entry for key in first for entry in self.by_first.get(key, ())]
            entries = self._met[form] = tuple(sorted(found, key=_order))
        return entries


def _begins_name(words: Sequence[Spelled], at: int) -> bool:
    """Whether a given name stands there before another name: Bill Clinton is no law."""
    form, _, _, end = words[at]
    if form not in lexicon().given or at + 1 == len(words):
        return False
    after, place, start, _ = words[at + 1]
    return after[0].isupper() and place is None and start - end == 1


def _order(entry: Entry) -> tuple[int, bool, Entry]:
    return -len(entry.key), entry.counts, entry


def _stands(key: Key, words: Sequence[Spelled], at: int) -> bool:
    """Whether an entry, whose first word stands at ``at``, stands there whole."""
    if len(key) == 1:
        return True
    here = words[at : at + len(key)]
    return len(here) == len(key) and all(map(_is_form, key, here))


def _is_form(part: str, word: Spelled) -> bool:
    form, place, _, _ = word
    if place or part == PLACE:
        return bool(place) and part == PLACE
    return part in (_stem_of(form), EXACT + form.lower())


def _plain(part: str) -> str:
    """The stem that a part of a key has or is."""
    return stem(part[1:]) if part.startswith(EXACT) else part


def _stem_of(form: str) -> str:
    return stem(form.lower())
