"""No command: the texts on the screen, or their comparison where there is no screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

from tui import looks
from tui.commands import options
from tui.commands.outcome import Outcome, UsageError
from tui.terminal import forget_impossible_size, paints
from tui.views import View

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.start import Start


def arguments(parser: ArgumentParser) -> None:
    """``[A B [C …]]``."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path, - or corpus:NAME")
    options.of_texts(parser)
    options.of_settings(parser)
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
    from tui.commands.sources import bundled, check

    if args.tour:
        _refuse_tour(args)
    forget_impossible_size(os.environ)
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
        from tui.commands.in_lines import in_lines

        return in_lines(args, at)
    if args.terminal:
        from tui.commands.on_screen import on_screen

        return on_screen(args, at)
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
    from tui.commands.on_screen import offered, wanted_looks
    from tui.terminal import keyboard_from_terminal

    keyboard_from_terminal()
    shown = wanted_looks(args)
    return list(Chooser(offered, shown).run(mouse=shown.mouse) or ())


def _start(args: Namespace) -> Start:
    """Where to begin; UsageError for what is no place in the texts named."""
    from corpus.text import letter_id
    from tui.start import start

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
