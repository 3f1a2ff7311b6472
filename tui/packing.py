"""What was found in a story as lines of JSON, and back: for a pipe and for a file.

JSON, for nothing in it can run. A line holds a bounded piece, so that taking
it in never holds up the keys for long.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.story import Story
from tui.rows import PARTS
from tui.rows.links import LINKS_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpus.links.model import Link, Linked
    from corpus.text import Document
    from tui.rows import Taker


def pack(
    stories: Iterable[Story], progress: Callable[[float], None] | None = None
) -> Iterator[str]:
    """Each story as lines: the parts that changed since the one before, then which they were.

    The documents are not among them; whoever reads the lines has them.
    ``progress`` is told the share of the links packed, in [0, 1]: their
    reasons are made for it, which takes about as long as finding them.
    """
    before: Story | None = None
    for story in stories:
        changed = [part for part in PARTS if _differs(story, before, part)]
        for part in changed:
            values = getattr(story, part)
            pieces = PARTS[part].pack(values, story.documents)
            for number, (kind, columns) in enumerate(pieces, start=1):
                yield _line({"part": part, "kind": kind, "columns": columns})
                if progress and part == "links":
                    progress(min(1.0, number * LINKS_AT_ONCE / len(values)))
        yield _line({"changed": changed})
        before = story


def _differs(story: Story, before: Story | None, part: str) -> bool:
    return before is None or getattr(story, part) is not getattr(before, part)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Unpacker:
    """Takes lines in, and gives a story whenever one is whole."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._story = Story(tuple(documents))
        self._takers: dict[str, Taker] = {}

    def take(self, value: dict[str, Any]) -> Story | None:
        """The next story, if it ends with this line, given as parsed.

        Raises:
            ValueError, LookupError, TypeError, OverflowError: it is no line of ours.
        """
        if "part" in value:
            self._taker(value["part"]).take(value["kind"], value["columns"])
            return None
        found: dict[str, Any] = {part: self._taker(part).whole() for part in value["changed"]}
        self._takers.clear()
        if "linked" in found:
            links = found.get("links", self._story.links)
            found["linked"] = tuple(_with_links(found["linked"], links))
        self._story = replace(self._story, **found)
        return self._story

    def _taker(self, part: str) -> Taker:
        if part not in self._takers:
            self._takers[part] = PARTS[part].taker(self._story.documents)
        return self._takers[part]


def _with_links(linked: Iterable[tuple[Linked, int]], links: Sequence[Link]) -> Iterator[Linked]:
    """What was found between each two documents, with its share of the links."""
    first = 0
    for one, count in linked:
        yield replace(one, links=links[first : first + count])
        first += count
