"""Decisions on actors as part of a W3C annotation, whose targets are the words they hold on to."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from corpus.actors.rulings import decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.rulings import ActorRuling
    from corpus.notes.model import Target

Json = dict[str, Any]

_SELECTORS = ("actor", "other")


def targets_of(ruling: ActorRuling) -> tuple[Target, ...]:
    """The words a decision holds on to: those of its actors in turn, then those split off."""
    return (*(t for selector in ruling.selectors for t in selector.targets), *ruling.targets)


def told_of(ruling: ActorRuling) -> Json:
    """All else of a decision; for targets there stands how many of them are each actor's."""
    state: Json = {**encode(ruling)}
    for name in _SELECTORS:
        if state[name] is not None:
            state[name]["targets"] = len(state[name]["targets"])
    del state["targets"]
    return state


def decision(told: object, targets: Sequence[Target]) -> ActorRuling:
    """The decision that ``told_of`` told of; ValueError when it is none, or lacks words."""
    left = [asdict(target) for target in targets]
    try:
        state: Json = {**cast("Json", told)}
        for name in _SELECTORS:
            if state[name] is not None:
                count = range(state[name]["targets"])
                state[name] = {**state[name], "targets": [left.pop(0) for _ in count]}
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a decision: {error}") from error
    return decode({**state, "targets": left})
