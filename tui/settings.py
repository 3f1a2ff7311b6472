"""What the reader has set: files in the settings folder, all of them optional."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.errors import InputError, OutputError, ReaderError
from corpus.sanitise import one_line
from tui import paths
from tui.keys import OwnKeys
from tui.looks import THEME_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.actors.aliases import Alias

KEYS = "keys.toml"
FRAMES = "frames.toml"
ALIASES = "aliases.toml"
CONFIG = "config.toml"
_THEME_LINE = re.compile(r"^theme[ \t]*=.*$", re.MULTILINE)

# Far more than anybody writes by hand.
MOST_BYTES = 1_000_000

T = TypeVar("T")


def own_frames(file: str | None = None) -> Mapping[str, Any] | None:
    """The reader's own frames, for ``unfold`` and ``analyse``; None when there are none.

    They add to the findings on frames. They are no evidence for links: a
    score depends on the two texts alone, wherever they are compared.

    Args:
        file: to be read in place of the one in the settings folder.

    Raises:
        ReaderError: the file cannot be read, or not be understood. The
            sentence names it; reading can go on without it.
        InputError: so it is with a ``file`` that was named.
    """
    from corpus.frames import read_frames

    return _read(file, FRAMES, read_frames)


def own_aliases(file: str | None = None) -> tuple[Alias, ...]:
    """What the reader says of actors for every story; ``file`` and errors as for frames."""
    from corpus.actors.aliases import read_aliases

    return _read(file, ALIASES, read_aliases) or ()


def own_keys() -> OwnKeys:
    """The reader's own keys by id, and a sentence for each thing that is wrong with them."""
    file = paths.config_dir() / KEYS
    try:
        text = _text(file)
        if text is None:
            return OwnKeys()
        from tui.ownkeys import read_keys

        return read_keys(text, one_line(str(file)))
    except ReaderError as error:
        return OwnKeys(complaints=(str(error),))


def said(name: str) -> str | None:
    """What stands in a file of the settings, named without its ending; None where it is not.

    Raises:
        ReaderError: it cannot be read.
    """
    return _text(paths.config_dir() / f"{name}.toml")


def wrong_with(name: str) -> tuple[str, ...]:
    """A sentence for each thing that is wrong with a file of the settings."""
    if name == "keys":
        return own_keys().complaints
    read = {"frames": own_frames, "aliases": own_aliases}.get(name, own_theme)
    try:
        read()
    except ReaderError as error:
        return (str(error),)
    return ()


def keep_alias(alias: Alias) -> Path:
    """Add to the reader's aliases in one step; all that stands there stays.

    Returns:
        The file.

    Raises:
        ReaderError: the file cannot be read or understood; it is untouched.
        OutputError: it cannot be written; what stood there is untouched.
    """
    from corpus.actors.aliases import with_alias

    return _change(ALIASES, lambda text, name: with_alias(text, alias, name))


def keep_words(frame: str, words: str) -> Path:
    """Add words, with commas between them, to one of the reader's frames; else as for aliases."""
    from corpus.frames.adding import with_words

    return _change(FRAMES, lambda text, name: with_words(text, frame, words, name))


def keep_name(frame: str, called: str) -> Path:
    """Call one of the frames otherwise, in the reader's own file; else as for aliases."""
    from corpus.frames.adding import with_name

    return _change(FRAMES, lambda text, name: with_name(text, frame, called, name))


def text_of(file: str) -> str:
    """What stands in a file of the settings, empty where there is none; ReaderError else."""
    return _text(paths.config_dir() / file) or ""


def put_back(file: str, before: str, after: str) -> Path:
    """A file of the settings as it was ``before``, if it is still as ``after``.

    Raises:
        ReaderError: somebody changed the file meanwhile; it is untouched.
    """

    def change(text: str, name: str) -> str:
        if text != after:
            raise ReaderError(f"{name}: changed meanwhile, please correct it yourself")
        return before

    return _change(file, change)


def write(file: Path, text: str, *, force: bool = False) -> None:
    """Write a file of the settings, in a folder for its owner alone.

    Raises:
        OutputError: it cannot be written, or stands there and ``force`` is not
            set; what stood there is untouched.
    """
    from corpus.notes.files import make_folder
    from corpus.writing import write_new

    try:
        make_folder(file.parent)
    except OSError as error:
        name = one_line(str(file))
        raise OutputError(f"{name}: cannot be written ({error.strerror})") from error
    write_new(file.resolve(), text, force=force)


def own_theme() -> str:
    """The name of the theme that was used last; empty when none is kept.

    Raises:
        ReaderError: the file cannot be read or understood, or names no theme of ours.
    """
    return _read(None, CONFIG, _theme_in) or ""


def keep_theme(name: str) -> Path:
    """Keep a theme for the next time; all else in the file stays. Errors as for aliases."""
    return _change(CONFIG, lambda text, file: _with_theme(text, name, file))


def _theme_in(text: str, file: str) -> str:
    from corpus.toml import read_toml

    found = read_toml(text, file).get("theme")
    if found is not None and found not in THEME_NAMES:
        raise ReaderError(f"{file}: theme is none of {', '.join(THEME_NAMES)}")
    return found or ""


def _with_theme(text: str, name: str, file: str) -> str:
    """The text of the settings with another theme; what cannot be changed so is refused."""
    line = f'theme = "{name}"'
    top, table, rest = text.partition("\n[") if not text.startswith("[") else ("", "", text)
    changed, found = _THEME_LINE.subn(line, top, count=1)
    whole = (changed if found else f"{line}\n{top}") + table + rest
    if _theme_in(whole, file) != name:
        raise ReaderError(f"{file}: please write {line} into it by hand")
    return whole


def _change(usual: str, change: Callable[[str, str], str]) -> Path:
    """Write a file of the settings as ``change`` has it, given its text and its name."""
    file = paths.config_dir() / usual
    whole = change(_text(file) or "", one_line(str(file)))
    write(file, whole, force=True)
    return file


def _read(named: str | None, usual: str, read: Callable[[str, str], T]) -> T | None:
    """What ``read`` makes of a file: the one named, else the usual one, if it is there."""
    file = Path(named) if named else paths.config_dir() / usual
    try:
        text = _text(file)
        if text is not None:
            return read(text, one_line(str(file)))
    except ReaderError as error:
        raise InputError(str(error)) if named else error from error
    if named:
        raise InputError(f"{one_line(named)}: there is no such file, please check the name")
    return None


def _unwaiting(file: str, flags: int) -> int:
    """Open a file that somebody may have made a pipe: nobody waits for what comes through it."""
    return os.open(file, flags | os.O_NONBLOCK)


def _text(file: Path) -> str | None:
    """What stands in a file, line ends as they are; None when there is none."""
    name = one_line(str(file))
    try:
        with open(file, "rb", opener=_unwaiting) as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ReaderError(f"{name}: cannot be read ({why}), please look at it") from error
    if len(data) > MOST_BYTES:
        raise ReaderError(f"{name}: larger than {MOST_BYTES:,} bytes, please shorten it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReaderError(f"{name}: not UTF-8, please save it so") from None
