"""What is linked and what is not: a story's links and gaps as sections of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from corpus.links.overrule import HAND
from corpus.report.parts import (
    Entry,
    Remark,
    Section,
    counted,
    numbers_in,
    passages,
    place,
    places,
    quotes,
    rejected,
)
from corpus.report.wanted import EVERYTHING
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import Gap, Link
    from corpus.report.wanted import Wanted
    from corpus.story import Story
    from corpus.text import Document

# How many reasons a reader is told; JSON has them all.
REASONS, HINT_REASONS = 5, 2

# (document, passage number) -> who says something there and how, in order and each once.
Voices: TypeAlias = "dict[tuple[str, int], dict[str, None]]"


def links(story: Story, wanted: Wanted = EVERYTHING) -> tuple[Section, ...]:
    """Which passages speak of the same thing, best first, with the reasons."""
    ranked = sorted(filter(wanted.takes, story.links), key=lambda link: -link.score)
    clear = [link for link in ranked if link.grade != "weak"]
    weak = [link for link in ranked if link.grade == "weak"]
    strong = sum(link.grade == "strong" for link in ranked)
    words = f"{strong} strong, {len(clear) - strong} medium, {len(weak)} weak{_by_hand(clear)}."
    found = " ".join([wanted.limit, words if ranked else "No link was found."]).strip()
    entries = tuple(_link(story, number, link, wanted) for number, link in enumerate(clear, 1))
    sections = [Section("Links", found, entries)]
    if weak:
        hints = Entry(remarks=tuple(_hint(link) for link in weak))
        sections.append(Section("Weak links", "Hints: they may be chance.", (hints,)))
    return (*sections, *_rejected(story))


def gaps(story: Story, wanted: Wanted = EVERYTHING) -> tuple[Section, ...]:
    """What no counterpart was found for, a section for each document."""
    voices = _voices(story)
    return tuple(_gaps_in(story, document, voices, wanted) for document in story.documents)


def _by_hand(links: Sequence[Link]) -> str:
    """How many of the links are the reader's decisions; nothing when none is."""
    told = [(sum(link.hand == hand for link in links), words) for hand, words in HAND.items()]
    return "".join(f"; {number} {words}" for number, words in told if number)


def _rejected(story: Story) -> Iterator[Section]:
    entries = tuple(
        Entry(f"{places(*ends)}: rejected by hand", quotes(story, *ends))
        for ends in rejected(story)
    )
    if entries:
        yield Section("Rejected links", "The reader took these out.", entries)


def _link(story: Story, number: int, link: Link, wanted: Wanted) -> Entry:
    rest = len(link.evidence) - REASONS
    lesser = f"; and {counted(rest, 'lesser reason')}" if rest > 0 else ""
    cautions = (Remark("Caution", one.words) for one in link.cautions)
    by_hand = f", {HAND[link.hand]}" if link.hand else ""
    return Entry(
        f"{number}. {places(link.a, link.b)}: {link.grade}, {link.score:.2f}{by_hand}",
        quotes(story, link.a, link.b, context=wanted.context),
        (Remark("Why", _why(link, REASONS) + lesser), *cautions),
        f"link{number}",
    )


def _hint(link: Link) -> Remark:
    """A weak link in a line: it keeps no passage from being a gap, and there they stand."""
    cautions = "".join(f"; caution: {one.words}" for one in link.cautions)
    return Remark(places(link.a, link.b), f"{link.score:.2f}; {_why(link, HINT_REASONS)}{cautions}")


def _why(link: Link, most: int) -> str:
    """The reasons that weigh most, each with its share of the score."""
    ranked = sorted(link.evidence, key=lambda one: -one.weight)
    return "; ".join(f"{one.words} ({one.weight:.2f})" for one in ranked[:most])


def _gaps_in(story: Story, document: Document, voices: Voices, wanted: Wanted) -> Section:
    found = [gap for gap in story.gaps if gap.document == document.id]
    alone = sum(len(gap.passages) for gap in found)
    elsewhere = " in any other text" if len(story.documents) > 2 else ""
    of = counted(len(document.passages), "passage")
    return Section(
        f"Only in {document.id}",
        f"No counterpart found{elsewhere} for {alone} of {of}. "
        "Who is said to say so stands in brackets; the rest is the text's own.",
        tuple(_gap(story, gap, voices, wanted) for gap in found),
    )


def _gap(story: Story, gap: Gap, voices: Voices, wanted: Wanted) -> Entry:
    near = gap.nearest
    nearest = f", nearest {place(near.document, [near.passage])} ({near.score:.2f})" if near else ""
    said = {
        place(gap.document, [number]): _said(voices.get((gap.document, number), {}))
        for number in gap.passages
    }
    words = passages(story, gap.document, gap.passages, wanted.context)
    return Entry(
        f"{place(gap.document, gap.passages)}{nearest}",
        tuple(replace(q, label=q.label + said.get(q.label, "")) for q in words),
        name=f"gap{gap.document}{gap.passages[0]}",
    )


def _said(voices: dict[str, None]) -> str:
    return f" ({'; '.join(voices)})" if voices else ""


def _voices(story: Story) -> Voices:
    """For each passage that holds somebody's statement: who, and how it is told."""
    voices: Voices = {}
    for actor in story.actors:
        for statement in actor.statements:
            document = story.document(statement.document)
            voice = f"{actor.name}, {statement.mode}"
            for part in statement.content:
                for number in numbers_in(document, Span(part.start, part.end)):
                    voices.setdefault((document.id, number), {})[voice] = None
    return voices
