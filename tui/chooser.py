"""Before any text is read: which ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.looks import Looks
from tui.screens.opening import OpeningScreen
from tui.themed import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.offers import Offer


class Chooser(ThemedApp[tuple[str, ...]]):
    """Ends with two sources or more, or with none when it is left.

    Args:
        offers: gives the texts that could be opened and fit what was typed.
        looks: how much show the reader wants.
    """

    def __init__(
        self,
        offers: Callable[[str], Sequence[Offer]],
        looks: Looks = Looks(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(looks)
        self._offers = offers

    def on_mount(self) -> None:
        """Ask at once."""
        self.push_screen(OpeningScreen(self._offers, least=2), self.exit)
