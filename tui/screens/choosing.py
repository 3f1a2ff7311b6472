"""One of a few: a note of several, a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.keys import bindings, footer, with_russian
from tui.screens.ahead import PatientScreen, open_patiently
from tui.widgets.lists import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.screen import Screen


class Choice(NamedTuple):
    """What can be chosen, and the key that does so at once."""

    key: str
    words: str


class ChoiceScreen(PatientScreen[int]):
    """Gives the index of what was chosen; None when it was left."""

    BINDINGS: ClassVar = bindings("dialog")

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """A question, its answers, the keys."""
        with Vertical(classes="page small"):
            yield Static(Content(self._title), classes="quote")
            yield ChoiceList(
                *(Content(f"{one.key}  {one.words}") for one in self._choices), markup=False
            )
            yield Static(Content(footer(76, "choice", "dialog")), classes="keys")

    def on_key(self, event: Key) -> None:
        """The key of an answer."""
        super().on_key(event)
        for at, choice in enumerate(self._choices):
            if self.begun and event.key in with_russian([choice.key]):
                event.stop()
                self.dismiss(at)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """The answer under the cursor."""
        self.dismiss(message.option_index)


def choose(
    screen: Screen[Any], title: str, choices: Sequence[Choice], take: Callable[[int], None]
) -> None:
    """Let the reader choose one; a single one is taken without a question."""

    def done(at: int | None) -> None:
        if at is not None:
            take(at)

    if len(choices) == 1:
        take(0)
    else:
        open_patiently(screen, ChoiceScreen(title, choices), done)
