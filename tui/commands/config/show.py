"""``config show``: the files of the settings and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import settings
from tui.commands.config.files import BEGUN, file_of
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``config show`` takes none."""


def run(args: Namespace) -> Outcome:
    """Each file's lines without comments; what is wrong with them goes to standard error."""
    wrong = tuple(sentence for name in BEGUN for sentence in settings.wrong_with(name))
    return Outcome("\n".join(_told(name) for name in BEGUN), wrong)


def _told(name: str) -> str:
    file = file_of(name)
    said = settings.said(name)
    if said is None:
        return f"# {file}: not there\n"
    lines = [
        line for line in said.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    return "".join(f"{line}\n" for line in [f"# {file}", *lines])
