"""Words on the command line -> a command and its arguments."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from tui import looks
from tui.commands.outcome import PROGRAM, UsageError
from tui.commands.table import COMMANDS, READ, Command, called, group
from tui.terminal import width_of_output

if TYPE_CHECKING:
    from collections.abc import Sequence

_MORE = """\
commands:
{commands}

A file called like a command or an option is opened as ./notes or after --.
Without a terminal on standard output the comparison is printed.
"""


_NAMES_A_VIEW = "--view"  # one of which is called like a group of commands


class HelpAsked(Exception):  # noqa: N818 - no error
    """The help was asked for; its text is the exception's."""


def parse(words: list[str]) -> tuple[Command, Namespace]:
    """The command and its arguments.

    Raises:
        UsageError: the words make no sense.
        HelpAsked: they ask for help.
    """
    command, rest = called(words) or (READ, words)
    if command is READ:
        _refuse_half_command(rest)
    return command, parser(command).parse_intermixed_args(_files_as_paths(rest))


def _files_as_paths(words: list[str]) -> list[str]:
    """The words without ``--``; a file after it that begins with a dash is told by its folder.

    argparse forgets what stood after ``--`` when it reads options between files.
    """
    if "--" not in words:
        return words
    at = words.index("--")
    dashed = [f"./{word}" if word.startswith("-") and word != "-" else word for word in words]
    return words[:at] + dashed[at + 1 :]


def parser(command: Command) -> ArgumentParser:
    """The parser of what may follow a command's name."""
    made = _Parser(
        prog=f"{PROGRAM} {command.name}".strip(),
        usage=f"{PROGRAM} [options] [A B [C ...]]" if command is READ else None,
        description=command.purpose,
        epilog=_MORE.format(commands=_listed(COMMANDS)) if command is READ else None,
        formatter_class=partial(RawDescriptionHelpFormatter, width=width_of_output(os.environ) - 2),
        allow_abbrev=False,
        add_help=False,
    )
    made.add_argument("-h", "--help", nargs=0, action=_Help, help="show this help and leave")
    made.add_argument("--debug", action="store_true", help="show a traceback of what fails")
    looks.ascii_argument(made)
    command.module().arguments(made)
    return made


class _Parser(ArgumentParser):
    """Tells what is wrong with the command line in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


class _Help(Action):
    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        raise HelpAsked(parser.format_help())


def _refuse_half_command(words: Sequence[str]) -> None:
    """``notes`` alone is half a command, not a file."""
    named = [word for before, word in pairwise(["", *words]) if before != _NAMES_A_VIEW]
    first = next((word for word in named if not word.startswith("-") or word == "--"), "")
    half = group(first)
    if half and not {"-h", "--help"}.isdisjoint(words):
        raise HelpAsked(f"usage: {PROGRAM} {first} COMMAND\n\n{_listed(half)}\n")
    if half:
        names = ", ".join(command.name for command in half)
        raise UsageError(f"{first}: say which of {names}; a file of this name opens as ./{first}")


def _listed(commands: Sequence[Command]) -> str:
    width = max(len(command.name) for command in commands)
    return "\n".join(f"  {command.name:{width}}  {command.purpose}" for command in commands)
