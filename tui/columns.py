"""How the columns of the screen are shared out between the texts and the gutter."""

from __future__ import annotations

from typing import NamedTuple

# Below this width one text is shown at a time.
BOTH = 60
# From this width on the gutter has room for more ribbons.
WIDE = 100
# Beside each text: two columns for the passage's mark and the sign of a note; a scrollbar.
MARKS = 2
SCROLLBAR = 1
_LEAST_BESIDE = 20  # from this width on one text alone has numbers and a gutter
_STUB = 3  # columns of a stub beside the number: two of line, an arrow


class Columns(NamedTuple):
    """The columns of the screen: scrollbar, numbers, marks, text; gutter; and the same again.

    ``sides`` are the texts that are shown; of one alone the gutter stands
    where the other text would be.
    """

    numbers: int
    text: int
    gutter: int
    sides: tuple[int, ...] = (0, 1)

    @property
    def ribbons(self) -> int:
        """The gutter without the column that keeps ribbons off a text beside it."""
        return max(0, self.gutter - 1)

    @property
    def first_ribbon(self) -> int:
        """The gutter's first column with ribbons: off the left text where that stands alone."""
        return min(1, self.gutter) if self.sides == (0,) else 0

    @property
    def pane(self) -> int:
        """The width of one pane with all that stands beside its text."""
        return SCROLLBAR + self.numbers + MARKS + self.text

    @property
    def gutter_start(self) -> int:
        """The gutter's first column on the screen."""
        return self.pane if 0 in self.sides else 0

    def side_at(self, column: int) -> int | None:
        """The pane that a column belongs to; None in the gutter."""
        if column < self.gutter_start:
            return self.sides[0]
        return self.sides[-1] if column >= self.gutter_start + self.gutter else None

    def text_column(self, side: int, column: int) -> int:
        """A column of the screen counted from the first of a pane's text; below 0 before it."""
        start = self.numbers + MARKS
        before = SCROLLBAR if side == 0 else self.gutter_start + self.gutter
        return column - before - start


def columns(width: int, passages: int, *, only: int | None = None, bare: bool = False) -> Columns:
    """How ``width`` columns are shared out; texts get equal parts, the gutter what is left.

    Args:
        width: of the screen, in cells.
        passages: so many have to be numbered.
        only: the one text that is shown, where there is no room or no wish for both.
        bare: no numbers and no ribbons.
    """
    numbers = 0 if bare else max(2, len(str(passages)))
    if only is not None:
        return _alone(width, numbers, only)
    gutter = 4 if bare else 8 if width < WIDE else 10
    beside = SCROLLBAR + numbers + MARKS
    text = max(1, (width - gutter) // 2 - beside)
    return Columns(numbers, text, max(1, width - 2 * (beside + text)))


def _alone(width: int, numbers: int, only: int) -> Columns:
    if width < _LEAST_BESIDE:
        numbers = 0
    gutter = numbers + _STUB + 1 if numbers else 0
    text = max(1, width - SCROLLBAR - numbers - MARKS - gutter)
    return Columns(numbers, text, gutter, (only,))
