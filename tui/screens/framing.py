"""The reader's own frames: words and names by key, kept in a file, found at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from tui.keys import key_for
from tui.screens.casting import CastingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.rulings import ActorRuling
    from corpus.story import Story
    from tui.ownfiles import OwnFiles


class FramingScreen(CastingScreen):
    """The facing texts with keys that add words to a frame, or give it another name.

    ``own_frames`` gives the reader's own frames; it may raise ReaderError.
    ``wanted`` is the entry of a view to be shown next.
    """

    own_frames: Callable[[], Mapping[str, Any] | None]
    own_aliases: Callable[[], Sequence[Alias]]
    wanted: str = ""

    @cached_property
    def _files(self) -> OwnFiles:
        """What was done to the reader's own files."""
        from tui.ownfiles import OwnFiles

        return OwnFiles(self.notebook)

    def action_add_words(self) -> None:
        """Ask for words to add to the frame under the cursor, or to a new one."""
        from tui.screens.line import ask_line
        from tui.settings import keep_words

        frame = self._frame()
        if frame is None:
            return

        def done(typed: str | None) -> None:
            if typed:
                name, named, words = typed.rpartition("=")
                called = name.strip() if named else frame
                self._alter(partial(keep_words, called, words), f"added to {called}", called)

        ask_line(self, f"Words for {frame or 'a new frame: name = words'}", "", done)

    def action_rename(self) -> None:
        """Ask what the frame under the cursor is to be called, or the actor."""
        if self.view != "frames":
            super().action_rename()
            return
        from tui.screens.line import ask_line
        from tui.settings import keep_name

        frame = self._frame()
        if not frame:
            return

        def done(called: str | None) -> None:
            if called is not None and called != frame:
                self._alter(partial(keep_name, frame, called), f"{frame} renamed", called)

        ask_line(self, "Its name", frame, done)

    def _frame(self) -> str | None:
        """The name of the frame under the cursor, or none; None while frames are looked for."""
        if self.working or self.found is None:
            self.notify("frames are still being looked for", markup=False)
            return None
        return self.cast_key().removeprefix("#")

    def _alter(self, change: Callable[[], object], said: str, frame: str) -> None:
        from tui.settings import FRAMES

        self.run_worker(self._changed(partial(self._files.change, FRAMES, change), said, frame))

    async def _changed(self, change: Callable[[], object], said: str, frame: str = "") -> None:
        """Change the file, and look for the frames anew."""
        story = self.found
        if story is None:
            return
        try:
            await asyncio.to_thread(change)
            found = await asyncio.to_thread(_with_frames, story, self.own_frames())
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self.wanted = f"#{frame}"
        self.show_story(found, done=True)
        uses = [len(one.uses) for one in found.frames if one.name == frame]
        more = (
            f" in frames.toml; {frame} has {sum(uses)} uses; {key_for('undo')} takes it back"
            if frame
            else ""
        )
        self.notify(f"{said}{more}", markup=False)

    # For all stories

    def action_everywhere(self) -> None:
        """Keep what was decided on the actor for all stories."""
        actor = self._actor()
        if actor is None:
            return
        ruled = [one.ruling for one in self.story.decisions if actor.id in one.actors]
        alias = alias_of(ruled[-1]) if ruled else None
        if alias is None:
            self.notify("no decision on its names to keep for all stories", markup=False)
        else:
            self.run_worker(self._keep_alias(alias))

    async def _keep_alias(self, alias: Alias) -> None:
        from tui.settings import ALIASES, keep_alias

        change = partial(self._files.change, ALIASES, partial(keep_alias, alias))
        back = f"{key_for('undo')} takes it back"
        await self._aliased(change, f"kept for all stories, in {ALIASES}; {back}")

    async def _aliased(self, change: Callable[[], object], said: str) -> None:
        """Change the file of aliases, and make the story anew with what stands there now."""
        try:
            await asyncio.to_thread(change)
            self.aliases = await asyncio.to_thread(self.own_aliases)
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        if self.found is not None:
            self.show_story(self.found, done=not self.working)
        self.notify(said, markup=False)

    # Taking back

    def action_undo(self) -> None:
        """Take the latest change back, to a file of the reader's or to what is kept."""
        file = self._files.undoes
        if file:
            self.run_worker(self._put_back(file, self._files.undo, "undo done"))
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """Do it again."""
        file = self._files.redoes
        if file:
            self.run_worker(self._put_back(file, self._files.redo, "redo done"))
        else:
            super().action_redo()

    async def _put_back(self, file: str, change: Callable[[], object], said: str) -> None:
        from tui.settings import FRAMES

        if file == FRAMES:
            await self._changed(change, said)
        else:
            await self._aliased(change, said)


def _with_frames(story: Story, own: Mapping[str, Any] | None) -> Story:
    """The story with its frames looked for again."""
    from corpus.frames import find_frames

    return replace(story, frames=find_frames(story.documents, story.actors, own))


def alias_of(ruling: ActorRuling) -> Alias | None:
    """What a decision says of names in all stories; None when it is of single mentions."""
    from corpus.actors.aliases import Alias

    name = ruling.actor.name
    if ruling.verb == "merge" and ruling.other:
        return Alias("same", (name, ruling.other.name))
    if ruling.verb == "rename":
        return Alias("same", (ruling.name, name))
    if ruling.verb == "retype":
        return Alias("actor", (name,), ruling.type)
    return Alias("apart", (name, *ruling.words)) if ruling.words else None
