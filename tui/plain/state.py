"""Where a plain session stands, and what a command makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui import place as moves
from tui.casting import Cast, Lights, Lit
from tui.facing import Facing, face
from tui.place import Place
from tui.trail import Trail
from tui.views.page import Known

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.links.model import Grade
    from corpus.story import Story
    from corpus.text import Document
    from tui.marking import Noted


_AT_ONCE = 20
"""Entries of a list that are told before more are asked for."""


@dataclass(frozen=True)
class State:
    """The story as the reader has it, the place in it, and what the last list offers.

    Attributes:
        story: with the reader's decisions carried out.
        facing: the two texts that are read against each other.
        place: of the reader in them.
        cast: who and what is in the story.
        noted: the notes on all texts of the story; sides are indices into it.
        lights: what ``n`` walks; None for the linked pairs.
        walking: what its stops are called, such as "Mention".
        trail: the places that were left by a jump.
        listed: what a number chooses from.
        told: how many of those were told already.
    """

    story: Story
    facing: Facing
    place: Place = Place()  # noqa: RUF009 - frozen
    cast: Cast = Cast()  # noqa: RUF009 - frozen
    noted: tuple[Noted, ...] = ()
    lights: Lights | None = None
    walking: str = ""
    trail: Trail[Place] = Trail()  # noqa: RUF009 - frozen
    listed: Sequence[Item] = ()
    told: int = 0

    @property
    def document(self) -> Document:
        """The text the reader is in."""
        return self.facing.documents[self.place.side]

    @property
    def known(self) -> Known:
        """What the views are made of."""
        return Known(self.story, self.facing, {}, self.cast, Lit())

    def index(self, side: int) -> int:
        """Which text of the story stands on a side; -1 for none."""
        ids = [document.id for document in self.story.documents]
        shown = self.facing.documents[side].id
        return ids.index(shown) if shown in ids else -1


class Item(NamedTuple):
    """One of a list: its line, made when it is told, and what choosing it comes to."""

    line: Callable[[], str]
    choose: Callable[[State], Reply]


class Reply(NamedTuple):
    """What a command comes to: the state after it, and lines to be told."""

    state: State
    lines: Sequence[str] = ()


def listing(state: State, items: Sequence[Item], *heads: str) -> Reply:
    """The first of a list, after some lines of its own."""
    reply = more_listed(replace(state, listed=items, told=0))
    return Reply(reply.state, [*heads, *reply.lines] if items else heads)


def more_listed(state: State) -> Reply:
    """As many more of the last list as can be listened to."""
    end = min(state.told + _AT_ONCE, len(state.listed))
    items = state.listed[state.told : end]
    if not items:
        return Reply(state, ["Nothing more was listed."])
    lines = [f"{at}: {item.line()}" for at, item in enumerate(items, state.told + 1)]
    left = len(state.listed) - end
    rest = f", + tells more, {left} are left." if left else "."
    return Reply(replace(state, told=end), [*lines, f"A number goes to one of them{rest}"])


def gone(state: State, place: Place) -> State:
    """The state at another place, which can be gone back from."""
    return replace(state, place=place, trail=state.trail.leaving(state.place))


def with_story(state: State, story: Story) -> State:
    """The state with more of its story, or other decisions; the reader stays where they are."""
    known = {document.id: document for document in story.documents}
    left, right = (known.get(one.id, one) for one in state.facing.documents)
    facing = face((left, right), story.links, state.facing.bar)
    if story.actors is not state.story.actors or story.frames is not state.story.frames:
        state = replace(state, cast=_cast(story))
    index = facing.index_of(state.place.tie)
    if index is not None:
        place = state.place._replace(tie=facing.ties[index])
    elif state.place == Place() and facing.ties_of(0, 1):
        place = moves.on_tie(facing.ties[0], 0)
    else:
        place = _again(facing, state.place)
    return replace(state, story=story, facing=facing, place=place)


def with_bar(state: State, bar: Grade) -> State:
    """The state with links of this grade and above."""
    facing = face(state.facing.documents, state.story.links, bar)
    return replace(state, facing=facing, place=_again(facing, state.place))


def facing_texts(state: State, left: Document, right: Document) -> State:
    """The state with two texts of the story face to face, at their beginnings."""
    facing = face((left, right), state.story.links, state.facing.bar)
    place = moves.on_passage(facing, 0, 1, Place())
    return replace(state, facing=facing, place=place, lights=None, trail=Trail())


def with_text(state: State, document: Document) -> State:
    """The state with this text of the story in place of the one the reader is in."""
    if document in state.facing.documents:
        side = state.facing.documents.index(document)
        return replace(state, place=moves.other_side(state.facing, state.place, side))
    left, right = state.facing.documents
    side = state.place.side
    texts = (document, right) if side == 0 else (left, document)
    fresh = facing_texts(state, *texts)
    return replace(fresh, place=moves.other_side(fresh.facing, fresh.place, side))


def _again(facing: Facing, place: Place) -> Place:
    """The same passages, with whatever they are linked to now; a place that is no more moves."""
    lengths = [len(document.passages) for document in facing.documents]
    first, second = (max(1, min(n, most)) for n, most in zip(place.numbers, lengths, strict=True))
    here = Place(place.side, (first, second))
    return moves.on_passage(facing, place.side, here.number, here)


def _cast(story: Story) -> Cast:
    from corpus.actors import similar_names

    return Cast(story.actors, story.frames, similar_names(story.actors) if story.actors else ())
