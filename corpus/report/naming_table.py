"""Who is spoken of and in which words, as rows of a table: one for each place in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.report.parts import numbers_in
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.actors.model import Excerpt
    from corpus.story import Story

_PLACE = ("kind", "name", "document", "passages", "text", "start", "end")
MENTION_COLUMNS = (*_PLACE, "type", "how", "hand")
USE_COLUMNS = (*_PLACE, "voice", "quoted")


def mentions(story: Story) -> Iterator[Mapping[str, str]]:
    """A row for each mention of an actor; ``how`` says by what kind of word."""
    for actor in story.actors:
        hand = "; ".join(done.kind for done in actor.hand)
        for one in actor.mentions:
            more = {"type": actor.type, "how": one.kind, "hand": hand}
            yield {"kind": "mention", "name": actor.name, **_place(story, one), **more}


def uses(story: Story) -> Iterator[Mapping[str, str]]:
    """A row for each place where a word for an idea stands, and in whose voice."""
    names = {actor.id: actor.name for actor in story.actors}
    for frame in story.frames:
        for one in frame.uses:
            voice = names.get(one.voice, one.voice)
            more = {"voice": voice, "quoted": "yes" if one.quoted else "no"}
            yield {"kind": "frame", "name": frame.name, **_place(story, one), **more}


def _place(story: Story, words: Excerpt) -> Mapping[str, str]:
    document = story.document(words.document)
    span = Span(words.start, words.end)
    return {
        "document": words.document,
        "passages": " ".join(map(str, numbers_in(document, span))),
        "text": " ".join(words.text.split()),
        "start": str(words.start),
        "end": str(words.end),
    }
