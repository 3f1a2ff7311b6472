"""A reader's own frames changed: one line of TOML changes, all else stays as it stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import ReaderError
from corpus.frames.own import read_frames
from corpus.frames.table import is_shipped, names
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = r"^[ \t]*\[[ \t]*(?:{bare}|{quoted})[ \t]*\][ \t]*(?:\#[^\r\n]*)?(?=\r?$)"
_LINE = r'^[ \t]*{field}[ \t]*=[ \t]*"(?P<said>(?:[^"\\\n]|\\.)*)"'
_NEXT = re.compile(r"^[ \t]*\[", re.MULTILINE)


def with_words(text: str, frame: str, words: str, name: str) -> str:
    """The text of a reader's file with more words for one frame; comments and all else stay.

    Args:
        text: of the file as it is, empty where there is none.
        frame: its name; one that is not in the file is added at the end.
        words: with commas between them.
        name: of the file, for the sentence that says what is wrong.

    Raises:
        ReaderError: the text is no file of frames, there are no words, or
            they cannot be added to the form that stands there.
    """
    known = read_frames(text, name)
    added = [one_line(word) for word in words.split(",") if any(map(str.isalpha, word))]
    frame = one_line(frame)
    if not frame or not added:
        raise ReaderError("a frame needs a name and words, with commas between them")
    key = _key_of(frame, known)
    before = str(known.get(key, {}).get("words", ""))
    said = [word.strip() for word in before.split(",")]
    new = ", ".join(word for word in dict.fromkeys(added) if word not in said)
    if not new:
        return text
    told = ", ".join(part for part in (before if before.strip() else "", new) if part)
    whole = _with(text, _Change(key, "words", new, more=True), known)
    if not _as_meant(whole, _Change(key, "words", told), known, name):
        raise ReaderError(f"{name}: words cannot be added to [{key}], please add them yourself")
    return whole


def with_name(text: str, frame: str, called: str, name: str) -> str:
    """The text of a reader's file in which a frame is called otherwise; all else stays.

    Args:
        text: of the file as it is, empty where there is none.
        frame: what it is called now.
        called: what it is to be called.
        name: of the file, for the sentence that says what is wrong.

    Raises:
        ReaderError: the text is no file of frames, there is no name, another
            frame has it, or it cannot be changed in the form that stands there.
    """
    known = read_frames(text, name)
    called = one_line(called)
    key = _key_of(one_line(frame), known)
    if not called:
        raise ReaderError("a frame needs a name")
    if called != key and (_is_key(called, known) or is_shipped(called)):
        raise ReaderError(f"another frame is called {called}; please take another name")
    change = _Change(key, "name", called)
    whole = _with(text, change, known)
    if not _as_meant(whole, change, known, name):
        raise ReaderError(f"{name}: [{key}] cannot be given a name, please give it yourself")
    return whole


class _Change(NamedTuple):
    """A field of a frame, and the words to put there or to add to those there."""

    frame: str
    field: str
    words: str
    more: bool = False


def _key_of(frame: str, known: Mapping[str, Any]) -> str:
    """What a frame stands under, by what it is called."""
    keys = (key for key, called in names(known).items() if called == frame)
    return next(keys, frame)


def _is_key(called: str, known: Mapping[str, Any]) -> bool:
    return called in known or called in names(known).values()


def _with(text: str, change: _Change, known: Mapping[str, Any]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    frame, quoted = change.frame, _string(change.words)
    if frame not in known:
        key = frame if _BARE.fullmatch(frame) else _string(frame)
        gap = newline if text and not text.endswith("\n") else ""
        first = newline if text else ""
        return f"{text}{gap}{first}[{key}]{newline}{change.field} = {quoted}{newline}"
    head = _HEAD.format(bare=re.escape(frame), quoted=re.escape(_string(frame)))
    stands = re.search(head, text, re.MULTILINE)
    if stands is None:
        return text
    end = stands.end()
    after = _NEXT.search(text, end)
    lines = re.compile(_LINE.format(field=change.field), re.MULTILINE)
    line = lines.search(text, end, after.start() if after else len(text))
    if line is None:
        return f"{text[:end].rstrip()}{newline}{change.field} = {quoted}{text[end:]}"
    between = ", " if line["said"].strip() else ""
    said = f"{line['said']}{between}" if change.more else ""
    return f"{text[: line.start('said')]}{said}{quoted[1:-1]}{text[line.end('said') :]}"


def _as_meant(whole: str, change: _Change, known: Mapping[str, Any], name: str) -> bool:
    """Whether the new text says what the old one said, but for the change."""
    before = dict(known.get(change.frame, {}))
    meant = {**known, change.frame: {**before, change.field: change.words}}
    try:
        return read_frames(whole, name) == meant
    except ReaderError:
        return False


def _string(words: str) -> str:
    """A basic string of TOML: JSON's, with one more character that must be escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
