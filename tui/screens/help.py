"""The keys of the moment, from the one table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import TABLE, bindings, footer, keys_of
from tui.screens.dialog import Dialog
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.keys import Where
    from tui.views import View


class HelpScreen(Dialog[None]):
    """Says what a view is, and lists the keys of some parts of the program."""

    BINDINGS: ClassVar = bindings("dialog")

    def __init__(self, *where: Where, view: View = "read", more: str = "") -> None:
        super().__init__()
        self._view: View = view
        self._where = where
        self._more = more

    def compose(self) -> ComposeResult:
        """A page that scrolls with the arrows, and how to leave it."""
        with Vertical(classes="page"):
            yield Panel(id="card", lines="card-lines")
            yield Static(Content(footer(76, "dialog")), classes="keys")

    def on_mount(self) -> None:
        """Show the keys; j, k and the arrows scroll them."""
        page = self.query_one(Panel)
        page.show(Content(f"{about(self._view)}\n\n{card(*self._where)}{self._more}"))
        page.focus()


def about(view: View) -> str:
    """What a view is, in a sentence."""
    (key,) = (key for key in TABLE if key.id == f"view.{view}")
    return f"{view.upper()}: {key.help}."


def card(*where: Where) -> str:
    """The keys of some parts of the program as a table in plain text, under their headings."""
    width = max(len(key.all_shown) for key in keys_of(*where)) + 2
    blocks = [
        "\n".join([group.upper(), *(f"  {key.all_shown.ljust(width)}{key.help}" for key in keys)])
        for group, keys in groupby(keys_of(*where), key=lambda key: key.group)
    ]
    return "\n\n".join(blocks)
