"""A story as the JSON that ``schema`` defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.report.parts import rejected
from corpus.report.schema import Comparison, Document, Fact, Passage, Span
from corpus.report.wanted import EVERYTHING, narrowed

if TYPE_CHECKING:
    from corpus.report.wanted import Wanted
    from corpus.story import Story
    from corpus.text import Document as Text
    from corpus.text import Fact as Known
    from corpus.text import Span as Range


def comparison(story: Story) -> Comparison:
    """A story as the contract's JSON has it."""
    return Comparison.model_validate(
        {
            "version": 1,
            "documents": tuple(_document(document) for document in story.documents),
            "links": story.links,
            "gaps": story.gaps,
            "actors": story.actors,
            "frames": story.frames,
            "warnings": story.warnings,
            "rejected": tuple({"a": a, "b": b} for a, b in rejected(story)),
        }
    )


def render(story: Story, wanted: Wanted = EVERYTHING) -> str:
    """The comparison as JSON; what only the reader's decisions add is left out without them."""
    told = comparison(narrowed(story, wanted))
    return told.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def _document(document: Text) -> Document:
    return Document(
        id=document.id,
        name=document.name,
        title=document.title,
        sha256=document.sha256,
        encoding=document.encoding,
        date=document.date,
        facts=tuple(_fact(document, f) for f in document.facts if f.kind != "language"),
        furniture=tuple(Span(**_range(span)) for span in document.furniture),
        passages=tuple(
            Passage(number=p.number, kind=p.kind, text=document.quote(p.span), **_range(p.span))
            for p in document.passages
        ),
        language=language.value if (language := document.fact("language")) else None,
    )


def _fact(document: Text, fact: Known) -> Fact:
    if fact.span is None:
        return Fact(kind=fact.kind, text=fact.value, start=None, end=None, origin=fact.origin)
    words = document.quote(fact.span)
    return Fact(kind=fact.kind, text=words, **_range(fact.span), origin=fact.origin)


def _range(span: Range) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
