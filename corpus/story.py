"""A story: two or more documents, and what was found between them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ReaderError
from corpus.reading import read_document
from corpus.sanitise import one_line
from corpus.text import letter_id

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from corpus.actors.model import Actor
    from corpus.actors.overrule import Decided
    from corpus.frames import Frame
    from corpus.links.model import Gap, Link, Linked
    from corpus.links.rulings import Placed, Ruling
    from corpus.moments import Notice, Sign
    from corpus.text import Document

LOST = "ruling-lost"
"""The kind of a warning that the reader's decision on a link has lost its passages."""

_SHOWN = 60  # code points of a passage, in a sentence that only reminds of it


@dataclass(frozen=True)
class Story:
    """Documents in the order given, with what they share and what they do not.

    A story that was only opened has its documents alone; ``analyse`` gives
    the rest. ``links`` join any two of the documents. ``linked`` keeps what
    was found between each two; ``overruled`` makes ``links`` and ``gaps`` of
    it and of the reader's own decisions, which ``rulings`` then holds.
    ``corpus.recast`` does the same for actors: ``cast`` keeps those that were
    found, where ``decisions`` on them made others of them, and ``signs`` what
    the texts say of their moment whoever is in them.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...] = ()
    links: Sequence[Link] = ()
    gaps: Sequence[Gap] = ()
    frames: tuple[Frame, ...] = ()
    warnings: tuple[Notice, ...] = ()
    linked: tuple[Linked, ...] = ()
    rulings: tuple[Placed, ...] = ()
    cast: tuple[Actor, ...] = ()
    decisions: tuple[Decided, ...] = ()
    signs: tuple[Sign, ...] = ()

    @cached_property
    def alone(self) -> Counter[str]:
        """How many passages of each document are in gaps, by its id."""
        found = Counter[str]()
        for gap in self.gaps:
            found[gap.document] += len(gap.passages)
        return found

    def gap_at(self, document: str, number: int) -> Gap | None:
        """The gap that a passage is in; None when it is in none."""
        order = {one.id: at for at, one in enumerate(self.documents)}
        if document not in order:
            return None
        place = order[document], number
        at = bisect_right(self.gaps, place, key=lambda gap: (order[gap.document], gap.passages[0]))
        before = self.gaps[at - 1] if at else None
        inside = before and before.document == document and number <= before.passages[-1]
        return before if inside else None

    def document(self, id: str) -> Document:  # noqa: A002 - the contract's word
        """The document with this id; KeyError when there is none."""
        for document in self.documents:
            if document.id == id:
                return document
        raise KeyError(id)


def open_story(
    sources: Sequence[str | os.PathLike[str]],
    *,
    library: str | os.PathLike[str] | None = None,
) -> Story:
    """The whole story told by these sources: paths, ``-`` or ``corpus:NAME``.

    Args:
        sources: in the order of the story.
        library: the folder of the reader's own texts, which ``ossetia-reader
            corpus path`` prints. Without it only the texts that come with the
            program have names: nothing is looked for in a home folder unasked.

    Raises:
        InputError: one of them cannot be read; the sentence names it.
    """
    folder = None if library is None else partial(Path, library)
    return analyse(
        tuple(
            read_document(source, letter_id(index), library=folder)
            for index, source in enumerate(sources)
        )
    )


MOST_SEARCHED = 24_000_000
"""Code points of all documents together: more take minutes, and gigabytes of memory."""


ACTORS_FOUND = 0.5
"""The share of a search that is done when the actors are known."""


class TooLongError(ReaderError):
    """The documents are too long for the search; they can be read."""


def analyse(
    documents: Sequence[Document],
    extra: Mapping[str, Any] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Story:
    """Everything found in the documents; ``extra`` and ``progress`` as for ``unfold``."""
    *_, whole = unfold(documents, extra, progress=progress)
    return whole


def unfold(
    documents: Sequence[Document],
    extra: Mapping[str, Any] | None = None,
    *,
    progress: Callable[[float], None] | None = None,
) -> Iterator[Story]:
    """The story as it is found: documents; with actors and warnings; with links; with frames.

    Args:
        documents: in the order of the story.
        extra: frames of the reader's own, as ``corpus.frames.read_frames``
            gives them. They extend the findings on frames. They are no
            evidence for links: a score depends on the two texts alone.
        progress: is told the share of the search done, in [0, 1]; actors are found at
            ``ACTORS_FOUND``.

    Raises:
        ReaderError: ``extra`` is of the wrong shape.
        TooLongError: the documents are too long to be searched together.
    """
    if sum(len(document.text) for document in documents) > MOST_SEARCHED:
        raise TooLongError(f"the texts have more than {MOST_SEARCHED:,} characters together")
    from corpus.actors import find_cast
    from corpus.frames import find_frames
    from corpus.links import find_gaps, find_links
    from corpus.moments import find_moments, find_signs

    story = Story(tuple(documents))
    yield story
    cast = find_cast(documents, _part(progress, 0, ACTORS_FOUND))
    signs = find_signs(documents)
    warnings = find_moments(documents, cast, signs)
    story = replace(story, actors=cast, warnings=warnings, signs=signs)
    yield story
    pairs = list(combinations(documents, 2))
    share = (1 - ACTORS_FOUND) / len(pairs) if pairs else 0
    linked = tuple(
        find_links(a, b, cast=cast, progress=_part(progress, ACTORS_FOUND + at * share, share))
        for at, (a, b) in enumerate(pairs)
    )
    links = joined_links(linked)
    story = replace(story, linked=linked, links=links, gaps=find_gaps(documents, linked))
    yield story
    yield replace(story, frames=find_frames(documents, cast, extra))


def overruled(story: Story, rulings: Mapping[str, Ruling]) -> Story:
    """The story with links, gaps and warnings as the reader's rulings have them.

    Args:
        story: with or without rulings applied before; one whose links were
            not looked for yet is given back as it is.
        rulings: all that hold now, by their subject in the notes store;
            those on other texts are left aside.
    """
    from corpus.links import find_gaps
    from corpus.links.overrule import overrule
    from corpus.links.rulings import place_rulings

    if not story.linked:
        return story
    placed = place_rulings(rulings, story.documents)
    linked = [overrule(one, placed) for one in story.linked]
    return replace(
        story,
        links=joined_links(linked),
        gaps=find_gaps(story.documents, linked),
        warnings=(*(w for w in story.warnings if w.kind != LOST), *_lost(placed)),
        rulings=placed,
    )


def joined_links(linked: Iterable[Linked]) -> Sequence[Link]:
    """The links between each two documents in turn; of only two they are kept as they are."""
    found = [one.links for one in linked]
    return found[0] if len(found) == 1 else tuple(link for links in found for link in links)


def _part(
    progress: Callable[[float], None] | None, start: float, share: float
) -> Callable[[float], None] | None:
    """Tells of one search among several, which begins at ``start``, as a share of them all."""
    return (lambda done: progress(start + share * done)) if progress else None


def _lost(placed: Sequence[Placed]) -> Iterator[Notice]:
    """What is to be told of rulings whose words are not found any more."""
    from corpus.moments import Notice

    for one in placed:
        if one.ends is None:
            a, b = (_reminder(target.quote) for target in one.ruling.targets)
            missing = [d for d, end in zip(one.documents, (one.a, one.b), strict=True) if not end]
            words = (
                f"The link {one.ruling.verdict} by hand between “{a}” and “{b}” does not hold: "
                f"its words are not found any more in {' and '.join(missing)}."
            )
            yield Notice(LOST, words, ())


def _reminder(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
