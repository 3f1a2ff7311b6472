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

WORD = re.compile(r"[^\W\d_]+(?:(?:['’][^\W\d_]|[\u0300-\u036f])[^\W\d_]*)*")
"""A word; of one with a hyphen each part: cease-fire stands where cease fire stands."""
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
"""The longest first, and of equals those that do not count."""


class Begun(NamedTuple):
    """The entries that begin with one word: those that are no more, the others by their second."""

    single: Entries
    longer: Mapping[str, Entries]


_NOTHING = Begun((), {})


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
    _met: dict[str, Begun] = field(default_factory=dict, init=False, repr=False, compare=False)

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
            begun = met.get(form if place is None else PLACE) or self._begun_by(form, place)
            if begun is _NOTHING:
                continue
            for key, frame, counts in _standing(begun, words, at):
                if taken.get(frame, 0) <= start:
                    end = taken[frame] = words[at + len(key) - 1][3]
                    if counts:
                        single = _plain(key[0]) if len(key) == 1 else ""
                        yield Hit(frame, self._sort(frame), single, start, end)

    def _sort(self, frame: str) -> Sort:
        return "theme" if frame in self.themes else "frame"

    def _begun_by(self, form: str, place: str | None) -> Begun:
        """The entries that begin with a word, given in any form, or with a place."""
        first = _parts_of(form, place)
        found = sorted((e for key in first for e in self.by_first.get(key, ())), key=_order)
        longer: dict[str, list[Entry]] = {}
        for entry in found:
            if len(entry.key) > 1:
                longer.setdefault(entry.key[1], []).append(entry)
        begun = _NOTHING
        if found:
            single = tuple(entry for entry in found if len(entry.key) == 1)
            begun = Begun(single, {second: tuple(each) for second, each in longer.items()})
        self._met[form if place is None else PLACE] = begun
        return begun


def _standing(begun: Begun, words: Sequence[Spelled], at: int) -> Entries:
    """The entries that stand whole where one of their first words stands."""
    found: Entries = begun.single
    if begun.longer and at + 1 < len(words):
        after = words[at + 1]
        for second in _parts_of(after[0], after[1]):
            if second in begun.longer:
                stand = (e for e in begun.longer[second] if _stands(e.key, words, at))
                found = tuple(sorted((*stand, *found), key=_order))
    return () if found and _begins_name(words, at) else found


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
    """Whether an entry, whose first two words stand at ``at``, stands there whole."""
    rest = words[at + 2 : at + len(key)]
    return len(rest) == len(key) - 2 and all(
        part in _parts_of(word[0], word[1]) for part, word in zip(key[2:], rest, strict=True)
    )


def _parts_of(form: str, place: str | None) -> tuple[str, ...]:
    """What of an entry a word, or the name of a place, may be."""
    if place is not None:
        return (PLACE,)
    low = form.lower()
    return stem(low), EXACT + low


def _plain(part: str) -> str:
    """The stem that a part of a key has or is."""
    return stem(part[1:]) if part.startswith(EXACT) else part
