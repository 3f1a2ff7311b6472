"""``notes check``: whether notes still find their words in files as they are now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.report.parts import counted
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
    from corpus.notes.versions import in_newer_texts
    from corpus.report.standing import by_need, standing_in
    from tui.commands.notes.opening import open_store
    from tui.commands.sources import read

    if not args.files:
        raise UsageError("name the files to look in")
    texts = read(args.files)
    with open_store() as store:
        notes, newer = in_newer_texts(store.notes(), texts.documents)
        told = (*store.told, *newer)
    found = [standing_in(note, texts.documents) for note in notes]
    standings = by_need([one for one in found if one])
    status = texts.status or (ORPHANED if _orphans(standings) else 0)
    tally = f"{_tally(standings)}\n" if args.format == "txt" else ""
    return Outcome(tally + written(standings, args.format), (*told, *texts.complaints), status)


def _tally(standings: Sequence[Standing]) -> str:
    """How many notes there are, and how many of them stand how."""
    states = Counter(one.anchor.state for one in standings)
    each = f"{states['found']} in place, {states['changed']} changed, {states['orphaned']} orphaned"
    return f"{counted(len(standings), 'note')}: {each}."


def _orphans(standings: Sequence[Standing]) -> bool:
    return any(one.anchor.state == "orphaned" for one in standings)
