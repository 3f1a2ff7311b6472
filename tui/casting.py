"""The rows of the actor sidebar, and the lights on an actor's mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span
from tui.layout import cells, cut
from tui.status import Target

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from corpus.actors.model import Actor
    from corpus.text import Document

_GROUPS = (
    ("person", "PEOPLE"),
    ("organisation", "BODIES"),
    ("place", "PLACES"),
    ("unnamed", "UNNAMED"),
)
_COUNT = 4  # columns of one text's count


class Stop(NamedTuple):
    """A place to go to: some words of one side."""

    side: int
    span: Span


class Row(NamedTuple):
    """A line of the sidebar: an actor's, or a group's heading without an actor."""

    text: str
    actor: str | None


class Lights(NamedTuple):
    """What ``n`` walks, such as an actor's mentions: all stops, and the one the reader is at.

    ``lit``: the words of every stop are marked.
    """

    name: str
    stops: tuple[Stop, ...]
    at: int = -1
    lit: bool = True

    @property
    def current(self) -> Stop | None:
        """The stop the reader is at."""
        return self.stops[self.at] if 0 <= self.at < len(self.stops) else None

    @property
    def target(self) -> Target:
        """The stops as the status line tells them."""
        return Target(self.name, self.at + 1, len(self.stops))

    def moved(self, by: int) -> Lights:
        """At the next stop, or the one before; round again after the last."""
        if not self.stops:
            return self
        first = 0 if by > 0 else len(self.stops) - 1
        return self._replace(at=first if self.at < 0 else (self.at + by) % len(self.stops))


def light(actor: Actor, documents: Sequence[Document]) -> Lights:
    """Every mention in the documents shown, left text first, in reading order."""
    stops = tuple(
        Stop(side, Span(mention.start, mention.end))
        for side, document in enumerate(documents)
        for mention in actor.mentions_in(document.id)
    )
    return Lights(actor.name, stops)


def rows(
    actors: Sequence[Actor], documents: Sequence[Document], alike: Collection[str], width: int
) -> list[Row]:
    """The actors in groups, the most spoken of first, with a count for each text.

    ``≠`` marks an actor whose roles differ between the texts, ``!`` one whose
    name is like another's (its id is in ``alike``) and was kept apart.
    """
    names = width - _COUNT * len(documents) - 2
    found: list[Row] = []
    for kind, title in _GROUPS:
        group = [actor for actor in actors if actor.type == kind]
        if group:
            heads = "".join(document.id.rjust(_COUNT) for document in documents)
            found.append(Row(_fitted(title, names) + heads, None))
        for actor in sorted(group, key=lambda one: -len(one.mentions)):
            counts = [len(actor.mentions_in(document.id)) for document in documents]
            shown = "".join((str(n) if n else "·").rjust(_COUNT) for n in counts)
            sign = "≠" if roles_differ(actor, documents) else "!" if actor.id in alike else " "
            found.append(Row(f"{_fitted(actor.name, names)}{shown} {sign}", actor.id))
    return found


def roles_differ(actor: Actor, documents: Sequence[Document]) -> bool:
    """Whether two texts both give the actor an office, and not one office in common."""
    told = [{role.text.lower() for role in actor.roles_in(d.id)} for d in documents]
    given = [roles for roles in told if roles]
    return len(given) > 1 and not set.intersection(*given)


def _fitted(name: str, width: int) -> str:
    shown = cut(name, width)
    return shown + " " * (width - cells(shown))
