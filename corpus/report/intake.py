"""Notes taken in from JSON-LD, our own or a stranger's: what cannot be used is counted."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias, cast
from urllib.parse import unquote

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from corpus.actors.rulings import ActorRuling
from corpus.errors import InputError
from corpus.links.rulings import Ruling, Verdict, subject_of
from corpus.notes.colours import Colour
from corpus.notes.hypothesis_export import as_w3c
from corpus.notes.model import Note, NoteKind, Target
from corpus.report.decisions import decision
from corpus.report.exchange import NOTE_ID, READER
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


MOST_WORDS = 1_000_000  # code points of one note; more is no note
LONGEST_NAME = 80  # code points of what a coder is called
FARTHEST = 2**53  # the greatest offset that every reader of JSON takes for the same number


class Intake(NamedTuple):
    """The notes and rulings that were understood, and how many annotations were not, and why.

    ``rulings`` are those on links, by their subject, ``actors`` those on actors.
    """

    notes: tuple[Note, ...]
    refused: int
    rulings: Mapping[str, Ruling]
    reasons: tuple[str, ...] = ()
    actors: tuple[ActorRuling, ...] = ()


def _listed(value: Any) -> Any:
    """One value where JSON-LD allows one or a list."""
    given: object = value  # a narrowed Any is an error to the type checker
    if given is None:
        return []
    return [value] if isinstance(given, str | dict) else value


def _offset(value: object) -> int:
    """An offset; one that can be none is left out of account: the words tell the place too."""
    return value if isinstance(value, int) and 0 <= value <= FARTHEST else 0


Offset = Annotated[int, BeforeValidator(_offset)]


def _named(value: object) -> str:
    """What the first who made an annotation is called; the reader themselves have no name."""
    if isinstance(value, list):
        return _named(cast("list[object]", value)[0]) if value else ""
    if isinstance(value, dict):
        made = cast("dict[str, object]", value)
        return _named(next((made[key] for key in ("nickname", "name", "id") if made.get(key)), ""))
    if not isinstance(value, str) or value == READER["nickname"]:
        return ""
    return one_line(value)[:LONGEST_NAME]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class _Selector(_Part):
    type: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: Offset = 0
    end: Offset = 0


class _Body(_Part):
    purpose: str = "commenting"
    value: str = ""


class _Resource(_Part):
    source: str
    selector: Annotated[tuple[_Selector, ...], BeforeValidator(_listed)] = ()
    sha256: str = Field("", alias="reader:sha256")
    lead: str = Field("", alias="reader:lead")
    trail: str = Field("", alias="reader:trail")


Ends: TypeAlias = "tuple[_Resource | str, ...]"


class _Annotation(_Part):
    id: str = ""
    motivation: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    body: Annotated[tuple[_Body, ...], BeforeValidator(_listed)] = ()
    target: Annotated[Ends, BeforeValidator(_listed)] = ()
    creator: Annotated[str, BeforeValidator(_named)] = ""
    created: str = ""
    modified: str = ""
    kind: NoteKind = Field("passage", alias="reader:kind")
    name: str = Field("", alias="reader:name")
    colour: Colour = Field("", alias="reader:colour")
    verdict: Verdict | Literal[""] = Field("", alias="reader:verdict")
    decision: dict[str, Any] | None = Field(None, alias="reader:decision")


class _Page(_Part):
    # Hypothes.is calls them otherwise: its client the second, its service the third.
    items: tuple[Any, ...] = Field(validation_alias=AliasChoices("items", "annotations", "rows"))


_PAGE = TypeAdapter(_Page)
_ANNOTATION = TypeAdapter(_Annotation)
_LINKING = "linking"
_TAGGING = "tagging"
_FILE = "file://"


def read_notes(data: bytes, name: str, at: str) -> Intake:
    """The notes in a page of annotations.

    Args:
        data: JSON-LD in UTF-8, from whomever, or an export of Hypothes.is.
        name: of the file, for the sentence that says it is no such page.
        at: the moment to take for a note that does not say when it was made.

    Raises:
        InputError: this is no page of annotations.
    """
    try:
        items = _PAGE.validate_json(data).items
    except ValidationError:
        raise InputError(
            f"{name}: it is no JSON-LD page of annotations; notes export -f jsonld writes one"
        ) from None
    read = [_annotation(item) for item in items]
    known = [one for one in read if isinstance(one, _Annotation)]
    links = {one.id: one.target for one in known if _LINKING in one.motivation}
    made = [one if isinstance(one, str) else _made(one, links, at) for one in read]
    reasons = [f"annotation {n}: {why}" for n, why in enumerate(made, 1) if isinstance(why, str)]
    rulings = [one for one in made if isinstance(one, Ruling)]
    return Intake(
        tuple(one for one in made if isinstance(one, Note)),
        len(reasons),
        {subject_of(ruling): ruling for ruling in rulings},
        tuple(reasons),
        tuple(one for one in made if isinstance(one, ActorRuling)),
    )


def _annotation(item: Any) -> _Annotation | str:
    """An annotation, or why it is none that could be used."""
    try:
        return _ANNOTATION.validate_python(as_w3c(item))
    except ValidationError as error:
        where = ".".join(p for part in error.errors()[0]["loc"] if (p := str(part))[0] != "_")
        return one_line(f"{where or 'it'} is not of the form that annotations have")


def _made(
    one: _Annotation, links: Mapping[str, Ends], at: str
) -> Note | Ruling | ActorRuling | str | None:
    """What an annotation makes, or why it cannot be used; None for a link that a note speaks of."""
    if one.decision is not None:
        return _decision(one) or "it is no decision on an actor, or lacks its words"
    if one.verdict:
        return _ruling(one) or "its link has not the words of two passages"
    if _LINKING in one.motivation:
        return None
    if sum(len(body.value) for body in one.body) > MOST_WORDS:
        return f"its words are more than {MOST_WORDS:,} characters"
    return _note(one, links, at) or "it names no words to look for in a text"


def _decision(one: _Annotation) -> ActorRuling | None:
    """The decision on an actor, when all its words are there."""
    targets = [target for target in map(_target, one.target) if target]
    try:
        return decision(one.decision, targets) if len(targets) == len(one.target) else None
    except ValueError:
        return None


def _ruling(one: _Annotation) -> Ruling | None:
    """The ruling on a link, when both ends could be found again."""
    targets = [target for target in map(_target, one.target) if target]
    if one.verdict and len(targets) == len(one.target) == 2:
        return Ruling(one.verdict, (targets[0], targets[1]))
    return None


def _note(one: _Annotation, links: Mapping[str, Ends], at: str) -> Note | None:
    """The note an annotation makes; None when it is about nothing that could be found."""
    ends = [end for part in one.target for end in _resolved(part, links)]
    targets = tuple(target for target in map(_target, ends) if target)
    if len(targets) < len(ends) or not (targets or one.name):
        return None
    return Note(
        id=_id(one),
        text="\n\n".join(body.value for body in one.body if body.purpose != _TAGGING),
        targets=targets,
        tags=tuple(body.value for body in one.body if body.purpose == _TAGGING),
        starred="bookmarking" in one.motivation,
        created=one.created or at,
        modified=one.modified or one.created or at,
        kind=one.kind,
        name=one.name,
        colour=one.colour,
        coder=one.creator,
    )


def _resolved(part: _Resource | str, links: Mapping[str, Ends]) -> Ends:
    return (part,) if isinstance(part, _Resource) else links.get(part, (part,))


def _target(resource: _Resource | str) -> Target | None:
    """What is kept of a target; None without the words to look for."""
    if isinstance(resource, str):
        return None
    by_type = {selector.type: selector for selector in resource.selector}
    words = by_type.get("TextQuoteSelector")
    if words is None or not words.exact:
        return None
    place = by_type.get("TextPositionSelector", words)
    return Target(
        document=_document(resource.source),
        sha256=resource.sha256,
        start=min(place.start, place.end),
        end=max(place.start, place.end),
        quote=words.exact,
        prefix=words.prefix,
        suffix=words.suffix,
        lead=resource.lead,
        trail=resource.trail,
    )


def _document(iri: str) -> str:
    if iri.startswith(_FILE):
        return unquote(iri.removeprefix(_FILE), errors="surrogateescape")
    return iri


def _id(one: _Annotation) -> str:
    """Our own id; a stranger's annotation gets the same one each time it comes."""
    if one.id.startswith(NOTE_ID):
        return one.id.removeprefix(NOTE_ID)
    return hashlib.sha256(one.model_dump_json(exclude={"creator"}).encode()).hexdigest()[:16]
