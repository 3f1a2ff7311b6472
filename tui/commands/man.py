"""``man``: the manual page, from the same tables as the help and the keys."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from tui.commands.offered import Option
    from tui.commands.table import Command
    from tui.keys import Key

_STATUSES = (
    ("0", "done"),
    ("1", "with --exit-code alone: a condition that was named holds"),
    ("2", "the command line makes no sense"),
    ("3", "a text is missing, cannot be read, or is refused"),
    ("4", "notes check: a note's words are lost"),
    ("5", "something could not be written; what stood there is untouched"),
    ("130", "interrupted; everything is saved"),
)
_VARIABLES = (
    ("OSSETIA_READER_DATA_DIR", "the folder of notes and library"),
    ("OSSETIA_READER_CONFIG_DIR", "the folder of the settings"),
    ("NO_COLOR", "not empty: no colour leaves the program"),
    ("VISUAL, EDITOR", "the editor for notes and settings"),
    ("TERM", "dumb leads to reading in lines"),
)


def arguments(parser: ArgumentParser) -> None:
    """``man`` takes none."""


def run(args: Namespace) -> Outcome:
    """The page in roff, for ``man -l`` or a folder of manuals."""
    return Outcome("\n".join(_lines()) + "\n")


def _lines() -> Iterator[str]:
    from tui import __version__
    from tui.commands.table import COMMANDS, READ
    from tui.keys import TABLE

    yield f'.TH OSSETIA-READER 1 "" "ossetia-reader {__version__}" "User Commands"'
    yield from (".SH NAME", r"ossetia-reader \- read two accounts of one story side by side")
    yield ".SH SYNOPSIS"
    yield from (r".B ossetia-reader", r"[\fIoptions\fR] [\fIA B\fR [\fIC\fR ...]]", ".br")
    yield from (r".B ossetia-reader", r"\fIcommand\fR [\fIoptions\fR] ...")
    yield ".SH DESCRIPTION"
    yield _said(
        "Opens two texts or more, shows which passages speak of the same thing and why, what only "
        "one text says, who is in them, and keeps notes. A text is a path, - for standard input, "
        "or corpus:NAME. Without texts the bundled pair is opened. Without a terminal on standard "
        "output the comparison is printed. Nothing ever goes to the network."
    )
    yield ".SH OPTIONS"
    yield from _options(READ)
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from _command(command)
    yield ".SH KEYS"
    for group, keys in groupby(TABLE, key=lambda key: key.group):
        yield from _keys(group, keys)
    yield from _table("EXIT STATUS", _STATUSES)
    yield from _table("ENVIRONMENT", _VARIABLES)


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_said(command.name)}"
    yield _said(command.purpose)
    yield from _options(command)


def _options(command: Command) -> Iterator[str]:
    from tui.commands.offered import options

    common = {"-h", "--debug", "--ascii"} if command.name else set[str]()
    for option in options(command):
        if common.isdisjoint(option.names):
            yield from (".TP", _called(option), _said(option.help or "one of these"))


def _called(option: Option) -> str:
    r"""``\fB\-f\fR, \fB\-\-format\fR \fITEXT\fR``."""
    names = ", ".join(rf"\fB{_escaped(name)}\fR" for name in option.names)
    value = rf"\fI{_escaped(option.value)}\fR" if option.value else ""
    return " ".join(part for part in (names, value) if part)


def _keys(group: str, keys: Iterable[Key]) -> Iterator[str]:
    from tui.keys import with_keys

    yield f".SS {_said(group)}"
    for key in keys:
        yield from (".TP", rf"\fB{_escaped(key.all_shown)}\fR", _said(with_keys(key.help)))


def _table(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f".SH {title}"
    for name, words in rows:
        yield from (".TP", rf"\fB{_escaped(name)}\fR", _said(words))


def _said(words: str) -> str:
    """A line of words: what roff would take for a request at its beginning is none."""
    line = _escaped(" ".join(words.split()))
    return rf"\&{line}" if line.startswith((".", "'")) else line


def _escaped(words: str) -> str:
    return (
        words.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("^", r"\(ha")
    )
