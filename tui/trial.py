"""``doctor --keys``: what arrives when a key is pressed, and every mark in its colours."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, get_args

from textual.content import Content
from textual.widgets import Static

from corpus.sanitise import one_line
from tui.keys import Where, keys_of, shown, with_russian
from tui.marks import MARKS
from tui.themed import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult

    from tui.looks import Looks

_TOLD = 3  # actions of one key
_MOST = 200  # keys that are remembered


class Pressed(Static, can_focus=True):
    """Takes every key and says what it is, the last one on top."""

    def __init__(self) -> None:
        super().__init__(id="pressed", markup=False)
        self._told: deque[str] = deque(maxlen=_MOST)
        self._before = ""

    def on_key(self, event: events.Key) -> None:
        """A key; Escape twice and q leave."""
        event.stop()
        event.prevent_default()
        if event.key == "q" or event.key == self._before == "escape":
            self.app.exit()
        self._before = event.key
        self._told.appendleft(meaning(event.key, event.character))
        self.update(Content("\n".join(self._told)))


class Trial(ThemedApp[None], inherit_bindings=False):
    """Every mark of the theme above, the keys that were pressed below."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "#marks { height: auto; } #pressed { height: 1fr; } #ends { height: 1; dock: bottom; }"

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)

    def compose(self) -> ComposeResult:
        """Marks, keys, and how to leave."""
        yield Static(id="marks", markup=False)
        yield Pressed()
        yield Static(Content(" Press any key. Esc Esc or q leaves."), id="ends")

    def on_mount(self) -> None:
        """Show the marks in the theme's colours."""
        self.query_one("#marks", Static).update(
            Content.assemble(*_marks(self.theme_variables, self.theme))
        )
        self.query_one(Pressed).focus()


def meaning(key: str, character: str | None) -> str:
    """A key as it arrived, and what it does where."""
    found = [one for one in keys_of(*get_args(Where)) if key in with_russian(one.keys)]
    told = [f"{one.help} ({one.where})" for one in found[:_TOLD]]
    more = f"; and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    typed = f" “{character}”" if character and character.isprintable() else ""
    deeds = "; ".join(told) or "nothing of the reader’s"
    return f" {one_line(f'{shown(key)}{typed}: {deeds}{more}')}"


def _marks(colours: Mapping[str, str], theme: str) -> list[str | tuple[str, str]]:
    """The name of each mark as that mark is painted."""
    pieces = [(f" {name} ", _style(name, colours)) for name in MARKS]
    return [f" theme {theme}\n", *(part for one in pieces for part in (one, "  ")), "\n"]


def _style(name: str, colours: Mapping[str, str]) -> str:
    mark = MARKS[name]
    colour, ground = (colours.get(one, "") for one in (mark.colour, mark.ground))
    return " ".join([mark.style, colour, *(["on", ground] if ground else [])]).strip()
