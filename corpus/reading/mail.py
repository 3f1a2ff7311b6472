"""Saved mail (.eml) and web archives (.mht): the words of the message, its subject and sender."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

from corpus.reading.encodings import decode, known_encoding
from corpus.reading.html_article import extract_article, extract_plain
from corpus.reading.html_facts import iso_date
from corpus.reading.model import Block, Extract, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import Message

    from corpus.text import FactKind

_MOST_PARTS = 500


def extract_mail(data: bytes) -> Extract:
    """The message in plain text where it has that; else its page, with the article taken out."""
    return _extract(data, extract_article)


def extract_mail_plain(data: bytes) -> Extract:
    """As ``extract_mail``, with the standard parser alone."""
    return _extract(data, extract_plain)


def _extract(data: bytes, read_html: Callable[[bytes], Extract]) -> Extract:
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    message = message_from_bytes(data)  # the older policy, which parses no header unasked
    parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
    plain = _first(parts, "text/plain")
    page = _first(parts, "text/html")
    if plain is not None and plain.strip():
        blocks = tuple(Block(_unwrapped(text)) for text in _paragraphs(plain))
        return Extract(blocks, tuple(_facts(message)))
    if page is None:
        raise RefusedError("the mail holds no text; open its attachment instead")
    found = read_html(page.encode("utf-8", "replace"))
    stated = {kind for kind, _ in found.facts}
    own = tuple(fact for fact in _facts(message) if fact[0] not in stated)
    return Extract(found.blocks, (*found.facts, *own), found.notices)


def _first(parts: list[Message], kind: str) -> str | None:
    for part in parts:
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            return decode(data, known_encoding(part.get_content_charset() or "")).text
    return None


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def _unwrapped(paragraph: str) -> str:
    """Lines wrapped for mail (RFC 3676, "format=flowed") joined; short ones stay lines."""
    lines = [line.rstrip() for line in paragraph.strip().split("\n")]
    wrapped = len(lines) > 1 and all(len(line) > 50 for line in lines[:-1])
    return (" " if wrapped else "\n").join(lines)


def _facts(message: Message) -> Iterator[tuple[FactKind, str]]:
    """Subject, sender and day of sending, as its header states them."""
    subject, sender = _header(message, "subject"), str(message.get("from", ""))
    name, address = map(_decoded, parseaddr(sender))
    day = iso_date(_header(message, "date"))
    if subject.strip():
        yield "title", subject
    if (name or address).strip():
        yield "author", name or address
    if day:
        yield "date", day


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, "")))


def _decoded(words: str) -> str:
    """A header's words without their disguise (RFC 2047); as they stand where that is broken."""
    try:
        parts = decode_header(" ".join(words.split()))
    except HeaderParseError:
        return words
    return "".join(
        part if isinstance(part, str) else part.decode(_charset(charset), "replace")
        for part, charset in parts
    )


def _charset(name: str | None) -> str:
    return known_encoding(name or "") or "utf-8"
