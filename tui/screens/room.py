"""What there is room for: both texts or one, all that stands around them or the words alone."""

from __future__ import annotations

from tui.screens.facing import FacingScreen


class RoomScreen(FacingScreen):
    """The facing texts, one of them alone on request, and nothing but their words on request."""

    def action_zoom(self) -> None:
        """The text that has the keys over the whole width, or both texts again."""
        self.zoomed = not self.zoomed

    def action_zen(self) -> None:
        """Hide everything but the words, or show it again."""
        self.bare = not self.bare

    def watch_zoomed(self, zoomed: bool) -> None:
        """One text, or both and the actors beside them."""
        self.set_class(zoomed, "-zoomed")

    def watch_bare(self, bare: bool) -> None:
        """The words alone, or everything."""
        self.set_class(bare, "-bare")
        self.show_warnings()
        self.refresh_lines()

    def action_why(self) -> None:
        """Show or hide the evidence; it comes back with everything else."""
        self.why = self.why and not self.bare
        self.bare = False
        super().action_why()

    def step_out(self) -> bool:
        """Back to both texts and everything around them; whether there was such a step."""
        if self.bare:
            self.bare = False
        elif self.zoomed:
            self.zoomed = False
        else:
            return False
        return True
