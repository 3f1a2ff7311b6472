"""Notes written out as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

A note on a pair is two annotations: a ``linking`` one with two targets, and a
``commenting`` one whose target is the first, since the body of an annotation
with two targets would speak of each of them alone. A ruling on a link or an
actor is one annotation, with its verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from corpus.actors.rulings import told
from corpus.links.overrule import HAND
from corpus.report.citation import command_as_noted
from corpus.report.decisions import targets_of, told_of
from corpus.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.actors.rulings import ActorRuling
    from corpus.links.rulings import Ruling
    from corpus.notes.model import Note, Target

Json = dict[str, Any]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reader": "urn:ossetia-reader:"}]
NOTE_ID = "urn:ossetia-reader:note:"
LINK_ID = "urn:ossetia-reader:link:"
RULING_ID = "urn:ossetia-reader:ruling:"
ACTOR_ID = "urn:ossetia-reader:actor:"
READER = {"type": "Person", "nickname": "reader"}


def render(
    notes: Sequence[Note],
    rulings: Mapping[str, Ruling] | None = None,
    actors: Mapping[str, ActorRuling] | None = None,
    coder: str = "",
) -> str:
    """An ``AnnotationPage`` of all that ``intake.read_notes`` makes again.

    Args:
        notes: in the order of the page.
        rulings: the reader's decisions on links, by their subject.
        actors: those on actors.
        coder: what the reader is called as the one who made the notes.
    """
    items = [item for note in notes for item in _items(note, note.coder or coder)]
    items += [_ruling(subject, ruling) for subject, ruling in (rulings or {}).items()]
    items += [_decision(subject, ruling) for subject, ruling in (actors or {}).items()]
    return json_text({"@context": CONTEXT, "type": "AnnotationPage", "items": items})


def _items(note: Note, coder: str = "") -> Iterator[Json]:
    targets: Any = [
        _target(target) | {"reader:open": command_as_noted(note, target)} for target in note.targets
    ]
    if note.kind == "pair":
        yield {
            "id": LINK_ID + note.id,
            "type": "Annotation",
            "motivation": "linking",
            "target": targets,
        }
        targets = LINK_ID + note.id
    yield {
        "id": NOTE_ID + note.id,
        "type": "Annotation",
        "motivation": ["commenting", "bookmarking"] if note.starred else "commenting",
        **({"creator": {"type": "Person", "nickname": coder}} if coder else {}),
        "created": note.created,
        "modified": note.modified,
        "body": [_body("commenting", note.text), *(_body("tagging", tag) for tag in note.tags)],
        "target": targets,
        "reader:kind": note.kind,
        "reader:name": note.name,
        "reader:colour": note.colour,
    }


def _ruling(subject: str, ruling: Ruling) -> Json:
    words = "rejected by hand" if ruling.verdict == "rejected" else HAND[ruling.verdict]
    return {
        "id": RULING_ID + subject,
        "type": "Annotation",
        "motivation": "assessing" if ruling.verdict == "rejected" else "linking",
        "creator": READER,
        "body": _body("assessing", words),
        "target": [_target(target) for target in ruling.targets],
        "reader:verdict": ruling.verdict,
    }


def _decision(subject: str, ruling: ActorRuling) -> Json:
    return {
        "id": ACTOR_ID + subject,
        "type": "Annotation",
        "motivation": "identifying",
        "creator": READER,
        "body": _body("identifying", told(ruling)),
        "target": [_target(target) for target in targets_of(ruling)],
        "reader:decision": told_of(ruling),
    }


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(target: Target) -> Json:
    return {
        "type": "SpecificResource",
        "source": _iri(target.document),
        "reader:sha256": target.sha256,
        "reader:lead": target.lead,
        "reader:trail": target.trail,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": target.quote,
                "prefix": target.prefix,
                "suffix": target.suffix,
            },
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
        ],
    }


def _iri(document: str) -> str:
    """A path as a ``file:`` IRI, whatever bytes its name is made of; ``corpus:NAME`` is one."""
    if document.startswith("/"):
        return "file://" + quote(document, errors="surrogateescape")
    return document
