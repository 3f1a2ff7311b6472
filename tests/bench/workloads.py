"""Fixed pieces of work whose instructions are counted; counts.py runs this under callgrind.

python tests/bench/workloads.py SWITCH    (switch.c, built as a shared library)
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from books import books, texts

from corpus import find_actors, score_passages
from corpus.articles import names
from corpus.links.model import End, Link
from corpus.reading import read_document
from corpus.segment import segment
from corpus.text import Span
from tui.facing import GRADES, face
from tui.layout import PaneLayout
from tui.paint import layer, pieces
from tui.ribbons import draw, ribbons

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.text import Document
    from tui.layout import Window
    from tui.paint import Layer

    Work = Callable[[], object]

WIDTH, HEIGHT, GUTTER = 48, 38, 9
SCREENS = 10  # so many, all through the texts
LINKS = 2000
BOOK = 120  # kilobytes: about a thousand passages


class Workload(NamedTuple):
    """What is counted, and what is done before: so that imports and tables are there already.

    They never work on the same texts, or a cache would answer.
    """

    before: Work
    counted: Work


def wrap(document: Document) -> int:
    """The whole text in rows."""
    return len(PaneLayout(document, WIDTH).window(0, len(document.text)))


def make_layers(document: Document) -> tuple[Layer, ...]:
    """Four kinds of marks, together over every passage."""
    starts = document.passages.columns.starts
    return tuple(
        layer(name, (Span(start + at, start + 12) for start in starts[at::4]))
        for at, name in enumerate(("note", "evidence", "lit-1", "lit-2"))
    )


def mark(document: Document) -> Work:
    """The rows of some screens, with marks on every passage."""
    layers = make_layers(document)
    screens = windows(document)
    return lambda: [pieces(one, row, layers) for one in screens for row in range(len(one))]


def windows(document: Document) -> list[Window]:
    """Some screens, all through the text."""
    layout = PaneLayout(document, WIDTH)
    step = layout.lowest(HEIGHT) // SCREENS
    return [layout.window(at * step, HEIGHT) for at in range(SCREENS)]


def ribbon(left: Document, right: Document) -> Work:
    """The gutter of some screens, out of a great many links near and far."""
    facing = face((left, right), [_link(left, right, at) for at in range(LINKS)])
    screens = list(zip(windows(left), windows(right), strict=True))
    facing.ties_of(0, 1)
    return lambda: [draw(ribbons(facing, one), GUTTER) for one in screens]


def _link(left: Document, right: Document, at: int) -> Link:
    a = 1 + at * len(left.passages) // LINKS
    b = 1 + (a + at * at % 23 - 11) % len(right.passages)
    return Link(
        End(left.id, (a,)), End(right.id, (b,)), 1 - at / LINKS, GRADES[at % len(GRADES)], ()
    )


def workloads() -> dict[str, Workload]:
    """Each under its name."""
    first, second = books(BOOK)
    small = books(5)
    bundled = [read_document(f"corpus:{name}").text for name in names()]
    sentences = first.wording[:150], second.wording[:150]
    warm = small[0].wording, small[1].wording
    return {
        "wrap": Workload(partial(wrap, small[0]), partial(wrap, first)),
        "layers": Workload(partial(make_layers, small[0]), partial(make_layers, first)),
        "marks": Workload(mark(second), mark(first)),
        "ribbons": Workload(ribbon(second, first), ribbon(first, second)),
        "segmenting": Workload(partial(segment, texts(5)[0]), partial(segment, texts(30)[1])),
        "scoring": Workload(partial(score_passages, *warm), partial(score_passages, *sentences)),
        "actors": Workload(partial(find_actors, texts(5)), partial(find_actors, bundled)),
    }


def main() -> None:
    """Run all; the garbage of one is none of the next one's business."""
    switch = ctypes.CDLL(sys.argv[1])
    for name, workload in workloads().items():
        workload.before()
        gc.collect()
        gc.disable()
        switch.begin()
        workload.counted()
        switch.end(name.encode())
        gc.enable()


if __name__ == "__main__":
    main()
