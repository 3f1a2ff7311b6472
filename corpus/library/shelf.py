"""The folder of the library: for each text a folder with its bytes and what is known of them.

A text appears and vanishes in one step, by giving its folder its name or
another: nobody ever meets half of one, and two programs can add at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from corpus import articles
from corpus.errors import InputError, OutputError
from corpus.reading.source import LIBRARY, MOST_BYTES, Source
from corpus.sanitise import one_line
from corpus.text import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.text import FactKind

TEXT, ABOUT = "text", "about.json"

_LONGEST_NAME = 60
_UNNAMED = re.compile(r"[^\w-]+")
_UNFINISHED = ".adding-"
_REMOVED = ".removed-"


@dataclass(frozen=True, slots=True)
class Kept:
    """A text in the library.

    Attributes:
        name: what stands after ``corpus:``.
        file: the name of the file it was copied from.
        sha256: of its bytes, in hexadecimal.
        added: when, as ISO 8601 in UTC.
        encoding: the one the reader named; None when it is to be told.
        title: as it was read then, for a list of texts; None when unknown.
        facts: what the reader said of it.
    """

    name: str
    file: str
    sha256: str
    added: str
    encoding: str | None = None
    title: str | None = None
    facts: tuple[tuple[FactKind, str], ...] = ()


def name_for(words: str) -> str:
    """A name for a text: letters of any script, digits and dashes; InputError when none is left."""
    name = _UNNAMED.sub("-", normalize("NFC", one_line(words))).strip("-_").lower()
    name = name[:_LONGEST_NAME].strip("-_")
    if not name:
        raise InputError(f"{one_line(words) or repr('')}: no name for a text; give one with --name")
    return name


def add_text(folder: Path, kept: Kept, data: bytes) -> Path:
    """Keep a text under its name; where it lies now.

    Raises:
        InputError: the name belongs to another text, or to one that comes with the program.
        OutputError: it cannot be written; nothing was kept.
    """
    from corpus.notes.files import make_folder, sync

    _refuse_bundled(kept.name, "choose another --name")
    place = folder / kept.name
    try:
        make_folder(folder)
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=_UNFINISHED))
        try:
            about = json.dumps(asdict(kept), ensure_ascii=True, indent=1) + "\n"
            _write(beside / TEXT, data)
            _write(beside / ABOUT, about.encode("ascii"))
            beside.rename(place)  # fails where a folder with something in it stands
            sync(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        if place.exists():
            raise InputError(f"{LIBRARY}{kept.name}: there is one; choose another --name") from None
        raise OutputError(f"{one_line(str(place))}: cannot be kept ({error.strerror})") from error
    return place


def open_text(folder: Path | None, name: str) -> Source:
    """The bytes kept under a name; InputError when there are none, or not those that were kept."""
    given = f"{LIBRARY}{one_line(name)}"
    kept = _about(folder / name) if folder and _is_name(name) else None
    if folder is None or kept is None:
        known = ", ".join(LIBRARY + name for name in _known(folder))
        raise InputError(f"{given}: no such text in the library; there are {known}")
    try:
        data = (folder / name / TEXT).read_bytes()
    except OSError as error:
        raise InputError(f"{given}: cannot be read ({error.strerror}); add it again") from error
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise InputError(f"{given}: its copy was changed or damaged; remove it and add it again")
    facts = [Fact(kind, value, "reader") for kind, value in kept.facts]
    return Source(f"{LIBRARY}{name}", name, given, data, facts, kept.encoding)


def text_file(folder: Path, name: str) -> Path:
    """Where the bytes of a text lie, one that comes with the program or one kept."""
    article = articles.find(name)
    if article:
        return article.path
    open_text(folder, name)
    return folder / name / TEXT


def kept_texts(folder: Path) -> tuple[Kept, ...]:
    """All texts kept, by name; what is no text of ours is left out."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if _is_name(entry.name))
    except OSError:
        return ()
    return tuple(kept for entry in entries if (kept := _about(entry)))


def remove_text(folder: Path, name: str) -> None:
    """Remove a text; its notes stay.

    Raises:
        InputError: there is none of this name, or it comes with the program.
        OutputError: it cannot be removed; it is still there.
    """
    _refuse_bundled(name, "it stays")
    if not _is_name(name) or _about(folder / name) is None:
        raise InputError(f"{LIBRARY}{one_line(name)}: no such text in the library")
    try:
        aside = Path(tempfile.mkdtemp(dir=folder, prefix=_REMOVED))
        (folder / name).rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        reason = f"cannot be removed ({error.strerror})"
        raise OutputError(f"{LIBRARY}{one_line(name)}: {reason}") from error


def _refuse_bundled(name: str, then: str) -> None:
    if articles.find(name):
        raise InputError(f"{LIBRARY}{name}: it comes with the program; {then}")


def _is_name(name: str) -> bool:
    """Whether it is a name that ``name_for`` gives: no path, nothing hidden."""
    with contextlib.suppress(InputError):
        return name_for(name) == name
    return False


def _known(folder: Path | None) -> Iterator[str]:
    yield from articles.names()
    yield from (kept.name for kept in (kept_texts(folder) if folder else ()))


def _about(place: Path) -> Kept | None:
    """What is known of a text; None when it is no text of ours."""
    try:
        if (place / ABOUT).stat().st_size > MOST_BYTES // 1000:
            return None
        said: dict[str, Any] = json.loads((place / ABOUT).read_bytes())
        return _kept(place.name, {key: said[key] for key in ("file", "sha256", "added")}, said)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _kept(name: str, needed: dict[str, Any], said: dict[str, Any]) -> Kept:
    file, sha256, added = (one_line(str(value)) for value in needed.values())
    encoding, title = (
        one_line(str(value)) if (value := said.get(key)) else None for key in ("encoding", "title")
    )
    facts = tuple((kind, one_line(str(words))) for kind, words in said.get("facts", ()))
    return Kept(name, file, sha256, added, encoding, title, facts)


def _write(path: Path, data: bytes) -> None:
    """A new file for its owner alone, on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
