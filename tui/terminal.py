"""The terminal under the program: what stands at its three ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from corpus.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from types import ModuleType


def keyboard_from_terminal() -> None:
    """Let keys come from the terminal when standard input was a text or something else.

    Raises:
        InputError: there is no terminal to take keys from.
    """
    if in_browser() or (sys.stdin is not None and sys.stdin.isatty()):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise InputError(
            "no keyboard: standard input is not a terminal; print with ossetia-reader compare"
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)


def in_browser() -> bool:
    """Whether a browser is at the other end, by way of ``serve``: it paints, and sends keys."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver:")


_DIGITS = 4
"""Of a width or a height: no terminal has 10,000 columns."""


def forget_impossible_size(environ: MutableMapping[str, str]) -> None:
    """Take ``COLUMNS`` and ``LINES`` out where they are no numbers, or what no terminal has.

    Textual and Rich believe them: they would make rows of a hundred million cells.
    """
    for name in ("COLUMNS", "LINES"):
        said = environ.get(name, "0")
        if not (said.isascii() and said.isdecimal()) or len(said) > _DIGITS:
            del environ[name]


def terminal_size(environ: Mapping[str, str], end: int = 1) -> tuple[int, int] | None:
    """Columns and rows: what the environment says, else the terminal; None where there is none.

    As ``shutil.get_terminal_size``, which takes longer to import than all else
    that a help text needs.

    Args:
        environ: ``COLUMNS`` and ``LINES`` count when they are numbers from 1 to 9999.
        end: the file descriptor that may be a terminal.
    """
    said = [environ.get(name, "") for name in ("COLUMNS", "LINES")]
    columns, rows = (int(one) if one.isdecimal() and len(one) <= _DIGITS else 0 for one in said)
    try:
        found = os.get_terminal_size(end)
    except (OSError, ValueError):
        return (columns, rows) if columns and rows else None
    columns, rows = columns or found.columns, rows or found.lines
    return (columns, rows) if columns and rows else None


def width_of_output(environ: Mapping[str, str]) -> int:
    """The columns that standard output has; 80 where it is no terminal."""
    columns, _ = terminal_size(environ) or (80, 24)
    return columns


def discard_output() -> None:
    """Let what standard output still holds go nowhere, or Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_PAINTERS = (
    "xterm", "screen", "tmux", "linux", "rxvt", "vt1", "vt2", "alacritty", "kitty", "foot",
    "wezterm", "ghostty", "konsole", "gnome", "iterm", "putty", "st-", "cygwin", "ansi",
)  # fmt: skip
"""How the names of terminals begin that can be painted on: to ask the system takes longer."""


def paints(kind: str) -> bool:
    """Whether a terminal of this kind (``$TERM``) can be painted on.

    One without a name, or unknown to the system, is given the benefit of the doubt.
    """
    if in_browser():
        return True
    if kind in ("", "dumb"):
        return not kind
    if kind.startswith(_PAINTERS):
        return True
    known = _system_knows(kind)
    return known is None or known.tigetstr("cup") is not None


_ONE_COLOUR = ("vt1", "vt2", "vt3", "vt4", "dumb")


def has_colours(kind: str) -> bool:
    """Whether a terminal of this kind (``$TERM``) shows colours; doubt is in favour of them."""
    if kind.startswith(_ONE_COLOUR) or kind.endswith(("-m", "-mono")):
        return False
    if not kind or kind.startswith(_PAINTERS):
        return True
    known = _system_knows(kind)
    return known is None or known.tigetnum("colors") > 1


def _system_knows(kind: str) -> ModuleType | None:
    """The system's own description of terminals, set to this kind; None when it has none."""
    try:
        import curses
    except ImportError:
        return None
    try:
        curses.setupterm(kind, sys.stdout.fileno())
    except (curses.error, OSError):
        return None
    return curses
