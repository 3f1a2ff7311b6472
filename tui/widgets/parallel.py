"""Both texts, the gutter between them and both scrollbars, drawn by one widget a row at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.reactive import var
from textual.widget import Widget

from tui.columns import BOTH, Columns, columns
from tui.layout import PaneLayout
from tui.messages import RibbonClicked, WordsClicked, WordsDragged, WordsPicked
from tui.paint import Marks
from tui.place import Place
from tui.scene import Scene, heads, kept_in, line, tops_for
from tui.styles import painted
from tui.widgets.strips import RowStrips

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.strip import Strip

    from tui.facing import Facing
    from tui.layout import Tops

_LEAST_WITH_HEADS = 4  # rows
_WHEEL = 3  # rows a turn of the wheel moves


class ParallelView(Widget, can_focus=True):
    """Shows two facing texts at a place; the layout is its own, everything else is handed down.

    The screen sets ``facing``, ``place``, ``marks`` and ``locked``, whether one
    text is ``zoomed``, and whether all is ``bare`` but the words; clicks and
    drags go up as messages. ``passages`` says about how many texts will have
    that are not read to the end. Where there is no room for both, the text that has
    the keys is shown.
    """

    facing: var[Facing | None] = var(None)
    place: var[Place] = var(Place())
    marks: var[tuple[Marks, Marks]] = var((Marks(), Marks()))
    locked: var[bool] = var(True)
    zoomed: var[bool] = var(False)
    bare: var[bool] = var(False)
    _tops: var[Tops] = var((0, 0))

    def __init__(self, passages: int = 0, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._passages = passages
        self._layouts: tuple[PaneLayout, PaneLayout] | None = None
        self._scene: Scene | None = None
        self._drawn: Scene | None = None
        self._strips = RowStrips(self._style_of)
        self._laid_out = Size(0, 0)
        self._drag_start: tuple[int, int] | None = None

    # What the screen hands down

    def watch_facing(self, before: Facing | None, now: Facing | None) -> None:
        """Lay out other texts; when only the links changed, every row stays where it is."""
        if now is not None and (before is None or before.documents != now.documents):
            self._layouts = self._scene = None  # hidden behind a view there is no width yet
            self._lay_out()
        self._stage()

    def watch_place(self) -> None:
        """Bring the place into view."""
        self._show_place()
        self._stage()

    def watch_marks(self) -> None:
        """Show other marks."""
        self._stage()

    def watch_zoomed(self) -> None:
        """Show one text, or both."""
        self._lay_out()

    def watch_bare(self) -> None:
        """Show the words alone, or all that is known of them."""
        self._lay_out()

    def watch__tops(self) -> None:
        """Show other rows."""
        if self._scene is not None:
            self._scene = self._scene.scrolled(self._tops)
            self.check_idle()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show which side has the keys, if any."""
        super().watch_has_focus(has_focus)
        self._stage()

    def on_resize(self) -> None:
        """Wrap both texts to the new width and keep the place."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._strips.forget_styles()

    @property
    def alone(self) -> bool:
        """Whether one text is shown: by wish, or because there is no room for both."""
        return self.zoomed or self.size.width < BOTH

    @property
    def _heads(self) -> int:
        """The rows above the texts: none where they would cost too much, or are not wanted."""
        return 0 if self.bare or self.size.height < _LEAST_WITH_HEADS else 1

    @property
    def _height(self) -> int:
        return max(1, self.size.height - self._heads)

    def _columns(self, facing: Facing) -> Columns:
        passages = self._passages or max(len(one.passages) for one in facing.documents)
        only = self.place.side if self.alone else None
        return columns(self.size.width, passages, only=only, bare=self.bare)

    def _lay_out(self) -> None:
        """Wrap both texts to the width there is, if they are not."""
        self._laid_out = self.size
        if self.facing is not None and self.size.width:
            self._wrap(self.facing, self._columns(self.facing).text)
            self._show_place()
            self._stage()

    def _wrap(self, facing: Facing, width: int) -> None:
        if self._layouts is None or self._layouts[0].width != width:
            left, right = facing.documents
            self._layouts = PaneLayout(left, width), PaneLayout(right, width)

    def _show_place(self) -> None:
        if self._layouts is not None:
            self._tops = tops_for(
                self.place, self._layouts, self._tops, self._height, locked=self.locked
            )

    def _stage(self) -> None:
        """Set the scene that the next repaint draws; a key may set several."""
        if self._layouts is not None and self.facing is not None:
            self._scene = Scene(
                facing=self.facing,
                layouts=self._layouts,
                columns=self._columns(self.facing),
                height=self._height,
                tops=self._tops,
                place=self.place,
                marks=self.marks,
                focused=self.has_focus,
                bare=self.bare,
                partial=bool(self._passages),
            )
            self.check_idle()

    def on_idle(self) -> None:
        """Have those rows painted anew that are not as they were."""
        if not self.display:  # behind a view
            return
        self._draw()
        changed, width = self._strips.changed(), self.size.width
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _draw(self) -> None:
        """Make the rows of the scene, if that was not done."""
        if self._laid_out != self.size:
            self._lay_out()
        scene = self._scene
        if scene is not None and scene is not self._drawn:
            above = [heads(scene)] if self._heads else []
            rows = (line(scene, row) for row in range(scene.height))
            self._strips.put([*above, *rows], self.size)
            self._drawn = scene

    # Scrolling

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; the current passage stays the same."""
        self._scroll(rows, self.place.side)

    @property
    def tops(self) -> Tops:
        """Where the first row that is shown of each text begins."""
        return self._tops

    def show_from(self, tops: Tops) -> None:
        """Show the texts from these offsets on, as far as there is so much of them."""
        self._tops = kept_in(tops, self._layouts, self._height) if self._layouts else tops

    def page(self, halves: int) -> int:
        """Scroll by half screens; the number of the passage that stands there."""
        if self._layouts is None:
            return self.place.number
        layout, number = self._layouts[self.place.side], self.place.number
        rows = halves * max(1, self._height // 2 - 1)
        self._scroll(rows, self.place.side)
        if not layout.document.passages:
            return number
        row = layout.step(layout.document.passage(number).span.start, rows)
        passage = layout.document.passage_at(layout.window(row, 1).end - 1)
        there = passage.number if passage else 1
        return there if there != number else number + (1 if rows > 0 else -1)

    def _scroll(self, rows: int, side: int) -> None:
        if self._layouts is not None:
            first, second = (
                layout.step(top, rows) if self.locked or at == side else top
                for at, (layout, top) in enumerate(zip(self._layouts, self._tops, strict=True))
            )
            self._tops = kept_in((first, second), self._layouts, self._height)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press may begin a selection."""
        self._drag_start = self._words_at(event)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection while the button is down."""
        start, now = self._drag_start, self._words_at(event)
        if start and now and start[0] == now[0] and start != now:
            low, high = sorted((start[1], now[1]))
            self.post_message(WordsDragged(start[0], low, high + 1))

    def on_mouse_up(self) -> None:
        """The selection stands."""
        self._drag_start = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """To the passage under the mouse, at once to its words, or along the ribbon under it."""
        words = self._words_at(event)
        if words is not None:
            said = WordsClicked if event.chain == 1 else WordsPicked
            self.post_message(said(*words))
        elif self._scene is not None:
            shared = self._scene.columns
            column = event.x - shared.gutter_start - shared.first_ribbon
            cell = self._scene.gutter.get((event.y - self._heads, column))
            if cell is not None:
                side = 1 - self.place.side if self.alone else self.place.side
                self.post_message(RibbonClicked(cell.tie, side))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll both texts, or the one under the mouse when they are unlocked."""
        self._wheel(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll both texts, or the one under the mouse when they are unlocked."""
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        if self._scene is not None:
            self._scroll(rows, self._scene.columns.side_at(event.x) or 0)

    def _words_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """The side and the offset under the mouse; None in the gutter and on the heads."""
        scene, row = self._scene, event.y - self._heads
        side = scene.columns.side_at(event.x) if scene else None
        if scene is None or side is None or row < 0:
            return None
        window = scene.windows[side]
        column = max(0, scene.columns.text_column(side, event.x))
        return side, window.offset_at(min(row, len(window) - 1), column)

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """A part of the widget, without what Textual looks up for borders and padding."""
        self._draw()
        strips = [self._strips.strip(y) for y in crop.line_range]
        for one in self.get_line_filters():
            strips = [strip.apply_filter(one, self.background_colors[1]) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """A row of the widget."""
        self._draw()
        return self._strips.strip(y)

    def _style_of(self, names: tuple[str, ...]) -> Style:
        return painted(names, self.rich_style, self.app.theme_variables)
