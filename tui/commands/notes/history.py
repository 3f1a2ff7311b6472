"""``notes history``: all that was ever done to a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import InputError
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from corpus.notes.model import Note
    from corpus.notes.store import Version


def arguments(parser: ArgumentParser) -> None:
    """``ID``."""
    parser.add_argument("id", metavar="ID", help="as notes list prints it")


def run(args: Namespace) -> Outcome:
    """Each deed, oldest first: when, what, its id for ``notes restore``, and what it changed."""
    from tui.commands.notes.opening import open_store

    with open_store() as store:
        versions, told = store.history(args.id), tuple(store.told)
    if not versions:
        raise InputError(f"{args.id}: there is no such note; see notes list")
    return Outcome("".join(f"{line}\n" for line in _lines(versions)), told)


def _lines(versions: Sequence[Version]) -> Iterator[str]:
    from corpus.notes.changes import changes

    before: Note | None = None
    for version in versions:
        told = changes(before, version.note)
        yield f"{version.at}  {version.deed}  {version.event}  {told}"
        before = version.note
