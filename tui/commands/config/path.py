"""``config path``: the folder of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import paths
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``config path`` takes none."""


def run(args: Namespace) -> Outcome:
    """The folder, whether it is there yet or not."""
    return Outcome(f"{paths.config_dir()}\n")
