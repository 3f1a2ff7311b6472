"""Where a text comes from: a path, standard input, the library; its bytes, read with suspicion."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.model import RefusedError
    from corpus.text import Fact

MOST_BYTES = 64_000_000
"""Larger files are not read: a newspaper's year of text is smaller, and memory is bounded."""

STANDARD_INPUT = "-"
LIBRARY = "corpus:"

_ADDRESS = re.compile(r"(?:https?|ftp|file):/{1,3}|www\.[\w-]+\.\w", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """Bytes, where they came from, and what to call them on the screen and in errors.

    ``facts`` are what the library knows of them, ``encoding`` what it was told.
    """

    source: str
    name: str
    given: str
    data: bytes
    facts: Sequence[Fact] = ()
    encoding: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def standard_input() -> Source:
    """All that comes on standard input; InputError when it is closed, empty or too large."""
    if sys.stdin is None:
        raise InputError("standard input: it is closed; name a file")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    return checked(Source(STANDARD_INPUT, "standard input", "standard input", data))


def file(given: str) -> Source:
    """The bytes of a regular file; InputError, which names it, for anything else."""
    name = one_line(given) or "''"
    if _ADDRESS.match(given) and not os.path.lexists(given):
        raise InputError(f"{name}: save the page first (Ctrl+S in the browser) and open the file")
    try:
        data = _read_regular_file(given)
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; check the name") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{name}: cannot be read ({one_line(reason).lower()})") from None
    path = Path(os.path.abspath(given))  # noqa: PTH100 - resolve() would follow links
    return checked(Source(str(path), path.name, name, data))


def checked(read: Source) -> Source:
    """The source, if it has anything in it and is not too large."""
    if not read.data or read.data.isspace():
        raise InputError(f"{read.given}: it is empty; name a file with text in it")
    if len(read.data) > MOST_BYTES:
        raise InputError(f"{read.given}: it is larger than {MOST_BYTES:,} bytes; split it")
    return read


def refused(read: Source, reason: RefusedError) -> InputError:
    """The error for a source that is not read."""
    return InputError(f"{read.given}: {one_line(str(reason))}")


def _read_regular_file(given: str) -> bytes:
    """At most ``MOST_BYTES`` + 1 bytes; a pipe or a device is never waited for."""
    descriptor = os.open(given, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise ValueError("it is a folder; name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise ValueError("it is no regular file; copy its text into one")
        if status.st_size > MOST_BYTES:
            raise ValueError(f"it is larger than {MOST_BYTES:,} bytes; split it")
        with os.fdopen(descriptor, "rb", closefd=False) as opened:
            return opened.read(MOST_BYTES + 1) or b""  # None: the system has nothing at the moment
    finally:
        os.close(descriptor)
