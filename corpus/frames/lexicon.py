"""The groups of words for one idea, and the places in a string where one is used."""

from __future__ import annotations

import re
import tomllib
import typing
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from corpus.errors import ReaderError
from corpus.links.places import spell
from corpus.links.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.links.places import Spelled

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ENTRY = re.compile(rf"@place|{_WORD.pattern}")
_PLACE = "@place"
"""In an entry: any country, republic or region, or its people."""

Sort = Literal["frame", "theme"]
"""A frame tells what happens; a theme tells in which field of life."""

Key = tuple[str, ...]
"""The stems of the words of one entry, in order."""

Entries = tuple[tuple[Key, str], ...]
"""Entries that begin with one word, each with its frame; the longest first."""


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
        keys = (key for entries in self.by_first.values() for key, _ in entries)
        object.__setattr__(self, "_single", frozenset(key[0] for key in keys if len(key) == 1))

    def holds(self, word: str) -> bool:
        """Whether a word, given by its stem, is an entry of some frame."""
        return word in self._single

    def hits(self, text: str) -> Iterator[Hit]:
        """Every place where ``text`` uses a frame, left to right; the longest entry wins."""
        return self.hits_among(spell(_WORD, text))

    def hits_among(self, words: Sequence[Spelled]) -> Iterator[Hit]:
        """The same for the words of a text, in order."""
        taken: dict[str, int] = {}
        met = self._met
        for at, (form, place, start, _) in enumerate(words):
            entries = met.get(form) if place is None else self._begun_by(_PLACE)
            for key, frame in self._begun_by(form) if entries is None else entries:
                if taken.get(frame, 0) <= start and self._stands(key, words, at):
                    taken[frame] = words[at + len(key) - 1][3]
                    sort: Sort = "theme" if frame in self.themes else "frame"
                    single = key[0] if len(key) == 1 else ""
                    yield Hit(frame, sort, single, start, taken[frame])

    def _begun_by(self, form: str) -> Entries:
        """The entries that begin with a word, given in any form."""
        entries = self._met.get(form)
        if entries is None:
            entries = self._met[form] = self.by_first.get(_stem_of(form), ())
        return entries

    @staticmethod
    def _stands(key: Key, words: Sequence[Spelled], at: int) -> bool:
        """Whether an entry, whose first word stands at ``at``, stands there whole."""
        return len(key) == 1 or key == tuple(
            _PLACE if place else _stem_of(form) for form, place, _, _ in words[at : at + len(key)]
        )


def _stem_of(form: str) -> str:
    return stem(form.lower())


@cache
def shipped() -> Lexicon:
    """The frames that come with the package."""
    return _lexicon(_entries(_shipped_table()), _themes(_shipped_table()))


def find_hits(text: str, spelled: Iterable[Spelled] | None = None) -> tuple[Hit, ...]:
    """The uses of the shipped frames in a string.

    ``spelled`` are its words where the caller has them; where one has a
    hyphen they are read again, for entries may have one too.
    """
    if spelled is None or "-" in text:
        return tuple(shipped().hits(text))
    return tuple(shipped().hits_among([word for word in spelled if not word[0][0].isdigit()]))


def with_readers_frames(table: Mapping[str, Any]) -> Lexicon:
    """The shipped frames extended by a reader's own table (parsed TOML).

    Raises:
        ReaderError: the table is not of the shape ``{name: {"words": "a, b"}}``.
    """
    entries = _entries(_shipped_table())
    own, without = _entries(table), _entries(table, "without")
    for name, keys in own.items():
        entries[name] = [*entries.get(name, []), *keys]
    for name, keys in without.items():
        entries[name] = [key for key in entries.get(name, []) if key not in keys]
    return _lexicon(entries, _themes(_shipped_table()) | _themes(table))


@cache
def _shipped_table() -> dict[str, Any]:
    return tomllib.loads(files("corpus.frames").joinpath("frames.toml").read_text("utf-8"))


def _entries(table: Mapping[str, Any], field: str = "words") -> dict[str, list[Key]]:
    """The keys of every frame's entries, in the table's order."""
    entries: dict[str, list[Key]] = {}
    for name, frame in table.items():
        listed = _listed(frame, field)
        if listed is None:
            raise ReaderError(
                f'the frame [{name}] needs {field} = "one, another, a phrase"; please correct it'
            )
        entries[name] = [key for entry in listed.split(",") if (key := _key(entry))]
    return entries


def _listed(frame: object, field: str) -> str | None:
    """The entries of one field of a frame; None when they are not a text."""
    if not isinstance(frame, dict):
        return None
    listed: object = typing.cast("dict[str, object]", frame).get(field, "")
    return listed if isinstance(listed, str) else None


def _key(entry: str) -> Key:
    words = (m.group().lower() for m in _ENTRY.finditer(entry))
    return tuple(word if word == _PLACE else stem(word) for word in words)


def _themes(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(name for name, frame in table.items() if frame.get("theme") is True)


def _lexicon(entries: Mapping[str, Iterable[Key]], themes: frozenset[str]) -> Lexicon:
    by_first: dict[str, set[tuple[Key, str]]] = {}
    for frame, keys in entries.items():
        for key in keys:
            by_first.setdefault(key[0], set()).add((key, frame))
    return Lexicon(
        {
            first: tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry)))
            for first, found in by_first.items()
        },
        themes,
    )
