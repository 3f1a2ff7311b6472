"""The comparison as JSON: these models are its one definition.

Offsets count Unicode code points from 0, end exclusive, into a document's
text as shown. Passages are numbered from 1 in each document.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from corpus.actors.model import ActorType, Deed, MentionKind, StatementMode
from corpus.links.model import Grade, Hand
from corpus.text import FactKind, Origin, PassageKind


def _rounded(value: float) -> float:
    """Six decimals: finer than any scorer, and the same on every machine."""
    return round(float(value), 6)


Offset = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]
Score = Annotated[float, BeforeValidator(_rounded), Field(ge=0, le=1)]
Weight = Annotated[float, BeforeValidator(_rounded)]


class Model(BaseModel):
    """What all parts share: frozen, nothing unnamed, read from the domain's own values."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class Span(Model):
    """A half-open range of code points."""

    start: Offset
    end: Offset


class Place(Model):
    """A range in one document."""

    document: str
    start: Offset
    end: Offset


class Excerpt(Place):
    """Some words in one document."""

    text: str


class Words(Span):
    """Some words in the document at hand."""

    text: str


class Fact(Model):
    """Something known of a text, and who says so; of two of a kind the first counts.

    ``start`` and ``end`` are null for what does not stand in the text as shown.
    """

    kind: FactKind
    text: str
    start: Offset | None
    end: Offset | None
    origin: Origin


class Passage(Model):
    """A heading or a sentence."""

    number: Number
    kind: PassageKind
    start: Offset
    end: Offset
    text: str


class Document(Model):
    """A text, cut into passages; furniture is set aside and has no number."""

    id: str
    name: str
    title: str | None
    sha256: str
    encoding: str
    date: str | None
    facts: tuple[Fact, ...]
    furniture: tuple[Span, ...]
    passages: tuple[Passage, ...]
    language: str | None = None


class End(Model):
    """One end of a link."""

    document: str
    passages: tuple[Number, ...]


class Evidence(Model):
    """One reason for a link; ``weight`` is its share of the score."""

    kind: str
    weight: Weight
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    words: str


class Caution(Model):
    """A reason to look twice at a link."""

    kind: str
    words: str


class Link(Model):
    """Passages of two documents taken to speak of the same thing.

    ``hand`` is there when the reader confirmed or made the link.
    """

    a: End
    b: End
    score: Score
    grade: Grade
    evidence: tuple[Evidence, ...]
    cautions: tuple[Caution, ...]
    hand: Hand = ""


class Rejected(Model):
    """Passages that the reader said are no link."""

    a: End
    b: End


class Nearest(Model):
    """What came nearest to a gap."""

    document: str
    passage: Number
    score: Score


class Gap(Model):
    """A run of passages for which no counterpart was found above weak."""

    document: str
    passages: tuple[Number, ...]
    nearest: Nearest | None


class Mention(Excerpt):
    """A place where an actor is spoken of."""

    kind: MentionKind


class Statement(Model):
    """What an actor is said to say."""

    document: str
    mode: StatementMode
    verb: Span
    content: tuple[Words, ...]


class ByHand(Model):
    """A decision of the reader's that made an actor what it is."""

    kind: Deed
    words: str


class Actor(Model):
    """Somebody or something that acts or speaks.

    ``hand`` is there when the reader merged, split, renamed or retyped it.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Excerpt, ...]
    statements: tuple[Statement, ...]
    hand: tuple[ByHand, ...] = ()


class FrameUse(Excerpt):
    """A place where a frame's words stand; ``voice`` is ``narrator`` or an actor's id."""

    voice: str
    quoted: bool


class Frame(Model):
    """A group of words for one idea, and who uses which."""

    name: str
    uses: tuple[FrameUse, ...]


class Warning(Model):  # noqa: A001 - the contract's word
    """Something to know before reading on."""

    kind: str
    words: str
    evidence: tuple[Place, ...]


class Comparison(Model):
    """Two or more accounts of one story, read against each other.

    ``rejected`` is there when the reader rejected a link, a document's
    ``language`` when it can be told. No other field is ever left out.
    """

    version: Literal[1]
    documents: tuple[Document, ...]
    links: tuple[Link, ...]
    gaps: tuple[Gap, ...]
    actors: tuple[Actor, ...]
    frames: tuple[Frame, ...]
    warnings: tuple[Warning, ...]
    rejected: tuple[Rejected, ...] = ()


def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of what ``render`` writes."""
    schema = Comparison.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, indent=1, ensure_ascii=False) + "\n"
