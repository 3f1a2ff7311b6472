"""The sidebar: who is in the texts and what is spoken of, in groups, with counts for each text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.casting import frame_key
from tui.place import NOWHERE
from tui.views.page import Entry, Page, fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.text import Document
    from tui.casting import Cast, Lit
    from tui.views.page import Line

_GROUPS = (
    ("person", "PEOPLE"),
    ("organisation", "BODIES"),
    ("place", "PLACES"),
    ("unnamed", "UNNAMED"),
)
_COUNT = 4  # cells of one text's count
_NAME = 12  # cells of a name, at the least
_SIGNS = 3  # cells before the name for the slot of who is lit, and behind the counts


class Texts(NamedTuple):
    """The texts that are counted: all of a story, where there is no room those on the screen."""

    all: Sequence[Document]
    shown: Sequence[Document]

    def within(self, width: int) -> Sequence[Document]:
        """Those for whose counts there is room beside a name."""
        return self.all if len(self.all) * _COUNT + _SIGNS + _NAME <= width else self.shown


def sidebar(cast: Cast, texts: Texts, lit: Lit, sought: str = "") -> Page:
    """The actors, the most spoken of first, then the frames, with a count for each text.

    ``≠`` marks an actor whose offices differ between the texts, ``!`` one
    whose name is like another's and was kept apart; a number one that is lit.
    Where something is ``sought``, only names that have it are listed.
    """
    words = " ".join(sought.split()).casefold()
    entries = [
        entry
        for title, group in _groups(cast, words)
        if group
        for entry in (
            _heading(title, texts),
            *(Entry(partial(_line, cast, key, texts, lit), NOWHERE, key) for key in group),
        )
    ]
    return Page("", entries, f"nobody has “{sought.strip()}”" if words else "no actors found")


def _groups(cast: Cast, words: str) -> Iterator[tuple[str, list[str]]]:
    actors = sorted(cast.actors, key=lambda one: -len(one.mentions))
    for kind, title in _GROUPS:
        yield title, [one.id for one in actors if one.type == kind and _has(one, words)]
    frames = sorted(cast.frames, key=lambda one: -len(one.uses))
    yield "FRAMES", [frame_key(one) for one in frames if words in one.name.casefold()]


def _has(actor: Actor, words: str) -> bool:
    return not words or any(words in name.casefold() for name in (actor.name, *actor.aliases))


def _line(cast: Cast, key: str, texts: Texts, lit: Lit, width: int) -> list[Line]:
    slot, counts = lit.slot(key), cast.counts[key]
    shown = "".join(str(counts[d.id] or "·").rjust(_COUNT) for d in texts.within(width))
    named = fitted(cast.by_key[key][0], max(1, width - len(shown) - _SIGNS))
    name = named.rstrip()
    return [
        [
            (str(slot or " "), ("number",)),
            (name, (f"lit-{slot}",) if slot else ()),
            (f"{' ' * (len(named) - len(name))}{shown} {_sign(cast, key)}", ()),
        ]
    ]


def _sign(cast: Cast, key: str) -> str:
    if key in cast.drifts:
        return "≠"
    return "!" if key in cast.alike else " "


def _heading(title: str, texts: Texts) -> Entry:
    def lines(width: int) -> list[Line]:
        heads = "".join(document.id.rjust(_COUNT) for document in texts.within(width))
        named = fitted(title, max(1, width - len(heads) - _SIGNS + 1))
        return [[(f"{named}{heads}", ("heading",))]]

    return Entry(lines, key=f"# {title}")
