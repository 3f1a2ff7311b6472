"""The language of a text, told by its script and its commonest words, and its data."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = Path(__file__).with_name("languages")
# So many code points tell the language of a text as well as all of them.
_SAMPLE = 4_000
# Fewer of a language's commonest words than this, or a smaller share of all words, are chance.
_FEWEST = 2
_LEAST_SHARE = 0.08
# A script of its own tells the language when so many of the letters are in it.
_MOSTLY = 0.6

_SUCH_SCRIPTS = (("\u0530", "\u1fff"), ("\u3040", "\ud7af"))
"""From where to where the letters of scripts.txt reach; a pattern of that width is slow to make."""

_WORD = re.compile(r"[^\W\d_]+")


class Lexicon(NamedTuple):
    """What the sentences of a language need to be told apart."""

    titles: frozenset[str]
    """Abbreviations that a name follows: never the end."""
    others: frozenset[str]
    """Abbreviations that may end a sentence."""
    capitalised: frozenset[str]
    """As ``others``, but common words unless capitalised."""
    starters: frozenset[str]
    """Words that start a sentence more often than they follow a name."""
    ordinals: bool
    """Whether "5." is read "the fifth"."""


class _Words(NamedTuple):
    names: Mapping[str, str]
    languages_of: Mapping[str, tuple[str, ...]]


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in; None when it cannot be told."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words([word.lower() for word in _WORD.findall(sample)])


def language_name(code: str) -> str:
    """What a language is called: ``Russian`` for ``ru``."""
    return _words().names.get(code) or next(s.name for s in _scripts() if s.code == code)


@cache
def lexicon(code: str | None) -> Lexicon:
    """The data of one language; of all of them together when the language is unknown."""
    files = sorted(_HERE.glob("??.txt"))
    known = [file for file in files if file.stem == code]
    return _merged([_read(file) for file in known or files], certain=bool(known))


def _by_script(sample: str) -> str | None:
    signs = set(sample)
    if not any(first <= sign <= last for sign in signs for first, last in _SUCH_SCRIPTS):
        return None
    letters = Counter({s.code: len(s.letters.findall(sample)) for s in _scripts()})
    code, number = letters.most_common(1)[0]
    return code if number > _MOSTLY * sum(map(len, _WORD.findall(sample))) else None


def _by_words(words: list[str]) -> str | None:
    known = _words().languages_of
    hits = Counter(code for word in words for code in known.get(word, ()))
    best = hits.most_common(2)
    if not best or best[0][1] < max(_FEWEST, _LEAST_SHARE * len(words)):
        return None
    return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None


class _Script(NamedTuple):
    code: str
    name: str
    letters: re.Pattern[str]


@cache
def _scripts() -> tuple[_Script, ...]:
    lines = (line.split() for line in _lines("scripts.txt"))
    return tuple(_Script(code, name, _letters(ranges)) for code, name, *ranges in lines)


def _letters(ranges: list[str]) -> re.Pattern[str]:
    ends = ((re.escape(chr(int(point, 16))) for point in r.split("-")) for r in ranges)
    return re.compile(f"[{''.join('-'.join(pair) for pair in ends)}]")


@cache
def _words() -> _Words:
    names: dict[str, str] = {}
    languages_of: dict[str, tuple[str, ...]] = {}
    for line in _lines("words.txt"):
        code, name, words = line.split("\t")
        names[code] = name
        for word in dict.fromkeys(words.split()):
            languages_of[word] = (*languages_of.get(word, ()), code)
    return _Words(names, languages_of)


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _read(file: Path) -> dict[str, set[str]]:
    sections: dict[str, set[str]] = {}
    section = ""
    for line in _lines(file.name):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            sections.setdefault(section, set()).update(line.split())
    return sections


def _merged(languages: list[dict[str, set[str]]], *, certain: bool) -> Lexicon:
    def words(section: str) -> frozenset[str]:
        return frozenset[str]().union(*(language.get(section, ()) for language in languages))

    return Lexicon(
        titles=words("titles"),
        others=words("others"),
        capitalised=words("capitalised"),
        starters=words("starters"),
        ordinals=certain and bool(words("ordinals")),
    )
