"""A source -> Document: by its content, with the format's reader in a process of its own."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import articles
from corpus.errors import InputError
from corpus.reading import source as sources
from corpus.reading.document import document_from_extract, never, unsigned
from corpus.reading.model import RefusedError
from corpus.reading.source import Source
from corpus.sanitise import one_line
from corpus.text import Fact, with_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from corpus.articles import Article
    from corpus.reading.encodings import Decoded
    from corpus.reading.model import Extract, Format
    from corpus.text import Document


_SIGNS = ("#", "](", "```", "~~~", "===", "*", "_", "---", "\n> ", "\n- ", "\n+ ")


def read_document(
    source: str | os.PathLike[str],
    id: str = "A",  # noqa: A002 - the contract's word
    *,
    encoding: str | None = None,
    library: Callable[[], Path] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Document:
    """The document at a path, on standard input (``-``) or in the library (``corpus:NAME``).

    It may take up to ten seconds for a format that needs a reader of its own;
    any thread may call it.

    Args:
        source: where the text is.
        id: the document's letter.
        encoding: overrules what the bytes look like; for text and web pages.
        library: gives the folder of the reader's own texts, when it is needed.
        cancelled: asked now and then while a reader works.

    Raises:
        InputError: it is missing, unreadable, empty, binary, too large or too
            much work, or no regular file. The sentence names it.
        ReadingCancelled: ``cancelled`` said so.
    """
    read = read_source(os.fspath(source), library)
    return document_of(read, id, encoding=encoding, cancelled=cancelled)


def document_of(
    read: Source,
    id: str = "A",  # noqa: A002 - the contract's word
    *,
    encoding: str | None = None,
    cancelled: Callable[[], bool] = never,
) -> Document:
    """The document in bytes already in hand; what it takes and raises is as ``read_document``."""
    try:
        document = _read(read, id, encoding or read.encoding, cancelled)
    except RefusedError as reason:
        raise sources.refused(read, reason) from None
    if not document.passages and not document.furniture:
        raise InputError(f"{read.given}: no text was found in it; name another file")
    document = replace(document, source=read.source, sha256=read.sha256)
    return with_facts(document, (fact for fact in read.facts if not _shown(fact, document)))


def _shown(fact: Fact, document: Document) -> bool:
    """Whether it is the catalogue's word for a title that the text itself opens with."""
    return fact.origin == "catalogue" and fact.kind == "title" and fact.value == document.title


def read_source(given: str, library: Callable[[], Path] | None = None) -> Source:
    """The bytes at a path, on standard input or in the library; InputError when there are none."""
    if given == sources.STANDARD_INPUT:
        return sources.standard_input()
    if not given.startswith(sources.LIBRARY):
        return sources.file(given)
    name = given.removeprefix(sources.LIBRARY)
    article = articles.find(name)
    if article:
        return Source(given, article.name, given, article.data, tuple(_catalogued(article)))
    from corpus.library import open_text

    return open_text(library() if library else None, name)


def _catalogued(article: Article) -> Iterator[Fact]:
    if article.title:
        yield Fact("title", article.title, "catalogue")
    if article.date:
        yield Fact("date", article.date, "catalogue")


def _read(
    read: Source,
    id: str,  # noqa: A002
    encoding: str | None,
    cancelled: Callable[[], bool],
) -> Document:
    from corpus.reading.encodings import decode
    from corpus.reading.formats import format_of

    form = "text" if encoding else format_of(read.data)
    if form != "text":
        extract = _confined(form, read.data, cancelled)
        return document_from_extract(extract, id=id, name=read.name, cancelled=cancelled)
    decoded = decode(read.data, encoding)
    document = _of_text(decoded, read.name, id, cancelled)
    notices = (*document.notices, *_notices(decoded))
    return replace(document, encoding=decoded.encoding, notices=notices)


def _of_text(
    decoded: Decoded,
    name: str,
    id: str,  # noqa: A002
    cancelled: Callable[[], bool],
) -> Document:
    from corpus.reading.formats import is_html

    if is_html(decoded.text):
        page = _confined("html", decoded.text.encode("utf-8", "replace"), cancelled)
        return document_from_extract(page, id=id, name=name, cancelled=cancelled)
    if _is_markdown(decoded.text):
        from corpus.reading.markdown import extract_markdown

        extract = extract_markdown(decoded.text)
        return document_from_extract(extract, id=id, name=name, cancelled=cancelled)
    return unsigned(decoded.text, id, name, cancelled)


def _is_markdown(text: str) -> bool:
    """Whether the text bears Markdown's marks; most texts have no sign that could be one."""
    if not any(sign in text for sign in _SIGNS):
        return False
    from corpus.reading.markdown_signs import is_markdown

    return is_markdown(text)


def _confined(form: Format, data: bytes, cancelled: Callable[[], bool]) -> Extract:
    from corpus.reading.confined import extract_confined

    return extract_confined(form, data, cancelled)


def _notices(decoded: Decoded) -> Iterator[str]:
    if decoded.guessed:
        yield f"read as {one_line(decoded.encoding)}, a guess; --encoding overrules it"
    if decoded.unreadable:
        places = "1 place is" if decoded.unreadable == 1 else f"{decoded.unreadable} places are"
        yield f"{places} no {one_line(decoded.encoding)} and stand as \ufffd"
