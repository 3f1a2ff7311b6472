"""Frames: which words each text has for one idea, how often, and in whose voice."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from corpus.frames.uses import NARRATOR
from corpus.sanitise import one_line
from tui.casting import frame_key
from tui.layout import cells
from tui.place import NOWHERE
from tui.views.page import Entry, Page, fitted, tally, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.frames import Frame, FrameUse
    from tui.casting import Cast
    from tui.views.page import Known, Line

Shown = Literal["by uses", "by name", "in every text", "in one text", "in quotation marks"]
SHOWN: tuple[Shown, ...] = get_args(Shown)

_PLACE = 7  # cells before the words of one text
_WORDS = 0.6  # share of a row that words have; the voices have the rest


def frames(known: Known, shown: Shown = "by uses") -> Page:
    """Every frame of the story, with all its texts one below the other."""
    chosen = list(_chosen(known, shown))
    said = "only words found in the texts; no score"
    told = "no frames found" if shown == SHOWN[0] else "no such frames; f shows others"
    title = f"Frames {len(chosen)}, {said}; shown: {shown}"
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
    return [head, *(_row(known, _uses(frame, text), text, width) for text in texts)]


def _row(known: Known, uses: Sequence[FrameUse], text: str, width: int) -> Line:
    room = max(1, round((width - _PLACE) * _WORDS))
    voices = Counter(voice(known.cast, use) for use in uses)
    told = ", ".join(times(voice, count) for voice, count in voices.most_common())
    return [
        (fitted(f"   {text}", _PLACE), ("number",)),
        (fitted(" · ".join(_words(uses)), room), ()),
        (f"  {fitted(told, max(0, width - _PLACE - room - 2))}", ("speaker",)),
    ]


def _uses(frame: Frame, text: str) -> list[FrameUse]:
    return [use for use in frame.uses if use.document == text]


def _words(uses: Iterable[FrameUse]) -> list[str]:
    """The words, most often first; capitals make no difference."""
    counted = Counter(one_line(use.text).lower() for use in uses)
    return [times(words, count) for words, count in counted.most_common()]


def voice(cast: Cast, use: FrameUse) -> str:
    """Who says it: the narrator, or an actor, in quotation marks or as reported."""
    if use.voice == NARRATOR:
        return f"{NARRATOR}, in quotation marks" if use.quoted else NARRATOR
    actor = cast.by_id.get(use.voice)
    return f"{actor.name if actor else use.voice}, {'quoted' if use.quoted else 'reported'}"


def _detail(known: Known, frame: Frame, texts: Iterable[str]) -> list[str]:
    """In each text the words of each voice."""
    lines: list[str] = []
    for text in texts:
        voices: dict[str, list[FrameUse]] = {}
        for use in _uses(frame, text):
            voices.setdefault(voice(known.cast, use), []).append(use)
        lines += [f"{text}  {voice}: {', '.join(_words(u))}" for voice, u in voices.items()]
    return lines
