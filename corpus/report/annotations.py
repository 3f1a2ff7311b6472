"""The links as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

A text is named by its contents (RFC 6920), so an annotation fits any copy of it.
Its creator says who drew the link; what the reader made of a link that was
found is a body of the reader's own, or an annotation that assesses.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from corpus.links.model import End
from corpus.links.overrule import HAND
from corpus.report.exchange import READER
from corpus.report.parts import rejected
from corpus.report.wanted import EVERYTHING, narrowed
from corpus.text import Span
from corpus.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.actors.model import Actor, Excerpt
    from corpus.links.model import Link
    from corpus.links.rulings import Ends
    from corpus.report.wanted import Part, Wanted
    from corpus.story import Story
    from corpus.text import Document

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PROGRAM = {"type": "Software", "name": "ossetia-reader"}


def render(story: Story, wanted: Wanted = EVERYTHING) -> str:
    """An ``AnnotationPage`` with one ``linking`` annotation for each link.

    For each link that the reader rejected there is an ``assessing`` one, and
    for each actor that they overruled an ``identifying`` one, on the first
    mention in each document. Gaps, actors and frames are there when they are
    asked for by name: each with all its words for targets.
    """
    story = narrowed(story, wanted)
    page = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "items": [
            *(_link(story, link) for link in story.links),
            *(_rejected(story, ends) for ends in rejected(story)),
            *(_identified(story, actor) for actor in story.actors if actor.hand),
            *(item for part, items in _ASKED_FOR if part in wanted.named for item in items(story)),
        ],
    }
    return json_text(page)


def content_name(document: Document) -> str:
    """The document's name by its SHA-256: ``ni:///sha-256;…``."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"


def _link(story: Story, link: Link) -> dict[str, Any]:
    reasons = "; ".join(evidence.words for evidence in link.evidence)
    body: Any = _body("describing", f"{link.grade}, {link.score:.2f}: {reasons}")
    if link.hand == "confirmed":
        body = [body, _body("assessing", HAND[link.hand]) | {"creator": READER}]
    return {
        "type": "Annotation",
        "motivation": "linking",
        "creator": READER if link.hand == "made" else _PROGRAM,
        "body": body,
        "target": [_target(story, end) for end in (link.a, link.b)],
    }


def _rejected(story: Story, ends: Ends) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": "assessing",
        "creator": READER,
        "body": _body("assessing", "no link: rejected by hand"),
        "target": [_target(story, end) for end in ends],
    }


def _identified(story: Story, actor: Actor) -> dict[str, Any]:
    first = {one.document: one for one in reversed(actor.mentions)}
    words = " ".join(done.words for done in actor.hand)
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "creator": READER,
        "body": [_body("identifying", actor.name), _body("assessing", words)],
        "target": [
            _spoken(story.document(one.document), Span(one.start, one.end))
            for one in reversed(first.values())
        ],
    }


def _gaps(story: Story) -> Iterator[dict[str, Any]]:
    for gap in story.gaps:
        end = End(gap.document, gap.passages)
        yield _found("assessing", "no counterpart found", [_target(story, end)])


def _actors(story: Story) -> Iterator[dict[str, Any]]:
    for actor in story.actors:
        yield _found("identifying", actor.name, _targets(story, actor.mentions))


def _frames(story: Story) -> Iterator[dict[str, Any]]:
    for frame in story.frames:
        yield _found("classifying", frame.name, _targets(story, frame.uses))


_ASKED_FOR: Sequence[tuple[Part, Callable[[Story], Iterator[dict[str, Any]]]]] = (
    ("gaps", _gaps),
    ("actors", _actors),
    ("frames", _frames),
)


def _found(purpose: str, words: str, targets: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": purpose,
        "creator": _PROGRAM,
        "body": _body(purpose, words),
        "target": targets,
    }


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(story: Story, end: End) -> dict[str, Any]:
    document = story.document(end.document)
    first, last = (document.passage(end.passages[at]).span for at in (0, -1))
    return _spoken(document, Span(first.start, last.end))


def _targets(story: Story, words: Sequence[Excerpt]) -> list[dict[str, Any]]:
    return [_spoken(story.document(one.document), Span(one.start, one.end)) for one in words]


def _spoken(document: Document, span: Span) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": content_name(document),
        "selector": [
            {"type": "TextQuoteSelector", "exact": document.quote(span)},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
