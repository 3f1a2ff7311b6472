"""Notes laid out as a report: under their texts, with how each stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.report.outline import Outline
from corpus.report.parts import Entry, Remark, Section, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.report.standing import Standing


def report(standings: Sequence[Standing]) -> Outline:
    """A section for each text, in the order in which the notes come."""
    texts = dict.fromkeys(one.target.document for one in standings)
    sections = (
        _section(text, [one for one in standings if one.target.document == text]) for text in texts
    )
    return Outline(counted(len(standings), "note"), (), (), tuple(sections))


def _section(text: str, standings: Sequence[Standing]) -> Section:
    words = f"{text or 'On no text'}: {counted(len(standings), 'note')}."
    return Section("Notes", words, tuple(_entry(one) for one in standings))


def _entry(one: Standing) -> Entry:
    place = f", passage {one.passage}" if one.passage else ""
    words = Remark("Words", _line(one.target.quote))
    return Entry(f"{one.note.id}: {one.anchor.state}{place}", (words,), tuple(_remarks(one)))


def _remarks(one: Standing) -> Iterator[Remark]:
    note = one.note
    if one.anchor.state == "changed":
        yield Remark("Now", _line(one.anchor.now or ""))
    if note.text:
        yield Remark("Note", note.text.strip())
    if note.starred:
        yield Remark("Starred", "yes")
    if note.tags:
        yield Remark("Tags", ", ".join(note.tags))
    for target in note.targets:
        if target is not one.target:
            yield Remark("With", f"“{_line(target.quote)}” in {target.document}")


def _line(words: str) -> str:
    return " ".join(words.split())
