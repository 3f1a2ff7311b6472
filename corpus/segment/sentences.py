"""Sentence ends by rule, for scripts that separate words with spaces.

The approach of Grefenstette and Tapanainen, "What is a word, what is a
sentence?" (1994): every mark that can end a sentence does, unless what stands
before it is an abbreviation or what follows cannot start a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = "\"'”’»)\\]*_"
_OPENERS = "\"'“‘«„(\\[¿¡*_—–-"
_CANDIDATE = re.compile(rf"(?:[.!?…؟।։]+[{_CLOSERS}]*(?=\s)|[。！？]+[{_CLOSERS}」』）]*)")
_LAST_WORD = re.compile(r"[^\s\"'“‘«„(\[]+$")
_NEXT_WORD = re.compile(rf"\s*[\s{_OPENERS}]*(?P<word>\w[\w’'-]*)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LONGEST_WORD = 40


class _Lexicon(NamedTuple):
    titles: frozenset[str]  # a name follows: never the end
    others: frozenset[str]  # may end a sentence
    capitalised: frozenset[str]  # as others, but common words unless capitalised
    starters: frozenset[str]  # words that start a sentence more often than they follow a name


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, without the white space between them."""
    start = paragraph.start
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, match, paragraph.end):
            yield Span(start, match.end())
            start = _skip_space(text, match.end(), paragraph.end)
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following.group("word") if following else None
    if word is None:
        return False  # nothing but punctuation is left: it stays with this sentence
    if _is_lower(word[0]):
        return False
    if "…" in mark or mark.startswith(".."):
        return not text[match.start() - 1 : match.start()].isspace()
    if not mark.startswith("."):
        return True
    return _full_stop_ends(text, start, match.start(), mark, word)


def _full_stop_ends(text: str, start: int, stop: int, mark: str, following: str) -> bool:
    found = _LAST_WORD.search(text, max(start, stop - _LONGEST_WORD), stop)
    if found is None:
        return False  # a dot that stands alone: ". . ."
    word, lexicon = found.group(), _lexicon()
    if word.isdigit():
        return found.start() != start  # "1. First" is one sentence
    key = word.lower().lstrip("-–—")
    if key in lexicon.titles:
        return False
    may_end = key in lexicon.others or (word[0].isupper() and key in lexicon.capitalised)
    if may_end or _is_initial(word) or _DOTTED.fullmatch(word):
        return mark != "." or following.lower() in lexicon.starters
    return True


def _is_lower(letter: str) -> bool:
    """Lower case in a script whose sentences start in upper case; Georgian's do not."""
    return letter.islower() and letter.title() != letter


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper()


@cache
def _lexicon() -> _Lexicon:
    sections: dict[str, set[str]] = {}
    section = ""
    for line in Path(__file__).with_name("abbreviations.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            sections.setdefault(section, set()).update(line.split())
    return _Lexicon(*(frozenset(sections[name]) for name in _Lexicon._fields))
