"""A story laid out as headings, quotations and remarks, for any page to set in type.

What is said here is said the same in text, Markdown and HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.report import agreeing
from corpus.report.across import across
from corpus.report.alignment import gaps, links
from corpus.report.citation import opening
from corpus.report.naming import actors, frames, offices
from corpus.report.notes import note_sections
from corpus.report.parts import Entry, Remark, counted
from corpus.report.wanted import EVERYTHING, noted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.report.parts import Section
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story
    from corpus.text import Document, Fact, Origin

ORIGINS: Mapping[Origin, str] = {
    "reader": "as the reader says",
    "catalogue": "by the catalogue",
    "metadata": "by the file’s own data",
    "text": "by the text itself",
}


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report: what was read, what to know first, and the findings.

    ``letters`` are what the texts are called in it.
    """

    title: str
    sources: tuple[Entry, ...]
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    letters: tuple[str, ...] = ()


def outline(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> Outline:
    """The report on a story, best links first; before them the notes on its texts."""
    return Outline(
        title=" / ".join(document.title or document.name for document in story.documents),
        sources=tuple(_source(story, document) for document in story.documents),
        warnings=tuple(warning.words for warning in story.warnings),
        sections=tuple(_sections(story, notes, wanted)),
        letters=tuple(document.id for document in story.documents),
    )


def _sections(story: Story, notes: Sequence[Standing], wanted: Wanted) -> Iterator[Section]:
    yield from note_sections(noted(notes, wanted))
    if "pairs" in wanted.parts:
        yield from links(story, wanted)
    if "gaps" in wanted.parts:
        yield from across(story)
        yield from gaps(story, wanted)
    if "actors" in wanted.parts:
        yield actors(story)
        yield from offices(story)
    if "frames" in wanted.parts:
        yield frames(story)
    if "agreement" in wanted.parts:
        yield agreeing.section(story.documents, notes)


def notes_outline(standings: Sequence[Standing]) -> Outline:
    """The report on notes alone."""
    return Outline(counted(len(standings), "note"), (), (), note_sections(standings))


def _source(story: Story, document: Document) -> Entry:
    """What is known of a text; what is not known is said to be unknown."""
    title = f"“{document.title}”" if document.title else "without a title"
    remarks = [
        Remark("Length", counted(len(document.passages), "passage")),
        *([] if document.fact("date") else [Remark("Date", document.date or "unknown")]),
        *(_fact(fact) for fact in document.facts if fact.kind != "title"),
        *(Remark("Read", notice) for notice in document.notices),
    ]
    remarks.append(Remark("SHA-256", document.sha256))
    command = opening([one.source for one in story.documents], f"--at {document.id}:1")
    if command:
        remarks.append(Remark("Open", f"{command} (or another passage’s number)"))
    if document.removed:
        remarks.append(Remark("Removed", f"{document.removed} unsafe or invisible characters"))
    return Entry(f"{document.id}: {document.name}, {title}", remarks=tuple(remarks))


def _fact(fact: Fact) -> Remark:
    label = fact.kind.replace("-", " ").capitalize()
    words = " ".join(fact.value.split())
    if fact.kind == "page-stamp":
        return Remark(label, f"“{words}”, which is not a date of writing")
    return Remark(label, f"{words} ({ORIGINS[fact.origin]})")
