"""Words edited in the editor of the reader's choice, in a file that is nobody else's."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAME = "note.md"


@dataclass(frozen=True, slots=True)
class Edited:
    """What an editor left, and what is wrong with it; ``trouble`` is empty when nothing is."""

    text: str
    trouble: str = ""


def editor_command(environ: Mapping[str, str]) -> Sequence[str]:
    """The words of ``$VISUAL``, else of ``$EDITOR``; none where neither is set."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(name, ""))
        except ValueError:  # a quotation mark without its other
            words = environ[name].split()
        if words:
            return words
    return ()


def edited(text: str, command: Sequence[str]) -> Edited:
    """The words after the editor was left; it has the terminal until then.

    The file is the owner's alone and gone afterwards, whatever happens.
    """
    with TemporaryDirectory(prefix="ossetia-reader-") as folder:
        path = Path(folder) / _NAME
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_with_last_newline(text).encode("utf-8", "replace"))
        trouble = trouble_with([*command, str(path)])
        return _left(path, text, trouble)


def trouble_with(command: Sequence[str]) -> str:
    """Run a program of the reader's, which has the terminal; what went wrong, in a phrase."""
    name = one_line(command[0])
    try:
        status = subprocess.run(command, check=False).returncode  # noqa: S603 - the reader's own editor
    except (OSError, ValueError) as error:
        return f"{name} cannot be started ({one_line(str(error))})"
    return f"{name} ended with status {status}" if status else ""


def _left(path: Path, before: str, trouble: str) -> Edited:
    try:
        data = path.read_bytes()
    except OSError:
        return Edited(before, trouble or "the editor left no file")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, trouble = data.decode("utf-8", "replace"), "what the editor left is not UTF-8"
    text = sanitise(text).text
    if text == _with_last_newline(before):
        return Edited(before, trouble)
    words = text.removesuffix("\n")
    return Edited(words, trouble or ("" if words.strip() else "the editor left nothing"))


def _with_last_newline(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"
