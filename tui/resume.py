"""Where a pair of texts was left, as it is kept with the notes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.links.model import Grade


View = Literal["read", "notes"]


@dataclass(frozen=True, slots=True)
class Left:
    """Place, view and panels; ``drafts`` are words typed into a note and not saved yet."""

    side: int = 0
    numbers: tuple[int, int] = (1, 1)
    bar: Grade = "weak"
    view: View = "read"
    sidebar: bool = True
    why: bool = False
    locked: bool = True
    drafts: dict[str, str] = field(default_factory=dict[str, str])


def written(left: Left) -> str:
    """As JSON."""
    return json.dumps(asdict(left))


def read(state: str | None) -> Left | None:
    """From JSON; what another version wrote in another form is left at its default."""
    try:
        given = json.loads(state or "null")
    except ValueError:
        return None
    if not isinstance(given, dict):
        return None
    plain = asdict(Left())
    kept = {
        name: value
        for name, value in given.items()
        if (name in plain and isinstance(value, type(plain[name]))) or name == "numbers"
    }
    numbers = kept.pop("numbers", None)
    left = replace(Left(), **kept)
    match numbers:
        case [int(first), int(second)]:
            return replace(left, numbers=(first, second))
        case _:
            return left
