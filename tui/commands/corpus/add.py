"""``corpus add``: keeps a copy of a text under a name."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.facts import EDITABLE
from corpus.sanitise import one_line
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from corpus.text import FactKind


def arguments(parser: ArgumentParser) -> None:
    """``FILE [--name NAME] [--encoding NAME] [--label TEXT] [--title TEXT] …``."""
    parser.add_argument("file", metavar="FILE", help="a path, or - for standard input")
    parser.add_argument("--name", help="what to call it; otherwise as the file is called")
    parser.add_argument("--encoding", metavar="NAME", help="how its bytes are to be read")
    for kind in EDITABLE:
        parser.add_argument(f"--{kind}", metavar="TEXT", help=f"its {kind}, as you know it")


def run(args: Namespace) -> Outcome:
    """Where the text can be opened from now on; only a text that can be read is kept."""
    from corpus.library import Kept, add_text, name_for
    from corpus.reading import document_of, read_source
    from tui import paths
    from tui.clock import now
    from tui.commands.told import encoding
    from tui.commands.waiting import Waiting

    named = encoding(args.encoding) if args.encoding else None
    facts = _facts(args)
    with Waiting(args.tell) as waiting:
        waiting.says(f"reading {one_line(args.file)}")
        read = read_source(args.file, paths.library_dir)
        document = document_of(read, encoding=named)
    name = name_for(args.name or PurePath(read.name).stem)
    kept = Kept(name, read.name, read.sha256, now(), named, document.title, facts)
    add_text(paths.library_dir(), kept, read.data)
    notices = tuple(f"{document.name}: {notice}" for notice in document.notices)
    return Outcome(f"corpus:{name}\n", notices)


def _facts(args: Namespace) -> tuple[tuple[FactKind, str], ...]:
    from tui.commands.told import said

    given: list[tuple[FactKind, str | None]] = [(kind, getattr(args, kind)) for kind in EDITABLE]
    return tuple((kind, said(kind, words)) for kind, words in given if words)
