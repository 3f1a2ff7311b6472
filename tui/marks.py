"""How each kind of mark looks: by shape first, then by colour.

The one table from which texts and views are painted. With colours taken away
every mark on words is still told from every other by its attributes, and what
stands beside words by its sign or its place; notes of different colours have
their first letters beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(NamedTuple):
    """The names of a theme's colours for words and for what is behind them; its attributes.

    An empty colour is the one that is there already.
    """

    colour: str = ""
    ground: str = ""
    style: str = ""


MARKS: Mapping[str, Mark] = {
    "status": Mark("", "panel"),
    "keys": Mark("dim", "panel"),
    "head": Mark("", "panel", "bold"),
    "head-focused": Mark("", "panel", "bold reverse"),
    "heading": Mark("", "", "bold"),
    "empty": Mark("dim"),
    "number": Mark("dim"),
    "name": Mark("", "", "bold"),
    "speaker": Mark("secondary", "", "bold"),
    "note-sign": Mark("accent", "", "bold"),
    "scrollbar": Mark("dim"),
    "ribbon-strong": Mark("primary", "", "bold"),
    "ribbon-medium": Mark("primary"),
    "ribbon-weak": Mark("primary"),
    "ribbon-current": Mark("accent", "", "bold"),
    "furniture": Mark("dim", "", "strike"),
    "current": Mark("", "panel"),
    "cursor": Mark("", "panel"),
    "evidence": Mark("accent", "", "bold underline"),
    "lit-1": Mark("lit-1", "", "bold"),
    "lit-2": Mark("lit-2", "", "underline"),
    "lit-3": Mark("lit-3", "", "italic"),
    "lit-4": Mark("lit-4", "", "bold italic"),
    "lit-5": Mark("lit-5", "", "bold italic underline"),
    "lit-6": Mark("lit-6", "", "reverse"),
    "target": Mark("", "", "bold reverse"),
    "note": Mark("", "", "italic underline"),
    "note-yellow": Mark("warning", "", "italic underline"),
    "note-green": Mark("success", "", "italic underline"),
    "note-blue": Mark("primary", "", "italic underline"),
    "note-red": Mark("error", "", "italic underline"),
    "note-violet": Mark("secondary", "", "italic underline"),
    "selection": Mark("", "", "underline reverse"),
}
