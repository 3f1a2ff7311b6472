"""The reader's own words for frames: added by key, kept in a file, found at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from tui.screens.casting import CastingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.story import Story


class FramingScreen(CastingScreen):
    """The facing texts with a key that adds words to a frame.

    ``own_frames`` gives the reader's own frames; it may raise ReaderError.
    """

    own_frames: Callable[[], Mapping[str, Any] | None]

    def action_add_words(self) -> None:
        """Ask for words to add to the frame under the cursor, or to a new one."""
        from tui.screens.line import ask_line

        frame = self.cast_key().removeprefix("#")
        if self.working or self.found is None:
            self.notify("frames are still being looked for", markup=False)
            return

        def done(typed: str | None) -> None:
            if typed:
                name, named, words = typed.rpartition("=")
                self.run_worker(self._add_words(name.strip() if named else frame, words))

        ask_line(self, f"Words for {frame or 'a new frame: name = words'}", "", done)

    async def _add_words(self, frame: str, words: str) -> None:
        from tui.settings import keep_words

        story = self.found
        if story is None:
            return
        try:
            file = await asyncio.to_thread(keep_words, frame, words)
            found = await asyncio.to_thread(_with_frames, story, self.own_frames())
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self.show_story(found, done=True)
        uses = sum(len(one.uses) for one in found.frames if one.name == frame)
        self.notify(f"added to {frame} in {file.name}; it has {uses} uses now", markup=False)


def _with_frames(story: Story, own: Mapping[str, Any] | None) -> Story:
    """The story with its frames looked for again."""
    from corpus.frames import find_frames

    return replace(story, frames=find_frames(story.documents, story.actors, own))
