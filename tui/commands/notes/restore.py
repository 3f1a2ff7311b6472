"""``notes restore``: a note as it last stood, or as it stood after one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``ID [--event EVENT]``."""
    parser.add_argument("id", metavar="ID", help="of the note, as notes list prints it")
    parser.add_argument("--event", metavar="EVENT", help="as notes history prints it")


def run(args: Namespace) -> Outcome:
    """The id of the note that stands again, once that is safe on the disk."""
    from tui.commands.notes.opening import open_store

    with open_store() as store:
        note = store.restore(args.id, args.event)
        return Outcome(f"{note.id}\n", tuple(store.told))
