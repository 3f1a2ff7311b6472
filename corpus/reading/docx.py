"""DOCX: the paragraphs of the document, its notes behind them, its title and author (ECMA-376)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.archive import Archive
from corpus.reading.model import MOST_TEXT, TOO_MUCH_TEXT, Block, Extract, RefusedError
from corpus.reading.xmltree import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.text import FactKind

_DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PROPERTIES = "docProps/core.xml"
_STYLES = "word/styles.xml"
_HEADING = re.compile(
    r"(?:heading|title|überschrift|titre|título|заголовок|название)", re.IGNORECASE
)
# Text that is not shown, or shown a second time for older programs.
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange"}
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def extract_docx(data: bytes) -> Extract:
    """The text of a DOCX file; tables row by row, cells as paragraphs."""
    archive = Archive(data)
    if _DOCUMENT not in archive:
        raise RefusedError("it is damaged: it holds no document; save it again")
    headings = _heading_styles(archive)
    blocks = _paragraphs(archive.read(_DOCUMENT), headings)
    for notes in _NOTES:
        if notes in archive:
            blocks += _paragraphs(archive.read(notes), headings)
    if not blocks:
        raise RefusedError("no text was found in it; pictures need text recognition first")
    return Extract(tuple(blocks), tuple(_facts(archive)))


class _Paragraphs:
    """Takes a document's elements in, and keeps its paragraphs."""

    def __init__(self, headings: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self._headings = headings
        self._open: list[tuple[list[str], dict[str, str]]] = []
        self._skipped = self._texts = self._size = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        self._skipped += tag in _SKIPPED
        if tag == "p":  # a text box has paragraphs within a paragraph
            self._open.append(([], {}))
        elif tag == "t":
            self._texts += 1
        elif self._open and not self._skipped:
            words, style = self._open[-1]
            words.append(_BREAKS.get(tag, ""))
            if tag in {"pStyle", "numPr", "outlineLvl"}:
                style[tag] = given.get("val", "")

    def end(self, tag: str) -> None:
        self._skipped -= tag in _SKIPPED
        self._texts -= tag == "t"
        if tag == "p" and self._open:
            words, style = self._open.pop()
            self._keep(" ".join("".join(words).split("\t")).strip(), style)

    def text(self, words: str) -> None:
        if self._texts and self._open and not self._skipped:
            self._size += len(words)
            if self._size > MOST_TEXT:
                raise RefusedError(TOO_MUCH_TEXT)
            self._open[-1][0].append(words)

    def _keep(self, words: str, style: dict[str, str]) -> None:
        heading = style.get("pStyle") in self._headings or "outlineLvl" in style
        bullet = "• " if "numPr" in style and not heading else ""
        self.blocks += [Block(f"{bullet}{words}", heading)] if words else []


def _paragraphs(data: bytes, headings: frozenset[str]) -> list[Block]:
    found = _Paragraphs(headings)
    parse_xml(data, found.start, found.end, found.text)
    return found.blocks


def _heading_styles(archive: Archive) -> frozenset[str]:
    """The ids of the styles that are headings, by their names, in whatever language Word spoke."""
    if _STYLES not in archive:
        return frozenset({"Title", *(f"Heading{rank}" for rank in range(1, 7))})
    named: dict[str, str] = {}
    current = [""]

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "style":
            current[0] = given.get("styleId", "")
        elif tag == "name":
            named[current[0]] = given.get("val", "")

    parse_xml(archive.read(_STYLES), start, lambda _: None, lambda _: None)
    found = {
        style for style, name in named.items() if _HEADING.match(name) or _HEADING.match(style)
    }
    return frozenset(found)


def _facts(archive: Archive) -> Iterator[tuple[FactKind, str]]:
    """Title and author. Its dates say when the file was made, not when it was published."""
    if _PROPERTIES not in archive:
        return
    said: dict[str, str] = {}
    tags = [""]

    def start(tag: str, _: Mapping[str, str]) -> None:
        tags.append(tag)

    def end(_: str) -> None:
        tags.pop()

    def text(words: str) -> None:
        said[tags[-1]] = said.get(tags[-1], "") + words

    parse_xml(archive.read(_PROPERTIES), start, end, text)
    known: tuple[tuple[FactKind, str], ...] = (("title", "title"), ("author", "creator"))
    for kind, tag in known:
        if said.get(tag, "").strip():
            yield kind, said[tag]
