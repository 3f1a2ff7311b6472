"""Bytes -> text: byte-order mark, UTF-8, what the page declares, and last a guess that is told."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from corpus.reading.model import RefusedError

# Longest first: the mark of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHIFTS = (b"\x1b$B", b"\x1b$@")
# Python knows these as encodings of text, but no file is written in them.
_NO_FILE = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7"}
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # the HTML standard looks for a declaration in the first 1024 bytes
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# With so many good sequences for each bad place, it is UTF-8 with damage.
_GOOD_FOR_EACH_BAD = 10
_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.1


class Decoded(NamedTuple):
    """Text, the encoding by which it was read, and how sure that is.

    ``unreadable`` counts the places that stand as U+FFFD.
    """

    text: str
    encoding: str
    guessed: bool = False
    unreadable: int = 0


def known_encoding(name: str) -> str | None:
    """Python's name for an encoding that a file can be in; None when there is none."""
    try:
        found = codecs.lookup(name)
        b"x".decode(name, "ignore")  # LookupError for Python's codecs from bytes to bytes
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if found.name.replace("-", "_") in _NO_FILE else found.name


def decode(data: bytes, asked: str | None = None) -> Decoded:
    """The text in ``data``; ``asked`` is an encoding the reader names.

    Raises:
        RefusedError: it is not in the encoding asked for, it is no text, or
            its encoding cannot be told.
    """
    decoded = _asked(data, asked) if asked else _told(data)
    controls = len(_CONTROLS.findall(decoded.text))
    if "\0" in decoded.text or controls > _MOST_CONTROLS * len(decoded.text):
        raise RefusedError("it is binary, not text; save it as UTF-8 text first")
    return decoded


def _asked(data: bytes, asked: str) -> Decoded:
    name = known_encoding(asked)
    if name is None:
        raise RefusedError(f"there is no encoding {asked}; name another with --encoding")
    try:
        return Decoded(data.decode("utf-8-sig" if name == "utf-8" else name), name)
    except UnicodeError as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise RefusedError(f"it is not {name}{at}; name another with --encoding") from None


def _told(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, name)
    try:
        plain = data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _damaged_utf8(data) or _guessed(data)
    other = _shifted(data) or (_wide(data) if _looks_wide(plain) else None)
    return other or Decoded(plain, "utf-8")


def _shifted(data: bytes) -> Decoded | None:
    """Japanese of seven bits, which says itself where it begins (ISO-2022-JP, RFC 1468)."""
    if not any(mark in data for mark in _SHIFTS):
        return None
    try:
        return Decoded(data.decode("iso2022_jp_2"), "iso2022_jp", guessed=True)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes, name: str) -> Decoded:
    shown = "utf-8" if name == "utf-8-sig" else name
    try:
        return Decoded(data.decode(name), shown)
    except UnicodeDecodeError:
        return _with_damage(data, name, shown)


def _looks_wide(text: str) -> bool:
    """Whether UTF-16 or UTF-32 may have been taken for UTF-8: half their bytes are controls."""
    return _CONTROLS.search(text) is not None


def _wide(data: bytes) -> Decoded | None:
    from corpus.reading.wide import guess_wide

    name = guess_wide(data)
    return Decoded(data.decode(name), name, guessed=True) if name else None


def _declared(data: bytes) -> Decoded | None:
    """By the page's own word for it, if that holds for every byte."""
    found = _DECLARED.search(data[:_HEAD])
    name = known_encoding(found[1].decode("ascii")) if found else None
    if name is None or name.startswith("utf"):
        return None
    # Pages that say Latin-1 are in Windows-1252, by the Encoding Standard of the WHATWG.
    name = "cp1252" if name in {"iso8859-1", "ascii"} else name
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError:
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    damaged = _with_damage(data, "utf-8", "utf-8")
    good = len(_MULTIBYTE.findall(data))
    return damaged if good >= _GOOD_FOR_EACH_BAD * damaged.unreadable else None


def _with_damage(data: bytes, name: str, shown: str) -> Decoded:
    text = data.decode(name, "replace")
    own = data.count("\ufffd".encode()) if shown == "utf-8" else 0
    return Decoded(text, shown, unreadable=text.count("\ufffd") - own)


def _guessed(data: bytes) -> Decoded:
    from corpus.reading.guess import guess

    wide = _wide(data)
    if wide:
        return wide
    name = guess(data)
    if name is None:
        raise RefusedError("its encoding cannot be told; name it with --encoding")
    return Decoded(data.decode(name, "replace"), name, guessed=True)
