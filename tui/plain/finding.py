"""The story as the reader has it, and word of how far the search for it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.facts import with_all_own
from corpus.recast import recast, sourced
from corpus.story import overruled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.actors.aliases import Alias
    from corpus.story import Story
    from tui.notebook import Kept

_STEP = 0.25
"""Progress is told whenever so much more is done."""


def as_kept(found: Story, kept: Kept, aliases: Sequence[Alias]) -> Story:
    """What was found, with the reader's facts, actors and rulings; at any stage of the search."""
    documents = with_all_own(found.documents, kept.facts)
    story = found if documents == found.documents else sourced(found, documents)
    if kept.actors or aliases:
        story = recast(story, kept.actors, aliases)
    return overruled(story, kept.rulings)


class Progress:
    """Tells of progress in a line, now and then."""

    def __init__(self, say: Callable[..., None]) -> None:
        self._say = say
        self._told = 0.0

    def __call__(self, share: float) -> None:
        """So much of the search is done, in [0, 1]."""
        if share - self._told >= _STEP and share < 1:
            self._told = share
            self._say(f"The search is {100 * share:.0f} percent done.")
