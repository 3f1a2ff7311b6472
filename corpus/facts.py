"""What the reader says of a text's source, kept by the text's own bytes, wherever it lies.

The notes store keeps it as decisions of the kind ``fact``: it can be undone,
and another version never overwrites it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from corpus.sanitise import one_line
from corpus.text import Fact, with_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.notes.events import JsonObject
    from corpus.text import Document, FactKind

    Values = Mapping[FactKind, str]

DECISION = "fact"
"""The kind under which the notes store keeps what the reader says; its subject is the SHA-256."""

EDITABLE: tuple[FactKind, ...] = ("label", "title", "outlet", "author", "date")
"""What the reader may say of a source, in the order in which it is asked and shown."""

LONGEST = 200
"""Code points of one fact."""

_NUMBERS = re.compile(r"[\d\s./-]+")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def checked(kind: FactKind, words: str) -> str:
    """The words as one safe line; a date of numbers must be ISO 8601, other words stand as given.

    Raises:
        ValueError: the sentence says what is wrong with them.
    """
    clean = one_line(words)
    if len(clean) > LONGEST:
        raise ValueError(f"a {kind} of more than {LONGEST} characters; shorten it")
    if kind == "date" and _NUMBERS.fullmatch(clean) and not _is_day(clean):
        raise ValueError(
            f"{clean}: no day of the calendar; write it as 2008-08-29, 2008-08 or 2008"
        )
    return clean


def encode(values: Values) -> JsonObject | None:
    """What the store keeps for one text; None, which takes all of it back, when nothing is said.

    An empty value says that the fact is unknown, whatever the file says.
    """
    return {kind: value for kind, value in values.items()} or None  # noqa: C416 - widens the keys


def own_facts(decisions: Mapping[str, JsonObject]) -> Mapping[str, Values]:
    """What the reader says of each text, by its SHA-256; what is in a strange form is left out."""
    return {
        sha256: {kind: one_line(cast("str", state[kind])) for kind in EDITABLE if kind in state}
        for sha256, state in decisions.items()
        if all(isinstance(state.get(kind, ""), str) for kind in EDITABLE)
    }


def with_own(document: Document, values: Values) -> Document:
    """The document with what the reader says of it, which counts before all else."""
    kinds = values.keys()
    unsaid = replace(
        document,
        facts=tuple(fact for fact in document.facts if not _overruled(fact, values)),
        title=None if "title" in kinds else document.title,
        date=None if "date" in kinds else document.date,
    )
    said = (Fact(kind, value, "reader") for kind, value in values.items() if value)
    return with_facts(unsaid, said)


def with_all_own(documents: Iterable[Document], own: Mapping[str, Values]) -> tuple[Document, ...]:
    """Each document with what the reader says of it."""
    return tuple(with_own(document, own.get(document.sha256, {})) for document in documents)


def _overruled(fact: Fact, values: Values) -> bool:
    """Whether the reader says otherwise, or that it is unknown."""
    said = values.get(fact.kind)
    return said is not None and (fact.origin == "reader" or not said)


def _is_day(words: str) -> bool:
    if not _ISO.fullmatch(words):
        return False
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError:
        return False
    return True
