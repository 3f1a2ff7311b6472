"""Sightings that were taken for one actor, while the cast is being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.actors.model import ActorType, MentionKind
    from corpus.actors.sightings import Sighting


@dataclass(eq=False, slots=True)
class Group:
    """One actor in the making: its names and where they stand, and why they were joined."""

    type: ActorType
    name: str
    names: list[str] = field(default_factory=list)
    sightings: list[tuple[Sighting, MentionKind]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    gender: str = ""
    known: str = ""
    compared: str = ""

    def add(self, sighting: Sighting, kind: MentionKind | None = None, why: str = "") -> None:
        """Take a sighting in, with one sentence for a name that is new here."""
        kind = kind or sighting.kind
        self.sightings.append((sighting, kind))
        self.gender = self.gender or sighting.gender
        self.known = self.known or (sighting.known.name if sighting.known else "")
        if kind in ("name", "demonym", "metonym") and sighting.name not in self.names:
            self.names.append(sighting.name)
            if why and sighting.name != self.name:
                self.why.append(why)

    def take_over(self, other: Group, why: str) -> None:
        """Join another group with this one; the other is left empty."""
        self.sightings += other.sightings
        self.names += [name for name in other.names if name not in self.names]
        self.why += [*other.why, why]
        other.sightings, other.names, other.why = [], [], []
