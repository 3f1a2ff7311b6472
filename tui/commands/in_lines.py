"""The texts in lines, for screen readers and simple terminals."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from tui import paths
from tui.clock import now
from tui.commands import kept, told
from tui.commands.outcome import Outcome
from tui.commands.sources import STANDARD_INPUT, read_telling, remember_texts
from tui.looks import looks
from tui.plain.start import Keeping, read_plainly
from tui.settings import own_aliases, own_frames
from tui.terminal import keyboard_from_terminal

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.start import Start


def in_lines(args: Namespace, at: Start) -> Outcome:
    """The texts in lines, which also go through a pipe."""
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
    shown = looks(args, os.environ, sys.stdout.encoding if args.terminal else "utf-8")
    told_first = (*found.complaints, *([shown.told] if shown.told and args.terminal else []))
    left = read_plainly(said.of(found.documents), keeping, at, told_first)
    remember_texts(found.documents)
    return Outcome("", (*found.complaints, *left.complaints), left.status or found.status)
