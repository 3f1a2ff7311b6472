"""Which words are what somebody says: before the verb, after it, or on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import CALENDAR, DETERMINER, MARK, NUMBER
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from corpus.actors.page import Page, VerbAt
    from corpus.actors.phrases import Subject
    from corpus.actors.words import Sentence


def content_of(
    page: Page, verb: VerbAt, subject: Subject, sentence: Sentence, *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    """The words a verb's subject says, as ranges of words; empty when it says nothing."""
    end = sentence_end(page, sentence)
    start = subject.last if inverted else _after_time(page, verb, end)
    comma = min(verb.first, subject.first) - 1
    comma = _opening_comma(page, comma, sentence.first)
    rest = _is_aside(page, verb, start, end)
    tags = bool(verb.ways & {"clause", "quote"})
    if tags and comma > sentence.first and (rest or page.words.text[start] == ","):
        if rest:
            return ((sentence.first, comma),)
        return ((sentence.first, comma), (start + 1, end))
    if inverted or rest or not _takes(page, verb, start, end):
        return ()
    return ((start, end),)


def _opening_comma(page: Page, at: int, floor: int) -> int:
    """The comma before a speaker's titles: "…, a senior official said"."""
    stops = lexicon().group("clause_opener")
    while at > floor and not page.words.flags[at] & MARK:
        if page.words.text[at].lower() in stops and page.words.text[at].lower() != "as":
            return -1
        at -= 1
    return at if page.words.text[at] == "," else -1


def sentence_end(page: Page, sentence: Sentence) -> int:
    """The end of a sentence without its full stop."""
    end = sentence.last
    while end > sentence.first and page.words.text[end - 1] in (".", "!", "?", ";", ":"):
        end -= 1
    return end


def _after_time(page: Page, verb: VerbAt, end: int) -> int:
    """Where the words said begin once days, hearers and asides are passed."""
    at = verb.last
    if "hearer" in verb.ways:
        at = _after_hearer(page, at, end)
    while at < end:
        low = page.words.text[at].lower()
        if (
            page.words.flags[at] & CALENDAR
            or low in lexicon().group("time_word")
            or low in lexicon().group("time_unit")
        ):
            at += 1
        elif low == "on" and at + 1 < end and page.words.flags[at + 1] & CALENDAR:
            at += 2
        elif low in lexicon().group("aside_opener") and (that := _that_ahead(page, at, end)):
            at = that
        elif low.endswith("ly") and at + 1 < end and page.words.text[at + 1].lower() == "that":
            at += 1
        else:
            break
    return at


def _that_ahead(page: Page, at: int, end: int) -> int:
    """The word "that" after an aside such as "in a statement on Friday"; 0 if none."""
    for i in range(at, min(end, at + 10)):
        if page.words.text[i].lower() == "that":
            return i
        if page.words.flags[i] & MARK and page.words.text[i] not in ("'s", "’s"):
            return 0
    return 0


def _after_hearer(page: Page, at: int, end: int) -> int:
    article = at < end and bool(page.words.flags[at] & DETERMINER)
    for start in (at, at + article):
        there = page.cast.at.get((page.document, start))
        if there is not None:
            return there[0].last
    low = page.words.text[at].lower() if at < end else ""
    if low in (
        "him",
        "her",
        "them",
        "us",
        "me",
        "you",
        "reporters",
        "journalists",
        "parliament",
    ):
        return at + 1
    return _that_ahead(page, at, end) or at


def _is_aside(page: Page, verb: VerbAt, start: int, end: int) -> bool:
    """Whether nothing is said after the verb: the end, or only where and when."""
    if start >= end:
        return True
    first = page.words.text[start].lower()
    if first == "to" and "to" in verb.ways:
        return False
    if first not in lexicon().group("aside_opener") and not page.words.flags[start] & NUMBER:
        return False
    return not any(page.words.text[i].lower() == "that" for i in range(start, end))


def _takes(page: Page, verb: VerbAt, start: int, end: int) -> bool:
    """Whether what follows can be what this verb's subject says."""
    low = page.words.text[start].lower()
    if low == "that":
        return bool(verb.ways & {"clause", "that", "quote"})
    if low == "to":
        return "to" in verb.ways
    if (
        end - start < 2
        or low in lexicon().group("preposition")
        or (page.words.flags[start] & MARK and not page.quoted[start])
    ):
        return False
    if verb.ways & {"clause", "about"}:
        return True
    return "quote" in verb.ways and bool(page.quoted[start])
