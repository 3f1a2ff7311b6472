"""The jump list: where the reader has been, to go back and forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.place import Place

_LONGEST = 100


class Trail(NamedTuple):
    """Places behind and ahead, the nearest last."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leaving(self, place: Place) -> Trail:
        """The trail after a jump away from ``place``; what lay ahead is given up."""
        return Trail((*self.behind, place)[-_LONGEST:])

    def back(self, place: Place) -> tuple[Trail, Place] | None:
        """The trail and the place after a step back from ``place``; None at its start."""
        if not self.behind:
            return None
        return Trail(self.behind[:-1], (*self.ahead, place)), self.behind[-1]

    def forward(self, place: Place) -> tuple[Trail, Place] | None:
        """The trail and the place after a step forward from ``place``; None at its end."""
        if not self.ahead:
            return None
        return Trail((*self.behind, place), self.ahead[:-1]), self.ahead[-1]
