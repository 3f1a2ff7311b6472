"""What a newcomer is told above the texts, once."""

from __future__ import annotations

from tui.cells import cells
from tui.keys import TABLE, key_for

_FIRST = ("pair.next", "across", "why")
"""The three keys to know."""
_MORE = ("help", "palette", "escape")
_TOUR = "ossetia-reader --tour shows you round"


def tour() -> str:
    """Where the tour is to be had, in a sentence."""
    palette = next(key.shown for key in TABLE if key.id == "palette")
    return f"{_TOUR} in two minutes, and so does {palette} tour."


def welcome(width: int) -> str:
    """One line of at most ``width`` cells: the three keys to know, and where more is told."""
    named = {key.id: key.words for key in TABLE}
    first = "  ".join(f"{key_for(one)} {named[one]}" for one in _FIRST)
    help_, palette, leave = (key_for(one) for one in _MORE)
    away = f"{help_} all keys  {leave} hides this"
    for words in (
        f"Welcome.  {first}  {away}  {_TOUR}, and so does {palette} tour",
        f"Welcome.  {first}  {away}  {palette} tour: all in two minutes",
        f"Welcome.  {first}  {away}  {palette} tour",
        f"Welcome.  {first}  {away}",
        f"Welcome.  {first}  {help_} keys  {leave} hides",
    ):
        if cells(words) <= width:
            return words
    return first
