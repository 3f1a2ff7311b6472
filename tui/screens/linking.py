"""The reader's own word on links, and the actors as the reader has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ruling import confirming, ends_here, rejecting, ruled_before
from tui.screens.noting import NotingScreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.rulings import ActorRuling
    from corpus.links.rulings import Ends, Ruling, Verdict
    from corpus.story import Story
    from tui.notebook import Kept


class LinkingScreen(NotingScreen):
    """The facing texts with links and actors as the reader has ruled on them.

    ``found`` is the story as it was found, ``story`` the same with the
    rulings applied; ``aliases`` are those the reader keeps for all stories.
    """

    found: Story | None = None
    rulings: Mapping[str, Ruling] = {}
    decisions: Mapping[str, ActorRuling] = {}
    aliases: Sequence[Alias] = ()

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story, overruled where the reader has ruled."""
        self.found = story
        super().show_story(self._overruled(story), done=done)

    def keep(self, kept: Kept) -> None:
        """Show what is kept now; links and actors anew when a ruling on them changed."""
        super().keep(kept)
        changed = (kept.rulings, kept.actors) != (self.rulings, self.decisions)
        self.rulings, self.decisions = kept.rulings, kept.actors
        if changed and self.found is not None:
            super().show_story(self._overruled(self.found), done=not self.working)

    def _overruled(self, story: Story) -> Story:
        from corpus.story import overruled

        if story.actors and (self.decisions or self.aliases):
            from corpus.recast import recast

            story = recast(story, self.decisions, self.aliases)
        return overruled(story, self.rulings) if story.linked and self.rulings else story

    def action_confirm(self) -> None:
        """Confirm the link, or link the two current passages; again takes that back."""
        self._rule_or_take_back(confirming(self.place.tie))

    def action_reject(self) -> None:
        """Reject the link; one made by hand, or rejected before, is taken back."""
        if self.place.tie is not None:
            self._rule_or_take_back(rejecting(self.place.tie))
        elif self._ruled_before() is not None:
            self._take_back()
        else:
            self.notify("no linked pair here", markup=False)

    def _rule_or_take_back(self, verdict: Verdict | None) -> None:
        if verdict is None:
            self._take_back()
        else:
            self._rule(verdict)

    def _rule(self, verdict: Verdict) -> None:
        if not all(document.passages for document in self.documents):
            self.notify("there are no two passages to link", markup=False)
            return
        self.run_worker(self._ruled(verdict, self._ends(), self._ruled_before()))

    async def _ruled(self, verdict: Verdict, ends: Ends, before: str | None) -> None:
        if await self.saving(self.notebook.rule(verdict, *ends, before)):
            self.notify(f"{verdict}; u takes it back", markup=False)

    def _take_back(self) -> None:
        subject = self._ruled_before()
        if subject is not None:
            self.run_worker(self.saving(self.notebook.take_back(subject)))

    def _ruled_before(self) -> str | None:
        """The subject of the ruling on the current link, if there is one."""
        return ruled_before(self.story, self._ends())

    def _ends(self) -> Ends:
        return ends_here(self.here, self.place)
