"""Frames: which words each text has for one idea, how often, and in whose voice."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Literal, get_args

from tui.casting import frame_key, voice_of
from tui.cells import cells
from tui.place import NOWHERE
from tui.views.across import where
from tui.views.page import Entry, Page, fitted, tally, times

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from corpus.frames import Frame, FrameUse
    from tui.casting import Cast
    from tui.views.page import Known, Line

Shown = Literal["by uses", "by name", "in every text", "in one text", "in quotation marks"]
SHOWN: tuple[Shown, ...] = get_args(Shown)

_MANY = 20  # so many words of one frame, and so many voices, are told of one text
_PLACE = 7  # cells before the words of one text
_WORDS = 0.6  # share of a row that words have; the voices have the rest


def frames(known: Known, shown: Shown = "by uses") -> Page:
    """Every frame of the story, with all its texts one below the other."""
    chosen = list(_chosen(known, shown))
    said = "only words found in the texts; no score"
    told = "no frames found" if shown == SHOWN[0] else "no such frames; f shows others"
    title = f"Frames {len(chosen)}; shown: {shown}; {said}"
    return Page(title, [_entry(known, frame) for frame in chosen], told)


def _chosen(known: Known, shown: Shown) -> Iterable[Frame]:
    found = sorted(known.cast.frames, key=lambda one: -len(one.uses))
    if shown == "by name":
        return sorted(found, key=lambda one: one.name.casefold())
    if shown == "in every text":
        return [one for one in found if len(_texts(known, one)) == len(known.story.documents)]
    if shown == "in one text":
        return [one for one in found if len(_texts(known, one)) == 1]
    if shown == "in quotation marks":
        return [one for one in found if any(use.quoted for use in one.uses)]
    return found


def _texts(known: Known, frame: Frame) -> list[str]:
    counts = known.cast.counts[frame_key(frame)]
    return [document.id for document in known.story.documents if counts[document.id]]


def _entry(known: Known, frame: Frame) -> Entry:
    texts = _texts(known, frame)
    rows, detail = partial(_lines, known, frame, texts), partial(_detail, known, frame, texts)
    return Entry(rows, NOWHERE, frame_key(frame), 1 + len(texts), detail)


def _lines(known: Known, frame: Frame, texts: Sequence[str], width: int) -> list[Line]:
    slot = known.lit.slot(frame_key(frame))
    counts = tally(known.story.documents, known.cast.counts[frame_key(frame)], width // 2)
    name = fitted(frame.name, max(1, width - cells(counts) - 2)).rstrip()
    gap = " " * max(1, width - cells(name) - cells(counts) - 1)
    mark = f"lit-{slot}" if slot else "name"
    head: Line = [(str(slot or " "), ("number",)), (name, (mark,)), (f"{gap}{counts}", ())]
    return [head, *(_row(known, frame, text, width) for text in texts)]


def _row(known: Known, frame: Frame, text: str, width: int) -> Line:
    room = max(1, round((width - _PLACE) * _WORDS))
    used = known.cast.used(frame, text)
    return [
        (fitted(f"   {text}", _PLACE), ("number",)),
        (fitted(_told(used.words, " · "), room), ()),
        (f"  {fitted(_told(used.voices), max(0, width - _PLACE - room - 2))}", ("speaker",)),
    ]


def _told(counted: Counter[str], between: str = ", ") -> str:
    """What was counted, most often first."""
    return between.join(times(one, count) for one, count in counted.most_common(_MANY))


def voice(cast: Cast, use: FrameUse) -> str:
    """Who says it: the narrator, or an actor, in quotation marks or as reported."""
    return voice_of(cast, use.voice, quoted=use.quoted)


def _detail(known: Known, frame: Frame, texts: Sequence[str]) -> list[str]:
    """In each text the words of each voice."""
    return where(known.story, texts, "such word") + [
        f"{text}  {voice}: {_told(words)}"
        for text in texts
        for voice, words in islice(known.cast.used(frame, text).of.items(), _MANY)
    ]
