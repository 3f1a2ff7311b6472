"""The application: one story, one notes file, one home screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.events import Key

from corpus.errors import OutputError, ReaderError
from corpus.passages import Passages
from corpus.reading.source import STANDARD_INPUT
from corpus.sanitise import one_line
from corpus.story import Story
from corpus.text import Document, letter_id
from tui.commands.outcome import INTERRUPTED
from tui.desk import Desk
from tui.keys import OwnKeys, key_for, use
from tui.looks import THEME_NAMES, Looks
from tui.messages import TextsWanted
from tui.notebook import Notebook
from tui.screens.read import ReadScreen
from tui.start import Start
from tui.themed import OwnKeysScreen, ThemedApp
from tui.themes import next_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.events import Paste
    from textual.screen import Screen

    from corpus.actors.aliases import Alias
    from tui.commands.sources import Read, Rest
    from tui.messages import TextsRead, WordsCopied
    from tui.offers import Offer

    Reader = Callable[[Sequence[str], Callable[[str], object], Callable[[], bool]], Read]


class ReaderApp(ThemedApp["TextsWanted"]):
    """Opens documents side by side; ends with other texts that are wanted, if any.

    Args:
        documents: what could be read, at least one.
        notes: gives the notes file, when it is first needed.
        now: the present moment as ISO 8601 in UTC, ending in ``Z``.
        frames: gives the reader's own frames; may raise ReaderError.
        aliases: gives what the reader says of actors for every story; so may it.
        complaints: what could not be read, a sentence each, told on the screen.
        offers: gives the texts that could be opened and fit what was typed.
        start: where to begin; else where these texts were left.
        keys: the reader's own keys, and what is wrong with them.
        read: reads other texts, on a thread: is given their sources, what to
            tell of each before it is read, and what says whether to stop.
        looks: how much show the reader wants.
        keep_theme: keeps the name of a theme for the next time.
        driver: what drives the terminal; None leaves it to Textual.
        rest: what is left to read, where ``documents`` are but beginnings.
    """

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
        offers: Callable[[str], Sequence[Offer]] = lambda _typed: (),
        start: Start = Start(),  # noqa: B008 - frozen
        keys: OwnKeys = OwnKeys(),  # noqa: B008 - frozen
        read: Reader | None = None,
        looks: Looks = Looks(),  # noqa: B008 - frozen
        keep_theme: Callable[[str], object] = lambda _name: None,
        driver: type[Driver] | None = None,
        rest: Rest | None = None,
    ) -> None:
        use(keys.keys)
        super().__init__(looks, driver)
        self._rest = rest
        self.rest_read: Read | None = None
        self._reader = read
        self._keep_theme = keep_theme
        self._keeping = asyncio.Lock()
        self._told = looks.told
        self._notes = notes
        self._now = now
        self._offers = offers
        self._own = frames, aliases
        self._start = start
        self._told_of_keys = keys.complaints
        self._know(documents, complaints)

    def _know(self, documents: Sequence[Document], complaints: Sequence[str]) -> None:
        """Make the home screen of these texts."""
        self._story = Story(tuple(documents))
        self._complaints = (*complaints, *self._told_of_keys)
        self._notebook = Notebook(Desk(self._notes, self._now), documents)
        self._facing = _two(documents, complaints)
        home = _touring() if self._start.tour else ReadScreen
        self.home = home(self._story, self._facing, self._notebook, *self._own, self._start)

    def on_mount(self) -> None:
        """Show the texts, and what could not be read; long ones as they begin."""
        if self._rest is None:
            self.push_screen(self.home)
            self._tell()
        else:
            from tui.screens.beginning import BeginningScreen

            self.push_screen(BeginningScreen(self._story, self._facing, self._rest))
        self._leave_on_signals()
        self.call_after_refresh(_collect_garbage)

    async def on_texts_read(self, message: TextsRead) -> None:
        """Show all of the texts where the reader is in them, and do what was waited with."""
        found = self.rest_read = message.found
        if not found.documents:
            self.exit()
            return
        self._know(found.documents, found.complaints)
        with self.batch_update():  # painted once
            await self.switch_screen(self.home)
            self.home.go_on(message.before, message.place, message.tops)
        self._tell()
        for event in message.held:
            self.post_message(Key(event.key, event.character))

    def _tell(self) -> None:
        """What is to be known of how the texts were read."""
        for document in self._story.documents:
            left_out = f"characters left out that control or hide: {document.removed}"
            for told in (*([left_out] if document.removed else []), *document.notices):
                self.notify(f"{document.name}: {told}", timeout=20, markup=False)
        if hidden := len(self._story.documents[2:]):
            texts = "text is" if hidden == 1 else "texts are"
            shows = f"{key_for('text.next')} shows the next in this one's place"
            told = f"{hidden} more {texts} in this story: {shows}"
            self.notify(told, timeout=6, markup=False)
        if self._told:
            self.notify(self._told, timeout=20, markup=False)
        for sentence in self._complaints:
            self.notify(sentence, severity="error", timeout=20, markup=False)

    def on_key(self, event: Key) -> None:
        """What is typed before a dialog stands is for the dialog; in a line of words, for that."""
        if isinstance(self.screen, OwnKeysScreen):
            self.screen.holds(event)

    def on_paste(self, event: Paste) -> None:
        """Words from elsewhere are for the line of words, if there is one."""
        if self.screen is self.home:
            self.home.type_in(event.text)

    def action_open(self) -> None:
        """Ask for other texts."""
        from tui.screens.opening import OpeningScreen

        self.push_screen(OpeningScreen(self._offers), self._opened)

    def _opened(self, sources: tuple[str, ...] | None) -> None:
        """A text alone takes the place of the one that has the keys."""
        if sources is None:
            return
        if len(sources) == 1 and len(self._story.documents) > 1:
            instead = self.home.documents[self.home.place.side].id
            sources = tuple(
                sources[0] if d.id == instead else d.source for d in self._story.documents
            )
        self._leave_for(sources, "")

    def action_reload(self, *, tour: bool = False) -> None:
        """Read the texts again; the place stays as far as its passage does."""
        home = self.home
        at = f"{home.documents[home.place.side].id}:{home.place.number}"
        self._leave_for(tuple(d.source for d in self._story.documents), at, tour=tour)

    def action_tour(self) -> None:
        """Be shown round on the bundled pair, and come back to these texts."""
        self.action_reload(tour=True)

    def on_texts_wanted(self, message: TextsWanted) -> None:
        """Other texts."""
        self._leave_for(message.sources, message.at)

    def _leave_for(self, sources: tuple[str, ...], at: str, *, tour: bool = False) -> None:
        if STANDARD_INPUT in sources:
            self.home.notify(
                "standard input can be read only once: save it to a file", markup=False
            )
        elif tour or self._reader is None:
            self.exit(TextsWanted(sources, at, tour))
        else:
            from tui.screens.reading import ReadingScreen

            read = partial(self._reader, sources)
            self.push_screen(ReadingScreen(read), partial(self._read, sources, at))

    def _read(self, sources: tuple[str, ...], at: str, found: Read | None) -> None:
        """Open what was read, unless that leaves less to compare than there is."""
        if found is None:
            self.home.notify("nothing was opened", markup=False)
        elif len(found.documents) < min(2, len(self._story.documents)):
            for sentence in found.complaints:
                self.notify(sentence, severity="error", timeout=20, markup=False)
        else:
            self.exit(TextsWanted(sources, at, found=found))

    def on_words_copied(self, message: WordsCopied) -> None:
        """Take words out, and say which way they went."""
        self.run_worker(self._copy(message))

    async def _copy(self, message: WordsCopied) -> None:
        from tui.clipboard import copy

        words, what = message.words, one_line(message.what)
        timeout = 20 if message.lasting else None
        # A program would fill the clipboard of the machine that serves: the browser is asked.
        environment = {**os.environ, "SSH_CONNECTION": "browser"} if self.is_web else os.environ
        try:
            copied = await asyncio.to_thread(
                copy, words, self._notes().with_name("copied.md"), environment
            )
        except OutputError as error:
            self.copy_to_clipboard(words)
            told = f"{what} went to the terminal alone; {error}"
            self.home.notify(told, timeout=timeout, markup=False)
            return
        if not copied.by:
            self.copy_to_clipboard(words)
        by = f"by {copied.by}" if copied.by else "through the terminal"
        where = f"; also in {copied.file}" if copied.file and not message.lasting else ""
        self.home.notify(f"{what} is copied {by}{where}", timeout=timeout, markup=False)

    def _leave_on_signals(self) -> None:
        """Leave as with a key, with drafts and place kept: a session may drop at any time."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit, None, INTERRUPTED)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key that works on the screen, and all there is to go to, by name."""
        from tui.offering import commands_of, things

        for one in commands_of(screen, self.home):
            yield SystemCommand(one.name, one.help, self._command(one.action, one.node))
        if screen is not self.home:
            return
        yield SystemCommand("tour", "be shown round in two minutes", self.action_tour)
        home = self.home
        for theme in THEME_NAMES:
            set_ = self._command(f"app.theme('{theme}')", home)
            yield SystemCommand(f"theme {theme}", "colours of the screen", set_)
        for name, help_, action in things(home.story, home.cast, home.kept):
            yield SystemCommand(name, help_, self._command(action, home), discover=False)

    def action_command_palette(self) -> None:
        """Every command by name."""
        from tui.screens.palette import Palette

        if self.home.shown and not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def _command(self, action: str, node: DOMNode) -> Callable[[], object]:
        return lambda: self.run_worker(self.run_action(action, node))

    def action_theme(self, name: str = "") -> None:
        """A theme, or the next one; it is kept for the next time."""
        if self.no_color:
            self.home.notify("no colours: NO_COLOR, --color or this terminal says so", markup=False)
            return
        self.theme = name or next_theme(self.theme)
        self.home.notify(f"theme: {self.theme}", markup=False)
        self.run_worker(self._keep(self.theme), group="theme")

    async def _keep(self, theme: str) -> None:
        async with self._keeping:
            try:
                await asyncio.to_thread(self._keep_theme, theme)
            except ReaderError as error:
                self.notify(str(error), severity="error", markup=False)

    def finish(self) -> Sequence[str]:
        """Keep where the texts were left, and finish whatever is being saved.

        Returns:
            A sentence when the place could not be kept.

        Raises:
            OutputError: words typed into a note could not be kept either.
        """
        from tui.resume import written

        if not self.home.shown:  # somebody left before there was anything to see
            return ()
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


def _touring() -> type[ReadScreen]:
    from tui.screens.touring import TouringScreen

    return TouringScreen


def _two(documents: Sequence[Document], complaints: Sequence[str]) -> tuple[Document, Document]:
    """The documents that face each other; an empty one where there is no second."""
    if len(documents) > 1:
        return documents[0], documents[1]
    name = one_line(complaints[0]) if complaints else "no second text"
    letter = next(one for one in map(letter_id, (1, 0)) if one != documents[0].id)
    empty = Document(letter, name, "", "", "", Passages())
    return documents[0], empty
