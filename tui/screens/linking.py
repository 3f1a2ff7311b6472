"""The reader's own word on links, and the actors as the reader has them."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from tui.facing import face
from tui.keys import key_for
from tui.ruling import confirming, ends_here, rejecting, ruled_before
from tui.screens.noting import SAVED, NotingScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.rulings import ActorRuling
    from corpus.links.model import Link
    from corpus.links.rulings import Ends, Ruling, Verdict
    from corpus.notes.finder import Finder
    from corpus.story import Story
    from tui.notebook import Kept
    from tui.status import Facts
    from tui.views.matches import Shown


class LinkingScreen(NotingScreen):
    """The facing texts with links and actors as the reader has ruled on them.

    ``found`` is the story as it was found, ``story`` the same with the
    rulings applied; ``aliases`` are those the reader keeps for all stories.
    """

    found: Story | None = None
    rulings: Mapping[str, Ruling] = {}
    decisions: Mapping[str, ActorRuling] = {}
    aliases: Sequence[Alias] = ()
    among: Shown = "all"
    _made: tuple[Story, Mapping[str, ActorRuling], Sequence[Alias], Story] | None = None

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

    async def saving(self, deed: Awaitable[Kept], said: str = SAVED) -> bool:
        """Save, and make the story anew beside the keys where a decision on actors changed."""

        async def prepared() -> Kept:
            kept = await deed
            if self.found is not None and kept.actors != self.decisions:
                await asyncio.to_thread(self._cast_anew, self.found, kept.actors)
            return kept

        return await super().saving(prepared(), said)

    def _overruled(self, story: Story) -> Story:
        from corpus.story import overruled

        story = self._cast_anew(story, self.decisions)
        return overruled(story, self.rulings) if story.linked and self.rulings else story

    def _cast_anew(self, story: Story, decisions: Mapping[str, ActorRuling]) -> Story:
        """The story with its actors as the reader has them; the latest is kept at hand."""
        if not story.actors or not (decisions or self.aliases):
            return story
        made = self._made
        if made is None or made[0] is not story or made[1:3] != (decisions, self.aliases):
            from corpus.recast import recast

            cast = recast(story, decisions, self.aliases, self._finder)
            made = self._made = (story, decisions, self.aliases, cast)
        return made[3]

    @cached_property
    def _finder(self) -> Finder:
        """What finds the words of decisions again, each once."""
        from corpus.notes.finder import Finder

        return Finder()

    # Which links are shown

    @property
    def links(self) -> Sequence[Link]:
        """The links of the kind that is asked for."""
        if self.among == "all":
            return self.story.links
        from tui.views.matches import wanted

        return [link for link in self.story.links if wanted(link, self.among)]

    def action_filter_links(self) -> None:
        """Show the next kind of links: those not decided on, with cautions, by hand, or all."""
        from tui.views.matches import SHOWN

        kinds: list[Shown] = [kind for kind in SHOWN if kind != "rejected"]
        self.among = kinds[(kinds.index(self.among) + 1) % len(kinds)]
        self.facing = face(self.documents, self.links, self.here.bar)
        self.stay()
        self.notify(f"links shown: {self.among}, {len(self.here.ties)}", markup=False)

    def _facts(self) -> Facts:
        return super()._facts()._replace(among="" if self.among == "all" else self.among)

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
            self.notify(f"{verdict}; {key_for('undo')} takes it back", markup=False)

    def _take_back(self) -> None:
        subject = self._ruled_before()
        if subject is not None:
            self.run_worker(self.saving(self.notebook.take_back(subject)))

    def _ruled_before(self) -> str | None:
        """The subject of the ruling on the current link, if there is one."""
        return ruled_before(self.story, self._ends())

    def _ends(self) -> Ends:
        return ends_here(self.here, self.place)
