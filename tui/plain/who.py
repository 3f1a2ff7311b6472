"""Commands on actors and frames: who is in the story, which words are used, and walking them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from corpus.actors.naming import naming
from corpus.report.parts import counted
from corpus.sanitise import one_line
from tui.casting import Lit, frame_key, light
from tui.plain import words
from tui.plain.moving import stop
from tui.plain.state import Item, Reply, listing, with_text
from tui.views.frames import voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.frames import Frame, FrameUse
    from tui.plain.state import State

    Named = TypeVar("Named", Actor, Frame)


# -- actors


def actors(state: State, named: str) -> Reply:
    """All actors with counts and offices, or those with a name; one alone is chosen at once."""
    sought = named.casefold().split()
    found = [one for one in _by_mentions(state) if _has(one, sought)]
    if (one := _meant(found, named)) is not None:
        return _walk_actor(state, one)
    items = [Item(partial(_actor, state, one), partial(_walk_actor, actor=one)) for one in found]
    return listing(state, items, f"{counted(len(found), 'actor')}, most mentioned first.")


def _meant(found: Sequence[Named], named: str) -> Named | None:
    """The only one with a name, or the one of just this name; None when that is not clear."""
    name = named.strip().casefold()
    exact = [one for one in found if one.name.casefold() == name]
    clear = exact or (found if name else ())
    return clear[0] if len(clear) == 1 else None


def _by_mentions(state: State) -> Sequence[Actor]:
    return sorted(state.cast.actors, key=lambda one: -len(one.mentions))


def _has(actor: Actor, sought: Iterable[str]) -> bool:
    names = " ".join((actor.name, *actor.aliases)).casefold()
    return all(word in names for word in sought)


def _actor(state: State, actor: Actor) -> str:
    counts = state.cast.counts[actor.id]
    often = ", ".join(
        f"{document.id} {counts[document.id]}"
        for document in state.story.documents
        if counts.get(document.id)
    )
    apart = "; office differs" if actor.id in state.cast.drifts else ""
    alike = "; similar names, kept apart" if actor.id in state.cast.alike else ""
    return f"{actor.name}, {actor.type}, {often}{_offices(state, actor)}{apart}{alike}"


def _offices(state: State, actor: Actor) -> str:
    found = [
        f"{document.id} {' and '.join(dict.fromkeys(one_line(r.text) for r in roles))}"
        for document in state.story.documents
        if (roles := actor.roles_in(document.id))
    ]
    return f"; office: {', '.join(found)}" if found else ""


def _walk_actor(state: State, actor: Actor) -> Reply:
    """What is known of an actor, and its first mention."""
    known = [
        words.sentence(_actor(state, actor)),
        *_called(state, actor),
        *(words.sentence(one) for one in state.cast.alike.get(actor.id, ())),
        *(words.sentence(one) for one in actor.why),
    ]
    return _walk(state, actor.id, "Mention", known)


def _called(state: State, actor: Actor) -> Iterator[str]:
    for document in state.story.documents:
        called = [_times(one.words, one.count) for one in naming(actor, document.id)]
        said = len(actor.statements_in(document.id))
        statements = f"; {counted(said, 'statement')}" if said else ""
        if called:
            yield f"Called in {document.id}: {', '.join(called)}{statements}."


def _walk(state: State, key: str, walking: str, known: Iterable[str]) -> Reply:
    """Walk the words of an actor or frame; a text that has them is brought in if none faced has."""
    counts = state.cast.counts.get(key, {})
    if counts and not any(document.id in counts for document in state.facing.documents):
        state = with_text(state, next(d for d in state.story.documents if d.id in counts))
    lights = light(Lit().toggled(key), state.cast, state.facing.documents)
    moved, lines = stop(replace(state, lights=lights, walking=walking), 1)
    return Reply(moved, [*known, *lines])


# -- frames


def frames(state: State, named: str) -> Reply:
    """Words for one idea, how often in each text, and in whose voice."""
    found = [
        frame
        for frame in sorted(state.cast.frames, key=lambda one: -len(one.uses))
        if frame.uses and frame.name.casefold().startswith(named.strip().casefold())
    ]
    if (one := _meant(found, named)) is not None:
        return _walk_frame(state, one)
    items = [Item(partial(_counts, state, one), partial(_walk_frame, frame=one)) for one in found]
    head = f"{counted(len(found), 'frame')}: words for one idea, as found in the texts; no score."
    return listing(state, items, head)


def _counts(state: State, frame: Frame) -> str:
    counts = state.cast.counts[frame_key(frame)]
    often = [f"{d.id} {counts[d.id]}" for d in state.story.documents if counts.get(d.id)]
    return f"{frame.name}, {', '.join(often)}"


def _walk_frame(state: State, frame: Frame) -> Reply:
    known = [
        line for document in state.story.documents for line in _voices(state, frame, document.id)
    ]
    return _walk(state, frame_key(frame), "Use", known)


def _voices(state: State, frame: Frame, text: str) -> Iterator[str]:
    """In one text the words of each voice."""
    voices: dict[str, list[FrameUse]] = {}
    for use in frame.uses:
        if use.document == text:
            voices.setdefault(voice(state.cast, use), []).append(use)
    for who, uses in voices.items():
        counts = Counter(one_line(use.text).lower() for use in uses)
        told = ", ".join(_times(one, count) for one, count in counts.most_common())
        yield f"{text}, {who}: {told}."


def _times(said: str, count: int) -> str:
    return f"“{said}” {count} times" if count > 1 else f"“{said}”"
