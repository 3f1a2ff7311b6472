"""``keys``: the keys of the screen, from its one table of bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.keys import Where


def arguments(parser: ArgumentParser) -> None:
    """``keys`` takes none."""


def run(args: Namespace) -> Outcome:
    """A block for each part of the program: its keys and what they do."""
    from tui.keys import Where

    return Outcome("\n".join(_block(where) for where in get_args(Where)))


def _block(where: Where) -> str:
    from tui.keys import keys_of

    found = keys_of(where)
    width = max(len(key.all_shown) for key in found)
    lines = (f"  {key.all_shown:{width}}  {key.help}\n" for key in found)
    return f"{where}\n{''.join(lines)}"
