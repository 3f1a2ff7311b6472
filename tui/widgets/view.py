"""A view as a list: entries of one or more rows, drawn only where they are seen."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.keys import bindings
from tui.messages import EntryChosen, EntryReached
from tui.styles import painted
from tui.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from tui.views.page import Entry, Line

_NOTHING = Page("", ())


class ViewList(ScrollView, can_focus=True):
    """Shows a page of a view with a cursor; says which entry is reached and which is chosen."""

    BINDINGS: ClassVar = bindings("view")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._page = _NOTHING
        self._first_rows: list[int] = [0]
        self._leading: list[int] = []
        self._heads: list[int] = []
        self._cursor = 0
        self._made: tuple[int, int, Sequence[Line]] = (-1, 0, ())
        self._styles_of: dict[tuple[str, ...], Style] = {}

    def show(self, page: Page, wanted: str = "") -> None:
        """Put a page in place of what stood here; the cursor stays on its entry, or near it.

        ``wanted`` is the key of an entry to go to instead, if the page has it.
        """
        before = self.entry
        keys = [entry.key for entry in page.entries]
        self._page = page
        self._made = (-1, 0, ())
        self._first_rows = [0, *accumulate(entry.height for entry in page.entries)]
        self._leading = [at for at, entry in enumerate(page.entries) if entry.spot]
        self._heads = [at for at, entry in enumerate(page.entries) if entry.spot is None]
        kept = wanted if wanted in keys else before.key if before else ""
        self._cursor = keys.index(kept) if kept in keys else min(self._cursor, len(keys))
        self.virtual_size = Size(self.size.width, self._first_rows[-1])
        self.refresh()
        self._put_cursor(self._nearest(self._cursor, 1))

    @property
    def entry(self) -> Entry | None:
        """The entry the cursor is on; None in an empty view."""
        entries = self._page.entries
        return entries[self._cursor] if self._cursor < len(entries) else None

    @property
    def shows_cursor(self) -> bool:
        """Whether it is seen where the cursor is."""
        return True

    @property
    def at(self) -> tuple[int, int]:
        """Which of the entries that lead somewhere the cursor is on, from 1, and of how many."""
        return bisect_right(self._leading, self._cursor), len(self._leading)

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """To the next or previous entry."""
        self._put_cursor(self._nearest(self._cursor + by, by))

    def action_page(self, by: int) -> None:
        """A screen on or back."""
        row = self._first_rows[self._cursor] + by * max(1, self.size.height - 1)
        self._put_cursor(self._nearest(self._entry_on(max(0, row)), by))

    def action_end(self, which: int) -> None:
        """To the first or the last entry."""
        self._put_cursor(self._nearest(0 if which < 0 else len(self._page.entries) - 1, -which))

    def action_section(self, by: int) -> None:
        """To the first entry under the next heading, or the previous; round again at the end."""
        if self._heads:
            here = bisect_right(self._heads, self._cursor) - 1
            self._put_cursor(self._nearest(self._heads[(here + by) % len(self._heads)], 1))

    def action_choose(self) -> None:
        """To the entry's place."""
        if self.entry is not None and self.entry.spot is not None:
            self.say_chosen(self.entry)

    def say_reached(self, entry: Entry) -> None:
        """Say that the cursor stands on another entry."""
        self.post_message(EntryReached(entry))

    def say_chosen(self, entry: Entry) -> None:
        """Say that the reader wants to go where an entry leads."""
        self.post_message(EntryChosen(entry))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        at = self._entry_on(event.y + self.scroll_offset.y)
        if at < len(self._page.entries) and self._page.entries[at].spot is not None:
            self._put_cursor(at)
            if event.chain > 1:
                self.action_choose()

    def _nearest(self, at: int, by: int) -> int:
        """The nearest entry that leads somewhere: this one, else on from it, else back."""
        entries = self._page.entries
        if not entries:
            return 0
        at = max(0, min(at, len(entries) - 1))
        on, back = range(at, len(entries)), range(at, -1, -1)
        ways = (on, back) if by > 0 else (back, on)
        return next((n for way in ways for n in way if entries[n].spot), at)

    def _put_cursor(self, at: int) -> None:
        self._repaint_entry()
        self._cursor = at
        entry = self.entry
        if entry is None:
            return
        top = self._first_rows[at] if self._leading and self._leading[0] < at else 0
        rows = self._first_rows[at] + entry.height - top
        self.scroll_to_region(Region(0, top, 1, rows), animate=False, force=True)
        self._repaint_entry()
        self.say_reached(entry)

    def _repaint_entry(self) -> None:
        if self.entry is not None:
            self.refresh_lines(self._first_rows[self._cursor], self.entry.height)

    def _entry_on(self, row: int) -> int:
        return bisect_right(self._first_rows, row) - 1

    # Painting

    def render_line(self, y: int) -> Strip:
        """One row."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        at = self._entry_on(row)
        if at >= len(self._page.entries):
            return self._strip([(self._page.empty, ("empty",))] if row == 0 else [], width, ())
        line = self._lines(at, width - 1)[row - self._first_rows[at]]
        current = at == self._cursor and self.shows_cursor
        base = ("cursor",) if current else ()
        return self._strip([("▌" if current else " ", base), *line], width, base)

    def _lines(self, at: int, width: int) -> Sequence[Line]:
        """The rows of an entry, made once for all of them."""
        if self._made[:2] != (at, width):
            self._made = (at, width, self._page.entries[at].lines(width))
        return self._made[2]

    def _strip(
        self, line: list[tuple[str, tuple[str, ...]]], width: int, base: tuple[str, ...]
    ) -> Strip:
        segments = [Segment(words, self._style((*base, *names))) for words, names in line]
        return Strip(segments).adjust_cell_length(width, self._style(base))

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._styles_of.get(names)
        if style is None:
            style = painted(names, self.rich_style, self.app.theme_variables)
            self._styles_of[names] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._styles_of.clear()
