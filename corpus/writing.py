"""Files written whole or not at all, and JSON that no terminal obeys."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import OutputError
from corpus.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from typing import BinaryIO


def write_new(path: Path, text: str, *, force: bool = False) -> None:
    """Write ``text`` in UTF-8 to ``path``: beside it first, then under its name in one step.

    Args:
        path: where to; newlines are written as they stand in ``text``.
        text: what; halves of characters, which UTF-8 cannot hold, are dropped.
        force: whether a file that stands there already may be replaced.

    Raises:
        OutputError: the file stands there and ``force`` is not set, or it
            cannot be written; what stood there is untouched.
    """
    name = one_line(str(path))
    try:
        _write(path, text.encode("utf-8", "ignore"), force=force)
    except FileExistsError as error:
        raise OutputError(f"{name}: exists already; use --force to replace it") from error
    except OSError as error:
        raise OutputError(f"{name}: cannot be written ({error.strerror})") from error


def json_text(value: object) -> str:
    """A JSON value as text to read and to keep, ending in a newline.

    Every character that a terminal would obey, or that hides or reorders
    others, stands as an escape, so the value survives and the text is safe.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    escapes = {ord(c): _escape(c) for c in set(text) if sanitise(c).text != c}
    return text.translate(escapes) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def _write(path: Path, data: bytes, *, force: bool) -> None:
    if path.exists() and not force:
        raise FileExistsError
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, data, _mode(path))
        _name(Path(beside), path, force=force)
    finally:
        Path(beside).unlink(missing_ok=True)


def _fill(file: BinaryIO, data: bytes, mode: int) -> None:
    file.write(data)
    file.flush()
    os.fchmod(file.fileno(), mode)
    os.fsync(file.fileno())


def _mode(path: Path) -> int:
    """The mode of the file to be replaced; else readable by all, as far as the folder lets them."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644


def _name(beside: Path, path: Path, *, force: bool) -> None:
    """Give the finished file its name; a link, unlike a rename, never replaces what is there."""
    if force:
        beside.replace(path)
        return
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links: claim the name first
        path.touch(exist_ok=False)
        beside.replace(path)
