"""The links as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

A text is named by its contents (RFC 6920), so an annotation fits any copy of it.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from corpus.text import Span
from corpus.writing import json_text

if TYPE_CHECKING:
    from corpus.links.model import End, Link
    from corpus.story import Story
    from corpus.text import Document

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(story: Story) -> str:
    """An ``AnnotationPage`` with one ``linking`` annotation for each link."""
    page = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "items": [_link(story, link) for link in story.links],
    }
    return json_text(page)


def content_name(document: Document) -> str:
    """The document's name by its SHA-256: ``ni:///sha-256;…``."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"


def _link(story: Story, link: Link) -> dict[str, Any]:
    body = "; ".join(evidence.words for evidence in link.evidence)
    return {
        "type": "Annotation",
        "motivation": "linking",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": f"{link.grade}, {link.score:.2f}: {body}",
        },
        "target": [_target(story, end) for end in (link.a, link.b)],
    }


def _target(story: Story, end: End) -> dict[str, Any]:
    document = story.document(end.document)
    first, last = (document.passage(end.passages[at]).span for at in (0, -1))
    return {
        "type": "SpecificResource",
        "source": content_name(document),
        "selector": [
            {"type": "TextQuoteSelector", "exact": document.quote(Span(first.start, last.end))},
            {"type": "TextPositionSelector", "start": first.start, "end": last.end},
        ],
    }
