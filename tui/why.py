"""Why two passages are linked, in words: evidence first, then what to be careful about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.facing import Facing, Tie


_BY_HAND = {"": "", "confirmed": "  ✓ confirmed by you", "made": "  ✓ linked by you"}


def title(facing: Facing, tie: Tie) -> str:
    """Which passages, how strongly, and how sure."""
    left, right = facing.documents
    return (
        f"WHY {left.id}·{tie.numbers[0]} ↔ {right.id}·{tie.numbers[1]}"
        f"  {tie.link.grade} {tie.link.score:.2f}{_BY_HAND[tie.link.hand]}"
    )


def reasons(tie: Tie) -> list[str]:
    """One line for each piece of evidence, with its share of the score, the largest first."""
    found = sorted(tie.link.evidence, key=lambda one: -one.weight)
    return [f"{_share(one.weight)}  {one.kind}: {one.words}" for one in found]


def cautions(tie: Tie) -> list[str]:
    """What keeps a high score from being strong, and one line for each reason to look twice."""
    lacks = [f"not strong: {tie.link.not_strong}"] if tie.link.not_strong else []
    return [*lacks, *(f"!  {one.kind.replace('-', ' ')}: {one.words}" for one in tie.link.cautions)]


def _share(weight: float) -> str:
    return f"{weight:.2f}" if weight >= 0.005 else "<.01"
