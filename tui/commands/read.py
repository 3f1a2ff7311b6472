"""No command: the texts on the screen, or their comparison where there is no screen."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, get_args

from corpus.errors import InputError, ReaderError
from corpus.text import letter_id
from tui import looks, paths
from tui.commands import kept, told
from tui.commands.outcome import INTERRUPTED, Outcome, UsageError
from tui.commands.sources import bundled, check
from tui.start import Start, start
from tui.terminal import paints
from tui.views import View

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.text import Document
    from tui.commands.sources import Read
    from tui.looks import Looks
    from tui.messages import TextsWanted
    from tui.offers import Offer

_DEFECT = "the screen ended by a defect; please report what it says when started with --debug"


def arguments(parser: ArgumentParser) -> None:
    """``[A B [C …]]``."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path, - or corpus:NAME")
    told.arguments(parser)
    kept.arguments(parser)
    parser.add_argument("--library", action="store_true", help="choose the texts on the screen")
    parser.add_argument("--at", metavar="B:12", help="begin at this passage, or B:100-120")
    parser.add_argument("--view", choices=get_args(View), help="begin in this view")
    parser.add_argument(
        "--new", "--no-resume", action="store_true", help="from the beginning, not where you left"
    )
    parser.add_argument("--tour", action="store_true", help="be shown round on the bundled pair")
    parser.add_argument(
        "--plain", action="store_true", help="in lines, for screen readers and simple terminals"
    )
    looks.arguments(parser)
    parser.add_argument("-V", "--version", action="store_true", help="print the version and leave")


def run(args: Namespace) -> Outcome:
    """Open the screen, or read in lines; without a terminal do what ``compare`` does."""
    if args.version:
        from tui import __version__

        return Outcome(f"ossetia-reader {__version__}\n")
    if args.tour:
        _refuse_tour(args)
    plain = args.plain or (args.terminal and not paints(os.environ.get("TERM", "")))
    if args.library:
        if plain:
            raise UsageError("--library needs a screen; corpus list prints the library")
        args.files = _chosen(args)
        if not args.files:
            return Outcome("")
    greet = not args.files
    args.files = args.files or bundled()
    if len(args.files) > 1 or not (args.at or args.view):  # a quotation's text may stand alone
        check(args.files)
    at = _start(args)._replace(fresh=args.new, greet=greet and not args.tour)
    if plain:
        return _in_lines(args, at)
    if args.terminal:
        return _screen(args, at)
    from tui.commands import compare

    for name, value in compare.DEFAULTS.items():
        setattr(args, name, value)
    return compare.run(args)


def _refuse_tour(args: Namespace) -> None:
    if args.files or args.library:
        raise UsageError("--tour shows the bundled pair: name no texts beside it")
    if args.plain or not args.terminal or not paints(os.environ.get("TERM", "")):
        raise UsageError("--tour needs a screen; in plain mode ? lists the commands")


def _chosen(args: Namespace) -> list[str]:
    """The texts the reader chooses, none when the choice is left."""
    if not args.terminal:
        raise UsageError("--library needs a terminal; corpus list prints the library")
    if args.files:
        raise UsageError("--library chooses the texts: name none beside it")
    from tui.chooser import Chooser
    from tui.terminal import keyboard_from_terminal

    keyboard_from_terminal()
    shown = _looks(args)
    return list(Chooser(_offers, shown).run(mouse=shown.mouse) or ())


def _in_lines(args: Namespace, at: Start) -> Outcome:
    """The texts in lines, which also go through a pipe."""
    from tui.clock import now
    from tui.commands.sources import STANDARD_INPUT, read_telling
    from tui.plain.start import Keeping, read_plainly
    from tui.settings import own_aliases, own_frames
    from tui.terminal import keyboard_from_terminal

    kept.check_named(args)
    said = told.told(args, len(args.files))
    found = read_telling(args.files, said.encoding)
    if not found.documents:
        return Outcome("", found.complaints, found.status)
    if STANDARD_INPUT in args.files:
        keyboard_from_terminal()
    keeping = Keeping(
        paths.notes_file,
        now,
        paths.cache_dir,
        partial(own_frames, args.frames),
        partial(own_aliases, args.aliases),
    )
    shown = looks.looks(args, os.environ, sys.stdout.encoding if args.terminal else "utf-8")
    told_first = (*found.complaints, *([shown.told] if shown.told and args.terminal else []))
    left = read_plainly(said.of(found.documents), keeping, at, told_first)
    _remember(found.documents)
    return Outcome("", (*found.complaints, *left.complaints), left.status or found.status)


