"""The reader's own frames: words and names by key, kept in a file, found at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from tui.screens.casting import CastingScreen
from tui.screens.noting import SAVED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from corpus.story import Story
    from tui.framefile import FrameFile
    from tui.notebook import Kept


class FramingScreen(CastingScreen):
    """The facing texts with keys that add words to a frame, or give it another name.

    ``own_frames`` gives the reader's own frames; it may raise ReaderError.
    ``wanted`` is the entry of a view to be shown next.
    """

    own_frames: Callable[[], Mapping[str, Any] | None]
    wanted: str = ""

    @cached_property
    def _file(self) -> FrameFile:
        """The reader's own file of frames; needed when it is first changed."""
        from tui.framefile import FrameFile

        return FrameFile()

    def action_add_words(self) -> None:
        """Ask for words to add to the frame under the cursor, or to a new one."""
        from tui.screens.line import ask_line

        frame = self._frame()
        if frame is None:
            return

        def done(typed: str | None) -> None:
            if typed:
                name, named, words = typed.rpartition("=")
                called = name.strip() if named else frame
                self._alter(lambda: self._file.add(called, words), f"added to {called}", called)

        ask_line(self, f"Words for {frame or 'a new frame: name = words'}", "", done)

    def action_rename(self) -> None:
        """Ask what the frame under the cursor is to be called, or the actor."""
        if self.view != "frames":
            super().action_rename()
            return
        from tui.screens.line import ask_line

        frame = self._frame()
        if not frame:
            return

        def done(called: str | None) -> None:
            if called is not None and called != frame:
                self._alter(lambda: self._file.rename(frame, called), f"{frame} renamed", called)

        ask_line(self, "Its name", frame, done)

    def _frame(self) -> str | None:
        """The name of the frame under the cursor, or none; None while frames are looked for."""
        if self.working or self.found is None:
            self.notify("frames are still being looked for", markup=False)
            return None
        return self.cast_key().removeprefix("#")

    def _alter(self, change: Callable[[], None], said: str, frame: str) -> None:
        self.run_worker(self._changed(change, said, frame))

    async def _changed(self, change: Callable[[], None], said: str, frame: str = "") -> None:
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
        more = f" in frames.toml; {frame} has {sum(uses)} uses; u takes it back" if frame else ""
        self.notify(f"{said}{more}", markup=False)

    # Taking back

    async def saving(self, deed: Awaitable[Kept], said: str = SAVED) -> bool:
        """Save something else, which is then what undo takes back first."""
        if said:
            self._file.forget()
        return await super().saving(deed, said)

    def action_undo(self) -> None:
        """Take the latest change back, to the file of frames or to what is kept."""
        if self._file.undoes:
            self._alter(self._file.undo, "undo done", "")
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """Do it again."""
        if self._file.redoes:
            self._alter(self._file.redo, "redo done", "")
        else:
            super().action_redo()


def _with_frames(story: Story, own: Mapping[str, Any] | None) -> Story:
    """The story with its frames looked for again."""
    from corpus.frames import find_frames

    return replace(story, frames=find_frames(story.documents, story.actors, own))
