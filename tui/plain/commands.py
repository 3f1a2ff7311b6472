"""The one table of plain commands: what may be typed, and what does it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.keys import TABLE, with_russian
from tui.plain import deeds, lists, moving, noting, showing, who, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tui.plain.session import Session
    from tui.plain.state import Reply, State

    Move = Callable[[State, str], Reply]
    Deed = Callable[[Session, str], None]

_PLACE = re.compile(r"[A-Za-z]+:\d{1,9}(?:[-–]\d{1,9})?")
_NUMBER = re.compile(r"\d{1,9}")


class Command(NamedTuple):
    """Names to type, the first told first; the key of the screen it is; what may follow it.

    ``move`` only moves and tells, ``deed`` keeps something or ends. ``says``
    is what it does, where the table of keys has no words for it.
    """

    names: tuple[str, ...]
    key: str = ""
    more: str = ""
    says: str = ""
    move: Move | None = None
    deed: Deed | None = None

    @property
    def help(self) -> str:
        """What it does, in a line."""
        return self.says or next(key.help for key in TABLE if key.id == self.key)


def told(session: Session, which: str) -> None:
    """The commands, or one of them."""
    name = which.strip()
    if not name:
        session.say(*(_line(command) for command in COMMANDS), *_WITHOUT_NAME)
    elif command := _by_name().get(name) or _by_name().get(name.lower()):
        session.say(_line(command))
    else:
        session.say(f"{name} is no command.")


def search(session: Session, _: str) -> None:
    """Look for links and actors again."""
    session.search()
    session.say(*words.coverage(session.state))


def leave(session: Session, _: str) -> None:
    """End the session."""
    session.ended = True


_MOVES = (
    Command(("n", "next"), "target.next", move=moving.next_target),
    Command(("p", "N", "previous"), "target.prev", move=moving.previous_target),
    Command(("J", "pair"), "pair.next", move=moving.next_pair),
    Command(("K",), "pair.prev", move=moving.previous_pair),
    Command(("x", "across"), "across", move=moving.across),
    Command(("w", "why"), "why", move=showing.why),
    Command(("j", "down"), "passage.next", move=moving.next_passage),
    Command(("k", "up"), "passage.prev", move=moving.previous_passage),
    Command(("h", "left"), "pane.prev", move=moving.left),
    Command(("l", "right"), "pane.next", move=moving.right),
    Command(
        ("r", "read"),
        "",
        "3-9",
        "read on: the next passages, or those named, or B:3-9",
        move=moving.read_on,
    ),
    Command(("first",), "top", move=moving.first),
    Command(("G", "last"), "bottom", move=moving.last),
    Command(("b", "back"), "jump.back", move=moving.back),
    Command(("forward",), "jump.forward", move=moving.forward),
    Command(("m", "matches"), "view.matches", "rejected", move=lists.matches),
    Command(("g", "gaps"), "view.gaps", "B", move=lists.gaps),
    Command(("i", "actors"), "view.actors", "NAME", move=who.actors),
    Command(("f", "frames"), "view.frames", "NAME", move=who.frames),
    Command(
        ("/", "find"),
        "",
        "WORDS",
        "find words in both texts; n goes to the next place",
        move=lists.seek,
    ),
    Command(("+",), "", says="more of the last list", move=lists.more),
    Command(("pairs",), "", says="n goes to linked pairs again", move=moving.no_target),
    Command((")", "fewer"), "links.fewer", move=showing.fewer),
    Command(("(", "more"), "links.more", move=showing.more),
    Command(("S", "swap"), "swap", move=showing.swap),
    Command((".",), "text.next", move=showing.next_text),
    Command((",",), "text.prev", move=showing.previous_text),
    Command(("I", "source"), "facts", move=showing.facts),
    Command(
        ("coverage",),
        "",
        says="how many links there are, and how much has a counterpart",
        move=showing.coverage,
    ),
    Command(
        ("warnings",),
        "",
        says="what to know before the comparison is trusted",
        move=showing.warnings,
    ),
)

_DEEDS = (
    Command(("=", "confirm"), "link.confirm", deed=deeds.confirm),
    Command(("-", "reject"), "link.reject", deed=deeds.reject),
    Command(("a", "note"), "note.add", "TEXT", "note on the passage", deed=noting.note),
    Command(("A",), "note.pair", "TEXT", deed=noting.note_pair),
    Command(("s", "star"), "star", deed=noting.star),
    Command(("t", "tag"), "note.tag", "ONE, OTHER", deed=noting.tag),
    Command(("e", "edit"), "note.reword", "TEXT", deed=noting.edit),
    Command(("d", "delete"), "note.delete", "NUMBER", deed=noting.delete),
    Command(("notes",), "view.notes", "tag:x", deed=noting.notes),
    Command(("u", "undo"), "undo", deed=deeds.undo),
    Command(("redo",), "redo", deed=deeds.redo),
    Command(
        ("E", "export"),
        "",
        "FILE",
        "write the comparison to a new file: txt, md, html, json …",
        deed=deeds.export,
    ),
    Command(("search",), "", says="look for links and actors again", deed=search),
    Command(("?", "help"), "", "COMMAND", "these commands, or one of them", deed=told),
    Command(("q", "quit"), "quit", deed=leave),
)

COMMANDS = (*_MOVES, *_DEEDS)

_WITHOUT_NAME = (
    "A number: one of what was listed last.",
    "B:12: to passage 12 of text B.",
    "An empty line: where you are.",
)


def parse(line: str) -> tuple[Command, str] | None:
    """The command in a line, and what follows it; None when there is none."""
    said = line.strip()
    if not said:
        return Command(("",), move=moving.where), ""
    if _NUMBER.fullmatch(said):
        return Command(("",), move=_choose), said
    if _PLACE.fullmatch(said):
        return Command(("",), move=moving.go_to), said
    name, _, rest = said.partition(" ") if said[0] != "/" else ("/", "", said[1:])
    found = _by_name().get(name) or _by_name().get(name.lower() if len(name) > 1 else "")
    return (found, rest.strip()) if found else None


def _choose(state: State, number: str) -> Reply:
    return lists.choose(state, int(number))


def _line(command: Command) -> str:
    more = f" {command.more}" if command.more else ""
    return f"{' or '.join(command.names)}{more}: {command.help}."


@cache
def _by_name() -> Mapping[str, Command]:
    return dict(_named())


def _named() -> Iterator[tuple[str, Command]]:
    for command in COMMANDS:
        yield from ((name, command) for name in with_russian(command.names))
