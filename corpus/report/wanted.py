"""What of a comparison is wanted, and the story with that alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.model import Actor
    from corpus.links.model import Grade, Link
    from corpus.report.standing import Standing
    from corpus.story import Story

Part = Literal["pairs", "gaps", "actors", "frames", "notes", "agreement"]
PARTS: tuple[Part, ...] = get_args(Part)
USUAL: frozenset[Part] = frozenset(PARTS) - {"agreement"}
"""The parts of a whole comparison: agreement between coders is told when it is asked for."""

_WEAKER_FIRST: tuple[Grade, ...] = ("weak", "medium", "strong")


class Wanted(NamedTuple):
    """Which parts of a comparison, and which links of them.

    Attributes:
        parts: what is told of.
        by_hand: only links that the reader confirmed or drew.
        least: the weakest grade of a link that counts; the reader's own always do.
        context: so many passages around each quotation, for people who read.
    """

    parts: frozenset[Part] = USUAL
    by_hand: bool = False
    least: Grade = "weak"
    context: int = 0

    def takes(self, link: Link) -> bool:
        """Whether a link is wanted."""
        if link.hand or self.by_hand:
            return bool(link.hand)
        return _WEAKER_FIRST.index(link.grade) >= _WEAKER_FIRST.index(self.least)

    @property
    def named(self) -> frozenset[Part]:
        """The parts that were asked for by name; none when all of it is wanted."""
        return self.parts if self.parts != EVERYTHING.parts else frozenset()

    @property
    def limit(self) -> str:
        """Which links are left out, in a sentence; empty when none is."""
        if self.by_hand:
            return "Only links that the reader confirmed or drew."
        return f"Only {self.least} links and better." if self.least != "weak" else ""


EVERYTHING = Wanted()


def narrowed(story: Story, wanted: Wanted) -> Story:
    """The story with what is wanted of it; documents and warnings stay.

    A passage stays a gap when no link above weak was found for it: which
    links are told of makes no new gaps. Frames keep the actors in whose
    voice their words stand.
    """
    parts = wanted.parts
    links = tuple(link for link in story.links if wanted.takes(link))
    return replace(
        story,
        links=links if "pairs" in parts else (),
        rulings=story.rulings if "pairs" in parts else (),
        gaps=story.gaps if "gaps" in parts else (),
        actors=story.actors if "actors" in parts else _voices(story, parts),
        frames=story.frames if "frames" in parts else (),
    )


def noted(notes: Sequence[Standing], wanted: Wanted) -> Sequence[Standing]:
    """The notes, where they are wanted."""
    return notes if "notes" in wanted.parts else ()


def _voices(story: Story, parts: frozenset[Part]) -> tuple[Actor, ...]:
    if "frames" not in parts:
        return ()
    heard = {use.voice for frame in story.frames for use in frame.uses}
    return tuple(actor for actor in story.actors if actor.id in heard)
