"""Which words are what somebody says: before the verb, after it, or on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.asides import after_time
from corpus.actors.flags import MARK, NUMBER, VERB
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.model import StatementMode
    from corpus.actors.page import Page, VerbAt
    from corpus.actors.phrases import Subject
    from corpus.actors.words import Sentence


def is_mixed(page: Page, content: Sequence[tuple[int, int]]) -> StatementMode:
    """Mixed when some of the words stand in quotation marks, else indirect."""
    quoted = any(page.quoted[i] for first, last in content for i in range(first, last))
    return "mixed" if quoted else "indirect"


def content_of(
    page: Page, verb: VerbAt, subject: Subject, sentence: Sentence, *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    """The words a verb's subject says, as ranges of words; empty when it says nothing."""
    end = _before_participle(page, verb, sentence_end(page, sentence))
    start = subject.last if inverted else after_time(page, verb, end)
    comma = min(verb.first, subject.first) - 1
    comma = _opening_comma(page, comma, sentence.first)
    rest = _is_aside(page, verb, start, end)
    tags = bool(verb.ways & {"clause", "quote"})
    if tags and comma > sentence.first and (rest or page.words.text[start] == ","):
        whole = ((sentence.first, comma), (start + 1, end))
        return whole[:1] if rest or start + 1 >= end else whole
    if inverted or rest or not _takes(page, verb, start, end):
        return ()
    return ((start, end),)


def _before_participle(page: Page, verb: VerbAt, end: int) -> int:
    """Where what a verb says ends: before "…, saying", a semicolon, a bracket that closes."""
    from corpus.actors.verb_places import is_participle

    words = page.words
    depth = 0
    for at in range(verb.last, end):
        if words.flags[at] & MARK and not page.quoted[at]:
            depth += (words.text[at] == "(") - (words.text[at] == ")")
            if depth < 0 or words.text[at] == ";" or _turns(page, at, end):
                return at
        if words.flags[at] & VERB and not page.quoted[at] and is_participle(page, at):
            return at - 1
    return end


def _turns(page: Page, at: int, end: int) -> bool:
    """Whether somebody else speaks after a comma: "…, but Pyongyang insists"."""
    words = page.words
    if words.text[at] != "," or words.low[at + 1 : at + 2] not in (["but"], ["while"], ["whereas"]):
        return False
    after = range(at + 2, min(at + 8, end))
    return any(words.flags[i] & VERB and (page.document, i) not in page.cast.at for i in after)


def _opening_comma(page: Page, at: int, floor: int) -> int:
    """The comma before a speaker's titles: "…, a senior official said"."""
    stops = lexicon().group("clause_opener")
    while at > floor and not page.words.flags[at] & MARK:
        if page.words.low[at] in stops and page.words.low[at] != "as":
            return -1
        if at in page.used:
            return -1
        at -= 1
    return at if page.words.text[at] == "," else -1


def sentence_end(page: Page, sentence: Sentence) -> int:
    """The end of a sentence without its full stop."""
    end = sentence.last
    while end > sentence.first and page.words.text[end - 1] in (".", "!", "?", ";", ":"):
        end -= 1
    return end


def _counts(page: Page, at: int) -> bool:
    """Whether "at least" stands here, which is no place and no time."""
    least = page.words.low[at + 1 : at + 2] in (["least"], ["most"])
    return least and page.words.low[at] == "at"


def _is_aside(page: Page, verb: VerbAt, start: int, end: int) -> bool:
    """Whether nothing is said after the verb: the end, or only where and when."""
    if start >= end:
        return True
    first = page.words.low[start]
    if _counts(page, start):
        return False
    if first == "to" and "to" in verb.ways:
        return False
    if first not in lexicon().group("aside_opener") and not page.words.flags[start] & NUMBER:
        return False
    return not any(page.words.low[i] == "that" for i in range(start, end))


def _is_cut_off(page: Page, start: int) -> bool:
    """Whether no object follows: "the rules they want repealed", "when evaluating"."""
    low = page.words.low[start]
    opens = low in ("when", "if", "as", "while", "because", "who", "which", "although", "where")
    plain = opens or low in lexicon().group("finite") or low in ("up", "down", "out", "on")
    return plain or (low.endswith("ed") and not page.quoted[start])


def _takes(page: Page, verb: VerbAt, start: int, end: int) -> bool:
    """Whether what follows can be what this verb's subject says."""
    low = page.words.low[start]
    if low in ("and", "or", "but"):
        return False
    if low == "not" and page.words.text[start + 1 : start + 3] == ["to", "be"]:
        return False  # a source who asked not to be named
    if low in lexicon().group("that_word"):
        return bool(verb.ways & {"clause", "that", "quote"})
    if low == "to":
        return "to" in verb.ways
    if "state" in verb.ways:
        return low in ("about", "of", "over", "by") and end - start > 1
    if (
        end - start < 2
        or (low in lexicon().group("preposition") and not _counts(page, start))
        or (page.words.flags[start] & MARK and not page.quoted[start])
    ):
        return False
    if "clause" in verb.ways:
        return True
    if "about" in verb.ways:
        return not _is_cut_off(page, start)
    return "quote" in verb.ways and bool(page.quoted[start])
