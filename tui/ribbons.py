"""The gutter: ribbons between linked passages, drawn with box characters.

The weight of a line is the strength of its link, so it holds without colour:
heavy for strong, light for medium, dashed for weak. An end that is off the
screen becomes a stub that names its passage and says where it lies.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import Grade
    from corpus.text import Span
    from tui.facing import Facing, Tie
    from tui.layout import Window

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8

# Indexed by the sum of the directions that leave a cell.
_LIGHT = {
    3: "│",
    12: "─",
    10: "┌",
    6: "┐",
    9: "└",
    5: "┘",
    11: "├",
    7: "┤",
    14: "┬",
    13: "┴",
    15: "┼",
}
_HEAVY = {
    3: "┃",
    12: "━",
    10: "┏",
    6: "┓",
    9: "┗",
    5: "┛",
    11: "┣",
    7: "┫",
    14: "┳",
    13: "┻",
    15: "╋",
}
_DASHED = {**_LIGHT, 3: "┆", 12: "┄"}
_STROKES: dict[Grade, dict[int, str]] = {"strong": _HEAVY, "medium": _LIGHT, "weak": _DASHED}
_RANK: dict[Grade, int] = {"weak": 0, "medium": 1, "strong": 2}


class Ribbon(NamedTuple):
    """A link as the gutter sees it: a screen row for each end, None when it is off the screen.

    ``away`` says for each end on which side of the screen its passage lies:
    -1 above, 1 below, 0 on it, or in a text that is not shown.
    """

    tie: Tie
    rows: tuple[int | None, int | None]
    away: tuple[int, int]


class Cell(NamedTuple):
    """One character of the gutter and the link it belongs to."""

    character: str
    tie: Tie


Gutter = dict[tuple[int, int], Cell]


def ribbons(
    facing: Facing,
    windows: tuple[Window, Window],
    current: Tie | None = None,
    sides: Sequence[int] = (0, 1),
) -> list[Ribbon]:
    """The ribbons of the links that have an end on the screen, the current and the strongest first.

    ``windows`` are the rows on the screen. Links of one passage leave from rows
    of their own as far as it has rows. ``sides`` are the texts that are shown.
    """

    @cache
    def spot(side: int, number: int) -> tuple[range, int]:
        """The rows of a passage, and on which side of the screen it lies."""
        if side not in sides:
            return range(0), 0
        span = facing.documents[side].passage(number).span
        rows = windows[side].spot(span)
        return rows, 0 if rows else _beyond(span, windows[side])

    taken: tuple[dict[int, int], dict[int, int]] = ({}, {})
    found: list[Ribbon] = []
    here = (windows[side].passages() if side in sides else range(0) for side in (0, 1))
    for tie in sorted(facing.ties_among(*here), key=lambda tie: _priority(tie, current)):
        (left, left_away), (right, right_away) = (spot(side, tie.numbers[side]) for side in (0, 1))
        if left or right:
            rows = (
                _attach(left, taken[0], tie.numbers[0]),
                _attach(right, taken[1], tie.numbers[1]),
            )
            found.append(Ribbon(tie, rows, (left_away, right_away)))
    return found


def draw(found: Sequence[Ribbon], width: int) -> Gutter:
    """The gutter's cells by (row, column), each ribbon in the room that earlier ones left.

    Ribbons cross at right angles, and the earlier one keeps the crossing. A
    ribbon without room becomes two stubs, a stub without room is left out.
    """
    drawn: dict[tuple[int, int], _Stroke] = {}
    for ribbon in found:
        ends = zip(ribbon.rows, (0, width - 1), strict=True)
        free = [row is not None and (row, edge) not in drawn for row, edge in ends]
        if not any(free):
            continue
        paths = _paths(ribbon, width) if all(free) else ()
        path = next((path for path in paths if _fits(path, drawn)), None)
        if path is not None:
            drawn = path | drawn
            continue
        for stub in _stubs(ribbon, width):
            if not stub.keys() & drawn.keys():
                drawn |= stub
    return {spot: Cell(stroke.character, stroke.tie) for spot, stroke in drawn.items()}


def _priority(tie: Tie, current: Tie | None) -> tuple[bool, int, float]:
    return (tie != current, -_RANK[tie.link.grade], -tie.link.score)


def _attach(spot: range, taken: dict[int, int], number: int) -> int | None:
    if not spot:
        return None
    nth = taken.get(number, 0)
    taken[number] = nth + 1
    return spot[min(nth, len(spot) - 1)]


def _beyond(span: Span, window: Window) -> int:
    return -1 if span.start < window.edges[0] else 1


class _Stroke(NamedTuple):
    """What is drawn in one cell; ``arms`` are the directions a line leaves it, 0 for a label."""

    character: str
    arms: int
    tie: Tie


_Path = dict[tuple[int, int], _Stroke]


def _fits(path: _Path, drawn: _Path) -> bool:
    """Whether a path meets what is drawn only in crossings at right angles."""
    return all(
        {path[spot].arms, drawn[spot].arms} == {UP | DOWN, LEFT | RIGHT}
        for spot in path.keys() & drawn.keys()
    )


def _paths(ribbon: Ribbon, width: int) -> Iterator[_Path]:
    """The ways to join both ends, through each column of the gutter, the middle one first."""
    first, second = ribbon.rows
    if first is None or second is None:
        return
    middle = width // 2
    lanes = sorted(range(1, width - 1), key=lambda lane: (abs(lane - middle), lane))
    for lane in lanes[:1] if first == second else lanes:
        yield _stroked(_arms(first, second, lane, width), ribbon.tie)


def _arms(first: int, second: int, lane: int, width: int) -> dict[tuple[int, int], int]:
    if first == second:
        return {(first, column): LEFT | RIGHT for column in range(width)}
    arms = {(first if column < lane else second, column): LEFT | RIGHT for column in range(width)}
    low, high = sorted((first, second))
    arms |= {(row, lane): UP | DOWN for row in range(low, high + 1)}
    arms[first, lane] = LEFT | (DOWN if second > first else UP)
    arms[second, lane] = RIGHT | (UP if second > first else DOWN)
    return arms


def _stroked(arms: dict[tuple[int, int], int], tie: Tie) -> _Path:
    strokes = _STROKES[tie.link.grade]
    return {
        spot: _Stroke(strokes[directions], directions, tie) for spot, directions in arms.items()
    }


def _stubs(ribbon: Ribbon, width: int) -> Iterator[_Path]:
    """Each end on the screen as a short line, an arrow and the other end's number."""
    dash = _STROKES[ribbon.tie.link.grade][LEFT | RIGHT]
    for side in (0, 1):
        row = ribbon.rows[side]
        if row is None:
            continue
        label = f"{_arrow(ribbon, side)}{ribbon.tie.numbers[1 - side]}"
        line = dash * max(0, min(2, width - len(label)))
        text = line + label if side == 0 else label + line
        start = 0 if side == 0 else width - len(text)
        yield {
            (row, start + offset): _Stroke(character, 0, ribbon.tie)
            for offset, character in enumerate(text)
        }


def _arrow(ribbon: Ribbon, side: int) -> str:
    """Where the other end lies, seen from one side: above, below, or in the text beside."""
    row, there, away = ribbon.rows[side], ribbon.rows[1 - side], ribbon.away[1 - side]
    if there is None and not away:
        return "▶" if side == 0 else "◀"
    below = away > 0 or (there is not None and row is not None and there > row)
    return "▼" if below else "▲"
