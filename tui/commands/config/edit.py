"""``config edit [FILE]``: a file of the settings in the reader's editor, and checked after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.config.files import BEGUN, edit
from tui.commands.outcome import Outcome, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``[config|keys|frames|aliases]``."""
    parser.add_argument(
        "file", nargs="?", choices=tuple(BEGUN), default="keys", help="which; keys if none is named"
    )


def run(args: Namespace) -> Outcome:
    """What is wrong with the file now, and status 2 when something is."""
    wrong = edit(args.file)
    return Outcome("", wrong, UsageError.exit_status if wrong else 0)
