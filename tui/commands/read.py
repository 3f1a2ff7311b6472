"""No command: the texts on the screen, or their comparison where there is no screen."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from corpus.errors import InputError
from tui.commands import told
from tui.commands.outcome import INTERRUPTED, Outcome
from tui.commands.sources import bundled, check

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.text import Document

_DEFECT = "the screen ended by a defect; please report what it says when started with --debug"


def arguments(parser: ArgumentParser) -> None:
    """``[A B [C …]]``."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path, - or corpus:NAME")
    told.arguments(parser)
    parser.add_argument("-V", "--version", action="store_true", help="print the version and leave")


def run(args: Namespace) -> Outcome:
    """Open the screen; where standard output is no terminal, do what ``compare`` does."""
    if args.version:
        from tui import __version__

        return Outcome(f"ossetia-reader {__version__}\n")
    args.files = args.files or bundled()
    check(args.files)
    if args.terminal:
        return _screen(args)
    from tui.commands import compare

    args.format, args.output, args.exit_code = None, None, False
    args.frames, args.aliases = None, None
    return compare.run(args)


def _screen(args: Namespace) -> Outcome:
    from tui.commands.sources import read
    from tui.terminal import keyboard_from_terminal

    said = told.told(args, len(args.files))
    found = read(args.files, said.encoding, args.tell)
    if not found.documents:
        return Outcome("", found.complaints, found.status)
    keyboard_from_terminal()
    # Start-up makes objects that stay: looking for garbage among them costs a
    # fifth of the time to the first paint. The app looks again once it has painted.
    gc.disable()
    from tui import paths
    from tui.app import ReaderApp
    from tui.clock import now
    from tui.settings import own_aliases, own_frames

    app = ReaderApp(
        said.of(found.documents),
        notes=paths.notes_file,
        now=now,
        frames=own_frames,
        aliases=own_aliases,
        complaints=found.complaints,
    )
    app.error_console.quiet = not args.debug
    app.run()
    _remember(found.documents)
    complaints = (*found.complaints, *found.notices, *app.finish())
    if app.return_code == INTERRUPTED:
        return Outcome("", complaints, INTERRUPTED)
    if app.return_code:
        return Outcome("", (*complaints, _DEFECT), InputError.exit_status)
    return Outcome("", complaints, found.status)


def _remember(documents: Sequence[Document]) -> None:
    """What was read together, for an opening screen."""
    from corpus.library.recent import remember
    from tui import paths
    from tui.clock import now

    remember(paths.recent_file(), documents, now())
