"""Where a note is filled in: nothing that is typed there is obeyed by the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widgets import Input, Static, TextArea

from corpus.notes.colours import COLOURS, Colour
from corpus.sanitise import one_line, sanitise
from tui.form import completed, tag_line, tags_in
from tui.keys import bindings, with_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.document._document import EditResult
    from textual.widgets.text_area import Edit


_HOW = (
    "{notes.filter} filters: words, tag:x, colour:red, state:orphaned, actor:name, text:A, is:star"
)


class NoteArea(TextArea):
    """A text area that drops what a terminal would obey, as it is typed, pasted or given."""

    def __init__(self, text: str) -> None:
        super().__init__(sanitise(text).text, id="words")

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text comes through here."""
        edit.text = sanitise(edit.text).text
        return super().edit(edit)


class TagLine(Input):
    """Tags with commas between them; a known tag is suggested while one is typed."""

    def __init__(self, tags: Sequence[str], known: Sequence[str]) -> None:
        self._before = one_line(tag_line(tags)), tuple(tags)
        super().__init__(
            self._before[0],
            placeholder="tags, with commas between them",
            suggester=_KnownTags(known),
            select_on_focus=False,
            id="tags",
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that stand there; untouched they are what they were, commas and all."""
        line, tags = self._before
        return tags if self.value == line else tags_in(self.value)


class _KnownTags(Suggester):
    """Completes the last tag of a line."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed."""
        return completed(value, self._known)


class MarkLine(Static, can_focus=True):
    """Colour and star of a note, set by the colour's first letter and by ``s``."""

    BINDINGS: ClassVar = bindings("marks")

    colour: reactive[Colour] = reactive("")
    starred: reactive[bool] = reactive(False)

    def __init__(self, colour: Colour, *, starred: bool) -> None:
        super().__init__(id="marks", markup=False)
        self.set_reactive(MarkLine.colour, colour)
        self.set_reactive(MarkLine.starred, starred)

    def on_mount(self) -> None:
        """Show what is set."""
        self._show()

    def watch_colour(self) -> None:
        """Another colour."""
        self._show()

    def watch_starred(self) -> None:
        """A star, or none."""
        self._show()

    def action_colour(self, colour: Colour) -> None:
        """Set a colour; the empty one is none."""
        self.colour = colour

    def action_turn(self, by: int) -> None:
        """The next or previous colour."""
        around: tuple[Colour, ...] = ("", *COLOURS)
        self.colour = around[(around.index(self.colour) + by) % len(around)]

    def action_star(self) -> None:
        """Give a star, or take it away."""
        self.starred = not self.starred

    def _show(self) -> None:
        names = ("none", *COLOURS)
        chosen = self.colour or "none"
        colours = " ".join(f"[{name}]" if name == chosen else f" {name} " for name in names)
        self.update(Content(f"{'★' if self.starred else '☆'} star   colour {colours}"))


class FilterLine(Input):
    """The line that says which notes to show; the list is told as one types."""

    BINDINGS: ClassVar = bindings("filter")

    def __init__(self) -> None:
        super().__init__(placeholder=with_keys(_HOW), id="filter", select_on_focus=False)

    def action_done(self) -> None:
        """Back to the list; the filter stays."""
        self.post_message(self.Submitted(self, self.value))

    def action_clear(self) -> None:
        """Clear the filter, and back to the list."""
        self.value = ""
        self.action_done()
