"""What the palette offers: the keys of the moment, and all there is to go to, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line
from tui.casting import frame_key
from tui.cells import cut
from tui.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.dom import DOMNode
    from textual.screen import Screen

    from corpus.story import Story
    from tui.casting import Cast
    from tui.keys import Where
    from tui.marking import Noted

_ALWAYS: tuple[Where, ...] = ("reader", "texts", "story")
_NEARER: tuple[Where, ...] = (
    *("select", "list", "cast", "who", "view", "frames", "panel"),
    *("notelist", "notes"),
)
_LONGEST = 60  # cells of a note, or of a name


class Command(NamedTuple):
    """A key's action by name, and the node that it is an action of."""

    name: str
    help: str
    action: str
    node: DOMNode


class Thing(NamedTuple):
    """Something to go to, and the action of the home screen that does."""

    name: str
    help: str
    action: str


def commands_of(screen: Screen[object], home: Screen[None]) -> Iterator[Command]:
    """The actions that are possible: those of whatever has the keys first, then the screen's.

    Those of the home screen are all there, also where the reader took their
    keys away.
    """
    active = {one.binding.id: one for one in screen.active_bindings.values()}
    selecting = "select.leave" in active
    nearer = [
        key
        for key in keys_of(*_NEARER)
        if key.id in active and (selecting or key.where != "select")
    ]
    for key in nearer:
        yield Command(_named(key.words, key.shown), key.help, key.action, active[key.id].node)
    if screen is home:
        taken = {_named(key.words, key.shown) for key in nearer}
        for key in keys_of(*_ALWAYS):
            if _named(key.words, key.shown) not in taken:
                yield Command(_named(key.words, key.shown), key.help, key.action, home)


def _named(words: str, key: str) -> str:
    return f"{words} ({key})" if key else words


def things(story: Story, cast: Cast, noted: Sequence[Noted]) -> Iterator[Thing]:
    """The texts, the actors, the frames and the notes of a story."""
    for number, document in enumerate(story.documents, start=1):
        name = cut(one_line(document.title or document.name), _LONGEST)
        yield Thing(f"text {document.id}: {name}", "show it", f"text({number})")
    for actor in cast.actors:
        yield from _mentioned(one_line(actor.name), actor.id)
    for frame in cast.frames:
        yield from _mentioned(f"frame {one_line(frame.name)}", frame_key(frame))
    for one in {each.note.id: each for each in noted}.values():
        words = " ".join([one.note.text, one.note.name, *(f"#{tag}" for tag in one.note.tags)])
        name = cut(one_line(words).strip() or one_line(one.target.quote), _LONGEST)
        span = one.anchor.span
        if span is not None:
            place = f"go_to_words({one.side}, {span.start}, {span.end})"
            yield Thing(f"note: {name}", "go to its words", place)


def _mentioned(name: str, key: str) -> Iterator[Thing]:
    shown = cut(name, _LONGEST)
    yield Thing(f"go to {shown}", "to the first words; all are lit", f"walk({key!r})")
    yield Thing(f"light {shown}", "light all words, or put them out", f"light_one({key!r})")
