"""Plain text and Markdown, read with suspicion."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import articles
from corpus.errors import InputError
from corpus.sanitise import one_line, sanitise
from corpus.segment import segment
from corpus.text import Document

# Larger files are not read: a newspaper's year of text is smaller.
MOST_BYTES = 100_000_000

_BUNDLED = "corpus:"
_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class _Source:
    """Bytes, where they came from, and what to call them on the screen and in errors."""

    source: str
    name: str
    given: str
    data: bytes


def read_document(source: str | os.PathLike[str], id: str = "A") -> Document:  # noqa: A002 - the contract's word
    """The document at a path, on standard input (``-``) or in the library (``corpus:NAME``).

    Raises:
        InputError: it is missing, unreadable, empty, binary, not UTF-8, too
            large, or no regular file. The sentence names it.
    """
    given = os.fspath(source)
    if given.startswith(_BUNDLED):
        return _bundled(given, id)
    read = _standard_input() if given == _STANDARD_INPUT else _file(given)
    document = document_from_text(_decode(read), id=id, name=read.name)
    return replace(document, source=read.source, sha256=_sha256(read.data))


def document_from_text(text: str, *, id: str = "A", name: str = "A") -> Document:  # noqa: A002
    """A document of a text already in hand; sanitised, so offsets count in ``Document.text``."""
    clean = sanitise(text)
    parts = segment(clean.text)
    document = Document(
        id=id,
        name=one_line(name),
        source=name,
        text=clean.text,
        sha256=_sha256(text.encode("utf-8", "surrogatepass")),
        passages=parts.passages,
        furniture=parts.furniture,
        facts=parts.facts,
        removed=clean.removed,
    )
    return replace(document, title=_title(document))


def _title(document: Document) -> str | None:
    """The headline, when the text opens with one."""
    first = document.passages[0] if document.passages else None
    return one_line(document.quote(first.span)) if first and first.kind == "heading" else None


def _bundled(given: str, id: str) -> Document:  # noqa: A002
    article = articles.find(given.removeprefix(_BUNDLED))
    if article is None:
        known = ", ".join(_BUNDLED + name for name in articles.names())
        raise InputError(f"{one_line(given)}: no such text in the library; there are {known}")
    document = document_from_text(article.data.decode("utf-8"), id=id, name=article.name)
    return replace(
        document,
        source=given,
        sha256=_sha256(article.data),
        title=article.title or document.title,
        date=article.date,
    )


def _standard_input() -> _Source:
    if sys.stdin is None:
        raise InputError("standard input: it is closed; name a file")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    return _checked(_Source(_STANDARD_INPUT, "standard input", "standard input", data))


def _file(given: str) -> _Source:
    name = one_line(given) or "''"
    if given.startswith(("http://", "https://")):
        raise InputError(f"{name}: save the page first (Ctrl+S in the browser) and open the file")
    try:
        data = _read_regular_file(given)
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; check the name") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{name}: cannot be read ({one_line(reason).lower()})") from None
    path = Path(os.path.abspath(given))  # noqa: PTH100 - resolve() would follow links
    return _checked(_Source(str(path), path.name, name, data))


def _read_regular_file(given: str) -> bytes:
    """At most ``MOST_BYTES`` + 1 bytes; a pipe or a device is never waited for."""
    descriptor = os.open(given, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise ValueError("it is a folder; name a file in it")
        if not stat.S_ISREG(mode):
            raise ValueError("it is no regular file; copy its text into one")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(descriptor)


def _checked(read: _Source) -> _Source:
    if not read.data.strip():
        raise InputError(f"{read.given}: it is empty; name a file with text in it")
    if len(read.data) > MOST_BYTES:
        raise InputError(f"{read.given}: it is larger than {MOST_BYTES:,} bytes; split it")
    if b"\0" in read.data:
        raise InputError(f"{read.given}: it is binary, not text; save it as UTF-8 text first")
    return read


def _decode(read: _Source) -> str:
    try:
        return read.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{read.given}: it is not UTF-8 (byte {error.start}); save it as UTF-8 text first"
        ) from None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
