"""Who uses which frame, where, and whether in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from corpus.actors.model import Excerpt
from corpus.frames.table import names, shipped, with_readers_frames
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.actors.model import Actor
    from corpus.text import Document

NARRATOR = "narrator"

_QUOTED = re.compile(r"“[^”“]*”|«[^»«]*»|„[^“„]*“|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class FrameUse(Excerpt):
    """Words of a frame in a document.

    ``voice`` is the id of the actor in whose statement they stand, or
    ``narrator``; ``quoted`` tells whether they stand in quotation marks.
    """

    voice: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One idea, and every place where a word for it stands, document by document."""

    name: str
    uses: Sequence[FrameUse]


def find_frames(
    documents: Sequence[Document],
    cast: Sequence[Actor],
    extra: Mapping[str, Any] | None = None,
) -> tuple[Frame, ...]:
    """Which frames the documents use, where, and in whose voice.

    Frames come in the order of their first use, uses in reading order.

    Raises:
        ReaderError: ``extra``, the reader's own frames, is of the wrong shape.
    """
    lexicon = shipped() if extra is None else with_readers_frames(extra)
    called = names(extra or {})
    uses: dict[str, list[FrameUse]] = {}
    for document in documents:
        voices = _voices(document.id, cast)
        quoted = quotations(document)
        for passage in document.passages:
            for hit in lexicon.hits(document.quote(passage.span)):
                span = Span(hit.start, hit.end).shifted(passage.span.start)
                uses.setdefault(called.get(hit.frame, hit.frame), []).append(
                    FrameUse(
                        document.id,
                        span.start,
                        span.end,
                        document.quote(span),
                        voices.holder(span) or NARRATOR,
                        quoted.holder(span) is not None,
                    )
                )
    return tuple(Frame(name, tuple(found)) for name, found in uses.items())


def voiced(frames: Sequence[Frame], cast: Sequence[Actor]) -> tuple[Frame, ...]:
    """The frames with the voices that another cast gives to their uses."""
    ids = {use.document for frame in frames for use in frame.uses}
    voices = {document: _voices(document, cast) for document in ids}

    def spoken(use: FrameUse) -> FrameUse:
        voice = voices[use.document].holder(Span(use.start, use.end)) or NARRATOR
        return use if voice == use.voice else replace(use, voice=voice)

    return tuple(Frame(frame.name, tuple(map(spoken, frame.uses))) for frame in frames)


class Ranges:
    """Ranges of one text, each with a label, found by a span inside."""

    def __init__(self, ranges: Iterable[tuple[int, int, str]]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _, _ in self._ranges]
        self._reach = list(accumulate((end for _, end, _ in self._ranges), max))

    def holder(self, span: Span) -> str | None:
        """The label of the range that holds ``span``; of several, the one that begins last."""
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            if self._ranges[at][1] >= span.end:
                return self._ranges[at][2]
            at -= 1
        return None


def _voices(document: str, cast: Sequence[Actor]) -> Ranges:
    """Who speaks where in one document."""
    return Ranges(
        (part.start, part.end, actor.id)
        for actor in cast
        for statement in actor.statements
        for part in statement.content
        if part.document == document
    )


def quotations(document: Document) -> Ranges:
    """Where a document stands in quotation marks; a quotation is its own label."""
    return Ranges((*m.span(), m.group()) for m in _QUOTED.finditer(document.text))
