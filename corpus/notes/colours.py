"""The colours a note can have. No two begin with the same letter, so a letter can stand for one."""

from __future__ import annotations

from typing import Literal, get_args

Colour = Literal["", "yellow", "green", "blue", "red", "violet"]
"""By name; the empty one is none."""

COLOURS: tuple[Colour, ...] = tuple(colour for colour in get_args(Colour) if colour)
