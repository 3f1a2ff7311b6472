"""Every view at four sizes: text and styles as goldens, the same cells in every theme.

The goldens are taken in a theme in which each colour names its role, so that
they say what is dim, lit or accented, and not in which colour. Each theme is
then held to show the very same cells, with its own colours for the roles.
"""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from driving import all_found, press, settled
from painting import seen
from textual.widgets import Input

from corpus.reading import read_document
from tui.app import ReaderApp
from tui.looks import Looks
from tui.palettes import PALETTES, TERMINALS_OWN, Palette
from tui.themes import _theme

GOLDENS = Path(__file__).parent / "goldens" / "looks"
WRITE = os.environ.get("GOLDENS") == "write"
SIZES = ((60, 15), (80, 24), (120, 40), (200, 50))
VIEWS = {"": "read", "2": "matches", "3": "gaps", "4": "actors", "5": "frames", "6": "notes"}
BEFORE = ("J", "J", "s", "j", "c", "g", "4", "space", "j", "space", "1", "n", "n", "w")
"""Keys that put a star, a coloured note, an actor's light and evidence on the screen."""

OURS = [palette for palette in PALETTES if palette.colours["background"] != TERMINALS_OWN]
ROLES = Palette("roles", {role: f"#0000{10 + at}" for at, role in enumerate(OURS[0].colours)}, True)
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class Cell(NamedTuple):
    """What stands in a cell: its text, the roles of its colours, its attributes."""

    text: str
    ink: str
    ground: str
    shape: frozenset[str]

    @property
    def style(self) -> str:
        return " ".join([self.ink, "on", self.ground, *sorted(self.shape)])


def cells(app, palette: Palette) -> list[list[Cell]]:
    """The screen in roles; where two have one colour, in the first of them."""
    roles = {colour: role for role, colour in reversed(palette.colours.items())}

    def role(colour, usual):
        return roles.get(colour.name, colour.name) if colour else usual

    return [
        [
            Cell(one.text, role(one.ink, "foreground"), role(one.ground, "background"), one.shape)
            for one in row
        ]
        for row in seen(app)
    ]


def written(rows: list[list[Cell]]) -> str:
    """The rows as text; below each, after a ~, a letter for each style but the usual; a legend."""
    usual = "foreground on background"
    styles = sorted({cell.style for row in rows for cell in row} - {usual})
    letters = {usual: " ", **dict(zip(styles, LETTERS, strict=False))}
    lines = []
    for row in rows:
        lines.append("".join(cell.text for cell in row).rstrip())
        signs = "".join(letters[cell.style] for cell in row).rstrip()
        lines += [f"~{signs}"] if signs else []
    legend = [f"{letters[style]} = {style}" for style in styles]
    return "\n".join([*lines, "", "= the usual", *legend, ""])


@asynccontextmanager
async def marked(folder, looks=Looks()):  # noqa: B008 - frozen
    """The program with marks of every kind on the bundled pair, in the theme of roles."""
    documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
    moment = "2026-01-02T03:04:05Z"
    app = ReaderApp(documents, notes=lambda: folder / "n", now=lambda: moment, looks=looks)
    async with app.run_test(size=SIZES[-1]) as pilot:
        app.register_theme(_theme(ROLES))
        app.theme = ROLES.name if looks.colour else app.theme
        await all_found(pilot)
        await press(pilot, *BEFORE)
        yield app, pilot
    app.finish()


async def stops(pilot):
    """All views at all sizes, each when it is on the screen: its name, and what to see it in.

    Each theme is seen in every view and at every size, but not in all of both.
    """
    for at, (key, view) in enumerate(VIEWS.items()):
        await press(pilot, *key)
        for nth, (columns, rows) in enumerate(SIZES):
            await pilot.resize_terminal(columns, rows)
            await settled(pilot)
            yield f"{view}-{columns}x{rows}", OURS[(at + nth) % len(OURS)]


def golden(name: str, now: str) -> None:
    file = GOLDENS / f"{name}.txt"
    if WRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, "utf-8")
    assert now == file.read_text("utf-8"), f"{name}: GOLDENS=write takes what is there now"


def one_of_each(palette: Palette, cell: Cell) -> Cell:
    """The cell in the roles that can be told apart in a palette."""
    first = {colour: role for role, colour in reversed(palette.colours.items())}
    ink, ground = (first[palette.colours[role]] for role in (cell.ink, cell.ground))
    return cell._replace(ink=ink, ground=ground)


async def test_every_view_looks_as_it_did_and_is_the_same_in_every_theme(tmp_path):
    async with marked(tmp_path) as (app, pilot):
        async for name, palette in stops(pilot):
            rows = cells(app, ROLES)
            golden(name, written(rows))
            app.theme = palette.name
            await pilot.pause()
            meant = [[one_of_each(palette, cell) for cell in row] for row in rows]
            assert cells(app, palette) == meant, (name, palette.name)
            app.theme = ROLES.name


async def test_without_colours_every_view_is_the_same_but_for_them(tmp_path):
    async with marked(tmp_path, Looks(colour=False)) as (app, pilot):
        async for name, _ in stops(pilot):
            rows = seen(app)
            assert {(cell.ink, cell.ground) for row in rows for cell in row} == {(None, None)}
            told = (GOLDENS / f"{name}.txt").read_text("utf-8").split("\n\n= ")[0]
            shown = ["".join(cell.text for cell in row).rstrip() for row in rows]
            assert shown == [line for line in told.split("\n") if not line.startswith("~")], name


def test_the_colours_are_those_that_were_looked_at():
    columns = [[palette.name, *palette.colours.values()] for palette in PALETTES]
    table = zip(["", *PALETTES[0].colours], *columns, strict=True)
    golden(
        "themes", "".join("  ".join(f"{one:20}" for one in row).rstrip() + "\n" for row in table)
    )


async def test_nothing_blinks_or_moves_where_nothing_is_to(tmp_path):
    async with marked(tmp_path, Looks(still=True)) as (app, pilot):
        assert app.animation_level == "none"
        await press(pilot, "i", "i", "slash")
        assert isinstance(app.focused, Input)
        assert not app.focused.cursor_blink
