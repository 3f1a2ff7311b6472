"""Colours and shapes of marks: contrast from the themes, and each mark known without colours."""

from itertools import combinations, cycle

import pytest
from driving import opened, press, settled
from painting import contrast, seen, shape
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color
from textual.geometry import Region

from tui.looks import THEME_NAMES
from tui.marks import MARKS
from tui.styles import painted
from tui.themes import THEMES, next_theme

OURS = [theme for theme in THEMES if not theme.ansi]
SIGNS = {"scrollbar", *(name for name in MARKS if name.startswith("ribbon"))}


def colours(theme):
    return {**theme.variables, **{n: getattr(theme, n) for n in ("foreground", "background")}} | {
        name: getattr(theme, name)
        for name in ("panel", "primary", "secondary", "accent", "warning", "error", "success")
    }


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_every_mark_can_be_read_on_every_ground_it_can_stand_on(theme):
    named = colours(theme)
    for name, mark in MARKS.items():
        ink = named[mark.colour or "foreground"]
        for ground in {mark.ground} - {""} or {"background", "panel"}:
            least = 3 if name in SIGNS else 7
            assert contrast(ink, named[ground]) >= least, (name, ground)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_a_terminal_of_256_colours_still_shows_them_to_be_read(theme):
    named = colours(theme)

    def reduced(name):
        return Color.parse(named[name]).rich_color.downgrade(ColorSystem.EIGHT_BIT)

    inks = {mark.colour or "foreground" for mark in MARKS.values()}
    for ground in ("background", "panel"):
        assert {i: contrast(reduced(i), reduced(ground)) >= 4.5 for i in inks} == dict.fromkeys(
            inks, True
        )


# What colour-blind eyes make of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
BLINDNESS = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


@pytest.mark.parametrize("kind", BLINDNESS)
def test_the_lit_are_told_apart_by_colour_blind_eyes(kind):
    theme = next(theme for theme in THEMES if theme.name == "cvd")
    lit = [Color.parse(theme.variables[f"lit-{slot}"]) for slot in range(1, 7)]
    for one, other in combinations([_as_seen(colour, BLINDNESS[kind]) for colour in lit], 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 12


def _as_seen(colour, matrix):
    """CIELAB coordinates of a colour as such eyes see it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized
    ]
    r, g, b = (
        min(1, max(0, sum(w * c for w, c in zip(row, linear, strict=True)))) for row in matrix
    )
    white = (0.9505, 1.0, 1.089)
    xyz = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    x, y, z = (
        (v / w) ** (1 / 3) if v / w > 0.008856 else 7.787 * v / w + 16 / 116
        for v, w in zip(xyz, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


# Marks that stand on words of the texts, each to be known by its attributes alone. Those of
# notes of different colours are told apart by the letter beside the passage.
ON_WORDS = (
    *(f"lit-{n}" for n in range(1, 7)),
    "evidence",
    "target",
    "selection",
    "note",
    "furniture",
)


def test_without_colours_each_mark_on_words_has_a_shape_of_its_own():
    shapes = {name: shape(painted([name], Style(), {})) for name in ON_WORDS}
    assert all(shapes.values())
    assert len(set(shapes.values())) == len(ON_WORDS)
    notes = {
        shape(painted([n], Style(), {}))
        for n in MARKS
        if n.startswith("note-") and n != "note-sign"
    }
    assert notes == {shapes["note"]}
    assert shape(painted(["head"], Style(), {})) != shape(painted(["head-focused"], Style(), {}))


def test_the_names_are_those_of_the_command_line_and_the_key_goes_round_them():
    assert [theme.name for theme in THEMES] == list(THEME_NAMES)
    name, walked = THEME_NAMES[0], []
    for _ in THEME_NAMES:
        walked.append(name)
        name = next_theme(name)
    assert walked == list(THEME_NAMES)
    assert name == THEME_NAMES[0]


PALETTE = "CommandInput, CommandList"
STOPS = (
    ("J", "J", "w"),
    ("tab", "enter", "j", "enter"),
    ("escape", "escape", "v", "w", "w"),
    ("escape", "slash", *"Russia"),
    ("enter",),
    ("s", "c", "y"),
    ("2", "j", "w"),
    ("3",),
    ("4",),
    ("x",),
    ("escape", "5"),
    ("plus", "a"),
    ("escape", "6"),
    ("slash", "x"),
    ("escape", "escape", "1", "a", *"words"),
    ("tab", "t", "tab"),
    ("escape", "question_mark"),
    ("escape", "I"),
    ("escape", "o"),
    ("down",),
    ("escape", "colon", "t", "h"),
    ("down",),
)
"""Keys that lead through views, dialogs, lines to type in, lists and news."""


async def test_every_cell_of_every_view_and_dialog_can_be_read(tmp_path):
    async with opened(tmp_path, size=(110, 36)) as (home, pilot):
        app, themes = home.app, cycle(OURS)
        app.notify("one of the larger news", severity="error", timeout=600)
        for keys in STOPS:
            app.theme = next(themes).name
            await press(pilot, *keys)
            await settled(pilot)
            assert not list(_too_faint(app)), (keys, app.theme)


def _too_faint(app):
    """What cannot be read of the topmost screen; what lies behind a dialog is out of use."""
    parts = [w for w in app.screen.children if not w.has_class("-textual-system")]
    inner = [w for part in parts for w in ([part] if part.region else part.query(PALETTE))]
    region = Region.from_union([w.region for w in inner])
    for y, row in enumerate(seen(app)):
        for x, cell in enumerate(row):
            if region.contains(x, y) and cell.text.strip() and "dim" not in cell.shape:
                ratio = contrast(cell.ink, cell.ground)
                if ratio < (7 if cell.text.isalnum() else 3):
                    yield x, y, cell.text, cell.ink.name, cell.ground.name, round(ratio, 1)
