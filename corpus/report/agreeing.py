"""How far coders agree, as a section of a report and as a table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus.agreement import Coded, agreement
from corpus.report.parts import Entry, Remark, Section, counted, numbers_in
from corpus.report.table import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.agreement import Agreement
    from corpus.report.standing import Standing
    from corpus.text import Document

YOU = "you"
"""What the reader is called among the coders."""

COLUMNS = (
    "code", "coders", "passages", "both", "only_first", "only_second", "neither",
    "observed", "cohen_kappa", "krippendorff_alpha",
)  # fmt: skip
_ANY = "(any note)"


def coded(documents: Iterable[Document], notes: Iterable[Standing]) -> Iterator[Coded]:
    """Which passage each coder noted, and under which tags; orphans stand nowhere."""
    by_source = {document.source: document for document in documents}
    for one in notes:
        for end in one.ends:
            document, span = by_source.get(end.source), end.anchor.span
            if document is None or span is None:
                continue
            for number in numbers_in(document, span):
                for code in ("", *one.note.tags):
                    yield Coded(one.note.coder or YOU, (document.id, number), code)


def found(documents: Sequence[Document], notes: Iterable[Standing]) -> list[Agreement]:
    """How far those who noted something in these documents agree."""
    passages = {document.id: len(document.passages) for document in documents}
    return list(agreement(coded(documents, notes), passages))


def section(documents: Sequence[Document], notes: Sequence[Standing]) -> Section:
    """Every code with its figures, in words."""
    figures = found(documents, notes)
    coders = sorted({one.note.coder or YOU for one in notes})
    who = f"{counted(len(coders), 'coder')}: {', '.join(coders)}." if coders else "No notes."
    alone = "" if figures else " Agreement needs two who noted something in one text."
    return Section("Agreement between coders", who + alone, tuple(map(_entry, figures)))


def table(documents: Sequence[Document], notes: Iterable[Standing]) -> str:
    """The figures as CSV (RFC 4180); what is not defined is left empty."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for one in found(documents, notes):
        cells = [one.code or _ANY, ", ".join(one.coders), str(one.units)]
        cells += [str(count) for count in one.counts] if one.counts else [""] * 4
        cells += [_figure(one.observed), _figure(one.kappa), _figure(one.alpha)]
        writer.writerow([guarded(cell) for cell in cells[:2]] + cells[2:])
    return page.getvalue()


def _entry(one: Agreement) -> Entry:
    figures = [("Cohen’s kappa", one.kappa), ("Krippendorff’s alpha", one.alpha)]
    remarks = [
        Remark("Passages", str(one.units)),
        Remark("Agree on", f"{one.observed:.0%}"),
        *(Remark(label, _figure(figure) or "not defined") for label, figure in figures),
    ]
    if one.counts:
        both, first, second, neither = one.counts
        told = f"both {both}, only {one.coders[0]} {first}, only {one.coders[1]} {second}"
        remarks.insert(1, Remark("Given by", f"{told}, neither {neither}"))
    else:
        remarks = [remark for remark in remarks if not remark.label.startswith("Cohen")]
    return Entry(f"{one.code or _ANY}: {', '.join(one.coders)}", remarks=tuple(remarks))


def _figure(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"
