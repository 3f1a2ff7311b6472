"""Where a pair of texts was left, as it is kept with the notes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
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
    """From JSON; None for nothing, or for what another version wrote and this one cannot read."""
    from pydantic import TypeAdapter, ValidationError

    if state is None:
        return None
    try:
        return TypeAdapter(Left).validate_json(state)
    except ValidationError:
        return None
