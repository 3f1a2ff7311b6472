"""``notes check``: whether notes still find their words in files as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.notes.list import written
from tui.commands.outcome import Outcome, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.report.standing import Standing

ORPHANED = 4


def arguments(parser: ArgumentParser) -> None:
    """``FILE … [-f txt|json]``."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path or corpus:NAME")
    parser.add_argument("-f", "--format", choices=("txt", "json"), default="txt")


def run(args: Namespace) -> Outcome:
    """Each note's state, orphans first; exit status 4 when a note has lost its words."""
    from corpus.report.standing import by_need, standing_in
    from tui.commands.notes.opening import open_store
    from tui.commands.sources import read

    if not args.files:
        raise UsageError("name the files to look in")
    texts = read(args.files)
    with open_store() as store:
        found = [standing_in(note, texts.documents) for note in store.notes()]
        told = tuple(store.told)
    standings = by_need([one for one in found if one])
    status = texts.status or (ORPHANED if _orphans(standings) else 0)
    return Outcome(written(standings, args.format), (*told, *texts.complaints), status)


def _orphans(standings: Sequence[Standing]) -> bool:
    return any(one.anchor.state == "orphaned" for one in standings)
