"""A story written out: for eyes, for ears, for programs and for tables."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing
    from corpus.story import Story

Format = Literal["txt", "md", "html", "json", "jsonld", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

_WRITERS: dict[Format, str] = {
    "txt": "corpus.report.text",
    "md": "corpus.report.markdown",
    "html": "corpus.report.web",
    "json": "corpus.report.comparison",
    "jsonld": "corpus.report.annotations",
    "csv": "corpus.report.table",
}


_READ_BY_PEOPLE = {"txt", "md", "html"}


def render(story: Story, form: Format, notes: Sequence[Standing] = ()) -> str:
    """The whole comparison in one of ``FORMATS``, ending in a newline.

    A writer is imported when it is first asked for: only JSON needs pydantic.

    Args:
        story: what was found.
        form: the format.
        notes: the reader's notes on these texts, for the formats that people
            read; programs get them from ``notes export``.
    """
    write = import_module(_WRITERS[form]).render
    written: str = write(story, notes) if form in _READ_BY_PEOPLE else write(story)
    return written
