"""The reader's own word on actors: merge, split, rename, change the type, for this story or all."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from corpus.errors import ReaderError
from tui.keys import key_for
from tui.screens.linking import LinkingScreen
from tui.widgets.actors import ActorList

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.actors.model import Actor
    from corpus.actors.rulings import ActorRuling
    from tui.screens.splitting import Part


class CastingScreen(LinkingScreen):
    """The facing texts with keys for decisions on their actors.

    ``merging`` is the actor that is to be merged into the one chosen next.
    """

    merging: Actor | None = None

    def refresh_lines(self) -> None:
        """Say what is being asked, as long as it is."""
        if self.merging is not None:
            merges, leaves = key_for("list.choose"), key_for("escape")
            who = f"{self.merging.name} is …? Choose who"
            self.said = f"{who}, {merges} merges them; {leaves} gives up"
        super().refresh_lines()

    def give_up(self) -> bool:
        """Ask no further whom to merge with, or in the list which names; whether that was asked."""
        in_list = self.query_one(ActorList).has_focus
        asked = self.merging is not None or (in_list and bool(self.sought))
        self.merging, self.said = None, ""
        if in_list and self.sought:
            self.narrow("")
        self.refresh_lines()
        return asked

    # Decisions

    def action_merge(self) -> None:
        """The actor is another one, which is chosen next."""
        actor = self._actor()
        if self.merging is not None and actor is not None:
            self._merge(self.merging, actor)
        elif actor is not None:
            self.merging = actor
            self.refresh_lines()

    def choose(self, key: str) -> None:
        """Merge with the actor that was chosen, or light it."""
        chosen = self.cast.by_id.get(key)
        if self.merging is None:
            super().choose(key)
        elif chosen is None:
            self.notify(f"choose an actor; {key_for('escape')} gives up", markup=False)
        else:
            self._merge(self.merging, chosen)

    def _merge(self, other: Actor, into: Actor) -> None:
        from corpus.actors import decide

        self.merging, self.said = None, ""
        self._decide(lambda: decide.merge(self.story.documents, into, other))

    def action_split(self) -> None:
        """Some of the mentions are not this actor's."""
        from tui.screens.ahead import open_patiently
        from tui.screens.splitting import SplitScreen

        actor = self._actor()
        if actor is not None:

            def done(part: Part | None) -> None:
                if part is not None:
                    self._decide(lambda: self._split(actor, part))

            open_patiently(self, SplitScreen(actor, self.story.documents), done)

    def _split(self, actor: Actor, part: Part) -> ActorRuling:
        from corpus.actors import decide

        if part.words:
            return decide.split_names(self.story.documents, actor, (part.words,))
        return decide.split_mentions(self.story.documents, actor, part.mentions)

    def action_rename(self) -> None:
        """Give the actor another name."""
        from corpus.actors import decide
        from tui.screens.line import ask_line

        actor = self._actor()
        if actor is not None:

            def done(name: str | None) -> None:
                if name is not None and name != actor.name:
                    self._decide(lambda: decide.rename(self.story.documents, actor, name))

            ask_line(self, "Its name", actor.name, done)

    def action_retype(self) -> None:
        """The actor is of another type."""
        from corpus.actors import decide
        from corpus.actors.model import ActorType
        from tui.screens.choosing import Choice, choose

        actor = self._actor()
        if actor is not None:
            types: tuple[ActorType, ...] = get_args(ActorType)
            choices = [Choice(str(at), one) for at, one in enumerate(types, start=1)]

            def take(at: int) -> None:
                self._decide(lambda: decide.retype(self.story.documents, actor, types[at]))

            choose(self, f"{actor.name} is of the type", choices, take)

    def _actor(self) -> Actor | None:
        """The actor under the cursor; where there is none, that is said."""
        actor = self.listed_actor()
        if actor is None:
            self.notify("no actor here; choose one in the list", markup=False)
        return actor

    def _decide(self, make: Callable[[], ActorRuling]) -> None:
        try:
            ruling = make()
        except ReaderError as error:
            self.notify(str(error), markup=False)
            return
        self.run_worker(self._decided(ruling))

    async def _decided(self, ruling: ActorRuling) -> None:
        from corpus.actors.rulings import told

        if await self.saving(self.notebook.decide(ruling)):
            back, for_all = key_for("undo"), key_for("actor.everywhere")
            ways = f"{back} takes it back, {for_all} keeps it for all"
            self.notify(f"{told(ruling)}; {ways}", markup=False)
