"""Where a pair of texts was left, as it is kept with the notes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from corpus.links.model import Grade
    from tui.views import View


@dataclass(frozen=True, slots=True)
class Left:
    """Place, view and panels; ``drafts`` are words typed into a note and not saved yet.

    Of a view: ``filtered`` says which entries it shows, ``having`` the words
    they have, ``entry`` the one its cursor is on.
    """

    side: int = 0
    numbers: tuple[int, int] = (1, 1)
    shown: tuple[str, ...] = ()
    bar: Grade = "weak"
    view: View = "read"
    filtered: int = 0
    having: str = ""
    entry: str = ""
    sidebar: bool = True
    why: bool = False
    inspector: bool = True
    locked: bool = True
    welcomed: bool = False
    drafts: dict[str, str] = field(default_factory=dict[str, str])


def written(left: Left) -> str:
    """As JSON."""
    return json.dumps(asdict(left))


def read(state: str | None) -> Left | None:
    """From JSON; what another version wrote in another form is left at its default."""
    try:
        given: object = json.loads(state or "null")
    except ValueError:
        return None
    if not isinstance(given, dict):
        return None
    found = cast("dict[str, object]", given)
    kept = asdict(Left())
    numbers, shown = found.pop("numbers", None), found.pop("shown", None)
    fitting = {n: v for n, v in found.items() if n in kept and isinstance(v, type(kept[n]))}
    left = replace(Left(), **fitting)
    match shown:
        case [str(one), str(other)]:
            left = replace(left, shown=(one, other))
        case _:
            pass
    match numbers:
        case [int(first), int(second)]:
            return replace(left, numbers=(first, second))
        case _:
            return left
