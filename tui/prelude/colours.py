"""Marks and a palette as a terminal's own escape sequences (ECMA-48, SGR)."""

from __future__ import annotations

from colorsys import rgb_to_hls
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.marks import MARKS, Mark
from tui.palettes import TERMINALS_OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Depth = Literal["none", "names", "256", "true"]
"""How many colours leave the program; ``names`` are those that a terminal chooses itself."""

_ATTRIBUTES = {"bold": 1, "italic": 3, "underline": 4, "reverse": 7, "strike": 9}
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_INK, _GROUND = 30, 40
_RESET = "\x1b[0m"
_GREY = 0.15  # the saturation below which a colour is told as a grey
_FILL = Mark("foreground", "background")


def depth(environ: Mapping[str, str]) -> Depth:
    """The colours that a terminal has, as Textual tells it."""
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return "true"
    return "256" if environ.get("TERM", "").lower().endswith("-256color") else "names"


class Colours(NamedTuple):
    """How words are painted: a palette by its names, as far as the terminal shows it.

    ``signs`` makes of words what the terminal can show, in the same cells.
    """

    palette: Mapping[str, str]
    depth: Depth
    signs: Callable[[str], str] = str

    def painted(self, words: str, marks: Sequence[str]) -> str:
        """The words between the escape sequences for their marks, later ones over earlier ones."""
        found = [_FILL, *(MARKS[name] for name in marks)]
        attributes = {word for mark in found for word in mark.style.split()}
        colour = [mark.colour for mark in found if mark.colour][-1]
        ground = [mark.ground for mark in found if mark.ground][-1]
        codes = [str(_ATTRIBUTES[word]) for word in sorted(attributes)]
        codes += [*self._codes(_INK, colour), *self._codes(_GROUND, ground)]
        shown = self.signs(words)
        return f"\x1b[{';'.join(codes)}m{shown}{_RESET}" if codes else shown

    def _codes(self, kind: int, name: str) -> Sequence[str]:
        value = self.palette[name] if self.depth != "none" else TERMINALS_OWN
        if value == TERMINALS_OWN:
            return ()
        if value.startswith("ansi_"):
            return [str(kind + _NAMES.index(value.removeprefix("ansi_")))]
        red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
        if self.depth == "true":
            return [f"{kind + 8};2;{red};{green};{blue}"]
        return [f"{kind + 8};5;{_of_256(red, green, blue)}"] if self.depth == "256" else ()


def _of_256(red: int, green: int, blue: int) -> int:
    """One of xterm's 256, as Rich chooses it: 24 greys, or a cube of six steps a colour."""
    _, lightness, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < _GREY:
        grey = round(lightness * 25)
        return 16 if grey == 0 else 231 + grey % 25
    steps = [round(one / 95 if one < 95 else 1 + (one - 95) / 40) for one in (red, green, blue)]
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
