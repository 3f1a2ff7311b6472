"""Read, the home screen: what is found behind the keys, and where the texts were left."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from corpus.errors import ReaderError
from corpus.sanitise import one_line
from tui import place as moves
from tui.facing import face
from tui.keys import bindings, with_keys
from tui.messages import SearchRefused, SettingRefused, StoryBroken, StorySought, StoryUnfolded
from tui.screens.sourcing import SourcingScreen
from tui.start import Start

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.events import Key

    from corpus.actors.aliases import Alias
    from corpus.story import Story
    from corpus.text import Document
    from tui.background import Search
    from tui.keys import Where
    from tui.notebook import Notebook
    from tui.resume import Left

# Loaded once all is found, so that no key has to wait for it.
_NEXT = (
    *(f"tui.views.{view}" for view in ("matches", "gaps", "actors", "frames")),
    "tui.widgets.panel",
    "tui.why",
)
_WHERE: tuple[Where, ...] = ("find", "select", "texts", "reader", "story")

T = TypeVar("T")

# Seconds from the first refresh until its paint is out: the search must not compete with it.
_PAINTED = 0.05
_GREETED = 3  # keys that put the welcome away


class ReadScreen(SourcingScreen):
    """The facing texts, all that is found in them, and the way in and out."""

    BINDINGS: ClassVar = [b for w in _WHERE for b in bindings(w)]

    def __init__(
        self,
        story: Story,
        documents: tuple[Document, Document],
        notebook: Notebook,
        frames: Callable[[], Mapping[str, Any] | None],
        aliases: Callable[[], Sequence[Alias]],
        start: Start = Start(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(story, documents, notebook)
        self.own_frames = frames
        self.own_aliases = aliases
        self._start = start
        self._search: Search | None = None
        self.welcomed = False
        self._greeting = 0

    def on_mount(self) -> None:
        """Look for everything else once the texts are shown."""
        self.call_after_refresh(self.set_timer, _PAINTED, self._begin)

    def on_unmount(self) -> None:
        """Nobody is there any more to see what is found."""
        if self._search is not None:
            self._search.cancel()

    def _begin(self) -> None:
        self.run_worker(self._open_notebook())
        Thread(target=self._unfold, name="story", daemon=True).start()

    def _unfold(self) -> None:
        """On a thread of its own, which ends with the program."""
        from corpus.story import TooLongError
        from tui.background import Search, SearchCancelled, SearchError
        from tui.paths import cache_dir

        story = self.story
        self.aliases = self._set(self.own_aliases, ())
        try:
            frames = self._set(self.own_frames, None)
            self._search = Search(self.story.documents, cache_dir, frames)
            for story in self._search.stories(self._sought):
                self.compare_names(story.actors)
                self.post_message(StoryUnfolded(story, done=False))
        except SearchCancelled:
            return
        except TooLongError as error:
            self.post_message(SearchRefused(f"links and actors are not looked for: {error}"))
        except SearchError as error:
            self.post_message(StoryBroken(str(error)))
        except Exception as error:  # noqa: BLE001 - a thread's edge: reading goes on, the defect is told
            self.post_message(StoryBroken(f"{type(error).__name__}: {error}"))
        self.post_message(StoryUnfolded(story, done=True))
        for module in _NEXT:
            import_module(module)

    def _set(self, read: Callable[[], T], otherwise: T) -> T:
        """What the reader has set; what is wrong with it is told."""
        try:
            return read()
        except ReaderError as error:
            self.post_message(SettingRefused(str(error)))
            return otherwise

    def on_search_refused(self, message: SearchRefused) -> None:
        """The texts can be read."""
        self.notify(one_line(message.words), severity="warning", timeout=20, markup=False)

    def on_setting_refused(self, message: SettingRefused) -> None:
        """Reading goes on without it."""
        self.notify(one_line(message.words), severity="warning", timeout=20, markup=False)

    def _sought(self, share: float) -> None:
        self.post_message(StorySought(share))

    def on_story_sought(self, message: StorySought) -> None:
        """Actors are nearer, or links."""
        if self.app.is_running and not (self._search and self._search.cancelled):
            sought = "links" if self.story.actors else "actors and links"
            self.working = f"{sought} {100 * message.share:.0f} %"
            self.refresh_lines()

    def on_story_unfolded(self, message: StoryUnfolded) -> None:
        """More was found, or this is all there is; nothing to somebody who is leaving."""
        if not self.app.is_running:
            return
        if message.done and message.story is self.found:
            self.working = ""
            self.refresh_lines()
        else:
            self.show_story(message.story, done=message.done)

    def on_story_broken(self, message: StoryBroken) -> None:
        """Less was found than there is; say so."""
        told = f"links and actors are not complete, because of a defect: {message.words}"
        self.notify(one_line(told), severity="error", timeout=20, markup=False)

    async def _open_notebook(self) -> None:
        from tui.resume import read

        if await self.saving(self.notebook.read(), said=""):
            left = read(await self.notebook.left_at())
            if left is not None:
                self._resume(left)
            self._greet()
            for sentence in await self.notebook.told():
                self.notify(sentence, severity="warning", timeout=20, markup=False)
        self._go_to_start()

    def _go_to_start(self) -> None:
        """To the place and the view that were asked for."""
        start = self._start
        document = next((d for d in self.story.documents if d.id == start.letter), None)
        if document is not None:
            if document not in self.documents:
                self.face_texts(document, self.documents[1])
            side = self.documents.index(document)
            if start.span is not None:
                self.go(moves.at_words(self.here, self.place, side, start.span))
            else:
                self.to_passage(side, start.number or 1)
        if start.view == "notes":
            self.action_notes()
        elif start.view is not None and start.view != "read":
            self.action_view(start.view)
        elif start.view == "read" and self.listed is not None:
            self.close_view()

    # A newcomer

    def _greet(self) -> None:
        """Welcome somebody who reads the bundled pair for the first time."""
        if self._start.greet and not self.welcomed:
            self._greeting, self.welcomed = _GREETED, True
            self.show_warnings()

    def told_above(self, rows: int) -> list[str]:
        """The welcome, while it stands, and the warnings below it."""
        if not self._greeting:
            return super().told_above(rows)
        from tui.welcome import welcome

        return [welcome(self.size.width - 2), *super().told_above(1)]

    def on_key(self, event: Key) -> None:  # noqa: ARG002 - any key
        """The first keys put the welcome away."""
        if self._greeting:
            self._greeting -= 1
            if not self._greeting:
                self.show_warnings()

    # Panels and leaving

    def action_help(self) -> None:
        """The keys of the moment."""
        from tui.screens.help import HelpScreen
        from tui.welcome import tour

        self.app.push_screen(HelpScreen(*self.where(), view=self.view, more=f"\n\n{tour()}"))

    def action_palette(self) -> None:
        """Every command by name."""
        self.app.action_command_palette()

    def action_read(self) -> None:
        """The two texts."""
        if self.listed is not None:
            self.leave_view()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """One step out."""
        if self.give_up():
            return
        if self.listed is not None:
            self.leave_view()
            return
        if self.drawer:
            self.drawer = False
        elif self.why:
            self.why = False
        elif self.lights is not None or self.place.at is not None:
            self.lights = None
            self.place = self.place._replace(at=None)
        elif not self.step_out() and (self.has_banner or not self._stop_search()):
            self.hide_banner()
        self.set_focus(self.texts)
        self.refresh_lines()

    def _stop_search(self) -> bool:
        """End a search that goes on in a process of its own; whether there was one."""
        search = self._search
        if search is None or not search.is_large or search.cancelled or not self.working:
            return False
        search.cancel()
        self.working = with_keys("the search is stopped; {reload} begins it anew")
        return True

    def action_quit(self) -> None:
        """Close the view, else leave; where these texts were left is kept."""
        if self.listed is not None:
            self.leave_view()
        else:
            self.app.exit()

    def left(self) -> Left:
        """Where the texts are left."""
        from tui.resume import Left

        return Left(
            side=self.place.side,
            numbers=self.place.numbers,
            bar=self.here.bar,
            shown=tuple(d.id for d in self.documents),
            view=self.view,
            filtered=self.filtered,
            having=self.entries_with,
            entry=self.listed.entry.key if self.listed and self.listed.entry else "",
            welcomed=self.welcomed,
            sidebar=self.sidebar,
            why=self.why,
            inspector=self.inspector,
            locked=self.locked,
            drafts=self.drafts,
        )

    def _resume(self, left: Left) -> None:
        """As the texts were left; a place that is no more becomes the nearest one."""
        self.drafts |= left.drafts | self.drafts
        self.welcomed = left.welcomed
        if self._start.fresh:
            return
        self.locked = left.locked
        self.sidebar = left.sidebar
        self.why = left.why
        self.inspector = left.inspector
        texts = {document.id: document for document in self.story.documents}
        if set(left.shown) <= texts.keys():
            self.face_texts(*(texts[one] for one in left.shown))
        self.facing = face(self.documents, self.links, left.bar)
        for side in (1 - left.side, left.side):  # each into view, the one with the keys last
            self.to_passage(side, left.numbers[side])
        if left.view == "notes":
            self.action_notes()
        elif left.view != "read":
            self.action_view(left.view)
            self.filtered, self.entries_with, self.wanted = left.filtered, left.having, left.entry
