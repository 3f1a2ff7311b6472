"""What may follow each command, as its parser has it: for completion and for the manual."""

from __future__ import annotations

from argparse import SUPPRESS, Action, HelpFormatter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.commands.table import Command

_FILES = ("FILE", "DIR")


class Option(NamedTuple):
    """Something that may follow a command.

    Attributes:
        names: such as ``-f``, ``--format``; none for what has no name, such as a file.
        value: what to call its value; empty where it takes none.
        help: what it does.
        choices: the values there are; none where any will do.
    """

    names: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...]

    @property
    def takes_file(self) -> bool:
        """Whether its value is the name of a file."""
        return self.value.startswith(_FILES)


def options(command: Command) -> list[Option]:
    """All that may follow a command, in the order of its help."""
    from tui.commands.parsing import parser

    found: list[Option] = []

    class Noting(HelpFormatter):
        def add_argument(self, action: Action) -> None:
            if action.help != SUPPRESS:
                found.append(_option(action))

    made = parser(command)
    made.formatter_class = Noting
    made.format_help()
    return found


def _option(action: Action) -> Option:
    choices = tuple(map(str, action.choices or ()))
    name = action.metavar if isinstance(action.metavar, str) else ""
    value = "" if action.nargs == 0 else name or "|".join(choices) or action.dest.upper()
    return Option(tuple(action.option_strings), value, action.help or "", choices)
