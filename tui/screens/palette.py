"""The command palette: every command by name."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's palette, also where there is no room for a command, in our colours."""

    CSS_PATH = "../dialogs.tcss"

    def _action_command_list(self, action: str) -> None:
        """Hand a key on to the list; Textual's fails where it has no room."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
