"""The files of the settings: what stands in one at first, and changing one in an editor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.sanitise import one_line
from tui import paths, settings
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_FRAMES = """\
# Your own frames: groups of words for one idea. Forms of a word are found by rule.
# Take the # away from the lines that are to hold.

# [trouble]
# words = "aground, ran into, fog"

# More words for a frame of the program, and one that does not belong to it:
# [annexation]
# words = "landgrab"
# without = "seizure"
"""

_ALIASES = """\
# What holds of actors in every story. Take the # away from the lines that are to hold.

# Two names of one actor, shown under the first:
# [[same]]
# names = ["Emomali Rakhmon", "Emomali Rahmon"]

# Two actors with names that are alike:
# [[apart]]
# names = ["Anna Berg", "Anna Bergman"]

# Somebody's type: person, organisation, place or unnamed.
# [[actor]]
# name = "Gazprom"
# type = "organisation"
"""


def _keys() -> str:
    from tui.commands.config.keysfile import commented

    return commented()


def _config() -> str:
    from tui.looks import THEME_NAMES

    return f'# Colours of the screen: {", ".join(THEME_NAMES)}.\n# theme = "{THEME_NAMES[0]}"\n'


BEGUN: Mapping[str, Callable[[], str]] = {
    "config": _config,
    "keys": _keys,
    "frames": lambda: _FRAMES,
    "aliases": lambda: _ALIASES,
}
"""What stands in each file at first, by the file's name without ``.toml``."""


def file_of(name: str) -> Path:
    """Where a file of the settings lies, whether it is there or not."""
    return paths.config_dir() / f"{name}.toml"


def begin(name: str) -> bool:
    """Make a file with nothing in it but comments, unless there is one; whether it was made.

    Raises:
        OutputError: it cannot be written.
    """
    file = file_of(name)
    if os.path.lexists(file):
        return False
    settings.write(file, BEGUN[name]())
    return True


def edit(name: str) -> tuple[str, ...]:
    """Open a file in the reader's editor, made first if need be.

    Returns:
        What is wrong with what stands there then, a sentence each.

    Raises:
        UsageError: neither ``$VISUAL`` nor ``$EDITOR`` names an editor.
        OutputError: the file cannot be made.
    """
    from tui.outside import editor_command, trouble_with

    command = editor_command(os.environ)
    if not command:
        told = one_line(str(file_of(name)))
        raise UsageError(f"{told}: set $VISUAL or $EDITOR to an editor, or edit it yourself")
    begin(name)
    trouble = trouble_with([*command, str(file_of(name))])
    return (*([trouble] if trouble else []), *settings.wrong_with(name))
