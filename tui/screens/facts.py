"""What the reader says of a text's source: a line for each fact, with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from corpus.facts import EDITABLE, checked
from tui.keys import bindings, footer
from tui.screens.ahead import PatientScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from corpus.text import Document, FactKind, Origin

_ORIGINS: Mapping[Origin, str] = {
    "reader": "you say so",
    "catalogue": "the program's catalogue says so",
    "metadata": "the file says so",
    "text": "the text says so",
}


class _Line(Input):
    """One fact; up, down and Enter go to the others before anything scrolls."""

    BINDINGS: ClassVar = bindings("facts")


class FactsScreen(PatientScreen["Mapping[FactKind, str]"]):
    """Gives what the reader says that the text's own facts do not; an emptied line is unknown.

    Args:
        document: the text, with what the reader said of it before.
        unsaid: the same without that.
    """

    def __init__(self, document: Document, unsaid: Document) -> None:
        super().__init__()
        self._document = document
        self._unsaid = unsaid
        self._lines: dict[FactKind, _Line] = {
            kind: _Line(self._value(kind), classes="fact", compact=True) for kind in EDITABLE
        }

    def compose(self) -> ComposeResult:
        """A heading over each line says what it is and who says so."""
        with Vertical(classes="page"):
            told = (
                f"{self._document.id}  {self._document.name}, SHA-256 {self._document.sha256[:16]}"
            )
            yield Static(Content(told), classes="quote")
            with VerticalScroll(can_focus=False):
                for kind, line in self._lines.items():
                    yield Static(Content(f"{kind}: {self._origin(kind)}"))
                    yield line
            yield Static(Content(""), id="facts-wrong")
            yield Static(Content(footer(76, "facts")), classes="keys")

    def _value(self, kind: FactKind) -> str:
        fact = self._document.fact(kind)
        return fact.value if fact else ""

    def _origin(self, kind: FactKind) -> str:
        fact = self._document.fact(kind)
        return _ORIGINS[fact.origin] if fact else "unknown"

    def action_done(self) -> None:
        """To the next line; from the last one all of it is saved."""
        if self.focused is self._lines[EDITABLE[-1]]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Give what was said, unless a line cannot be a fact."""
        said: dict[FactKind, str] = {}
        for kind, line in self._lines.items():
            try:
                value = checked(kind, line.value)
            except ValueError as error:
                self.query_one("#facts-wrong", Static).update(Content(f"{kind}: {error}"))
                line.focus()
                return
            known = self._unsaid.fact(kind)
            if value != (known.value if known else ""):
                said[kind] = value
        self.dismiss(said)

    def action_leave(self) -> None:
        """Say nothing."""
        self.dismiss(None)
