"""A story: two or more documents, and what was found between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from corpus.reading import read_document
from corpus.text import letter_id

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.frames import Frame
    from corpus.links.model import Gap, Link
    from corpus.moments import Notice
    from corpus.text import Document


@dataclass(frozen=True)
class Story:
    """Documents in the order given, with what they share and what they do not.

    A story that was only opened has its documents alone; ``analyse`` gives
    the rest. ``links`` join any two of the documents.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...] = ()
    links: tuple[Link, ...] = ()
    gaps: tuple[Gap, ...] = ()
    frames: tuple[Frame, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def document(self, id: str) -> Document:  # noqa: A002 - the contract's word
        """The document with this id; KeyError when there is none."""
        for document in self.documents:
            if document.id == id:
                return document
        raise KeyError(id)


def open_story(sources: Sequence[str | os.PathLike[str]]) -> Story:
    """The whole story told by these sources: paths, ``-`` or ``corpus:NAME``.

    Raises:
        InputError: one of them cannot be read; the sentence names it.
    """
    return analyse(tuple(read_document(source, letter_id(i)) for i, source in enumerate(sources)))


def analyse(documents: Sequence[Document]) -> Story:
    """Everything found in the documents: actors, links, gaps, frames and warnings."""
    *_, whole = unfold(documents)
    return whole


def unfold(documents: Sequence[Document]) -> Iterator[Story]:
    """The story as it is found: documents; with actors and warnings; with links; with frames."""
    from corpus.actors import find_cast
    from corpus.frames import find_frames
    from corpus.links import find_gaps, find_links
    from corpus.moments import find_moments

    story = Story(tuple(documents))
    yield story
    cast = find_cast(documents)
    story = replace(story, actors=cast, warnings=find_moments(documents, cast))
    yield story
    linked = [find_links(a, b, cast=cast) for a, b in combinations(documents, 2)]
    links = tuple(link for one in linked for link in one.links)
    story = replace(story, links=links, gaps=find_gaps(documents, linked))
    yield story
    yield replace(story, frames=find_frames(documents, cast))
