"""Finding words: in both texts as they are typed, in a view its entries that have them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from corpus.text import Span
from tui import place as moves
from tui.casting import Lit
from tui.find import find
from tui.keys import key_for
from tui.screens.viewing import ViewingScreen
from tui.views.page import having

if TYPE_CHECKING:
    from tui.casting import Lights
    from tui.keys import Where
    from tui.messages import WordsAbandoned, WordsSought
    from tui.views.page import Page
    from tui.widgets.words import WordsLine


# So many letters of text are worth a second's wait for further letters of what is sought.
_LETTERS = 40_000_000


class SeekingScreen(ViewingScreen):
    """The facing texts and their views, with a line for words to find."""

    line: WordsLine | None = None
    entries_with: str = ""
    _lights_before: Lights | None = None

    def where(self) -> tuple[Where, ...]:
        """The part of the program that has the keys."""
        return super().where() if self.line is None else ("find",)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing else happens while words are typed."""
        return self.line is None and super().check_action(action, parameters)

    def action_find(self) -> None:
        """Ask for words."""
        self.run_worker(self._ask())

    async def _ask(self) -> None:
        from tui.widgets.words import WordsLine

        self._lights_before = self.lights
        self.line = WordsLine()
        await self.mount(self.line, before="#status")
        self.set_focus(self.line)
        self.refresh_lines()

    def on_words_sought(self, message: WordsSought) -> None:
        """Light the places, or list the entries, while the words are typed; then go there."""
        if message.kept:
            self._close()
        if self.listed is not None:
            self.entries_with = message.words
            self.show_page()
        else:
            self.run_worker(
                self._light(message.words, kept=message.kept), exclusive=True, group="find"
            )

    async def _light(self, words: str, *, kept: bool) -> None:
        if not kept:  # in large texts the next letter may come first
            await asyncio.sleep(sum(len(d.text) for d in self.documents) / _LETTERS)
        found = await asyncio.to_thread(find, self.documents, words)
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

    def on_words_abandoned(self, _: WordsAbandoned) -> None:
        """As before."""
        if self.line is not None:
            self._close()
            self.workers.cancel_group(self, "find")
            self.entries_with = ""
            self.lights = self._lights_before
            self.show_page()
            self.refresh_lines()

    def _close(self) -> None:
        if self.line is not None:
            line, self.line = self.line, None
            line.remove()
            self.focus_main()

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
            words = document.quote(span)
            self.run_worker(self._light(words, kept=True), exclusive=True, group="find")

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
