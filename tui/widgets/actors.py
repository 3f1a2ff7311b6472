"""Lists of actors: the sidebar, and the view of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.keys import bindings
from tui.messages import CastChosen
from tui.widgets.view import ViewList

if TYPE_CHECKING:
    from tui.views.page import Entry


class ActorList(ViewList, inherit_bindings=False):
    """The sidebar: the place stays while its cursor moves; says who was chosen."""

    BINDINGS: ClassVar = bindings("list") + bindings("cast") + bindings("who")

    @property
    def shows_cursor(self) -> bool:
        """Only while it has the keys: the texts have a cursor of their own."""
        return self.has_focus

    def say_reached(self, entry: Entry) -> None:
        """Nothing follows the cursor."""

    def say_chosen(self, entry: Entry) -> None:
        """Say whose words are wanted."""
        self.post_message(CastChosen(entry.key))


class CastView(ViewList):
    """A view of actors or frames, which can be lit, and decided on."""

    BINDINGS: ClassVar = bindings("cast") + bindings("who") + bindings("frames")

    def say_chosen(self, entry: Entry) -> None:
        """Say whose words are wanted."""
        self.post_message(CastChosen(entry.key))
