"""What stands over the home screen, in styles that are read with the first of them."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

from tui.themed import OwnKeysScreen

Given = TypeVar("Given")


class Dialog(ModalScreen[Given], OwnKeysScreen[Given]):
    """A screen over another one; gives something when it is left."""

    CSS_PATH = "../dialogs.tcss"
