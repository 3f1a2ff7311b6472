"""Another version of a text that notes are on, in a file beside it: told by its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.notes.model import Note, Target
    from corpus.text import Document

_LOOKED_AT = 40  # targets of one text that are looked for
_TELLING = 12  # code points of a piece that is not in every text by chance
_PIECES = 2  # of a note's words and those around them: one alone may have been quoted elsewhere
_SHARE = 0.5  # of the notes on a text that stand in another version of it


class Versions(NamedTuple):
    """Notes with the texts they are looked for in; ``told`` says so, a sentence a text."""

    notes: tuple[Note, ...]
    told: tuple[str, ...] = ()


def in_newer_texts(notes: Sequence[Note], documents: Sequence[Document]) -> Versions:
    """The notes, those on a text that has another version among these documents put on it.

    A document is taken for another version of a text when both lie in one
    folder, the text is not among the documents, and of half the notes on it
    the words, or those around them, stand in the document letter by letter.
    Nothing is changed by that in what is kept.
    """
    newer = _newer(notes, documents)
    if not newer:
        return Versions(tuple(notes))
    put = (
        replace(note, targets=tuple(_put(target, newer) for target in note.targets))
        for note in notes
    )
    told = (
        f"{document.name} reads like another version of {PurePath(source).name}: "
        "its notes are looked for here"
        for source, document in newer.items()
    )
    return Versions(tuple(put), tuple(told))


def _put(target: Target, newer: Mapping[str, Document]) -> Target:
    document = newer.get(target.document)
    return replace(target, document=document.source) if document else target


def _newer(notes: Iterable[Note], documents: Sequence[Document]) -> Mapping[str, Document]:
    """The other version of each text that has one, by the text's source."""
    here = {name for one in documents for name in (one.source, one.sha256)}
    elsewhere: defaultdict[str, list[Target]] = defaultdict(list)
    for target in (target for note in notes for target in note.targets):
        if here.isdisjoint((target.document, target.sha256)):
            elsewhere[target.document].append(target)
    return {
        source: document
        for document in documents
        for source, targets in elsewhere.items()
        if _is_version(targets, source, document)
    }


def _is_version(targets: Sequence[Target], source: str, document: Document) -> bool:
    old, new = PurePath(source), PurePath(document.source)
    if not old.is_absolute() or old.parent != new.parent:
        return False
    looked_at = targets[:: max(1, len(targets) // _LOOKED_AT)]
    standing = sum(_stands(target, document.text) for target in looked_at)
    return standing >= _SHARE * len(looked_at)


def _stands(target: Target, text: str) -> bool:
    """Whether enough of a note's words and those around them stand in a text."""
    around = (target.lead, target.prefix, target.quote, target.suffix, target.trail)
    pieces = [piece.strip() for piece in around if len(piece.strip()) >= _TELLING]
    return sum(piece in text for piece in pieces) >= min(_PIECES, max(1, len(pieces)))
