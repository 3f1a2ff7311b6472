"""Contrast, computed from the themes' colours as WCAG 2.2 defines it."""

import pytest
from textual.color import Color

from tui.casting import SLOTS
from tui.themes import THEMES

MARKS = ("primary", "secondary", "accent", "warning", "error", "success")


def luminance(color: Color) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "panel"])
def test_text_has_seven_to_one_and_marks_three_to_one(theme, ground):
    behind = getattr(theme, ground)
    assert contrast(theme.foreground, behind) >= 7
    assert {name: contrast(getattr(theme, name), behind) >= 3 for name in MARKS} == dict.fromkeys(
        MARKS, True
    )


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "panel"])
def test_each_slot_of_the_lit_has_a_colour_of_its_own_that_can_be_read(theme, ground):
    colours = [theme.variables[f"lit-{slot}"] for slot in range(1, SLOTS + 1)]
    assert len(set(colours)) == SLOTS
    assert min(contrast(one, getattr(theme, ground)) for one in colours) >= 4.5
