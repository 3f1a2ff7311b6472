"""What an article lost on its way out of a page: sentences that the page shows among the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.reading.html_page import Piece

_STOPS = re.compile(r"[.!…։।][\"'”’»)\]]*$")
_SENTENCES = frozenset({"p", "blockquote", "div", "dd", "section", "li"})
_MOSTLY_LINKS = 0.6


def restored(blocks: Sequence[Block], pieces: Sequence[Piece]) -> list[Block]:
    """The blocks with those pieces put back that are sentences and stand among them.

    Extractors take a paragraph that is one link from end to end for a menu.
    Before the first block and after the last only such paragraphs are put
    back, and only where they have the same parent as one of the blocks.

    Args:
        blocks: of the article, as an extractor gave them.
        pieces: those of the page's own that are no menu, in reading order.
    """
    places = {letters(block.text): at for at, block in enumerate(blocks)}
    at = [places.get(letters(piece.text)) for piece in pieces]
    found = [number for number, place in enumerate(at) if place is not None]
    if not found:
        return list(blocks)
    among = range(found[0], found[-1] + 1)
    parents = {pieces[number].parent for number in found}
    have = "\n".join(places)
    behind: dict[int, list[Block]] = {}
    place = -1
    for number, piece in enumerate(pieces):
        here = at[number]
        if here is not None:
            place = here
        elif (
            _is_lost(piece, among=number in among, beside=piece.parent in parents)
            and letters(piece.text) not in have
        ):
            text = f"• {piece.text}" if piece.tag == "li" else piece.text
            behind.setdefault(place, []).append(Block(text))
    return list(_put_back(blocks, behind))


def letters(text: str) -> str:
    """What of a text stays the same however it is set."""
    return "".join(filter(str.isalnum, text.casefold()))


def _is_lost(piece: Piece, *, among: bool, beside: bool) -> bool:
    if piece.tag not in _SENTENCES or not _STOPS.search(piece.text):
        return False
    return among or (beside and piece.linked > _MOSTLY_LINKS)


def _put_back(blocks: Sequence[Block], behind: dict[int, list[Block]]) -> Iterator[Block]:
    yield from behind.get(-1, ())
    for at, block in enumerate(blocks):
        yield block
        yield from behind.get(at, ())
