"""The text layer of a PDF: lines put together to paragraphs, running heads set aside."""

from __future__ import annotations

import io
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from corpus.reading.model import MOST_TEXT, TOO_MUCH_TEXT, Extract, RefusedError
from corpus.reading.pdf_lines import Line, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.text import FactKind

_MOST_PAGES = 3_000
# A page with fewer letters than this is a picture of a page.
_FEWEST_LETTERS = 3
_SAME_LINE = 0.35  # of the size of the letters, up or down

_LOCKED = "it is locked with a password; save it without one"
_LOCKED_OTHERWISE = "it is locked in a way that is not read; save it without a lock"
_SCANNED = "its pages are pictures without a text layer; it needs text recognition first"
_TOO_MUCH = "its pages hold far more than text; save it as plain text first"
_DAMAGED = "it is damaged, or no PDF; save it again, or as plain text"


def extract_pdf(data: bytes) -> Extract:
    """The text of a PDF, page after page, as paragraphs."""
    logging.disable(logging.CRITICAL)  # pypdf tells its troubles with a file to the log
    pdf = _open(data)
    pages = _all_lines(pdf)
    blank = sum(_letters(page) < _FEWEST_LETTERS for page in pages)
    if blank == len(pages):
        raise RefusedError(_SCANNED)
    blocks = tuple(paragraphs_of(pages))
    told = f"{blank} of its {len(pages)} pages have no text layer and are left out"
    return Extract(blocks, tuple(_facts(pdf)), (told,) if blank else ())


def _all_lines(pdf: Any) -> list[list[Line]]:
    errors: Any = import_module("pypdf.errors")
    try:
        return [list(_lines(page)) for page in _pages(pdf)]
    except errors.LimitReachedError as error:
        raise RefusedError(_TOO_MUCH) from error
    except errors.FileNotDecryptedError as error:
        raise RefusedError(_LOCKED) from error


def _open(data: bytes) -> Any:
    pypdf: Any = import_module("pypdf")
    try:
        pdf = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if pdf.is_encrypted and not _unlocked(pypdf, pdf):
            raise RefusedError(_LOCKED)
        if len(pdf.pages) > _MOST_PAGES:
            raise RefusedError(f"it has more than {_MOST_PAGES:,} pages; split it")
    except (NotImplementedError, pypdf.errors.DependencyError) as error:
        # What pypdf raises for encryption that it does not know, or knows with more at hand.
        raise RefusedError(_LOCKED_OTHERWISE) from error
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RefusedError(_DAMAGED) from error
    return pdf


def _unlocked(pypdf: Any, pdf: Any) -> bool:
    """Whether it opens without a password, as files do that only forbid to print."""
    try:
        return bool(pdf.decrypt(""))
    except pypdf.errors.PyPdfError:
        return False


def _pages(pdf: Any) -> Iterator[Any]:
    number = len(pdf.pages)
    if not number:
        raise RefusedError(_DAMAGED)
    yield from (pdf.pages[at] for at in range(number))


def _letters(page: Sequence[Line]) -> int:
    return sum(c.isalnum() for line in page for c in line.text)


def _lines(page: Any) -> Iterator[Line]:
    """The lines of a page in the order of its content, each with its place and size."""
    runs: list[tuple[str, float, float, float]] = []
    size = 0

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: object, size_: float) -> None:
        nonlocal size
        size += len(text)
        if size > MOST_TEXT:
            raise RefusedError(TOO_MUCH_TEXT)
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        runs.append((text, x, y, abs(size_ * scale)))

    page.extract_text(visitor_text=visit)
    return _joined(runs)


def _joined(runs: Sequence[tuple[str, float, float, float]]) -> Iterator[Line]:
    """Runs of letters put together to lines: by their height on the page, and by line ends."""
    words, x, y, size = "", 0.0, 0.0, 0.0
    for text, run_x, run_y, run_size in runs:
        for number, part in enumerate(text.split("\n")):
            moved = bool(part.strip()) and abs(run_y - y) > _SAME_LINE * max(size, run_size)
            if words.strip() and (number or moved):
                yield Line(" ".join(words.split()), x, y, size)
                words = ""
            if not words.strip() and part.strip():
                x, y, size = run_x, run_y, run_size
            words += part
    if words.strip():
        yield Line(" ".join(words.split()), x, y, size)


def _facts(pdf: Any) -> Iterator[tuple[FactKind, str]]:
    """Title and author. Its dates say when the file was made, not when it was published."""
    about: Any = pdf.metadata or {}
    known: tuple[tuple[FactKind, str], ...] = (("title", "/Title"), ("author", "/Author"))
    for kind, key in known:
        value: Any = about.get(key)
        if isinstance(value, str) and value.strip():
            yield kind, value
