"""A line of words while it is typed, and how it is mended: pure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from corpus.sanitise import sanitise
from tui.cells import cells, graphemes, steady

Mend = Literal["back", "on", "word", "all", "left", "right", "start", "end"]
"""Letters to take away before or behind the cursor, or where the cursor goes."""

_LONGEST = 1000  # characters of a line that anybody types


class Typed(NamedTuple):
    """Words before the cursor, and those from the cursor on."""

    before: str = ""
    behind: str = ""

    @property
    def words(self) -> str:
        """All of it."""
        return self.before + self.behind

    def typing(self, letters: str) -> Typed:
        """With letters more at the cursor, as far as there is room; they stay on one line."""
        room = max(0, _LONGEST - len(self.words))
        safe = sanitise(letters[:room]).text
        flat = "".join(" " if one.isspace() else one for one in safe)
        return Typed(self.before + flat, self.behind)

    def mended(self, how: Mend) -> Typed:
        """Mended by what a key does."""
        before, behind = self
        last, first = _last(before), _first(behind)
        match how:
            case "back":
                return Typed(before[:last], behind)
            case "on":
                return Typed(before, behind[first:])
            case "word":
                return Typed(before[: before.rstrip().rfind(" ") + 1], behind)
            case "all":
                return Typed("", behind)
            case "left":
                return Typed(before[:last], before[last:] + behind)
            case "right":
                return Typed(before + behind[:first], behind[first:])
            case "start":
                return Typed("", self.words)
            case "end":
                return Typed(self.words, "")

    def shown(self, width: int) -> tuple[str, str, str]:
        """What there is room for in so many cells: before the cursor, under it, behind it."""
        first = _first(self.behind)
        under = self.behind[:first] or " "
        before = _ending(self.before, width - cells(under))
        behind = _beginning(self.behind[first:], width - cells(before) - cells(under))
        return steady(before), steady(under), steady(behind)


def _first(words: str) -> int:
    """Where the first thing that is shown as one character ends."""
    return graphemes(words)[0][1] if words else 0


def _last(words: str) -> int:
    """Where the last one begins."""
    return graphemes(words)[-1][0] if words else 0


def _beginning(words: str, room: int) -> str:
    end = 0
    for _, after, size in graphemes(words):
        room -= size
        if room < 0:
            break
        end = after
    return words[:end]


def _ending(words: str, room: int) -> str:
    start = len(words)
    for at, _, size in reversed(graphemes(words)):
        room -= size
        if room < 0:
            break
        start = at
    return words[start:]