def _screen(args: Namespace, at: Start) -> Outcome:
    """The screen, again and again while other texts are wanted."""
    from tui.commands.sources import read_telling
    from tui.terminal import keyboard_from_terminal

    kept.check_named(args)
    said = told.told(args, len(args.files))
    found = read_telling(args.files, said.encoding, args.tell)
    if not found.documents:
        return Outcome("", found.complaints, found.status)
    keyboard_from_terminal()
    toured = _tour(args) if args.tour else None
    while toured is None:
        outcome, wanted = _on_screen(args, found, said, at)
        if wanted is None:
            return outcome
        toured, at = _tour(args) if wanted.tour else None, start(wanted.at)
        if wanted.found is not None:
            said = _said(args, said, wanted.sources)
            found = wanted.found
    return toured


def _read_again(
    args: Namespace,
    said: told.Told,
    sources: Sequence[str],
    begins: Callable[[str], object],
    cancelled: Callable[[], bool],
) -> Read:
    """Other texts, or the same ones as they are now."""
    from tui.commands.sources import read

    return read(sources, _said(args, said, sources).encoding, begins, cancelled)


def _said(args: Namespace, said: told.Told, sources: Sequence[str]) -> told.Told:
    """What the command line says of its own texts holds for no others."""
    return said if list(sources) == args.files else told.NOTHING


def _tour(args: Namespace) -> Outcome | None:
    """Show the reader round, with notes that are thrown away; None to go on with their texts."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from tui.commands.sources import read

    with TemporaryDirectory(prefix="ossetia-reader-") as folder:
        notes = Path(folder) / "notes.sqlite3"
        begin = Start(tour=True)
        outcome, wanted = _on_screen(args, read(bundled()), told.NOTHING, begin, lambda: notes)
    return None if wanted else outcome


def _looks(args: Namespace) -> Looks:
    """How the screen looks; settings that cannot be read are told and left aside."""
    shown = looks.looks(args, os.environ, sys.stdout.encoding)
    if shown.theme:
        return shown
    from tui.settings import own_theme

    try:
        return shown._replace(theme=own_theme())
    except ReaderError as error:
        return shown._replace(told=" ".join(filter(None, (shown.told, str(error)))))


def _on_screen(
    args: Namespace,
    found: Read,
    said: told.Told,
    at: Start,
    notes: Callable[[], Path] = paths.notes_file,
) -> tuple[Outcome, TextsWanted | None]:
    """How a run of the screen ended, and which texts are to be opened next."""
    # Start-up makes objects that stay: looking for garbage among them costs a
    # fifth of the time to the first paint. The app looks again once it has painted.
    gc.disable()
    shown = _looks(args)
    from tui.app import ReaderApp
    from tui.clock import now
    from tui.settings import keep_theme, own_aliases, own_frames, own_keys

    app = ReaderApp(
        said.of(found.documents),
        notes=notes,
        now=now,
        frames=partial(own_frames, args.frames),
        aliases=partial(own_aliases, args.aliases),
        complaints=found.complaints,
        offers=_offers,
        start=at,
        keys=own_keys(),
        read=partial(_read_again, args, said),
        looks=shown,
        keep_theme=keep_theme,
    )
    app.error_console.quiet = not args.debug
    wanted = app.run(mouse=shown.mouse)
    args.theme, args.ascii = app.theme, shown.ascii  # other texts look as these did
    if not at.tour:
        _remember(found.documents)
    complaints = (*found.complaints, *app.finish())
    if app.return_code == INTERRUPTED:
        return Outcome("", complaints, INTERRUPTED), None
    if app.return_code:
        return Outcome("", (*complaints, _DEFECT), InputError.exit_status), None
    return Outcome("", complaints, found.status), wanted


def _start(args: Namespace) -> Start:
    """Where to begin; UsageError for what is no place in the texts named."""
    try:
        found = start(args.at or "", args.view)
    except ValueError as error:
        raise UsageError(f"--at: {error}") from None
    letters = [letter_id(index) for index in range(len(args.files))]
    if found.letter and found.letter not in letters:
        raise UsageError(
            f"--at: there is no text {found.letter}; the texts are {', '.join(letters)}"
        )
    return found


def _offers(typed: str) -> list[Offer]:
    """The texts that can be opened and fit what was typed."""
    from corpus import articles
    from corpus.library import kept_texts, recent_pairs
    from tui.offers import offers

    recent, kept = recent_pairs(paths.recent_file()), kept_texts(paths.library_dir())
    return offers(typed, recent, kept, articles.names())


def _remember(documents: Sequence[Document]) -> None:
    """What was read together, for an opening screen."""
    from corpus.library.recent import remember
    from tui.clock import now

    remember(paths.recent_file(), documents, now())
