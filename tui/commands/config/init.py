"""``config init``: the files of the settings, begun with examples that are comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.config.files import BEGUN, begin, file_of
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``config init`` takes none."""


def run(args: Namespace) -> Outcome:
    """What was made and what was there; nothing that stands is touched."""
    made = {name: begin(name) for name in BEGUN}
    lines = [f"{file_of(one)}: {'made' if new else 'there already'}\n" for one, new in made.items()]
    return Outcome("".join(lines))
