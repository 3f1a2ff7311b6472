"""``doctor``: what the reader finds on this machine: terminal, keys, clipboard, folders, notes."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from corpus.errors import OutputError, ReaderError
from tui import __version__, paths
from tui.commands.outcome import Outcome, UsageError
from tui.terminal import in_browser, paints

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from pathlib import Path

_PARTS = ("textual", "rapidfuzz", "numpy", "pydantic", "platformdirs", "pypdf", "trafilatura")
_EXTRAS = {"serve": "textual-serve", "meaning": "wordllama"}
_VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "VISUAL", "EDITOR")
_SMALLEST = (60, 15)
_MEGABYTE = 1_000_000

Finding = tuple[str, str]


def arguments(parser: ArgumentParser) -> None:
    """``[--keys] [-f txt|json]``."""
    parser.add_argument(
        "--keys", action="store_true", help="press keys to see what arrives, and all marks painted"
    )
    parser.add_argument("-f", "--format", choices=("txt", "json"), default="txt")


def run(args: Namespace) -> Outcome:
    """One line for each thing looked at; what is wrong is a complaint, with the status for it."""
    if args.keys:
        return _keys(args)
    notes, told, status = _notes()
    asked, odd = _asked(args)
    folders, closed = _folders()
    findings = [*_program(), *_terminal(), *asked, *folders, ("notes", notes)]
    complaints = (*told, *odd, *closed)
    status = status or (OutputError.exit_status if closed else 0)
    return Outcome(_told(findings, complaints, args.format), complaints, status)


def _told(findings: list[Finding], complaints: tuple[str, ...], form: str) -> str:
    if form == "json":
        from corpus.writing import json_text

        return json_text({"findings": dict(findings), "complaints": complaints})
    width = max(len(name) for name, _ in findings)
    return "".join(f"{name:{width}}  {found}\n" for name, found in findings)


def _keys(args: Namespace) -> Outcome:
    """Let the reader press keys, on a screen."""
    if not args.terminal:
        raise UsageError("--keys needs a terminal; ossetia-reader keys prints the keys")
    from tui.keys import use
    from tui.looks import Looks
    from tui.settings import own_keys
    from tui.terminal import keyboard_from_terminal
    from tui.trial import Trial

    keyboard_from_terminal()
    own = own_keys()
    use(own.keys)
    Trial(Looks(colour=not os.environ.get("NO_COLOR"), ascii=bool(args.ascii))).run()
    return Outcome("", own.complaints)


def _program() -> Iterator[Finding]:
    yield "ossetia-reader", __version__
    yield "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    for name in _PARTS:
        yield name, _version(name)
    yield "sqlite", sqlite3.sqlite_version
    for extra, name in _EXTRAS.items():
        yield f"extra {extra}", f"{name} {_version(name)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _terminal() -> Iterator[Finding]:
    size = shutil.get_terminal_size()
    small = size.columns < _SMALLEST[0] or size.lines < _SMALLEST[1]
    yield "output", "terminal" if sys.stdout and sys.stdout.isatty() else "no terminal"
    yield "size", f"{size.columns} columns, {size.lines} lines{'; small' if small else ''}"
    yield "encoding", sys.stdout.encoding if sys.stdout else "none"
    for name in _VARIABLES:
        yield name, os.environ.get(name) or "not set"
    yield "colours", _colours()
    yield "screen", "yes" if paints(os.environ.get("TERM", "")) else "no; texts are read in lines"
    yield "clipboard", _clipboard()


def _colours() -> str:
    environment = os.environ
    if environment.get("NO_COLOR"):
        return "none: NO_COLOR is set"
    if environment.get("COLORTERM") in {"truecolor", "24bit"}:
        return "16 million"
    return "256" if "256" in environment.get("TERM", "") else "those of the terminal, as far known"


def _clipboard() -> str:
    """Which way copied words would go."""
    from tui.clipboard import programs

    program = next((name for name, _ in programs(os.environ)), "")
    if program:
        return f"by {program}"
    inside = "; tmux needs: set -g set-clipboard on" if os.environ.get("TMUX") else ""
    return f"through the terminal (OSC 52), where it lets the reader{inside}"


def _asked(args: Namespace) -> tuple[list[Finding], list[str]]:
    """What the terminal says of itself, where there is one to answer, and what is odd of it."""
    if not _is_answered(args):
        return [], []
    from tui.asking import SAMPLES, ask
    from tui.cells import cells

    answers = ask(keys=0, screen=1)
    odd = [
        f"the terminal gives the {name} {width} columns and the reader counts {cells(sign)}: "
        "lines with such characters may not end where they should"
        for name, sign in SAMPLES.items()
        if (width := answers.widths.get(name, cells(sign))) != cells(sign)
    ]
    widths = "as the reader counts" if answers.widths else "no answer"
    at_once = {True: "yes", False: "no", None: "no answer"}[answers.synchronised]
    return [("widths", "see below" if odd else widths), ("whole screens at once", at_once)], odd


def _is_answered(args: Namespace) -> bool:
    """Whether a terminal is there that understands questions."""
    there = args.terminal and sys.stdin is not None and sys.stdin.isatty()
    return there and not in_browser() and paints(os.environ.get("TERM", ""))


def _folders() -> tuple[list[Finding], list[str]]:
    """Where things lie, with the room there, and which folders cannot be written in."""
    places = {
        "settings": paths.config_dir(),
        "data": paths.data_dir(),
        "cache": paths.cache_dir(),
    }
    closed = [
        f"{place}: cannot be written in; choose another folder or its rights"
        for place in places.values()
        if not os.access(_standing(place), os.W_OK)
    ]
    return [(name, _room(place)) for name, place in places.items()], closed


def _room(place: Path) -> str:
    standing = _standing(place)
    free = shutil.disk_usage(standing).free // _MEGABYTE
    rights = "can be written in" if os.access(standing, os.W_OK) else "cannot be written in"
    made = "" if place.is_dir() else "; not made yet"
    return f"{place}: {rights}, {free} MB free{made}"


def _standing(place: Path) -> Path:
    """The folder itself, or the nearest above it that is there."""
    return next(one for one in (place, *place.parents) if one.is_dir())


def _notes() -> tuple[str, tuple[str, ...], int]:
    """The state of the notes file: in words, what there is to complain of, the exit status."""
    from corpus.notes.store import NoteStore
    from tui.clock import now

    try:
        with NoteStore.open(paths.notes_file(), now=now) as store:
            return f"{len(store.notes())} in {paths.notes_file()}", tuple(store.told), 0
    except ReaderError as error:
        return "cannot be read", (str(error),), error.exit_status
