"""The article of a saved web page: by trafilatura, or by the page's own structure without it."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from corpus.reading.html_facts import page_facts
from corpus.reading.html_page import Page, Piece, paragraphs, read_page
from corpus.reading.html_restore import letters, restored
from corpus.reading.model import MOST_TEXT, TOO_MUCH_TEXT, Block, Extract, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Fewer words are no article: then the page's own structure is asked.
_FEWEST_WORDS = 20
# With less than this share of what the page's structure shows, too much was left out.
_LEAST_SHARE = 0.6
_MOSTLY_LINKS = 0.6
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "cell", "code", "ab", "list", "table", "div"}
)
_STOPS = re.compile(r"[.!?…։。؟][\"'”’»)\]]*$")
_BREAK = "\x00"


def extract_article(data: bytes) -> Extract:
    """The article of a page in UTF-8, by trafilatura where it finds enough of it."""
    text = data.decode("utf-8", "replace")
    page = read_page(text)
    own, found = _main_part(page), _without_beside(_by_trafilatura(text), page)
    shown = [_block(piece) for piece in own]
    enough = max(_FEWEST_WORDS, _LEAST_SHARE * _words(shown))
    return _extract(page, restored(found, own) if _words(found) >= enough else shown)


def extract_plain(data: bytes) -> Extract:
    """The article of a page in UTF-8, by the page's structure alone."""
    page = read_page(data.decode("utf-8", "replace"))
    return _extract(page, [_block(piece) for piece in _main_part(page)])


def all_blocks(page: Page) -> list[Block]:
    """Every piece of a page that is nothing but text, such as a chapter of a book."""
    return [_block(piece) for piece in page.pieces]


def _extract(page: Page, blocks: Sequence[Block]) -> Extract:
    if not blocks:
        raise RefusedError("no text was found on the page; save it as plain text first")
    blocks = list(_with_headline(page.headline, blocks))
    size = sum(len(block.text) for block in blocks)
    if size > MOST_TEXT:
        raise RefusedError(TOO_MUCH_TEXT)
    return Extract(tuple(blocks), tuple(page_facts(page)))


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _with_headline(headline: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks below the page's headline, whichever of them it came as."""
    if headline:
        yield Block(headline, heading=True)
    for block in blocks:
        if not headline or block.text.casefold() != headline.casefold():
            yield block


def _main_part(page: Page) -> list[Piece]:
    """The pieces of the largest article, or of the whole page, but for what stands beside it."""
    pieces = [p for p in page.pieces if not p.beside and not _is_link_list(p)]
    sizes: dict[int, int] = {}
    for piece in pieces:
        sizes[piece.article] = sizes.get(piece.article, 0) + len(piece.text)
    largest = max((n for n in sizes if n), key=lambda n: sizes[n], default=0)
    if largest and sizes[largest] * 2 >= sizes.get(0, 0):
        pieces = [piece for piece in pieces if piece.article == largest]
    return pieces


def _without_beside(blocks: Sequence[Block], page: Page) -> Sequence[Block]:
    """The blocks without those that the page shows beside the article or as links alone.

    Where that is much of them the page's structure says something else.
    """
    beside = [letters(p.text) for p in page.pieces if p.beside or _is_link_list(p)]
    shown = {letters(p.text) for p in page.pieces if not p.beside and not _is_link_list(p)}
    lists = "\n".join(beside)  # an extractor may give each link of a list as a block
    kept = [b for b in blocks if (words := letters(b.text)) in shown or words not in lists]
    return kept if _words(kept) >= _LEAST_SHARE * _words(blocks) else blocks


def _is_link_list(piece: Piece) -> bool:
    """Whether a piece is links alone; a whole sentence may be a link in an article."""
    is_sentence = _STOPS.search(piece.text) is not None
    return piece.linked > _MOSTLY_LINKS and piece.tag not in _HEADINGS and not is_sentence


def _block(piece: Piece) -> Block:
    text = f"• {piece.text}" if piece.tag == "li" else piece.text
    return Block(text, heading=piece.tag in _HEADINGS)


def _by_trafilatura(text: str) -> list[Block]:
    """What trafilatura takes for the article; nothing where it takes nothing."""
    trafilatura: Any = import_module("trafilatura")
    found = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=False,
    )
    return list(_blocks(found.body)) if found is not None and found.body is not None else []


def _blocks(body: Any) -> Iterator[Block]:
    """The blocks of trafilatura's tree, whose tags are those of TEI."""
    etree: Any = import_module("lxml.etree")
    words: list[str] = []
    around: list[str] = ["p"]
    for event, node in etree.iterwalk(body, events=("start", "end")):
        is_block = node.tag in _BLOCKS
        if is_block:
            yield from _ended(words, around)
        if event == "start":
            around += [node.tag] if is_block else []
            words.append(node.text or "")
        else:
            if is_block:
                around.pop()
            words += [_BREAK] if node.tag == "lb" else []
            words.append((node.tail or "") if node is not body else "")
    yield from _ended(words, around)


def _ended(words: list[str], around: Sequence[str]) -> Iterator[Block]:
    kinds = [tag for tag in around if tag in {"head", "item"}]
    for text in paragraphs("".join(words)):
        is_item = bool(kinds) and kinds[-1] == "item"
        yield Block(f"• {text}" if is_item else text, heading=around[-1] == "head")
    words.clear()
