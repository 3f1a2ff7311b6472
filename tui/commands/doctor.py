"""``doctor``: what the reader finds on this machine, for a report of a defect."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from corpus.errors import ReaderError
from tui import __version__, paths
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

_PARTS = ("textual", "rapidfuzz", "numpy", "pydantic", "platformdirs", "pypdf", "trafilatura")
_VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "EDITOR")


def arguments(parser: ArgumentParser) -> None:
    """``doctor`` takes none."""


def run(args: Namespace) -> Outcome:
    """One line for each thing looked at; what is wrong is a complaint, with the status for it."""
    notes, complaints, status = _notes()
    findings = [*_program(), *_terminal(), *_folders(), ("notes", notes)]
    width = max(len(name) for name, _ in findings)
    text = "".join(f"{name:{width}}  {found}\n" for name, found in findings)
    return Outcome(text, complaints, status)


def _program() -> Iterator[tuple[str, str]]:
    yield "ossetia-reader", __version__
    yield "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    for name in _PARTS:
        yield name, _version(name)
    yield "sqlite", sqlite3.sqlite_version


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _terminal() -> Iterator[tuple[str, str]]:
    size = shutil.get_terminal_size()
    yield "output", "terminal" if sys.stdout and sys.stdout.isatty() else "no terminal"
    yield "size", f"{size.columns} columns, {size.lines} lines"
    yield "encoding", sys.stdout.encoding if sys.stdout else "none"
    for name in _VARIABLES:
        yield name, os.environ.get(name) or "not set"


def _folders() -> Iterator[tuple[str, str]]:
    yield "settings", str(paths.config_dir())
    yield "data", str(paths.data_dir())


def _notes() -> tuple[str, tuple[str, ...], int]:
    """The state of the notes file: in words, what there is to complain of, the exit status."""
    from corpus.notes.store import NoteStore
    from tui.clock import now

    try:
        store = NoteStore.open(paths.notes_file(), now=now)
        return f"{len(store.notes())} in {paths.notes_file()}", tuple(store.told), 0
    except ReaderError as error:
        return "cannot be read", (str(error),), error.exit_status
