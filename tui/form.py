"""What is filled in for a note: words, tags, colour, star; and how a draft of it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.notes.colours import Colour
    from corpus.notes.model import Draft, Note

_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class Form:
    """The parts of a note that its writer fills in."""

    text: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = ""
    starred: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in that is worth a note."""
        return not (self.text.strip() or self.tags or self.colour or self.starred)


def form_of(note: Note | Draft) -> Form:
    """A note as a form."""
    return Form(note.text, note.tags, note.colour, note.starred)


def filled(note: Note, form: Form) -> Note:
    """The note with what the form has."""
    return replace(note, text=form.text, tags=form.tags, colour=form.colour, starred=form.starred)


def drafted(draft: Draft, form: Form) -> Draft:
    """The draft of a new note with what the form has."""
    return replace(draft, text=form.text, tags=form.tags, colour=form.colour, starred=form.starred)


def tags_in(line: str) -> tuple[str, ...]:
    """The tags in a line, with commas between them, each once; a ``#`` before one is no part."""
    parts = (" ".join(one_line(part).split()).removeprefix("#") for part in line.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def tag_line(tags: Iterable[str]) -> str:
    """Tags as a line that ``tags_in`` reads."""
    return _BETWEEN.join(tags)


def completed(line: str, known: Sequence[str]) -> str | None:
    """The line with its last tag completed by the first known one that begins so; None without."""
    head, comma, begun = line.rpartition(",")
    word = begun.strip()
    taken = tags_in(head)
    for tag in known if word else ():
        if tag.startswith(word) and tag != word and tag not in taken:
            return f"{head}{comma}{begun[: len(begun) - len(begun.lstrip())]}{tag}"
    return None


def written(form: Form) -> str:
    """A form as the text that a draft is kept as."""
    given = {"text": form.text, "tags": form.tags, "colour": form.colour, "starred": form.starred}
    return json.dumps(given)


def read(draft: str) -> Form:
    """A form from a draft; one that an older version kept is its words."""
    from corpus.notes.colours import COLOURS

    try:
        given: object = json.loads(draft)
    except ValueError:
        given = None
    fields = cast("dict[str, object]", given) if isinstance(given, dict) else {}
    text, tags = fields.get("text"), fields.get("tags")
    if not (isinstance(text, str) and isinstance(tags, list)):
        return Form(draft)
    named = tuple(tag for tag in cast("list[object]", tags) if isinstance(tag, str))
    by_name: dict[object, Colour] = {one: one for one in COLOURS}
    colour = by_name.get(fields.get("colour"), "")
    return Form(text, named, colour, fields.get("starred") is True)
