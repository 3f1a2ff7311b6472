"""The notes as the Notes view lists them: on the texts shown, or on all texts there are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.notes.filters import Facets, facets
from corpus.notes.nearest import nearest_passages
from corpus.report.standing import WORST_FIRST, Standing, document_of, standing, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.model import Actor
    from corpus.notes.model import Note
    from corpus.report.standing import Finder
    from corpus.text import Document, Passage

SEVERAL = 2
_LONGEST = 100  # code points of a mention

# Places where somebody is mentioned, by the text's source: start, end, name.
Mentions: TypeAlias = Mapping[str, Sequence[tuple[int, int, str]]]


class Asked(NamedTuple):
    """What the notes are listed from.

    Attributes:
        documents: the texts on the screen.
        actors: those found in them.
        everywhere: whether to list the notes on other texts as well.
        others: texts that were read again, by the source that notes name.
        missing: those that could not be read, and why.
    """

    documents: Sequence[Document]
    actors: Sequence[Actor] = ()
    everywhere: bool = False
    others: Mapping[str, Document] = {}
    missing: Mapping[str, str] = {}

    @property
    def known(self) -> tuple[Document, ...]:
        """Every text there is to look in."""
        return (*self.documents, *self.others.values())


class Candidate(NamedTuple):
    """A passage at which an orphan's words could stand now."""

    document: Document
    passage: Passage


@dataclass(frozen=True, slots=True)
class Listed:
    """A note in the list.

    Attributes:
        standing: where its words stand.
        document: the text they stand in, or stood in; None when it is not at hand.
        side: of that text on the screen; None when it is not there.
        facets: what the filter asks for.
        looked: whether its text was looked at, or is known to be gone.
        candidates: of an orphan, the passages most like its words.
        coders: how many of those who made notes made one on its passage, and how
            many they are; none where all are the reader's own.
    """

    standing: Standing
    document: Document | None
    side: int | None
    facets: Facets
    looked: bool = True
    candidates: tuple[Candidate, ...] = ()
    coders: tuple[int, int] | None = None

    @property
    def note(self) -> Note:
        """The note."""
        return self.standing.note

    @property
    def source(self) -> str:
        """The text's path or ``corpus:NAME``; empty for a note on no text."""
        return self.standing.source or self.standing.target.document


class Catalogue(NamedTuple):
    """The list, orphans first, then what changed, then by text and place; and what to read yet."""

    listed: tuple[Listed, ...] = ()
    unread: tuple[str, ...] = ()


def catalogue(notes: Sequence[Note], asked: Asked, find: Finder) -> Catalogue:
    """The notes that are asked for, each with how it stands now."""
    mentions = _mentions(asked)
    listed = _counted([one for note in notes if (one := _listed(note, asked, mentions, find))])
    texts = list(dict.fromkeys([*(d.source for d in asked.documents), *(o.source for o in listed)]))
    listed.sort(key=lambda one: _order(one, texts))
    unread = dict.fromkeys(name for one in listed if not one.looked for name in _unread(one, asked))
    return Catalogue(tuple(listed), tuple(unread))


def _listed(note: Note, asked: Asked, mentions: Mentions, find: Finder) -> Listed | None:
    if asked.everywhere:
        one: Standing | None = standing(note, asked.known, find)
    else:
        one = standing_in(note, asked.documents, find)
    if one is None:
        return None
    document = document_of(one.target, asked.known)
    looked = not asked.everywhere or not _unread_of(one, asked)
    side = next((i for i, d in enumerate(asked.documents) if d is document), None)
    facts = _facets(one, asked, mentions)
    return Listed(one, document, side, facts, looked, tuple(_candidates(one, document)))


def _counted(listed: list[Listed]) -> list[Listed]:
    """With how many coders noted the passages of each, where there are several coders."""
    coders = {one.note.coder for one in listed}
    if len(coders) < SEVERAL:
        return listed
    who: defaultdict[tuple[str, int | None], set[str]] = defaultdict(set)
    for one in listed:
        for end in one.standing.ends:
            who[end.source, end.passage].add(one.note.coder)
    return [
        replace(one, coders=(len(_who(one, who)), len(coders)) if _who(one, who) else None)
        for one in listed
    ]


def _who(one: Listed, who: Mapping[tuple[str, int | None], set[str]]) -> set[str]:
    """Who noted a passage that a note is on; nobody where its words are lost."""
    ends = (end for end in one.standing.ends if end.passage is not None)
    return {coder for end in ends for coder in who[end.source, end.passage]}


def _facets(one: Standing, asked: Asked, mentions: Mentions) -> Facets:
    letters = {d.source: d.id for d in asked.documents}
    texts = (letters[end.source] for end in one.ends if end.source in letters)
    return facets(
        one.note,
        states=tuple(dict.fromkeys(end.anchor.state for end in one.ends)),
        actors=tuple(dict.fromkeys(name for end in one.ends for name in _spoken_of(end, mentions))),
        texts=tuple(texts),
        now=tuple(end.anchor.now or "" for end in one.ends),
    )


def _candidates(one: Standing, document: Document | None) -> Iterator[Candidate]:
    if document is not None and one.anchor.state == "orphaned":
        for passage in nearest_passages(one.target, document):
            yield Candidate(document, passage)


def _mentions(asked: Asked) -> Mentions:
    """Who is spoken of in the texts of the screen, by source: start, end and name, in order."""
    from corpus.actors.excerpts import spots_of

    sources = {document.id: document.source for document in asked.documents}
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for actor in asked.actors:
        for document, start, end in spots_of(actor.mentions):
            if document in sources:
                found[sources[document]].append((start, end, actor.name))
    return {source: sorted(places) for source, places in found.items()}


def _spoken_of(end: Standing, mentions: Mentions) -> Iterator[str]:
    """The names of those that are mentioned in the words of a note."""
    span, places = end.anchor.span, mentions.get(end.source, ())
    if span is not None:
        for start, stop, name in places[bisect_left(places, (span.start - _LONGEST,)) :]:
            if start >= span.end:
                break
            if stop > span.start:
                yield name


def _unread(listed: Listed, asked: Asked) -> list[str]:
    return _unread_of(listed.standing, asked)


def _unread_of(one: Standing, asked: Asked) -> list[str]:
    """The texts of a note that nobody has tried to read yet."""
    away = (end.target.document for end in one.ends if not end.source and end.target.document)
    return [source for source in away if source not in asked.missing]


def _order(one: Listed, texts: Sequence[str]) -> tuple[int, bool, int, int]:
    """Orphans first, then what changed; the rest, and each of these, by text and place."""
    span = one.standing.anchor.span
    state = one.standing.anchor.state if one.looked else "found"
    gone = state == "orphaned" and one.document is None
    start = span.start if span else 0
    return WORST_FIRST.index(state), gone, texts.index(one.source), start
