"""Rows of a pane as pieces of text with the names of their marks: pure, colourless."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.layout import Window


@dataclass(frozen=True, slots=True)
class Layer:
    """Spans of one document that are marked in one way; sorted, none overlapping another."""

    name: str
    spans: tuple[Span, ...]
    _starts: array[int] = field(init=False, repr=False, compare=False)
    _ends: array[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", array("I", [span.start for span in self.spans]))
        object.__setattr__(self, "_ends", array("I", [span.end for span in self.spans]))

    def crossing(self, span: Span) -> Sequence[Span]:
        """The spans that share a character with ``span``, found without looking at the rest."""
        first = bisect_right(self._ends, span.start)
        return self.spans[first : bisect_left(self._starts, span.end, first)]


def layer(name: str, spans: Iterable[Span]) -> Layer:
    """A layer of these spans; those that touch or overlap are marked as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return Layer(name, tuple(merged))


NO_MARKS = Layer("", ())


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything drawn on one document.

    ``layers`` from the lowest to the topmost; ``noted`` the sign that stands
    beside a passage with notes.
    """

    layers: tuple[Layer, ...] = ()
    noted: dict[int, str] = field(default_factory=dict[int, str])


Piece = tuple[str, tuple[str, ...]]


def pieces(window: Window, row: int, layers: Sequence[Layer]) -> list[Piece]:
    """What a row shows, cut where marks begin and end, each piece with the names of its marks."""
    shown, text = window.shown(row)
    marked = [(span, one.name) for one in layers for span in one.crossing(shown)]
    if not marked:
        return [(text, ())] if text else []
    cuts = {shown.start, shown.end}
    for span, _ in marked:
        cuts |= {max(span.start, shown.start), min(span.end, shown.end)}
    edges = sorted(cuts)
    return [
        (
            text[start - shown.start : end - shown.start],
            tuple(name for span, name in marked if span.start <= start < span.end),
        )
        for start, end in pairwise(edges)
    ]
