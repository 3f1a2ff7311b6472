"""What stands above a pane: which text it is, and what is known of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cells import cells, cut

if TYPE_CHECKING:
    from corpus.text import Document


def head(document: Document, width: int) -> str:
    """One line of at most ``width`` cells, the least needed left out first."""
    title = _title(document)
    outlet = document.fact("outlet")
    stamped, bare = dated(document), document.date or "undated"
    number = len(document.passages)
    count = f"{number} passage" if number == 1 else f"{number} passages"
    outlets = [outlet.value] if outlet else []
    for parts in (
        [title, *outlets, stamped, count],
        [title, *outlets, stamped],
        [title, stamped],
        [title, bare],
    ):
        line = f"{document.id}  {' · '.join(parts)}"
        if cells(line) <= width:
            return line
    return cut(f"{document.id}  {bare} · {title}", width)


def dated(document: Document) -> str:
    """The date of a text; of one without, what its page says, which is another thing."""
    stamps = [fact.value for fact in document.facts if fact.kind == "page-stamp"]
    if document.date or not stamps:
        return document.date or "undated"
    return f"undated (page stamp {stamps[0]})"


def name_of(document: Document, width: int) -> str:
    """Which text it is, in at most ``width`` cells; what is known of it is not told yet."""
    return cut(f"{document.id}  {_title(document)}", width)


def _title(document: Document) -> str:
    label = document.fact("label")
    return label.value if label else document.title or document.name
