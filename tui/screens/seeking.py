"""Finding words: in both texts as they are typed, in a view its entries that have them."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset

from corpus.text import Span
from tui import place as moves
from tui.casting import Lit
from tui.cells import cells
from tui.find import find
from tui.keys import key_for
from tui.screens.entries import EntriesScreen
from tui.typed import Typed
from tui.views.page import having

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key
    from textual.worker import WorkType

    from corpus.text import Document
    from tui.casting import Lights
    from tui.find import Found
    from tui.keys import Where
    from tui.typed import Mend
    from tui.views.page import Page

_ASKED = " find: "
# So many letters of text are worth a second's wait for further letters of what is sought.
_LETTERS = 40_000_000
_ONLY_TYPING = frozenset({"keep", "abandon", "mend"})


class SeekingScreen(EntriesScreen):
    """The facing texts and their views, with words to find in them.

    ``line`` are the words while they are typed: they stand in the line of
    keys, and no other widget has to be made, laid out or given the keys.
    """

    line: Typed | None = None
    entries_with: str = ""
    _lights_before: Lights | None = None

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        return super().where() if self.line is None else ("find",)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing else happens while words are typed."""
        if action in _ONLY_TYPING:
            return self.line is not None
        return self.line is None and super().check_action(action, parameters)

    # Typing

    def action_find(self) -> None:
        """Ask for words."""
        self._lights_before = self.lights
        self.line, self.said = Typed(), ""
        if self.focused is not self.texts:  # a list has keys of its own for some of these
            self.set_focus(None)
        self.refresh_lines()

    def holds(self, event: Key) -> bool:
        """Take a letter that is typed into the line; False for any other key."""
        letter = event.character if event.is_printable else None
        if self.line is None or not letter:
            return False
        event.prevent_default()
        self.type_in(letter)
        return True

    def type_in(self, words: str) -> None:
        """Add words to the line, if there is one."""
        if self.line is not None:
            self._type(self.line.typing(words))

    def action_mend(self, how: Mend) -> None:
        """Move in the line, or take letters away."""
        if self.line is not None:
            self._type(self.line.mended(how))

    def _type(self, line: Typed) -> None:
        """Light the places, or list the entries, as soon as the words are others."""
        before, self.line = self.line, line
        self.refresh_lines()
        if before is None or before.words != line.words:
            self._seek(line.words, kept=False)

    def action_keep(self) -> None:
        """These are the words: to the first place from here on."""
        if self.line is not None:
            words, self.line = self.line.words, None
            self.focus_main()
            self._seek(words, kept=True)
            self.refresh_lines()

    def action_abandon(self) -> None:
        """No words after all: all is as before."""
        self.line = None
        self.focus_main()
        self.workers.cancel_group(self, "find")
        self.entries_with = ""
        self.lights = self._lights_before
        self.show_page()
        self.refresh_lines()

    def on_mouse_down(self) -> None:
        """Somebody clicked elsewhere."""
        if self.line is not None:
            self.action_abandon()

    @property
    def has_news(self) -> bool:
        """Whether the line of keys tells something else than keys."""
        return self.line is not None or super().has_news

    def last_line(self) -> Content:
        """The words that are typed, and what to do with them."""
        if self.line is None:
            return super().last_line()
        width = self.size.width - len(_ASKED)
        hint = f"  {self.footer(self.where())}"
        before, under, behind = self.line.shown(width)
        at = len(_ASKED) + cells(before)
        self.app.cursor_position = Offset(at, self.query_one("#keys").region.y)
        room = width - cells(before + under + behind)
        told = hint if cells(hint) <= room else ""
        return Content.assemble(_ASKED, before, (under, "reverse"), behind, told)

    # Finding

    def _seek(self, words: str, *, kept: bool) -> None:
        if self.listed is not None:
            self.entries_with = words
            self.show_page()
        else:
            self._find(words, kept=kept)

    def _find(self, words: str, *, kept: bool) -> None:
        """Find words in the texts, and those sought before no more."""
        light: WorkType[None] = partial(self._light, words, kept=kept)
        self.run_worker(light, exclusive=True, group="find")

    async def _light(self, words: str, *, kept: bool) -> None:
        if not kept:  # in large texts the next letter may come first
            await asyncio.sleep(sum(len(d.text) for d in self.documents) / _LETTERS)
        found = await asyncio.to_thread(_found, self.documents, words)
        self.lights = found.lights(self.documents) if found.words else self._lights_before
        if kept and found.stops:
            at = found.first_from(self.place.side, self._offset())
            self.lights = found.lights(self.documents, at)
            stop = found.stops[at]
            self.go(moves.at_words(self.here, self.place, stop.side, stop.span), jump=True)
        elif kept and found.words:
            self.lights = self._lights_before
            self.notify(f"“{found.words}”: found in neither text", markup=False)
        self.refresh_lines()

    def action_find_here(self) -> None:
        """Find whoever the selection, the words at the place or the passage names; else words."""
        document = self.documents[self.place.side]
        span = self.selection.span if self.selection else self.place.at
        named = self.cast.named_in(document.id, span or self.words_here() or Span(0, 0))
        whose = [key for key, words in named if span is None or words.covers(span)]
        if whose:
            self._walk_on(whose[0])
        elif span is None:
            told = (
                f"select words with {key_for('select')} first, or go to some with {key_for('find')}"
            )
            self.notify(told, markup=False)
        else:
            self._find(document.quote(span), kept=True)

    def _walk_on(self, key: str) -> None:
        """To the next mention of somebody from here on."""
        side, after = self.place.side, self._offset() + 1
        self.close_view()
        self.choose_words(None)
        self.relight(Lit().toggled(key))
        if self.lights is not None:
            self.lights = self.lights.before(side, after)
            self.action_target(1)

    def page(self) -> Page:
        """The view's entries; only those with the words that were typed, if any."""
        whole = super().page()
        return having(whole, self.entries_with) if self.entries_with else whole

    def _offset(self) -> int:
        """Where the reader is in the focused text."""
        if self.place.at is not None:
            return self.place.at.start
        document = self.documents[self.place.side]
        return document.passage(self.place.number).span.start if document.passages else 0


def _found(documents: Sequence[Document], words: str) -> Found:
    """What is found, with all that is drawn of it: there may be very much."""
    found = find(documents, words)
    _ = found.stops.layers
    return found
