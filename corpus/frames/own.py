"""A reader's own frames: TOML of the shape of ``frames.toml`` here, checked when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from corpus.frames.table import with_readers_frames
from corpus.sanitise import one_line
from corpus.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = frozenset({"words", "without", "unless", "theme", "name"})


def read_frames(text: str, name: str) -> Mapping[str, Any]:
    """The frames in a reader's own file, for ``find_frames`` and ``unfold`` to take in.

    Args:
        text: TOML: ``[name]`` with ``words`` to add, ``without`` to take
            away and ``unless`` for phrases in which they mean something else,
            each in one string with commas; ``theme = true`` for a field of
            life. ``=fired`` stands for this form of a word alone. ``name`` is what
            the frame is called wherever it is shown.
        name: of the file, for the sentence that says what is wrong with it.

    Raises:
        ReaderError: it is no TOML, or not of that shape.
    """
    table = read_toml(text, name)
    frames = {one_line(frame): entry for frame, entry in table.items()}
    try:
        with_readers_frames(frames)
    except ReaderError as error:
        raise ReaderError(f"{name}: {error}") from None
    for frame, entry in frames.items():
        _check_fields(entry, f"{name}: [{frame}]")
    return frames


def _check_fields(entry: Mapping[str, Any], where: str) -> None:
    strange = sorted(entry.keys() - _FIELDS)
    if strange:
        raise ReaderError(
            f"{where} has “{one_line(strange[0])}”: only {', '.join(sorted(_FIELDS))} count"
        )
    if not isinstance(entry.get("name", ""), str):
        raise ReaderError(f'{where} needs name = "what it is called", please correct it')
    if not isinstance(entry.get("theme", False), bool):
        raise ReaderError(f"{where} needs theme = true or false, please correct it")
