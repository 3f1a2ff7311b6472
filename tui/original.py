"""The file of a text as it lies on the disk, and the reader's own program to look at it with."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.reading.source import LIBRARY, STANDARD_INPUT
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a pager can show; anything else is for the program that the system opens it with.
_TEXTS = frozenset({"", ".txt", ".text", ".md", ".markdown", ".rst", ".log", ".csv", ".tex"})


class Original(NamedTuple):
    """The words of a command that shows a file; whether it takes the terminal until it ends."""

    name: str
    command: Sequence[str]
    in_terminal: bool


def original(source: str, environ: Mapping[str, str]) -> Original:
    """How the file of a text is looked at: by no shell, and never at an address.

    Raises:
        InputError: there is no such file any more, or nothing to open it with.
    """
    file = _file(source)
    name = one_line(file.name)
    if not file.is_file():
        raise InputError(f"{name}: it is no longer where it was read")
    in_terminal = file.suffix.lower() in _TEXTS
    command = _pager(environ) if in_terminal else _opener()
    if not command:
        raise InputError(f"{name}: no program to open it with was found; it lies in {file.parent}")
    return Original(name, [*command, str(file)], in_terminal)


def start(command: Sequence[str]) -> str:
    """Start a program with a window of its own; what went wrong, in a phrase."""
    try:
        subprocess.Popen(  # noqa: S603 - the system's own opener
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"{one_line(command[0])} cannot be started ({one_line(str(error))})"
    return ""


def _file(source: str) -> Path:
    if source == STANDARD_INPUT:
        raise InputError("the text came on standard input: it has no file")
    if source.startswith(LIBRARY):
        from corpus.library.shelf import text_file
        from tui.paths import library_dir

        return text_file(library_dir(), source.removeprefix(LIBRARY))
    return Path(os.path.abspath(source))  # noqa: PTH100 - resolve() would follow links


def _pager(environ: Mapping[str, str]) -> Sequence[str]:
    try:
        words = shlex.split(environ.get("PAGER", ""))
    except ValueError:  # a quotation mark without its other
        words = environ["PAGER"].split()
    if words:
        return words
    return next(([found] for one in ("less", "more") if (found := shutil.which(one))), ())


def _opener() -> Sequence[str]:
    name = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(name)
    return [found] if found else []
