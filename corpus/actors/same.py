"""Whether two bare names may be one actor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.bodies import same_body, same_place
from corpus.actors.persons import same_person

if TYPE_CHECKING:
    from corpus.actors.model import ActorType


def same_name(kind: ActorType, one: str, other: str) -> str | None:
    """Why two names of one type may be one actor's, in a phrase; None when they are kept apart.

    Only the names are looked at: in a text a bare surname is whoever stands
    nearest. An unnamed actor is the same only in the same words.
    """
    if kind == "person":
        return same_person(one, other)
    if kind == "organisation":
        return same_body(one, other)
    if kind == "place":
        return same_place(one, other)
    return "the same words" if one.casefold() == other.casefold() else None
