"""Copying words out: a program of the desktop, or the terminal itself, and always a file.

Over SSH a program of the far machine would fill a clipboard that nobody
sees, so there the terminal is asked (OSC 52 of xterm's control sequences).
Some terminals refuse that in silence; what was copied is in the file, too.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import OutputError
from corpus.notes.files import create
from corpus.writing import write_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_SECONDS = 2.0
"""A program that has not taken the words by then will not."""


class Tool(NamedTuple):
    """A program that fills a clipboard, and the variable without which it cannot."""

    command: Sequence[str]
    needs: str = ""


TOOLS = (
    Tool(("pbcopy",)),
    Tool(("wl-copy",), "WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard"), "DISPLAY"),
    Tool(("xsel", "--clipboard", "--input"), "DISPLAY"),
    Tool(("clip.exe",)),
)


class Copied(NamedTuple):
    """``by`` is the program that took the words, empty where the terminal is to be asked."""

    by: str
    file: Path | None


def copy(words: str, file: Path, environment: Mapping[str, str]) -> Copied:
    """Hand the words to the desktop's clipboard, if there is one, and write them to ``file``.

    Raises:
        OutputError: the file cannot be written, and no program took the words.
    """
    by = _taken_by(words, environment)
    try:
        create(file)
        write_new(file, words, force=True)
    except OutputError:
        if not by:
            raise
        return Copied(by, None)
    return Copied(by, file)


def programs(environment: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The names and commands of the programs here that can fill the clipboard of a desktop.

    There is none over SSH: they would fill one that nobody sees.
    """
    for tool in TOOLS if not environment.get("SSH_CONNECTION") else ():
        name, *options = tool.command
        usable = not tool.needs or environment.get(tool.needs)
        program = shutil.which(name, path=environment.get("PATH")) if usable else None
        if program is not None:
            yield name, (program, *options)


def _taken_by(words: str, environment: Mapping[str, str]) -> str:
    for name, command in programs(environment):
        try:
            subprocess.run(  # noqa: S603 - the program is one of TOOLS, as found on the path
                command,
                input=words.encode(),
                check=True,
                timeout=_SECONDS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue  # the next program, or the terminal
        return name
    return ""
