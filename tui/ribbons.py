"""The gutter: ribbons between linked passages, drawn with box characters.

The weight of a line is the strength of its link, so it holds without colour:
heavy for strong, light for medium, dashed for weak. An end that is off the
screen becomes a stub that names its passage and says where it lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.links.model import Grade
    from tui.facing import Tie
    from tui.layout import PaneLayout

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


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link as the gutter sees it: a screen row for each end, None when it is off the screen.

    ``away`` says for each end on which side of the screen its passage lies:
    -1 above, 1 below, 0 on it.
    """

    tie: Tie
    rows: tuple[int | None, int | None]
    away: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of the gutter and the link it belongs to."""

    character: str
    tie: Tie


Gutter = dict[tuple[int, int], Cell]


def ribbons(
    ties: Iterable[Tie],
    layouts: tuple[PaneLayout, PaneLayout],
    tops: tuple[int, int],
    height: int,
) -> list[Ribbon]:
    """The ribbons of the links that have an end on the screen.

    Links of one passage leave from rows of their own as far as it has rows.
    """
    taken: tuple[dict[int, int], dict[int, int]] = ({}, {})
    found: list[Ribbon] = []
    for tie in ties:
        spots = [
            _on_screen(layouts[side].rows_of(tie.numbers[side]), tops[side], height)
            for side in (0, 1)
        ]
        if spots[0] or spots[1]:
            rows = [_attach(spots[side], taken[side], tie.numbers[side]) for side in (0, 1)]
            away = [
                0 if spots[side] else _beyond(layouts[side].rows_of(tie.numbers[side]), tops[side])
                for side in (0, 1)
            ]
            found.append(Ribbon(tie, (rows[0], rows[1]), (away[0], away[1])))
    return found


def draw(found: Sequence[Ribbon], width: int, current: Tie | None) -> Gutter:
    """The gutter's cells by (row, column); weak ribbons first: strong ones win crossings."""
    lanes = _lanes(found, width, current)
    cells: Gutter = {}
    for ribbon in sorted(found, key=lambda one: _priority(one, current)):
        lane = lanes.get(id(ribbon))
        if lane is None:
            _draw_stubs(cells, ribbon, width)
        else:
            _draw_joined(cells, ribbon, width, lane)
    return cells


def _on_screen(rows: range, top: int, height: int) -> range:
    return range(max(0, rows.start - top), min(height, rows.stop - top))


def _attach(spot: range, taken: dict[int, int], number: int) -> int | None:
    if not spot:
        return None
    nth = taken.get(number, 0)
    taken[number] = nth + 1
    return spot[min(nth, len(spot) - 1)]


def _beyond(rows: range, top: int) -> int:
    return -1 if rows.start < top else 1


def _priority(ribbon: Ribbon, current: Tie | None) -> tuple[bool, int, float]:
    link = ribbon.tie.link
    return (ribbon.tie == current, _RANK[link.grade], link.score)


def _lanes(found: Sequence[Ribbon], width: int, current: Tie | None) -> dict[int, int]:
    """A column for each ribbon with both ends on the screen, where one is free; best first."""
    busy: dict[int, list[tuple[int, int]]] = {column: [] for column in _middle_out(width)}
    lanes: dict[int, int] = {}
    for ribbon in sorted(found, key=lambda one: _priority(one, current), reverse=True):
        first, second = ribbon.rows
        if first is None or second is None:
            continue
        low, high = sorted((first, second))
        for column, intervals in busy.items():
            if all(high < start or end < low for start, end in intervals):
                intervals.append((low, high))
                lanes[id(ribbon)] = column
                break
    return lanes


def _middle_out(width: int) -> list[int]:
    middle = width // 2
    return sorted(range(1, width - 1), key=lambda column: (abs(column - middle), column))


def _draw_joined(cells: Gutter, ribbon: Ribbon, width: int, lane: int) -> None:
    first, second = ribbon.rows
    if first is None or second is None:
        return
    arms: dict[tuple[int, int], int] = {}
    for column in range(width):
        row = first if column < lane else second
        if column != lane:
            arms[row, column] = LEFT | RIGHT
    for row in range(min(first, second), max(first, second) + 1):
        arms[row, lane] = UP | DOWN
    arms[first, lane] = LEFT | (DOWN if second > first else UP)
    arms[second, lane] = RIGHT | (UP if second > first else DOWN)
    if first == second:
        arms[first, lane] = LEFT | RIGHT
    strokes = _STROKES[ribbon.tie.link.grade]
    for place, directions in arms.items():
        cells[place] = Cell(strokes[directions], ribbon.tie)


def _draw_stubs(cells: Gutter, ribbon: Ribbon, width: int) -> None:
    """Each end on the screen as a short line, an arrow and the other end's number."""
    dash = _STROKES[ribbon.tie.link.grade][LEFT | RIGHT]
    rows, numbers = ribbon.rows, ribbon.tie.numbers
    for side in (0, 1):
        row, there = rows[side], rows[1 - side]
        if row is None:
            continue
        below = ribbon.away[1 - side] > 0 or (there is not None and there > row)
        label = f"{'▼' if below else '▲'}{numbers[1 - side]}"
        length = max(0, min(2, width - len(label)))
        text = dash * length + label if side == 0 else label + dash * length
        start = 0 if side == 0 else width - len(text)
        for offset, character in enumerate(text):
            cells[row, start + offset] = Cell(character, ribbon.tie)
