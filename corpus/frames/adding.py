"""Words added to a reader's own frames: one line of TOML changes, all else stays as it stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from corpus.errors import ReaderError
from corpus.frames.own import read_frames
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = r"^[ \t]*\[[ \t]*(?:{bare}|{quoted})[ \t]*\][ \t]*(?:\#.*)?$"
_WORDS = re.compile(r'^[ \t]*words[ \t]*=[ \t]*"(?P<said>(?:[^"\\\n]|\\.)*)"', re.MULTILINE)
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
    said = [word.strip() for word in str(known.get(frame, {}).get("words", "")).split(",")]
    new = ", ".join(word for word in dict.fromkeys(added) if word not in said)
    whole = _with(text, frame, new, known) if new else text
    if not _as_meant(whole, frame, new, known, name):
        raise ReaderError(f"{name}: words cannot be added to [{frame}], please add them yourself")
    return whole


def _with(text: str, frame: str, new: str, known: Mapping[str, Any]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    key, quoted = frame if _BARE.fullmatch(frame) else _string(frame), _string(new)
    if frame not in known:
        gap = newline if text and not text.endswith("\n") else ""
        first = newline if text else ""
        return f"{text}{gap}{first}[{key}]{newline}words = {quoted}{newline}"
    head = _HEAD.format(bare=re.escape(frame), quoted=re.escape(_string(frame)))
    stands = re.search(head, text, re.MULTILINE)
    if stands is None:
        return text
    end = stands.end()
    after = _NEXT.search(text, end)
    line = _WORDS.search(text, end, after.start() if after else len(text))
    if line is None:
        return f"{text[:end].rstrip()}{newline}words = {quoted}{text[end:]}"
    between = ", " if line["said"].strip() else ""
    at = line.end("said")
    return f"{text[:at]}{between}{quoted[1:-1]}{text[at:]}"


def _as_meant(whole: str, frame: str, new: str, known: Mapping[str, Any], name: str) -> bool:
    """Whether the new text says what the old one said, and the new words besides."""
    before = dict(known.get(frame, {}))
    said = str(before.get("words", ""))
    told = ", ".join(part for part in (said if said.strip() else "", new) if part)
    try:
        return read_frames(whole, name) == {**known, frame: {**before, "words": told}}
    except ReaderError:
        return False


def _string(words: str) -> str:
    """A basic string of TOML: JSON's, with one more character that must be escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
