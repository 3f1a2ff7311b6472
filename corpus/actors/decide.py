"""What the reader may decide on the actors of a story, made into rulings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from corpus.actors.rulings import ActorRuling, ActorSelector, spelled
from corpus.errors import ReaderError
from corpus.notes.anchoring import make_target
from corpus.sanitise import one_line
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from corpus.actors.model import Actor, ActorType, Mention
    from corpus.notes.model import Target
    from corpus.text import Document

KEPT_MENTIONS = 4
"""So many mentions in each document are kept to know an actor by."""

_Type: TypeAlias = "ActorType | Literal['']"


def merge(documents: Sequence[Document], into: Actor, other: Actor) -> ActorRuling:
    """``other`` is ``into``; ReaderError when they are one already."""
    if into.id == other.id:
        raise ReaderError(f"{into.name} is one actor already; choose another one to merge with")
    return ActorRuling("merge", select(documents, into), select(documents, other))


def split_names(
    documents: Sequence[Document],
    actor: Actor,
    words: Collection[str],
    *,
    name: str = "",
    type: _Type = "",  # noqa: A002 - the contract's word
    to: Actor | None = None,
) -> ActorRuling:
    """Whoever these words call, wherever they stand, is not ``actor``: Moscow is not Russia.

    Args:
        documents: those of the story.
        actor: whom the words were taken for.
        words: as the mentions have them; capitals make no difference.
        name: of the new actor; else the first of the words.
        type: of the new actor; else as the old one's.
        to: whom they call instead; then there is no new actor.

    Raises:
        ReaderError: nothing of the actor is so called, or all of it.
    """
    called = frozenset(map(spelled, words))
    going = [mention for mention in actor.mentions if spelled(mention.text) in called]
    ruling = _split(documents, actor, going, name, type, to)
    return replace(ruling, words=tuple(words))


def split_mentions(
    documents: Sequence[Document],
    actor: Actor,
    mentions: Sequence[Mention],
    *,
    name: str = "",
    type: _Type = "",  # noqa: A002 - the contract's word
    to: Actor | None = None,
) -> ActorRuling:
    """Whoever is spoken of in just these places is not ``actor``; else as ``split_names``."""
    chosen = frozenset(mentions)
    going = [mention for mention in actor.mentions if mention in chosen]
    ruling = _split(documents, actor, going, name, type, to)
    return replace(ruling, targets=tuple(_targets(documents, going)))


def rename(documents: Sequence[Document], actor: Actor, name: str) -> ActorRuling:
    """The actor is called so; ReaderError for a name without a letter or a digit."""
    return ActorRuling("rename", select(documents, actor), name=_named(name))


def retype(documents: Sequence[Document], actor: Actor, type: ActorType) -> ActorRuling:  # noqa: A002
    """The actor is a person, an organisation, a place, or somebody without a name."""
    return ActorRuling("retype", select(documents, actor), type=type)


def select(
    documents: Sequence[Document], actor: Actor, without: Collection[Mention] = ()
) -> ActorSelector:
    """What to know an actor by: in each document a few mentions, those by name first."""
    left = [mention for mention in actor.mentions if mention not in without]
    chosen = [
        mention
        for document in documents
        for mention in telling(m for m in left if m.document == document.id)[:KEPT_MENTIONS]
    ]
    return ActorSelector(actor.name, actor.type, tuple(_targets(documents, chosen)))


def _split(
    documents: Sequence[Document],
    actor: Actor,
    going: Sequence[Mention],
    name: str,
    type: _Type,  # noqa: A002
    to: Actor | None,
) -> ActorRuling:
    if not 0 < len(going) < len(actor.mentions):
        raise ReaderError(
            f"{actor.name} must keep some mentions and lose some; choose others to split off"
        )
    return ActorRuling(
        "split",
        select(documents, actor, frozenset(going)),
        select(documents, to) if to else None,
        name="" if to else _named(name or going[0].text),
        type="" if to else type or actor.type,
    )


def _named(name: str) -> str:
    shown = one_line(name)
    if not any(map(str.isalnum, shown)):
        raise ReaderError("an actor needs a name; please type one")
    return shown


def telling(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in the order of what they tell of whom they mean: longest names first."""
    return sorted(mentions, key=lambda one: (one.kind != "name", -len(one.text.split()), one.start))


def _targets(documents: Sequence[Document], mentions: Iterable[Mention]) -> Iterator[Target]:
    known = {document.id: document for document in documents}
    for mention in mentions:
        if mention.document in known:
            yield make_target(known[mention.document], Span(mention.start, mention.end))
