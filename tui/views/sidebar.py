"""The sidebar: who is in the texts and what is spoken of, in groups, with counts for each text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

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
_SIGNS = 3  # cells before the name for the slot of who is lit, and behind the counts


def sidebar(cast: Cast, documents: Sequence[Document], lit: Lit, sought: str = "") -> Page:
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
            _heading(title, documents),
            *(Entry(partial(_line, cast, key, documents, lit), NOWHERE, key) for key in group),
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


def _line(cast: Cast, key: str, documents: Sequence[Document], lit: Lit, width: int) -> list[Line]:
    slot, counts = lit.slot(key), cast.counts[key]
    shown = "".join(str(counts[d.id] or "·").rjust(_COUNT) for d in documents)
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


def _heading(title: str, documents: Sequence[Document]) -> Entry:
    def lines(width: int) -> list[Line]:
        named = fitted(title, max(1, width - _COUNT * len(documents) - _SIGNS + 1))
        heads = "".join(document.id.rjust(_COUNT) for document in documents)
        return [[(f"{named}{heads}", ("heading",))]]

    return Entry(lines, key=f"# {title}")
