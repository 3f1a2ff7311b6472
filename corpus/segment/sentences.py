"""Sentence ends by rule, for scripts that separate words with spaces.

The approach of Grefenstette and Tapanainen, "What is a word, what is a
sentence?" (1994): every mark that can end a sentence does, unless what stands
before it is an abbreviation or what follows cannot start a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.segment.language import Lexicon, lexicon
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks of one language open where those of another close: „…“ and “…”, »…« and «…».
# Straight after a full stop and before white space they close.
_CLOSERS = "\"'”’“‘»«›‹)\\]*_"
_OPENERS = "\"'“‘”«„»‹›(\\[¿¡*_—–-"
_MARKS = ".!?…؟۔।॥։።፧"
_FULL_WIDTH = "。！？"
_LOCAL = r"(?<=[\u0370-\u03ff\u1f00-\u1fff][;\u037e])|(?<=[\u0561-\u0587]:)"
"""Greek asks with ";", and Armenian is often typed with ":" for its full stop."""
# It begins with a set of characters: a text is then searched ten times faster.
_CANDIDATE = re.compile(
    rf"[{_MARKS};\u037e:{_FULL_WIDTH}](?:"
    rf"(?:(?<=[{_MARKS}])[{_MARKS}]*|{_LOCAL})"
    rf"[{_CLOSERS}]*(?=\s)(?:[ \u00a0\u202f][»›](?=\s))?"
    rf"|(?<=[{_FULL_WIDTH}])[{_FULL_WIDTH}]*[{_CLOSERS}」』）]*)"
)
_BEFORE_LAST_WORD = re.compile(r".*[\s\"'“‘«„(\[]", re.DOTALL)
_QUOTES = "\"'“"
_NEXT_WORD = re.compile(rf"\s*[\s{_OPENERS}]*(?P<word>\w[\w’'-]*)?")
_QUOTE_GOES_ON = re.compile(r"\s*[—–]\s")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_INITIAL = re.compile(r"\s+[^\W\d_]\.")
_LONGEST_WORD = 40
_LONGEST_ORDINAL = 3  # digits; more are a year


def sentence_spans(text: str, paragraph: Span, language: str | None = None) -> Iterator[Span]:
    """The sentences of one paragraph, without the white space between them.

    ``language`` is an ISO 639-1 code; None when it is not known.
    """
    start, words = paragraph.start, lexicon(language)
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, match, paragraph.end, words):
            yield Span(start, match.end())
            start = _skip_space(text, match.end(), paragraph.end)
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    mark = match.group()
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following.group("word") if following else None
    if word is None:
        return False  # nothing but punctuation is left: it stays with this sentence
    if _is_lower(word[0]):
        return False
    if mark[-1] in "»“”" and _QUOTE_GOES_ON.match(text, match.end(), end):
        return False  # «Куда?» — Иванов не ответил.
    if "…" in mark or mark.startswith(".."):
        return not text[match.start() - 1 : match.start()].isspace()
    if not mark.startswith("."):
        return True
    return _full_stop_ends(text, start, match, word, lexicon)


def _full_stop_ends(
    text: str, start: int, match: re.Match[str], following: str, lexicon: Lexicon
) -> bool:
    stop, starts = match.start(), following.lower() in lexicon.starters
    first = max(start, stop - _LONGEST_WORD)
    last = text[first:stop].rstrip(_QUOTES)
    before = _BEFORE_LAST_WORD.match(last)
    word = last[before.end() :] if before else last
    if not word:
        return False  # a dot that stands alone: ". . ."
    if word.isdigit():
        ordinal = lexicon.ordinals and len(word) <= _LONGEST_ORDINAL and not starts
        return first + len(last) - len(word) != start and not ordinal  # "1. First" is one sentence
    key = word.lower().lstrip("-–—")
    if key in lexicon.titles or (_is_letter(key) and _INITIAL.match(text, match.end())):
        return False  # also N. I. Ivanov
    may_end = key in lexicon.others or (word[0].isupper() and key in lexicon.capitalised)
    if may_end or _is_letter(key) or _DOTTED.fullmatch(word):
        return match.group() != "." or starts
    return True


def _is_lower(letter: str) -> bool:
    """Lower case in a script whose sentences start in upper case; Georgian's do not."""
    return letter.islower() and letter.title() != letter


def _is_letter(word: str) -> bool:
    """A single letter before a full stop: an initial, or short for a word."""
    return len(word) == 1 and word.isalpha()
