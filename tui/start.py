"""Where the reader wants to begin: a place in one of the texts, a view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span

if TYPE_CHECKING:
    from tui.views import View

_PLACE = re.compile(r"([A-Za-z]+):(\d+)(?:[-–](\d+))?")


class Start(NamedTuple):
    """A text by its letter, with the number of a passage or a span of code points; and a view.

    ``fresh``: not where these texts were left. ``greet``: newcomers are
    welcomed. ``tour``: the reader is shown round, and nothing is kept.
    """

    letter: str = ""
    number: int | None = None
    span: Span | None = None
    view: View | None = None
    fresh: bool = False
    greet: bool = False
    tour: bool = False


def start(at: str, view: View | None = None) -> Start:
    """What ``--at`` says: ``B:12`` is a passage, ``B:100-120`` are code points, end exclusive.

    Raises:
        ValueError: it says neither; the sentence tells what it could.
    """
    if not at:
        return Start(view=view)
    found = _PLACE.fullmatch(at)
    if found is None:
        raise ValueError(f"{at} is no place; B:12 is passage 12 of B, B:100-120 are characters")
    letter, first, past = found[1].upper(), int(found[2]), found[3]
    if past is None:
        return Start(letter, number=first, view=view)
    if int(past) < first:
        raise ValueError(f"{at} ends before it begins")
    return Start(letter, span=Span(first, int(past)), view=view)
