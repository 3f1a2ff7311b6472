"""The reader's own colours, dark and light: text at 7:1 and marks at 3:1 or more."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="reader-dark",
    dark=True,
    background="#111417",
    surface="#111417",
    panel="#1d2328",
    foreground="#e8e6e1",
    primary="#8fc7ff",
    secondary="#b5e0a8",
    accent="#ffd479",
    warning="#ffb454",
    error="#ff9a8f",
    success="#a5d6a7",
    variables={
        "lit-1": "#b5e0a8",
        "lit-2": "#8fc7ff",
        "lit-3": "#ffb0a5",
        "lit-4": "#d9b8ff",
        "lit-5": "#7fe0d4",
        "lit-6": "#ffd479",
    },
)

LIGHT = Theme(
    name="reader-light",
    dark=False,
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#eceae4",
    foreground="#1c1c1c",
    primary="#0b4f8a",
    secondary="#2b5d1e",
    accent="#7a4a00",
    warning="#8a4b00",
    error="#9b1c12",
    success="#1f5e2a",
    variables={
        "lit-1": "#2b5d1e",
        "lit-2": "#0b4f8a",
        "lit-3": "#9b1c12",
        "lit-4": "#6a2a94",
        "lit-5": "#00615c",
        "lit-6": "#6b4a00",
    },
)

THEMES = (DARK, LIGHT)
