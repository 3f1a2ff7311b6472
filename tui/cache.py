"""What was found in large texts, kept for the next start.

A file of ours is a line that says what it holds, and compressed lines of
JSON: nothing in it can run. It is a copy of what can be found again, so one
that is damaged, foreign or cannot be written is as good as none.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
from corpus.links import scorer_version
from corpus.notes.files import make_folder
from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.text import Document

MOST_FILES = 20
MOST_BYTES = 200_000_000

_FORMAT = "ossetia-reader found 2"
_SUFFIX = ".found"
_LONGEST_HEAD = 1000
_PIECE = 1 << 15
_CODE = (".py", ".toml", ".txt")


def cache_file(
    folder: Path, documents: Sequence[Document], extra: Mapping[str, Any] | None = None
) -> Path:
    """Where that which these texts hold is kept, as far as this version of the finders goes.

    The name changes with anything that changes the findings: the texts as
    read and as shown, their passages, dates and order, the reader's own
    frames, and the program.
    """
    digest = hashlib.sha256(f"{_finders()} {extra!r}".encode("utf-8", "surrogatepass"))
    for one in documents:
        size = len(one.text), len(one.passages)
        told = (one.id, one.sha256, *size, one.furniture, one.facts, one.date)
        digest.update(repr(told).encode("utf-8", "surrogatepass"))
        for piece in one.pieces():
            digest.update(piece.encode("utf-8", "surrogatepass"))
        for column in one.passages.columns:
            digest.update(column)
    return folder / f"{digest.hexdigest()[:32]}{_SUFFIX}"


def _finders() -> str:
    """A name that changes with the program, its rules or its word lists."""
    folder = Path(corpus.__file__).parent
    packing = Path(__file__).with_name("packing.py")
    files = [
        packing,
        *packing.with_name("rows").glob("*.py"),
        *folder.glob("*.py"),
        *(folder / "actors").rglob("*"),
    ]
    digest = hashlib.sha256(f"{__version__} {scorer_version()}".encode())
    for file in sorted(file for file in files if file.suffix in _CODE):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def load(file: Path) -> Iterator[bytes] | None:
    """The lines kept under this name; None when there are none, or not as they were written.

    They are read as they are asked for, which raises ValueError where that cannot be done.
    """
    try:
        if not _is_ours(file):
            return None
    except OSError:
        return None
    with suppress(OSError):  # the one used last goes last; a disk that cannot be written keeps all
        os.utime(file)
    return _lines(file)


def _is_ours(file: Path) -> bool:
    if not file.is_file() or file.stat().st_size > MOST_BYTES:
        return False
    with file.open("rb") as opened:
        head = opened.readline(_LONGEST_HEAD)
        return head == _head(file, hashlib.file_digest(opened, "sha256").hexdigest())


def _lines(file: Path) -> Iterator[bytes]:
    """The lines, so many compressed bytes at a time: all at once would take many times as much."""
    unpack, left = zlib.decompressobj(), b""
    try:
        with file.open("rb") as opened:
            opened.readline(_LONGEST_HEAD)
            while piece := opened.read(_PIECE):
                *whole, left = (left + unpack.decompress(piece)).split(b"\n")
                yield from whole
        yield left + unpack.flush()
    except (OSError, zlib.error) as error:
        raise ValueError("it cannot be read any more") from error


def keep(file: Path, lines: Iterable[str]) -> None:
    """Keep lines under this name, in one step; where it cannot be done, nothing is kept."""
    body = zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), level=1)
    with suppress(OSError):
        make_folder(file.parent)
        _write(file, _head(file, hashlib.sha256(body).hexdigest()) + body)
        _trim(file.parent)


def _head(file: Path, digest: str) -> bytes:
    return f"{_FORMAT} {file.stem} {digest}\n".encode()


def _write(file: Path, data: bytes) -> None:
    """Beside it first; for its owner alone, as mkstemp makes it."""
    handle, beside = tempfile.mkstemp(dir=file.parent, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(data)
        Path(beside).replace(file)
    finally:
        Path(beside).unlink(missing_ok=True)


def _trim(folder: Path) -> None:
    """Remove what was used longest ago, so that the rest stays within bounds."""
    kept = [(file, file.stat()) for file in folder.glob(f"*{_SUFFIX}")]
    size = 0
    newest_first = sorted(kept, key=lambda one: -one[1].st_mtime_ns)
    for number, (file, status) in enumerate(newest_first, start=1):
        size += status.st_size
        if number > MOST_FILES or size > MOST_BYTES:
            file.unlink(missing_ok=True)
