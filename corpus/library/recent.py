"""Which texts were read together of late: a small file that is written when the reader leaves."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.notes.files import make_folder
from corpus.reading.source import STANDARD_INPUT
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document

MOST = 30
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Recent:
    """Texts read together: their sources, what they are called, and when, ISO 8601 in UTC."""

    sources: tuple[str, ...]
    titles: tuple[str, ...]
    at: str


def recent_pairs(file: Path) -> tuple[Recent, ...]:
    """What was read together, the latest first; nothing where there is no such file of ours."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            return ()
        entries: list[dict[str, Any]] = json.loads(file.read_bytes())
        return tuple(_recent(entry) for entry in entries[:MOST])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def remember(file: Path, documents: Sequence[Document], at: str) -> None:
    """Put these texts first; where the disk cannot be written they are not remembered."""
    if any(document.source == STANDARD_INPUT for document in documents):
        return
    sources = tuple(document.source for document in documents)
    new = Recent(sources, tuple(d.title or d.name for d in documents), at)
    others = [one for one in recent_pairs(file) if one.sources != sources]
    text = json.dumps([asdict(one) for one in (new, *others)[:MOST]], indent=1)
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        _replace(file, text.encode("ascii"))


def _recent(entry: dict[str, Any]) -> Recent:
    sources = tuple(str(source) for source in entry["sources"])
    return Recent(sources, tuple(one_line(str(t)) for t in entry["titles"]), str(entry["at"]))


def _replace(file: Path, data: bytes) -> None:
    """Beside it first; for its owner alone, as mkstemp makes it."""
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(data)
        Path(beside).replace(file)
    finally:
        Path(beside).unlink(missing_ok=True)
