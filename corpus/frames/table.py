"""The groups of words for one idea, as tables: the shipped one, and a reader's own on top."""

from __future__ import annotations

import re
import tomllib
import typing
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from corpus.frames.lexicon import EXACT, PLACE, WORD, Entry, Key, Lexicon
from corpus.links.stem import stem
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.frames.lexicon import Hit
    from corpus.links.places import Spelled

_ENTRY = re.compile(rf"@place|=?{WORD.pattern}")


@cache
def shipped() -> Lexicon:
    """The frames that come with the package."""
    table = _shipped_table()
    return _lexicon(_entries(table), _entries(table, "unless"), _themes(table))


def find_hits(text: str, spelled: Iterable[Spelled] | None = None) -> tuple[Hit, ...]:
    """The uses of the shipped frames in a string; ``spelled`` are its words, where known."""
    if spelled is None:
        return tuple(shipped().hits(text))
    return tuple(shipped().hits_among([word for word in spelled if not word[0][0].isdigit()]))


def with_readers_frames(table: Mapping[str, Any]) -> Lexicon:
    """The shipped frames extended by a reader's own table (parsed TOML).

    Raises:
        ReaderError: the table is not of the shape ``{name: {"words": "a, b"}}``.
    """
    known = _shipped_table()
    entries, unless = _entries(known), _entries(known, "unless")
    for name, keys in _entries(table).items():
        entries[name] = [*entries.get(name, []), *keys]
    for name, keys in _entries(table, "without").items():
        entries[name] = [key for key in entries.get(name, []) if key not in keys]
    for name, keys in _entries(table, "unless").items():
        unless[name] = [*unless.get(name, []), *keys]
    return _lexicon(entries, unless, _themes(known) | _themes(table))


def names(table: Mapping[str, Any]) -> Mapping[str, str]:
    """What the frames of a reader's own table are called, where it is not what they stand under."""
    return {
        key: called for key, entry in table.items() if (called := one_line(entry.get("name", "")))
    }


def is_shipped(name: str) -> bool:
    """Whether a frame that comes with the package is called so."""
    return name in _shipped_table()


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
    return tuple(word if word.startswith((PLACE, EXACT)) else stem(word) for word in words)


def _themes(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(name for name, frame in table.items() if frame.get("theme") is True)


def _lexicon(
    entries: Mapping[str, Iterable[Key]],
    unless: Mapping[str, Iterable[Key]],
    themes: frozenset[str],
) -> Lexicon:
    by_first: dict[str, set[Entry]] = {}
    for listed, counts in ((entries, True), (unless, False)):
        for frame, keys in listed.items():
            for key in keys:
                by_first.setdefault(key[0], set()).add(Entry(key, frame, counts))
    return Lexicon({first: tuple(found) for first, found in by_first.items()}, themes)
