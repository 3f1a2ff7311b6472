"""A story written out: for eyes, for ears, for programs and for tables."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

from corpus.report.wanted import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing
    from corpus.report.wanted import Part, Wanted
    from corpus.story import Story

Format = Literal["txt", "md", "html", "json", "jsonld", "csv", "svg"]
FORMATS: tuple[Format, ...] = get_args(Format)

_WRITERS: dict[Format, str] = {
    "txt": "corpus.report.text",
    "md": "corpus.report.markdown",
    "html": "corpus.report.web",
    "json": "corpus.report.comparison",
    "jsonld": "corpus.report.annotations",
    "csv": "corpus.report.table",
    "svg": "corpus.report.picture",
}


_AGREEMENT: frozenset[Part] = frozenset({"agreement"})
_READ_BY_PEOPLE = {"txt", "md", "html", "svg"}
_OF_NOTES: dict[Format, str] = {
    "json": "corpus.report.notes_json",
    "jsonld": "corpus.report.exchange",
    "csv": "corpus.report.notes_table",
}


def render(
    story: Story,
    form: Format,
    notes: Sequence[Standing] = (),
    wanted: Wanted = EVERYTHING,
) -> str:
    """The comparison, or what is wanted of it, in one of ``FORMATS``, ending in a newline.

    A writer is imported when it is first asked for: only JSON needs pydantic.

    Args:
        story: what was found.
        form: the format.
        notes: the reader's notes on these texts, for the formats that people
            read; a program that wants them names them alone in ``wanted``.
        wanted: which parts of it.
    """
    if form in _OF_NOTES and wanted.parts <= {"notes"}:
        return _of_notes(form, notes)
    if form == "csv" and wanted.parts <= _AGREEMENT:
        from corpus.report.agreeing import table

        return table(story.documents, notes)
    write = import_module(_WRITERS[form]).render
    for_people = form in _READ_BY_PEOPLE
    written: str = write(story, notes, wanted) if for_people else write(story, wanted)
    return written


def _of_notes(form: Format, notes: Sequence[Standing]) -> str:
    """The notes alone, as ``notes export`` has them."""
    write = import_module(_OF_NOTES[form]).render
    written: str = write([one.note for one in notes] if form == "jsonld" else notes)
    return written
