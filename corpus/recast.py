"""A story as the reader's decisions on its actors have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.actors.again import Find
    from corpus.actors.aliases import Alias
    from corpus.actors.model import Actor
    from corpus.actors.overrule import Decided
    from corpus.actors.rulings import ActorRuling
    from corpus.moments import Notice
    from corpus.story import Story
    from corpus.text import Document

LOST = "decision-lost"
"""The kind of a warning that a decision does not find its actors any more."""


def recast(
    story: Story,
    rulings: Mapping[str, ActorRuling],
    aliases: Sequence[Alias] = (),
    find: Find | None = None,
) -> Story:
    """The story with its actors as the reader has them, and all that depends on who is who.

    Warnings, the voices of frames and the cautions of links are made anew; no
    link is searched again.

    Args:
        story: with or without decisions carried out before; one whose actors
            were not looked for yet is given back as it is.
        rulings: all that hold now, by their subject in the notes store;
            those on other texts are left aside.
        aliases: what the reader says for every story; the rulings come after.
        find: looks for the words of decisions, as ``overrule`` has it.
    """
    from corpus.actors.everywhere import with_aliases
    from corpus.actors.overrule import overrule

    found = story.cast or story.actors
    if not found:
        return story
    actors, decided = overrule(with_aliases(found, aliases), rulings, story.documents, find)
    if actors != story.actors:
        story = _with_actors(story, actors)
        story = replace(story, cast=() if actors == found else found)
    others = (warning for warning in story.warnings if warning.kind != LOST)
    return replace(story, decisions=decided, warnings=(*others, *_lost(decided)))


def sourced(story: Story, documents: Sequence[Document]) -> Story:
    """The story with other facts of its texts' sources, and what follows from their dates.

    Args:
        story: at any stage of being found.
        documents: its own, in their order, alike but for facts, titles and dates.
    """
    from corpus.moments import KINDS, find_moments, find_signs

    story = replace(story, documents=tuple(documents))
    if not story.actors:
        return story
    signs = find_signs(documents)
    others = (warning for warning in story.warnings if warning.kind not in KINDS)
    moments = find_moments(documents, story.actors, signs)
    return replace(story, signs=signs, warnings=(*moments, *others))


def _with_actors(story: Story, actors: tuple[Actor, ...]) -> Story:
    from corpus.frames.uses import voiced
    from corpus.links.overrule import overrule
    from corpus.links.recast import recast as recautioned
    from corpus.moments import KINDS, find_moments
    from corpus.story import joined_links

    linked = tuple(recautioned(one, story.documents, actors) for one in story.linked)
    by_hand = [overrule(one, story.rulings) for one in linked]
    moments = find_moments(story.documents, actors, story.signs)
    others = (warning for warning in story.warnings if warning.kind not in KINDS)
    return replace(
        story,
        actors=actors,
        warnings=(*moments, *others),
        frames=voiced(story.frames, actors),
        linked=linked,
        links=joined_links(by_hand),
    )


def _lost(decided: Sequence[Decided]) -> Iterator[Notice]:
    """What is to be told of decisions whose actors are not found any more."""
    from corpus.actors.rulings import shown, told
    from corpus.moments import Notice

    for one in decided:
        if one.outcome == "lost":
            decision = f"The decision that {told(one.ruling)} does not hold"
            words = f"{decision}: {shown(*one.missing)} cannot be found again in these texts."
            yield Notice(LOST, words, ())
