"""A text cut into passages: headings and sentences, with page furniture set aside."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.segment.furniture import is_furniture, page_stamps
from corpus.segment.paragraphs import heading_span, paragraph_spans
from corpus.segment.sentences import sentence_spans
from corpus.text import Fact, Passage, PassageKind, Span

__all__ = ["Segmented", "segment"]


@dataclass(frozen=True, slots=True)
class Segmented:
    """What one text falls into, in reading order; spans never overlap."""

    passages: tuple[Passage, ...]
    furniture: tuple[Span, ...]
    facts: tuple[Fact, ...]


def segment(text: str) -> Segmented:
    """Passages, page furniture and facts of a text; offsets into ``text`` as given.

    Between them the passages and the furniture hold every character of the
    text but white space.
    """
    passages: list[Passage] = []
    furniture: list[Span] = []
    facts: list[Fact] = []
    for number, paragraph in enumerate(paragraph_spans(text)):
        words = text[paragraph.start : paragraph.end]
        if is_furniture(words):
            furniture.append(paragraph)
            facts += [
                Fact("page-stamp", words[s.start : s.end], s.shifted(paragraph.start))
                for s in page_stamps(words)
            ]
            continue
        for kind, span in _units(text, paragraph):
            passages.append(Passage(len(passages) + 1, kind, span, number))
    return Segmented(tuple(passages), tuple(furniture), tuple(facts))


def _units(text: str, paragraph: Span) -> list[tuple[PassageKind, Span]]:
    sentences = list(sentence_spans(text, paragraph))
    heading = heading_span(text, paragraph) if len(sentences) == 1 else None
    if heading is not None:
        return [("heading", heading)]
    return [("sentence", span) for span in sentences]
