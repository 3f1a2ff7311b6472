"""A reader's own aliases, for every story: TOML, checked when it is read, added to as it stands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast, get_args

from corpus.actors.model import ActorType
from corpus.errors import ReaderError
from corpus.sanitise import one_line
from corpus.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Says = Literal["same", "apart", "actor"]

_FIELDS: Mapping[Says, frozenset[str]] = {
    "same": frozenset({"names"}),
    "apart": frozenset({"names"}),
    "actor": frozenset({"name", "type"}),
}
_SHAPES: Mapping[Says, str] = {
    "same": 'names = ["one", "another"]',
    "apart": 'names = ["one", "another"]',
    "actor": f'name = "one" and type = one of {", ".join(get_args(ActorType))}',
}
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*(same|apart|actor)[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Alias:
    """What a reader says of names, wherever they stand.

    ``same``: whoever has one of these ``names`` is one actor, shown under the
    first. ``apart``: no two of them are one actor's. ``actor``: whoever has
    this one name is of this ``type``.
    """

    says: Says
    names: tuple[str, ...]
    type: ActorType | Literal[""] = ""


def read_aliases(text: str, name: str) -> tuple[Alias, ...]:
    """The aliases in a reader's own file, in the order they stand there.

    Args:
        text: TOML: ``[[same]]`` and ``[[apart]]`` with ``names``, two or
            more; ``[[actor]]`` with ``name`` and ``type``.
        name: of the file, for the sentence that says what is wrong with it.

    Raises:
        ReaderError: it is no TOML, or not of that shape.
    """
    table = read_toml(text, name)
    strange = sorted(table.keys() - _FIELDS.keys())
    if strange:
        raise ReaderError(
            f"{name}: “{one_line(strange[0])}” is unknown: "
            "only [[same]], [[apart]] and [[actor]] count"
        )
    found: dict[Says, list[Alias]] = {
        says: _entries(says, table.get(says, []), name) for says in _FIELDS
    }
    return tuple(_in_order(found, text))


def with_alias(text: str, alias: Alias, name: str) -> str:
    """The text of a reader's file with one more alias at its end; all that stands there stays.

    Raises:
        ReaderError: the text is no file of aliases, or nothing can be added to it.
    """
    known = read_aliases(text, name)
    if known and known[-1] == alias:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline if text and not text.endswith("\n") else ""
    added = text + gap + (newline if text else "") + newline.join((*_lines(alias), ""))
    try:
        as_meant = read_aliases(added, name) == (*known, alias)
    except ReaderError:
        as_meant = False
    if not as_meant:
        raise ReaderError(f"{name}: nothing can be added at its end, please add it yourself")
    return added


def _entries(says: Says, listed: object, name: str) -> list[Alias]:
    if not isinstance(listed, list):
        raise ReaderError(f"{name}: write [[{says}]] with two brackets on each side")
    return [_entry(says, one, f"{name}: [[{says}]]") for one in cast("list[object]", listed)]


def _entry(says: Says, value: object, where: str) -> Alias:
    entry: Mapping[str, object] = {}
    if isinstance(value, dict):
        entry = cast("Mapping[str, object]", value)
    strange = sorted(entry.keys() - _FIELDS[says])
    if strange:
        wanted = " and ".join(sorted(_FIELDS[says]))
        raise ReaderError(f"{where} has “{one_line(strange[0])}”: only {wanted} count")
    names: object = [entry.get("name")] if says == "actor" else entry.get("names")
    type_ = entry.get("type", "")
    if not _are_names(names, 1 if says == "actor" else 2) or not _is_type(says, type_):
        raise ReaderError(f"{where} needs {_SHAPES[says]}, please correct it")
    shown = dict.fromkeys(one_line(one) for one in cast("list[str]", names))
    return Alias(says, tuple(shown), cast("ActorType", type_))


def _are_names(names: object, least: int) -> bool:
    if not isinstance(names, list):
        return False
    listed = cast("list[object]", names)
    words = {one_line(one) for one in listed if isinstance(one, str)}
    named = [one for one in words if any(map(str.isalnum, one))]
    return len(named) == len(words) >= least and all(isinstance(one, str) for one in listed)


def _is_type(says: Says, type_: object) -> bool:
    return type_ in get_args(ActorType) if says == "actor" else type_ == ""


def _in_order(found: Mapping[Says, Sequence[Alias]], text: str) -> Iterator[Alias]:
    """As they stand in the file, so that of two that clash the later holds."""
    heads = [cast("Says", match.group(1)) for match in _HEAD.finditer(text)]
    if all(heads.count(says) == len(entries) for says, entries in found.items()):
        rest = {says: iter(entries) for says, entries in found.items()}
        yield from (next(rest[says]) for says in heads)
    else:  # written as one list: then each kind in turn
        for entries in found.values():
            yield from entries


def _lines(alias: Alias) -> tuple[str, ...]:
    head = f"[[{alias.says}]]"
    if alias.says == "actor":
        return head, f"name = {_quoted(alias.names[0])}", f"type = {_quoted(alias.type)}"
    return head, f"names = [{', '.join(map(_quoted, alias.names))}]"


def _quoted(words: str) -> str:
    """A basic string of TOML: JSON's, with one more character that must be escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
