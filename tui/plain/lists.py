"""Commands that list or look for something; a number then chooses from what was listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from corpus.actors.naming import naming
from corpus.report.parts import counted
from corpus.sanitise import one_line
from tui import place as moves
from tui.casting import Lights, Lit, Stop, frame_key, light
from tui.find import find
from tui.plain import words
from tui.plain.moving import stop
from tui.plain.state import Item, Reply, gone, listing, more_listed, with_text
from tui.views import matches as matches_view
from tui.views.frames import voice
from tui.views.gaps import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.frames import Frame, FrameUse
    from corpus.text import Span
    from tui.place import Spot
    from tui.plain.state import State
    from tui.views.gaps import Alone

    Named = TypeVar("Named", Actor, Frame)


def choose(state: State, number: int) -> Reply:
    """One of what was listed last, counted from 1."""
    if not state.listed:
        place = f"{state.document.id}:{number}"
        return Reply(state, [f"Nothing was listed to choose from; {place} goes to a passage."])
    if not 1 <= number <= len(state.listed):
        return Reply(state, [f"The last list has 1 to {len(state.listed)}."])
    return state.listed[number - 1].choose(state)


def more(state: State, _: str) -> Reply:
    """More of the last list."""
    return more_listed(state)


# -- matches


def matches(state: State, which: str) -> Reply:
    """The linked pairs, best first; or those of one kind."""
    kinds: list[matches_view.Shown] = [
        one for one in matches_view.SHOWN if which.strip().lower() in one
    ]
    if not kinds:
        return Reply(state, [f"Say matches with one of: {', '.join(matches_view.SHOWN)}."])
    page = matches_view.matches(state.known, kinds[0])
    spots = [entry.spot for entry in page.entries if entry.spot]
    shown = "" if kinds[0] == "all" else f", {kinds[0]}"
    head = f"{counted(len(spots), 'match', 'matches')}{shown}, best first."
    items = [Item(partial(_match, state, spot), partial(_to_spot, spot=spot)) for spot in spots]
    return listing(state, items, head)


def _match(state: State, spot: Spot) -> str:
    left, right = spot.numbers
    tie = moves.at_spot(state.facing, state.place, spot).tie
    told = words.strength(tie.link) if tie else "rejected"
    careful = f", {counted(len(tie.link.cautions), 'caution')}" if tie and tie.link.cautions else ""
    one, other = state.facing.documents
    begins = " ".join(words.words_of(one, one.passage(left or 1).span).split()[:8])
    return f"{told}{careful}; {one.id}, passage {left}, and {other.id}, passage {right}: {begins}"


def _to_spot(state: State, spot: Spot) -> Reply:
    moved = gone(state, moves.at_spot(state.facing, state.place, spot))
    if moved.place.tie is not None:
        return Reply(moved, words.here(moved))
    numbers = zip(moved.facing.documents, moved.place.numbers, strict=True)
    return Reply(moved, [words.quoted(document, number) for document, number in numbers])


# -- gaps


def gaps(state: State, which: str) -> Reply:
    """What has no counterpart found, to be walked one by one; of one text, if it is named."""
    if not state.story.linked:
        return Reply(state, [words.UNLINKED])
    sides = {document.id: side for side, document in enumerate(state.facing.documents)}
    letter = which.strip().upper()
    if letter and letter not in sides:
        return Reply(state, [f"Say gaps, or gaps {' or '.join(sides)}."])
    found = [one for one in alone(state.known) if letter in ("", _letter(state, one))]
    if not found:
        return Reply(state, ["Every passage has a counterpart."])
    counts = Counter(_letter(state, one) for one in found)
    head = "; ".join(
        f"{counts[letter]} of {len(state.facing.documents[side].passages)} passages of {letter}"
        for letter, side in sides.items()
        if counts[letter]
    )
    stops = tuple(Stop(one.side, _span(state, one)) for one in found)
    walking = replace(state, lights=Lights("gaps", stops, lit=False), walking=words.GAP)
    moved, lines = stop(walking, 1)
    return Reply(moved, [f"No counterpart found for {head}; n goes to the next.", *lines])


def _letter(state: State, one: Alone) -> str:
    return state.facing.documents[one.side].id


def _span(state: State, one: Alone) -> Span:
    return state.facing.documents[one.side].passage(one.number).span


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


# -- words


def seek(state: State, sought: str) -> Reply:
    """Find words in both texts, and go to the first place from here on."""
    found = find(state.facing.documents, sought)
    if not found.words:
        return Reply(state, ["Say which words, as in: / joining"])
    if not found.stops:
        return Reply(state, [f"“{one_line(found.words)}” is found in neither text."])
    counts = ", ".join(
        f"{found.count(side)} in {document.id}"
        for side, document in enumerate(state.facing.documents)
    )
    nearly = "Nearly " if found.nearly else ""
    offset = state.place.at.start if state.place.at else _offset(state)
    at = found.first_from(state.place.side, offset)
    lights = Lights(f"{nearly}“{one_line(found.words)}”", found.stops, at - 1)
    moved, lines = stop(replace(state, lights=lights, walking="Place"), 1)
    return Reply(moved, [f"{nearly}“{one_line(found.words)}”: {counts}.", *lines])


def _offset(state: State) -> int:
    passages = state.document.passages
    return state.document.passage(state.place.number).span.start if passages else 0
