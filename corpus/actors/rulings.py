"""The reader overrules the actors: decisions that outlive later runs and edits of the texts.

An actor has no id that lasts. A decision holds on to its name and to some of
its mentions, as a note holds on to its words (the selectors of the W3C Web
Annotation Data Model), and looks for it again each time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from corpus.actors.model import ActorType
from corpus.notes.codec import decode_target, list_in, one_of, text_in
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.notes.events import JsonObject
    from corpus.notes.model import Target

Verb = Literal["merge", "split", "rename", "retype"]

_LONGEST = 60  # code points of a name, in a sentence
_MOST_WORDS = 3

DECISION = "actor"
"""The kind under which the notes store keeps these rulings."""


@dataclass(frozen=True, slots=True)
class ActorSelector:
    """What an actor is known by: its name, its type, and words that speak of it."""

    name: str
    type: ActorType
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class ActorRuling:
    """One decision on an actor.

    ``merge``: ``other`` is this ``actor``. ``split``: the mentions in
    ``targets``, or all that are made in these ``words``, are another actor's:
    ``other``'s where there is one, else a new one's called ``name`` of
    ``type``. ``rename`` and ``retype``: it has this ``name``, this ``type``.
    ``number`` counts the decisions of a reader: of two that clash the later
    holds.
    """

    verb: Verb
    actor: ActorSelector
    other: ActorSelector | None = None
    words: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    name: str = ""
    type: ActorType | Literal[""] = ""
    number: int = 0

    @property
    def selectors(self) -> tuple[ActorSelector, ...]:
        """The actors it is about."""
        return (self.actor, self.other) if self.other else (self.actor,)

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents concerned, each once."""
        return tuple(dict.fromkeys(target.document for target in self._all_targets()))

    def _all_targets(self) -> Iterator[Target]:
        yield from self.targets
        for selector in self.selectors:
            yield from selector.targets


class ActorRulings(NamedTuple):
    """Rulings by their subject in the store, and how many were in a form not understood."""

    known: Mapping[str, ActorRuling]
    skipped: int


def spelled(words: str) -> str:
    """Words as they are compared: capitals and white space make no difference."""
    return " ".join(words.casefold().split())


def told(ruling: ActorRuling) -> str:
    """The decision in a sentence without its full stop."""
    name = shown(ruling.actor.name)
    if ruling.verb == "rename":
        return f"{name} is called {shown(ruling.name)}"
    if ruling.verb == "retype":
        return f"{name} is of the type {ruling.type}"
    if ruling.verb == "merge" and ruling.other:
        return f"{shown(ruling.other.name)} is {name}"
    words = shown(*called(ruling))
    return f"{words} is {f'{shown(ruling.other.name)}, ' if ruling.other else ''}not {name}"


def shown(*words: str) -> str:
    """Words that somebody wrote, in quotation marks, as much as a sentence can hold."""
    safe = [one_line(one) for one in words[:_MOST_WORDS]]
    cut = [one if len(one) <= _LONGEST else f"{one[:_LONGEST].rstrip()}…" for one in safe]
    rest = len(words) - len(safe)
    return " and ".join([*(f"“{one}”" for one in cut), *([f"{rest} more"] if rest else [])])


def called(ruling: ActorRuling) -> tuple[str, ...]:
    """The words that a ruling splits off, each once."""
    return ruling.words or tuple(dict.fromkeys(target.quote for target in ruling.targets))


def before(rulings: Sequence[ActorRuling], known: Iterable[ActorRuling]) -> list[ActorRuling]:
    """Those of these rulings that are not known, as earlier ones than all that are known.

    So what was decided here holds where a stranger's decision clashes with it.
    """
    told = {replace(one, number=0): one.number for one in known}
    new = [one for one in sorted(rulings, key=_number) if replace(one, number=0) not in told]
    first = min(told.values(), default=len(new) + 1) - len(new)
    return [replace(one, number=first + at) for at, one in enumerate(new)]


def _number(ruling: ActorRuling) -> int:
    return ruling.number


def numbered(ruling: ActorRuling, known: Iterable[ActorRuling]) -> ActorRuling:
    """The ruling as the latest of them all."""
    return replace(ruling, number=1 + max((one.number for one in known), default=0))


def subject_of(ruling: ActorRuling) -> str:
    """The ruling's own key in the store: one with another number is another one."""
    return hashlib.sha256(json.dumps(encode(ruling), sort_keys=True).encode()).hexdigest()[:32]


# -- as the store keeps them


def encode(ruling: ActorRuling) -> JsonObject:
    """The ruling as the JSON object that the store keeps."""
    return cast("JsonObject", json.loads(json.dumps(asdict(ruling))))


def decode(state: JsonObject) -> ActorRuling:
    """The ruling in a JSON object, possibly a stranger's; ValueError when it holds none."""
    try:
        return _ruling(state)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a ruling: {error}") from error


def read_actor_rulings(decisions: Mapping[str, JsonObject]) -> ActorRulings:
    """The rulings among a store's decisions of the kind ``actor``, the earliest first."""
    known: dict[str, ActorRuling] = {}
    for subject, state in decisions.items():
        try:
            known[subject] = decode(state)
        except ValueError:
            continue  # counted below
    ordered = sorted(known.items(), key=lambda one: one[1].number)
    return ActorRulings(dict(ordered), len(decisions) - len(known))


def _ruling(state: JsonObject) -> ActorRuling:
    other, number = state.get("other"), state.get("number", 0)
    if not isinstance(number, int):
        raise TypeError(f"{number!r} is no number")
    ruling = ActorRuling(
        verb=cast("Verb", one_of(state["verb"], get_args(Verb))),
        actor=_selector(state["actor"]),
        other=None if other is None else _selector(other),
        words=tuple(text_in(word) for word in list_in(state.get("words", []))),
        targets=tuple(decode_target(one) for one in list_in(state.get("targets", []))),
        name=one_line(text_in(state.get("name", ""))),
        type=cast("ActorType", one_of(state.get("type", ""), ("", *get_args(ActorType)))),
        number=number,
    )
    if not _is_whole(ruling):
        raise TypeError("something is missing")
    return ruling


def _is_whole(ruling: ActorRuling) -> bool:
    if ruling.verb == "merge":
        return ruling.other is not None
    if ruling.verb == "split":
        return bool(ruling.words or ruling.targets) and bool(ruling.other or ruling.name)
    return bool(ruling.name if ruling.verb == "rename" else ruling.type)


def _selector(value: object) -> ActorSelector:
    state = cast("JsonObject", value)
    return ActorSelector(
        one_line(text_in(state["name"])),
        cast("ActorType", one_of(state["type"], get_args(ActorType))),
        tuple(decode_target(one) for one in list_in(state["targets"])),
    )
