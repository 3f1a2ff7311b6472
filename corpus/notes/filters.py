"""One line that says which notes to show: ``tag:claim state:orphaned,changed -draft "two words"``.

Every term must hold. A term is a word, or a field and a value; ``-`` before
it turns it round, commas separate values of which one is enough, quotation
marks hold a value together. What is not a known field is a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.notes.model import Note

# What can be asked for, and what it means: for whoever explains the line to a reader.
EXPLAINED = (
    ("words", "in the note, its tags, the words noted"),
    ("tag:x", "tags that begin so; tag:none: no tags"),
    ("state:orphaned,changed", "how the words stand; a comma: or"),
    ("colour:red", "or colour:none"),
    ("actor:name", "on an actor, or words that name one"),
    ("kind:pair", "passage, pair, gap, actor, frame"),
    ("text:A", "a text by letter, or a part of a path"),
    ("is:star", "starred"),
    ("-tag:x", "a minus turns any of these round"),
    ('"two words"', "quotation marks hold words together"),
)

STARRED = "star"
NONE = "none"
_ALIASES = {"color": "colour", "file": "text"}
_BEGIN_ALIKE = {"tag", "state", "colour", "kind", "is"}  # fields of names; else part of a value
FIELDS = (*sorted(_BEGIN_ALIKE), "actor", "text")
_TERM = re.compile(r'(?P<minus>-?)(?:(?P<field>\w+):)?(?P<value>(?:"[^"]*"?|[^\s"])+)?')


@dataclass(frozen=True, slots=True)
class Facets:
    """What of a note can be asked for; each field holds all its values."""

    words: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    colour: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; ``field`` is empty for a word, ``values`` are folded: one must hold."""

    field: str
    values: tuple[str, ...]
    wanted: bool = True


Filter = tuple[Term, ...]


def read_filter(line: str) -> Filter:
    """The terms of a line; a field without a value yet, as one types, asks for nothing."""
    return tuple(_terms(line))


def facets(
    note: Note,
    *,
    states: Sequence[str] = (),
    actors: Sequence[str] = (),
    texts: Sequence[str] = (),
    now: Sequence[str] = (),
) -> Facets:
    """What can be asked for of a note.

    Args:
        note: its words, tags, colour, kind and star count by themselves.
        states: of its targets in the texts as they are now.
        actors: the names of those its passages speak of.
        texts: further names of its texts, such as ``A``; their paths are known.
        now: the words that stand there now.
    """
    quotes = tuple(target.quote for target in note.targets)
    return Facets(
        words=(note.text, note.name, *note.tags, *quotes, *now),
        tag=note.tags or (NONE,),
        state=tuple(states),
        colour=(note.colour or NONE,),
        kind=(note.kind,),
        actor=(*actors, *([note.name] if note.kind == "actor" else quotes)),
        text=(*texts, *(target.document for target in note.targets)),
        flags=(STARRED,) if note.starred else (),
    )


def holds(terms: Filter, facts: Facets) -> bool:
    """Whether a note with these facets is asked for."""
    return all(_holds(term, facts) == term.wanted for term in terms)


def _terms(line: str) -> Iterator[Term]:
    for match in _TERM.finditer(line):
        named = (match["field"] or "").lower()
        field = _ALIASES.get(named, named)
        value = match["value"] or ""
        if field and field not in FIELDS:
            field, value = "", f"{match['field']}:{value}"
        values = tuple(v for part in _parts(field, value) if (v := fold(part)))
        if values:
            yield Term(field, values, wanted=not match["minus"])


def _parts(field: str, value: str) -> Iterable[str]:
    """The values between the commas; a word may hold commas itself."""
    plain = value.replace('"', "")
    return plain.split(",") if field and '"' not in value else (plain,)


def _holds(term: Term, facts: Facets) -> bool:
    given = facts.flags if term.field == "is" else getattr(facts, term.field or "words")
    return any(_fits(term.field, value, fold(one)) for one in given for value in term.values)


def _fits(field: str, value: str, given: str) -> bool:
    if field in _BEGIN_ALIKE:
        return given.startswith(value)
    if field == "text" and len(value) == 1:
        return given == value  # the letter of a text on the screen
    return all(word in given for word in value.split()) if field == "actor" else value in given


def fold(words: str) -> str:
    """Words as they are compared: letter case, width and white space make no difference."""
    return " ".join(normalize("NFKC", words).casefold().split())
