"""``corpus path``: where the library lies, or one text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``[NAME]``."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="a text in the library")


def run(args: Namespace) -> Outcome:
    """The folder, whether it is there yet or not; of a text the file with its bytes."""
    from corpus.library import text_file
    from tui import paths

    if args.name is None:
        return Outcome(f"{paths.library_dir()}\n")
    return Outcome(f"{text_file(paths.library_dir(), args.name.removeprefix('corpus:'))}\n")
