"""Texts that can be opened: those read together of late, the library's, and files by their path."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.library import Kept, Recent

_MOST = 500
"""So many files of one folder are offered: more than anybody scrolls through."""


class Offer(NamedTuple):
    """Something to open: sources as the command line takes them, and how it is called.

    ``folder``: what is typed to look into it, where it is a folder of files.
    """

    sources: tuple[str, ...]
    words: str
    folder: str = ""


def offers(
    typed: str, recent: Sequence[Recent], kept: Sequence[Kept], bundled: Iterable[str]
) -> list[Offer]:
    """What there is to open that fits what was typed; files by path once a folder is named.

    Args:
        typed: words to be found in an offer, or the beginning of a path.
        recent: texts read together, the latest first.
        kept: the texts of the library.
        bundled: the names of those that come with the program.
    """
    known = [
        *(Offer(one.sources, f"read of late: {' and '.join(one.titles)}") for one in recent),
        *(_of_library(one.name, one.title or one.file) for one in kept),
        *(_of_library(name, "comes with the program") for name in bundled),
    ]
    sought = " ".join(typed.split()).casefold()
    fitting = [one for one in known if sought in f"{one.words} {one.sources}".casefold()]
    return [*fitting, *_files(typed)]


def _of_library(name: str, told: str) -> Offer:
    source = f"corpus:{name}"
    return Offer((source,), f"{source}  {one_line(told)}")


def _files(typed: str) -> Iterator[Offer]:
    """The files and folders whose path begins as was typed; hidden ones when asked for."""
    folder, _, begun = typed.rpartition("/")
    shown = f"{folder}/" if folder or typed.startswith("/") else ""
    try:
        place = Path(shown or ".").expanduser()
        entries = sorted(os.scandir(place), key=lambda entry: (not _is_folder(entry), entry.name))
    except (OSError, RuntimeError, ValueError):
        return  # no such folder: nothing is offered from it
    fitting = [
        entry
        for entry in entries
        if begun.casefold() in entry.name.casefold()
        and (begun.startswith(".") or not entry.name.startswith("."))
    ]
    for entry in fitting[:_MOST]:
        path = f"{shown}{entry.name}"
        if _is_folder(entry):
            yield Offer((), f"{one_line(path)}/", f"{path}/")
        else:
            yield Offer((_source(path),), one_line(path))


def _source(path: str) -> str:
    """A path that is not taken for a text of the library, or for standard input."""
    named = str(Path(path).expanduser())
    return named if named.startswith(("/", ".")) else f"./{named}"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
