"""The words of one document as columns, with what the lexicon says of each.

Columns instead of objects: a book has a hundred thousand words, and most of
them are only looked at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from corpus.actors.datelines import dateline_place
from corpus.actors.flags import COMMON, FUNCTION
from corpus.actors.foreign import bits_of_language, language_told
from corpus.actors.lexicon import lexicon
from corpus.actors.tokens import token_matches, visible
from corpus.actors.verbs import verb_starts
from corpus.text import Span

if TYPE_CHECKING:
    from corpus.text import Document

# Of a passage's common words, the share with a capital from which on capitals say nothing,
# and how many of them it takes to tell.
TITLE_CASE = 0.85
FEWEST_COMMON = 2
# The same for what ends like a sentence, as headlines do not.
FEWEST_IN_SENTENCE = 5
# A text of one passage with no more words than this, none of them in small letters but
# such as stand in names, is a mere name.
LONGEST_NAME = 8
# What has more words is a list: read in parts, so that time stays in bounds.
LONGEST_SENTENCE = 250

_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "”", ";"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage as a range of words, ``first`` to ``last``, ``last`` exclusive.

    ``capitals`` is False where capitals tell nothing: headlines in title case,
    shouting, text without any. ``mere``: the whole text is no more than a name.
    ``dateline``: so many words at the start are the place it was written in.
    """

    first: int
    last: int
    capitals: bool
    mere: bool
    paragraph: int
    dateline: int = 0


@dataclass(frozen=True)
class Words:
    """The words of one document.

    ``text`` as written, ``low`` in lower case, ``name`` as it would be written inside
    a name (a shouted word in small letters but for the first), ``flags`` the bits of
    corpus.actors.flags, ``start`` and ``end`` code points into the document's text,
    ``sentence`` the number of the sentence each word stands in. ``language`` as
    corpus.actors.foreign tells it.
    """

    document: Document
    language: str = ""
    text: list[str] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    def starts_sentence(self, at: int) -> bool:
        """Whether a sentence begins with this word."""
        return self.sentences[self.sentence[at]].first == at

    def say(self, first: int, last: int) -> str:
        """The words from ``first`` to before ``last``, as in a name, with single spaces."""
        if self.name[first:last] != self.text[first:last]:
            return " ".join(self.name[first:last])
        return " ".join(self.document.quote(Span(self.start[first], self.end[last - 1])).split())


def read_words(document: Document) -> Words:
    """The words of a document's passages; page furniture is left out."""
    words = Words(document, language_told(document))
    mere_name = _is_mere_name(document)
    look_up = bits_of_language(words.language)
    for passage, wording in zip(document.passages, document.wording, strict=True):
        found = list(token_matches(wording))
        texts = [match.group() for match in found]
        names = texts.copy() if wording.isascii() else [visible(t) or t for t in texts]
        capitals = mere_name or _capitals_tell(names, list(map(look_up, names)))
        dateline = dateline_place(names)
        names[:dateline] = [name.capitalize() for name in names[:dateline]]
        if not capitals:
            names = _written_plainly(names)
        first, base = len(words.text), passage.span.start
        words.flags.extend(map(look_up, names))
        words.text.extend(texts)
        words.low.extend(map(str.lower, texts))
        words.start.extend(base + match.start() for match in found)
        words.end.extend(base + match.end() for match in found)
        words.name.extend(names)
        for start in range(first, len(words.text), LONGEST_SENTENCE):
            last = min(start + LONGEST_SENTENCE, len(words.text))
            words.sentence.extend([len(words.sentences)] * (last - start))
            opens = dateline if start == first else 0
            words.sentences.append(
                Sentence(start, last, capitals, mere_name, passage.paragraph, opens)
            )
    return words


def _is_mere_name(document: Document) -> bool:
    """Whether a text is no more than a name, as in a list of names to compare."""
    if len(document.passages) != 1:
        return False
    names = document.wording[0].split()
    small = lexicon().groups["function"] | lexicon().groups["particle"]
    fits = all(n[0].isupper() or n.lower() in small or "-" in n for n in names)
    return fits and len(names) <= LONGEST_NAME and not all(n.isupper() for n in names)


@cache
def _finite() -> frozenset[str]:
    return verb_starts() | lexicon().groups["finite"]


def _capitals_tell(names: list[str], flags: list[int]) -> bool:
    """Whether capitals mark names here: not where most common words, or no words, have one."""
    letters = [n for n in names if n[0].isalpha()]
    shouted = sum(n.isupper() and len(n) > 1 for n in letters)
    if not letters or shouted > len(letters) / 2 > 1:
        return not letters
    if not any(n[0].isupper() for n in letters):
        return False
    if not _finite().isdisjoint(letters):
        return True
    common = [
        n
        for n, bits in zip(names[1:], flags[1:], strict=True)
        if bits & COMMON and not bits & FUNCTION and n[0].isalpha()
    ]
    raised = sum(n[0].isupper() for n in common)
    least = FEWEST_COMMON if names[-1] not in _SENTENCE_ENDS else FEWEST_IN_SENTENCE
    return len(common) < least or raised < TITLE_CASE * len(common)


def _written_plainly(names: list[str]) -> list[str]:
    """The words of a passage whose capitals tell nothing, shouting taken back."""
    letters = [n for n in names if n[0].isalpha() and len(n) > 1]
    if letters and sum(n.isupper() for n in letters) > len(letters) / 2:
        return [_unshouted(n) for n in names]
    if not any(n[0].isupper() for n in names):
        return [_raised(n) for n in names]
    return names


def _unshouted(word: str) -> str:
    known = lexicon()
    if not word.isupper() or len(word) == 1 or "." in word:
        return word
    if word in known.reach and not known.is_common(word.lower()):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def _raised(word: str) -> str:
    """A word without capitals with one, if it can only be a name."""
    known = lexicon()
    high = word.capitalize()
    listed = high in known.given or high in known.surnames or high in known.reach
    return high if listed and not known.is_common(word) and len(word) > 2 else word
