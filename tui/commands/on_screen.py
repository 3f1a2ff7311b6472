"""The texts on the screen, for as long as the reader wants any."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import InputError, ReaderError
from corpus.reading import Beginning
from tui import paths
from tui.clock import now
from tui.commands import kept, told
from tui.commands.outcome import INTERRUPTED, PROGRAM, Outcome
from tui.commands.sources import (
    LONG,
    Opened,
    Read,
    Rest,
    bundled,
    read,
    remember_texts,
    telling,
)
from tui.looks import Looks, looks
from tui.prelude import Prelude
from tui.settings import keep_theme, own_aliases, own_frames, own_keys, own_theme
from tui.start import Start, start
from tui.terminal import keyboard_from_terminal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from tui.messages import TextsWanted
    from tui.offers import Offer

_DEFECT = "the screen ended by a defect; please report what it says when started with --debug"


def on_screen(args: Namespace, at: Start) -> Outcome:
    """The screen, again and again while other texts are wanted."""
    kept.check_named(args)
    if args.tour and (toured := _tour(args)) is not None:
        return toured
    said = told.told(args, len(args.files))
    with _prelude(args) as prelude:
        found, rest = _found(args.files, said, args.tell, prelude)
        if not found.documents:
            return Outcome("", found.complaints, found.status)
        keyboard_from_terminal()
        outcome, wanted, found = _run(args, found, said, at, prelude, rest=rest)
    while wanted is not None:
        if wanted.tour and (toured := _tour(args)) is not None:
            return toured
        if wanted.found is not None:
            said, found = _said(args, said, wanted.sources), wanted.found
        with _prelude(args) as prelude:
            prelude.show(said.of, [Beginning(one, 1.0) for one in found.documents])
            outcome, wanted, found = _run(args, found, said, start(wanted.at), prelude)
    return outcome


def _prelude(args: Namespace) -> Prelude:
    return Prelude(wanted_looks(args), own_keys(), os.environ)


def _found(
    sources: Sequence[str],
    said: told.Told,
    tell: Callable[[str], None] | None,
    prelude: Prelude,
) -> tuple[Read, Rest | None]:
    """The texts, which begin to be seen before they are read; of long ones also the rest."""
    with telling(prelude.teller(tell)) as begins:
        opened = Opened(sources, said.encoding)
        begun = opened.beginnings()
        prelude.show(said.of, begun)
        if opened.size < LONG or len(begun) < 2 or not all(one.share for one in begun):
            return opened.read(begins), None
    rest = Rest(partial(_rest, opened, said), max(one.passages for one in begun))
    return Read(tuple(one.document for one in begun), ()), rest


def _rest(
    opened: Opened, said: told.Told, begins: Callable[[str], object], cancelled: Callable[[], bool]
) -> Read:
    """All of the texts, with what the command line says of them."""
    found = opened.read(begins, cancelled)
    return found._replace(documents=said.of(found.documents))


def wanted_looks(args: Namespace) -> Looks:
    """How the screen looks; settings that cannot be read are told and left aside."""
    shown = looks(args, os.environ, sys.stdout.encoding)
    if shown.theme:
        return shown
    try:
        return shown._replace(theme=own_theme())
    except ReaderError as error:
        return shown._replace(told=" ".join(filter(None, (shown.told, str(error)))))


def _read_again(
    args: Namespace,
    said: told.Told,
    sources: Sequence[str],
    begins: Callable[[str], object],
    cancelled: Callable[[], bool],
) -> Read:
    """Other texts, or the same ones as they are now."""
    return read(sources, _said(args, said, sources).encoding, begins, cancelled)


def _said(args: Namespace, said: told.Told, sources: Sequence[str]) -> told.Told:
    """What the command line says of its own texts holds for no others."""
    return said if list(sources) == args.files else told.NOTHING


def _tour(args: Namespace) -> Outcome | None:
    """Show the reader round, with notes that are thrown away; None to go on with their texts."""
    from tempfile import TemporaryDirectory

    with (
        TemporaryDirectory(prefix=f"{PROGRAM}-") as folder,
        _prelude(args) as prelude,
    ):
        notes = Path(folder, "notes.sqlite3")
        found, _ = _found(bundled(), told.NOTHING, args.tell, prelude)
        outcome, wanted, _ = _run(
            args, found, told.NOTHING, Start(tour=True), prelude, lambda: notes
        )
    return None if wanted else outcome


def _run(
    args: Namespace,
    found: Read,
    said: told.Told,
    at: Start,
    prelude: Prelude,
    notes: Callable[[], Path] = paths.notes_file,
    rest: Rest | None = None,
) -> tuple[Outcome, TextsWanted | None, Read]:
    """How a run of the screen ended, which texts are to be opened next, and what was read."""
    # Start-up makes objects that stay: looking for garbage among them costs a
    # fifth of the time to the first paint. The app looks again once it has painted.
    gc.disable()
    from tui.app import ReaderApp

    shown = prelude.looks
    app = ReaderApp(
        said.of(found.documents),
        notes=notes,
        now=now,
        frames=partial(own_frames, args.frames),
        aliases=partial(own_aliases, args.aliases),
        complaints=found.complaints,
        offers=offered,
        start=at,
        keys=prelude.keys,
        read=partial(_read_again, args, said),
        looks=shown,
        keep_theme=_forget if at.tour else keep_theme,
        driver=prelude.driver(),
        rest=rest,
    )
    app.error_console.quiet = not args.debug
    wanted = app.run(mouse=shown.mouse)
    args.theme, args.ascii = app.theme, shown.ascii  # other texts look as these did
    found = app.rest_read or found
    if not at.tour and (rest is None or app.rest_read):
        remember_texts(found.documents)
    complaints = (*found.complaints, *app.finish())
    if app.return_code == INTERRUPTED:
        return Outcome("", complaints, INTERRUPTED), None, found
    if app.return_code:
        return Outcome("", (*complaints, _DEFECT), InputError.exit_status), None, found
    return Outcome("", complaints, found.status), wanted, found


def _forget(_theme: str) -> None:
    """On the tour a theme is tried; it is not kept for the next time."""


def offered(typed: str) -> list[Offer]:
    """The texts that can be opened and fit what was typed."""
    from corpus import articles
    from corpus.library import kept_texts, recent_pairs
    from tui.offers import offers

    recent, kept = recent_pairs(paths.recent_file()), kept_texts(paths.library_dir())
    return offers(typed, recent, kept, articles.names())
