"""Files named with ``-o``: never one of the inputs, never the notes, never a device."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import OutputError
from corpus.sanitise import one_line
from tui.commands.outcome import UsageError
from tui.paths import notes_file

if TYPE_CHECKING:
    from collections.abc import Iterable


def destination(file: str, inputs: Iterable[str], *, force: bool) -> Path:
    """Where to write, links followed.

    Raises:
        UsageError: it is a text that is being read, or holds the notes.
        OutputError: something stands there that is no regular file, or that
            only ``force`` may replace.
    """
    place, name = Path(os.path.realpath(file)), one_line(file)
    if any(os.path.realpath(one) == str(place) for one in inputs):
        raise UsageError(f"{name}: it is one of the texts; name another file to write to")
    if place == Path(os.path.realpath(notes_file())):
        raise UsageError(f"{name}: it holds your notes; name another file to write to")
    try:
        there, regular = place.exists(), place.is_file()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"{name}: cannot be written ({reason}); name another file") from error
    if there and not regular:
        raise OutputError(f"{name}: it is no regular file; name a file to write to")
    if there and not force:
        raise OutputError(f"{name}: it exists already; name another file or add --force")
    return place
