"""``corpus remove``: takes a text out of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``NAME``."""
    parser.add_argument("name", metavar="NAME", help="a name, with or without corpus: before it")


def run(args: Namespace) -> Outcome:
    """Nothing to print; the notes on the text stay."""
    from corpus.library import remove_text
    from tui import paths

    remove_text(paths.library_dir(), args.name.removeprefix("corpus:"))
    return Outcome()
