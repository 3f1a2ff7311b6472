"""The application: one story, one notes file, one home screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand

from corpus.errors import OutputError
from corpus.sanitise import one_line
from corpus.story import Story
from corpus.text import Document, letter_id
from tui.commands.outcome import INTERRUPTED
from tui.desk import Desk
from tui.keys import keys_of
from tui.notebook import Notebook
from tui.screens.read import ReadScreen
from tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from textual.screen import Screen

    from corpus.actors.aliases import Alias


class ReaderApp(App[None]):
    """Opens documents side by side.

    Args:
        documents: what could be read, at least one.
        notes: gives the notes file, when it is first needed.
        now: the present moment as ISO 8601 in UTC, ending in ``Z``.
        frames: gives the reader's own frames; may raise ReaderError.
        aliases: gives what the reader says of actors for every story; so may it.
        complaints: what could not be read, a sentence each, told on the screen.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "ossetia-reader"
    COMMAND_PALETTE_BINDING: ClassVar[str] = "ctrl+p"

    def __init__(
        self,
        documents: Sequence[Document],
        *,
        notes: Callable[[], Path],
        now: Callable[[], str],
        frames: Callable[[], Mapping[str, Any] | None] = lambda: None,
        aliases: Callable[[], Sequence[Alias]] = lambda: (),
        complaints: Sequence[str] = (),
    ) -> None:
        # Without colours only the terminal's own are used; an empty NO_COLOR is none
        # (https://no-color.org).
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self._story = Story(tuple(documents))
        self._complaints = complaints
        facing = _two(documents, complaints)
        self._notebook = Notebook(Desk(notes, now), documents)
        self.home = ReadScreen(self._story, facing, self._notebook, frames, aliases)

    def on_mount(self) -> None:
        """Show the texts, and what could not be read."""
        self.push_screen(self.home)
        self._leave_on_signals()
        self.call_after_refresh(_collect_garbage)
        for document in self._story.documents[:2]:
            if document.removed:
                told = f"characters left out that control or hide: {document.removed}"
                self.notify(f"{document.name}: {told}", timeout=20, markup=False)
        if hidden := len(self._story.documents[2:]):
            texts = "text is" if hidden == 1 else "texts are"
            told = f"{hidden} more {texts} in this story: . shows the next in this one's place"
            self.notify(told, timeout=20, markup=False)
        for sentence in self._complaints:
            self.notify(sentence, severity="error", timeout=20, markup=False)

    def _leave_on_signals(self) -> None:
        """Leave as with a key, with drafts and place kept: a session may drop at any time."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit, None, INTERRUPTED)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's
        """Every key of the reader as a command of the palette."""
        for key in keys_of("reader", "texts", "story"):
            name = f"{key.words} ({key.shown})"
            yield SystemCommand(name, key.help, self._command(key.action))

    def action_command_palette(self) -> None:
        """Every command by name."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def _command(self, action: str) -> Callable[[], object]:
        return lambda: self.run_worker(self.run_action(action, self.home))

    def action_theme(self) -> None:
        """The next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def finish(self) -> Sequence[str]:
        """Keep where the texts were left, and finish whatever is being saved.

        Returns:
            A sentence when the place could not be kept.

        Raises:
            OutputError: words typed into a note could not be kept either.
        """
        from tui.resume import written

        left = self.home.left()
        try:
            self._notebook.leave(written(left))
        except OutputError as error:
            if left.drafts:
                raise
            return (f"where the texts were left is not kept; {error}",)
        return ()


def _collect_garbage() -> None:
    """Look for garbage from now on, but not among what start-up made: that stays."""
    gc.freeze()
    gc.enable()


def _two(documents: Sequence[Document], complaints: Sequence[str]) -> tuple[Document, Document]:
    """The documents that face each other; an empty one where there is no second."""
    if len(documents) > 1:
        return documents[0], documents[1]
    name = one_line(complaints[0]) if complaints else "no second text"
    empty = Document(letter_id(1), name, "", "", "", ())
    return documents[0], empty
