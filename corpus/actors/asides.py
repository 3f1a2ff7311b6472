"""Where the words said begin: after the hearer, the day, and where they were said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import CALENDAR, CAPITAL, DETERMINER, FUNCTION, MARK, NUMBER, PRONOUN, VERB
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from corpus.actors.page import Page, VerbAt

# How many words an aside such as "in a statement to the press" may have.
LONGEST_ASIDE = 7
_CLAUSE_STARTS = frozenset({"it", "they", "there", "we", "you", "i", "these", "those"})


def after_time(page: Page, verb: VerbAt, end: int) -> int:
    """Where the words said begin once days, hearers and asides are passed."""
    at = verb.last
    if "hearer" in verb.ways:
        at = _after_hearer(page, at, end)
    if page.words.language:
        return _after_comma(page, at, end)
    while at < end:
        low = page.words.low[at]
        if _is_time(page, at):
            at += 1
        elif low == "on" and at + 1 < end and page.words.flags[at + 1] & CALENDAR:
            at += 2
        elif low in lexicon().group("aside_opener") and (that := _that_ahead(page, at, end)):
            at = that
        elif (
            low != "to"
            and low in lexicon().group("aside_opener")
            and (rest := _after_aside(page, at, end))
        ):
            return rest
        elif low.endswith("ly") and at + 1 < end and page.words.low[at + 1] == "that":
            at += 1
        else:
            break
    return at


def _after_comma(page: Page, at: int, end: int) -> int:
    """Where a clause begins in languages that set a comma before it: "sagte am Montag, er …"."""
    near = range(at, min(at + LONGEST_ASIDE, end))
    return next((i + 1 for i in near if page.words.text[i] == ","), at)


def _is_time(page: Page, at: int) -> bool:
    flags, low = page.words.flags, page.words.low[at]
    known = low in lexicon().group("time_word") or low in lexicon().group("time_unit")
    return known or bool(flags[at] & CALENDAR or (flags[at] & NUMBER and flags[at - 1] & CALENDAR))


def _that_ahead(page: Page, at: int, end: int) -> int:
    """The word "that" after an aside such as "in a statement on Friday"; 0 if none."""
    for i in range(at, min(end, at + 10)):
        if page.words.low[i] == "that":
            return i
        if page.words.flags[i] & MARK and page.words.text[i] not in ("'s", "’s"):
            return 0
    return 0


def _after_hearer(page: Page, at: int, end: int) -> int:
    article = at < end and bool(page.words.flags[at] & DETERMINER) and page.words.low[at] != "that"
    for start in (at, at + article):
        there = page.cast.at.get((page.document, start))
        if there is not None:
            return there[0].last
    low = page.words.low[at] if at < end else ""
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


def _after_aside(page: Page, at: int, end: int) -> int:
    """Where a clause begins after "in a statement", "at the airport"; 0 when none does."""
    words = page.words
    if words.low[at + 1 : at + 2] in (["least"], ["most"]):
        return 0
    start = at + 1 + bool(words.flags[at + 1] & DETERMINER) if at + 1 < end else end
    for i in range(start + 1, min(start + LONGEST_ASIDE, end - 1)):
        if words.flags[i] & MARK:
            return 0
        low = words.low[i]
        opens = words.flags[i] & (DETERMINER | PRONOUN) or low in _CLAUSE_STARTS
        named = words.flags[i] & CAPITAL and not words.flags[i - 1] & (CAPITAL | DETERMINER)
        if (opens or named) and not words.flags[i - 1] & FUNCTION:
            return i if _has_verb(page, i, end) else 0
    return 0


def _has_verb(page: Page, start: int, end: int) -> bool:
    """Whether a finite verb may stand among words."""
    words = page.words
    finite = lexicon().group("finite") | lexicon().group("auxiliary")
    return any(
        words.low[i] in finite or words.flags[i] & VERB or words.text[i].endswith("ed")
        for i in range(start + 1, end)
    )
