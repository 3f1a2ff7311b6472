"""What a file's format gives: blocks of text and facts, before they become a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from corpus.text import FactKind

Format = Literal["text", "html", "pdf", "docx", "epub", "mail"]

MOST_TEXT = 4_000_000
"""Code points that a format may give, which hold the longest novels; plain text may have more."""

TOO_MUCH_TEXT = f"it has more than {MOST_TEXT:,} characters; split it"


class RefusedError(Exception):
    """A file is not read; the exception's text is the reason and what to do, without its name."""


class ReadingCancelled(Exception):  # noqa: N818 - what happened, not what went wrong
    """``cancelled`` said so."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, table row or heading, as one line or a few."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file in reading order, what the file says of itself, and what to tell."""

    blocks: tuple[Block, ...]
    facts: tuple[tuple[FactKind, str], ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words the blocks hold."""
        return sum(len(block.text.split()) for block in self.blocks)


def to_json(extract: Extract) -> dict[str, Any]:
    """The extract as a JSON object."""
    return {
        "blocks": [[block.text, block.heading] for block in extract.blocks],
        "facts": list(extract.facts),
        "notices": list(extract.notices),
    }


def from_json(value: dict[str, Any]) -> Extract:
    """The extract in a JSON object; KeyError, TypeError or ValueError when it holds none."""
    return Extract(
        tuple(Block(str(text), bool(heading)) for text, heading in value["blocks"]),
        tuple((kind, str(said)) for kind, said in value["facts"]),
        tuple(str(notice) for notice in value["notices"]),
    )
