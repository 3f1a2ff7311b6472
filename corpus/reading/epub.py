"""EPUB: the chapters in the order of the spine, with title, author and date (EPUB 3.3, OPF 2)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.reading.archive import Archive, within
from corpus.reading.html_article import all_blocks
from corpus.reading.html_facts import iso_date
from corpus.reading.html_page import read_page
from corpus.reading.model import MOST_TEXT, TOO_MUCH_TEXT, Block, Extract, RefusedError
from corpus.reading.xmltree import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.text import FactKind

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
# Fonts may be scrambled without the book being locked.
_SCRAMBLED_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")


@dataclass
class _Package:
    """The package document: items by id, the order to read them in, what it says of the book."""

    items: dict[str, tuple[str, str, str]] = field(default_factory=dict[str, tuple[str, str, str]])
    spine: list[str] = field(default_factory=list[str])
    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def extract_epub(data: bytes) -> Extract:
    """The text of a book, chapter by chapter; its table of contents is left out."""
    archive = Archive(data)
    _refuse_locked(archive)
    package = within("", _package_name(archive))
    if package not in archive:
        raise RefusedError("it is damaged: its table of files is missing; save it again")
    book = _package(archive.read(package))
    blocks = list(_chapters(archive, posixpath.dirname(package), book))
    if not blocks:
        raise RefusedError("no text was found in it; pictures need text recognition first")
    return Extract(tuple(blocks), tuple(_facts(book)))


def _refuse_locked(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    told = archive.read(_ENCRYPTION)
    locks = told.count(b"EncryptionMethod Algorithm")
    if locks > sum(told.count(known) for known in _SCRAMBLED_FONTS):
        raise RefusedError("it is locked by its seller; only an unlocked book can be read")


def _package_name(archive: Archive) -> str:
    names: list[str] = []

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "rootfile" and given.get("full-path"):
            names.append(given["full-path"])

    parse_xml(archive.read(_CONTAINER), start, lambda _: None, lambda _: None)
    return names[0] if names else ""


def _package(data: bytes) -> _Package:
    book, tags = _Package(), [""]

    def start(tag: str, given: Mapping[str, str]) -> None:
        tags.append(tag if given.get("event", "publication") == "publication" else "")
        if tag == "item":
            kind, marks = given.get("media-type", ""), given.get("properties", "")
            book.items[given.get("id", "")] = (given.get("href", ""), kind, marks)
        elif tag == "itemref" and given.get("linear") != "no":
            book.spine.append(given.get("idref", ""))
        elif tag in {"title", "creator", "date", "publisher"}:
            book.said.setdefault(tags[-1], []).append("")

    def end(_: str) -> None:
        tags.pop()

    def text(words: str) -> None:
        if tags[-1] in book.said:
            book.said[tags[-1]][-1] += words

    parse_xml(data, start, end, text)
    return book


def _chapters(archive: Archive, folder: str, book: _Package) -> Iterator[Block]:
    size = 0
    for name in dict.fromkeys(book.spine):
        href, kind, marks = book.items.get(name, ("", "", ""))
        member = within(folder, href)
        if kind not in _PAGES or "nav" in marks.split() or member not in archive:
            continue
        for block in all_blocks(read_page(archive.read(member).decode("utf-8-sig", "replace"))):
            size += len(block.text)
            if size > MOST_TEXT:
                raise RefusedError(TOO_MUCH_TEXT)
            yield block


def _facts(book: _Package) -> Iterator[tuple[FactKind, str]]:
    said = {tag: [one.strip() for one in all_ if one.strip()] for tag, all_ in book.said.items()}
    if said.get("title"):
        yield "title", said["title"][0]
    if said.get("creator"):
        yield "author", ", ".join(said["creator"])
    if said.get("publisher"):
        yield "outlet", said["publisher"][0]
    dates = [day for one in said.get("date", ()) if (day := iso_date(one))]
    if dates:
        yield "date", dates[0]
