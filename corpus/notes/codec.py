"""A note as the JSON object the log keeps of it, and back."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, cast, get_args

from corpus.notes.colours import Colour
from corpus.notes.model import Draft, Note, NoteKind, Target

if TYPE_CHECKING:
    from corpus.notes.events import JsonObject


def note_of(draft: Draft, note_id: str, at: str) -> Note:
    """The draft as a note made at this moment."""
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return Note(id=note_id, created=at, modified=at, **values)


def encode(note: Note) -> JsonObject:
    """The note as a JSON object."""
    state: JsonObject = asdict(note)
    return {**state, "targets": [asdict(t) for t in note.targets], "tags": list(note.tags)}


def decode(state: JsonObject) -> Note:
    """The note in a JSON object, possibly a stranger's; ValueError when it holds none."""
    try:
        return _note(state)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a note: {error}") from error


def readable(state: JsonObject | None) -> Note | None:
    """The note in a state; None when there is none, or in a form of a stranger's."""
    try:
        return decode(state) if state else None
    except ValueError:
        return None


def _note(state: JsonObject) -> Note:
    return Note(
        id=text_in(state["id"]),
        text=text_in(state["text"]),
        targets=tuple(decode_target(t) for t in list_in(state["targets"])),
        tags=tuple(text_in(tag) for tag in list_in(state.get("tags", []))),
        starred=bool(state.get("starred")),
        created=text_in(state.get("created", "")),
        modified=text_in(state.get("modified", "")),
        kind=cast("NoteKind", one_of(state.get("kind", "passage"), get_args(NoteKind))),
        name=text_in(state.get("name", "")),
        colour=cast("Colour", one_of(state.get("colour", ""), get_args(Colour))),
        coder=text_in(state.get("coder", "")),
    )


def decode_target(value: object) -> Target:
    """The target in a JSON object; KeyError or TypeError when it holds none."""
    state = cast("JsonObject", value)
    start, end = state["start"], state["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise TypeError("its offsets are no span")
    words = {name: text_in(state[name]) for name in ("document", "sha256", "quote")}
    context = {name: text_in(state.get(name, "")) for name in ("prefix", "suffix", "lead", "trail")}
    return Target(start=start, end=end, **words, **context)


def text_in(value: object) -> str:
    """The text that a JSON value is; TypeError when it is none."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def list_in(value: object) -> list[object]:
    """The list that a JSON value is; TypeError when it is none."""
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return cast("list[object]", value)


def one_of(value: object, known: tuple[str, ...]) -> str:
    """The one of these texts that a JSON value is; TypeError when it is another."""
    if value not in known:
        raise TypeError(f"{value!r} is none of {known}")
    return text_in(value)
