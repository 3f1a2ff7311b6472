"""Which format bytes are in, told by the bytes: a file's name proves nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.model import RefusedError

if TYPE_CHECKING:
    from corpus.reading.model import Format

_PDF = b"%PDF-"
_PDF_PARTS = (b" obj", b"startxref", b"%%EOF")
_PDF_HEAD = 1024  # ISO 32000-1, annex H: readers look for "%PDF-" in the first 1024 bytes
_SNIFFED = 4096

# First bytes, and what they say a file is. From the formats' own specifications.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked Office file; save it as DOCX"),
    (b"{\\rtf", "RTF; save it as DOCX or plain text"),
    (b"\x1f\x8b", "compressed (gzip); unpack it first"),
    (b"BZh", "compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ\0", "compressed (xz); unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x89PNG\r\n", "a picture; it needs text recognition first"),
    (b"\xff\xd8\xff", "a picture; it needs text recognition first"),
    (b"GIF8", "a picture; it needs text recognition first"),
    (b"II*\0", "a picture; it needs text recognition first"),
    (b"MM\0*", "a picture; it needs text recognition first"),
    (b"\x7fELF", "a program, not text"),
    (b"MZ\x90\0", "a program, not text"),
    (b"SQLite format 3\0", "a database, not text"),
    (b"bplist00", "binary; save the page as HTML instead"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LEADING = re.compile(r"(?:\s+|<!--.{0,20000}?-->|<\?.{0,500}?\?>)*", re.DOTALL)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|article|main|div|p|h1|section)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n"
)
_MAIL_HEADERS = {"from", "to", "date", "subject", "message-id", "received", "return-path"}


def format_of(data: bytes) -> Format:
    """The format of a file that is no text by its first bytes; ``text`` for all others.

    Raises:
        RefusedError: it is in a format that is not read.
    """
    if _is_pdf(data):
        return "pdf"
    if data.startswith(_ZIP):
        return _zipped(data)
    for first, kind in _REFUSED:
        if data.startswith(first):
            raise RefusedError(f"it is {kind}")
    return "mail" if _is_mail(data[:_SNIFFED]) else "text"


def _is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF, or has a PDF's head and parts behind something else."""
    if data.startswith(_PDF):
        return True
    return _PDF in data[:_PDF_HEAD] and any(part in data for part in _PDF_PARTS)


def is_html(text: str) -> bool:
    """Whether decoded text is a web page."""
    start = _LEADING.match(text)
    return bool(_HTML.match(text, start.end() if start else 0))


def _zipped(data: bytes) -> Format:
    """DOCX and EPUB by the names of the members they must have (ECMA-376, EPUB OCF 3.3)."""
    if b"word/" in data and b"[Content_Types].xml" in data:
        return "docx"
    if b"META-INF/container.xml" in data:
        return "epub"
    raise RefusedError("it is an archive, no DOCX and no EPUB; unpack it and open a text in it")


def _is_mail(head: bytes) -> bool:
    """Whether it opens with header lines of mail (RFC 5322), at least three known ones."""
    text, at, names = head.decode("latin-1"), 0, set[str]()
    if text.startswith("From "):  # mbox: the first message
        at = text.find("\n") + 1
    while header := _HEADER.match(text, at):
        names.add(header["name"].lower())
        at = header.end()
    return "mime-version" in names or len(names & _MAIL_HEADERS) >= _FEWEST_HEADERS


_FEWEST_HEADERS = 3
