"""What confirming and rejecting come to at a place: pure, for every way to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.links.rulings import Ends, Verdict
    from corpus.story import Story
    from tui.facing import Facing, Tie
    from tui.place import Place


def ends_here(facing: Facing, place: Place) -> Ends:
    """Both ends of the current link, else the two current passages."""
    from corpus.links.model import End

    if place.tie is not None:
        return place.tie.link.a, place.tie.link.b
    left, right = (
        End(document.id, (number,))
        for document, number in zip(facing.documents, place.numbers, strict=True)
    )
    return left, right


def ruled_before(story: Story, ends: Ends) -> str | None:
    """The subject of the ruling on these passages, if there is one."""
    from corpus.links.rulings import ruling_on

    placed = ruling_on(story.rulings, *ends)
    return placed.subject if placed else None


def confirming(tie: Tie | None) -> Verdict | None:
    """Confirm what was found, or link; None takes back what the reader did before."""
    if tie is None:
        return "made"
    return None if tie.link.hand else "confirmed"


def rejecting(tie: Tie) -> Verdict | None:
    """Reject what was found; None takes back a link by hand."""
    return None if tie.link.hand == "made" else "rejected"
