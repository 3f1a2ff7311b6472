"""Which texts to open: what was typed narrows what is offered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.text import letter_id
from tui.keys import bindings, footer, key_for
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from tui.offers import Offer


class _Words(Input):
    """What is typed; up and down move in the list."""

    BINDINGS: ClassVar = bindings("opening")


class OpeningScreen(Dialog[tuple[str, ...]]):
    """Gives the sources to open; one alone takes the place of one text of several.

    Args:
        offers: gives what fits the words typed; called on a thread.
        least: how many texts have to be chosen.
    """

    def __init__(self, offers: Callable[[str], Sequence[Offer]], least: int = 1) -> None:
        super().__init__()
        self._offers = offers
        self._least = least
        self._shown: Sequence[Offer] = ()
        self._marked: list[str] = []

    def compose(self) -> ComposeResult:
        """What to do, what is typed, what there is."""
        yield Static(Content(self._title()), id="opening-title")
        yield _Words(id="opening-words", compact=True)
        yield OptionList(id="offers", markup=False)
        yield Static(Content(footer(76, "opening")), classes="keys")

    def on_mount(self) -> None:
        """Offer everything to begin with."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._look("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other words."""
        self._look(event.value)

    def _look(self, typed: str) -> None:
        self.run_worker(self._show(typed), exclusive=True, group="offers")

    async def _show(self, typed: str) -> None:
        self._shown = await asyncio.to_thread(self._offers, typed)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(Content(self._line(offer))) for offer in self._shown)
        listed.highlighted = 0 if self._shown else None

    def _line(self, offer: Offer) -> str:
        chosen = [letter_id(at) for at, one in enumerate(self._marked) if (one,) == offer.sources]
        return f"{''.join(chosen):2} {offer.words}"

    def _title(self) -> str:
        if self._marked:
            return f" Open: {len(self._marked)} marked; {key_for('opening.open')} opens them"
        one = (
            f"{key_for('opening.open')} on one opens it in this one's place; "
            if self._least == 1
            else ""
        )
        return f" Open: type words or a path; {one}{key_for('opening.mark')} marks several"

    def _highlighted(self) -> Offer | None:
        at = self.query_one(OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def action_move(self, by: int) -> None:
        """To the next or previous offer."""
        listed = self.query_one(OptionList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_mark(self) -> None:
        """Mark a text to open it with others, or take the mark away."""
        offer = self._highlighted()
        if offer is None or len(offer.sources) != 1:
            return
        source = offer.sources[0]
        if source in self._marked:
            self._marked.remove(source)
        else:
            self._marked.append(source)
        at = self.query_one(OptionList).highlighted or 0
        for index, one in enumerate(self._shown):
            self.query_one(OptionList).replace_option_prompt_at_index(
                index, Content(self._line(one))
            )
        self.query_one(OptionList).highlighted = at
        self.query_one("#opening-title", Static).update(Content(self._title()))

    def on_option_list_option_selected(self) -> None:
        """A click."""
        self.action_open()

    def action_open(self) -> None:
        """Open what is marked, else what the cursor is on; look into a folder."""
        offer = self._highlighted()
        if self._marked:
            self._give(tuple(self._marked))
        elif offer is not None and offer.folder:
            words = self.query_one(Input)
            words.value = offer.folder
            words.cursor_position = len(offer.folder)
        elif offer is not None:
            self._give(offer.sources)

    def _give(self, sources: tuple[str, ...]) -> None:
        if len(sources) >= self._least:
            self.dismiss(sources)
        else:
            mark, opens = key_for("opening.mark"), key_for("opening.open")
            self.notify(f"two texts are needed: {mark} marks one, {opens} opens", markup=False)
            if not self._marked:
                self.action_mark()

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(None)
