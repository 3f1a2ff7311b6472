"""The jump list: where the reader has been, to go back and forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.place import Place
    from tui.views import View

T = TypeVar("T")

_LONGEST = 100


class Stay(NamedTuple):
    """A place, and the view it was seen in."""

    place: Place
    view: View = "read"


class Trail(NamedTuple, Generic[T]):
    """Stays behind and ahead, the nearest last: places, or places in a view."""

    behind: tuple[T, ...] = ()
    ahead: tuple[T, ...] = ()

    def leaving(self, stay: T) -> Trail[T]:
        """The trail after a jump away; what lay ahead is given up."""
        if self.behind[-1:] == (stay,):
            return Trail(self.behind)
        return Trail((*self.behind, stay)[-_LONGEST:])

    def back(self, stay: T) -> tuple[Trail[T], T] | None:
        """The trail and where to after a step back; None at its start."""
        if not self.behind:
            return None
        return Trail(self.behind[:-1], (*self.ahead, stay)), self.behind[-1]

    def forward(self, stay: T) -> tuple[Trail[T], T] | None:
        """The trail and where to after a step forward; None at its end."""
        if not self.ahead:
            return None
        return Trail((*self.behind, stay), self.ahead[:-1]), self.ahead[-1]

    def moved(self, move: Callable[[T], T]) -> Trail[T]:
        """The trail with every stay as ``move`` gives it, such as after the texts were swapped."""
        return Trail(tuple(map(move, self.behind)), tuple(map(move, self.ahead)))
