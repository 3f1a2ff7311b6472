"""Nouns that put words in somebody's mouth: "her warning that …", "a promise by the bank to …"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus.actors.content import is_mixed, sentence_end
from corpus.actors.data_lines import grouped_lines
from corpus.actors.flags import CAPITAL, MARK, VERB
from corpus.actors.lexicon import lexicon
from corpus.actors.page import Speech
from corpus.actors.phrases import Subject, phrases_in
from corpus.actors.subjects import subject_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.page import Page
    from corpus.actors.words import Sentence

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OPENS = {"that": "claim_that", "to": "claim_to", "for": "claim_for", "of": "claim_of"}
# How many words may stand between an owner and the noun: her own repeated warning.
MOST_BETWEEN = 3
# Fewer words than this are no claim.
SHORTEST = 2


def claims(page: Page) -> Iterator[Speech]:
    """What somebody is said to claim, plan or demand by a noun, in reading order."""
    nouns, low = _nouns(), page.words.low
    for sentence in page.words.sentences:
        for at in range(sentence.first, sentence.last - SHORTEST):
            opens = nouns.get(low[at])
            if opens and not page.quoted[at]:
                speech = _byowner_of(page, at, sentence, opens)
                speech = speech or _by_phrase(page, at, sentence, opens)
                if speech is not None:
                    yield speech


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Each noun with the words that may open what it says."""
    found: dict[str, set[str]] = {}
    for word, group in _OPENS.items():
        for noun in grouped_lines("verbs.txt")[group]:
            for form in (noun, noun + "s"):
                found.setdefault(form, set()).add(word)
    return {noun: frozenset(words) for noun, words in found.items()}


def _byowner_of(page: Page, at: int, sentence: Sentence, opens: frozenset[str]) -> Speech | None:
    """As in "Lagarde's warning that growth would slow"."""
    if page.words.low[at + 1] not in opens:
        return None
    owner = owner_of(page, at, sentence.first)
    return _speech(page, owner, at, at + 1, sentence)


def owner_of(page: Page, at: int, floor: int) -> Subject | None:
    """Whose a noun is: the name or phrase with an apostrophe, or the possessive before it."""
    text = page.words.text
    for spot in range(at - 1, max(floor, at - 1 - MOST_BETWEEN) - 1, -1):
        low = text[spot].lower()
        if low in lexicon().group("possessive"):
            return Subject("pronoun", spot, spot + 1)
        if low in _POSSESSIVE and spot > floor:
            return _owner_before(page, spot, floor)
        if page.words.flags[spot] & (MARK | CAPITAL):
            return None
    return None


def _owner_before(page: Page, mark: int, floor: int) -> Subject | None:
    ending = page.cast.ends.get((page.document, mark))
    if ending is not None:
        return Subject("named", ending[0].first, ending[0].last)
    start = mark
    while start > max(floor, mark - MOST_BETWEEN) and not page.words.flags[start - 1] & MARK:
        start -= 1
    phrases = phrases_in(page.cast, page.document, start, mark)
    found = [s for s in phrases if mark in (s.last, s.head + 1)]
    return found[-1] if found else None


def _by_phrase(page: Page, at: int, sentence: Sentence, opens: frozenset[str]) -> Speech | None:
    """As in "the claim by Rashid Khan that the film was stolen"."""
    if page.words.low[at + 1] not in ("by", "from"):
        return None
    subject = subject_after(page.cast, page.document, at + 2, sentence.last)
    if subject is None or subject.first > at + 2 + MOST_BETWEEN:
        return None
    end = max(subject.last, subject.head + 1) if subject.kind == "named" else subject.head + 1
    if end >= sentence.last or page.words.low[end] not in opens:
        return None
    return _speech(page, subject, at, end, sentence)


def _speech(
    page: Page, subject: Subject | None, noun: int, start: int, sentence: Sentence
) -> Speech | None:
    end = sentence_end(page, sentence)
    end = next((i for i in range(start, end) if page.words.text[i] in (",", ";", "—")), end)
    if subject is None:
        return None
    if not _has_finite(page, sentence.first, min(subject.first, noun)):
        end = _main_verb(page, start, end)
    if end - start < SHORTEST:
        return None
    content = ((start, end),)
    return Speech(is_mixed(page, content), subject, (noun, noun + 1), content)


def _is_finite(page: Page, at: int) -> bool:
    low = page.words.low[at]
    past = low.endswith("ed") and not page.words.flags[at] & CAPITAL
    groups = lexicon().groups
    return past or any(low in groups[g] for g in ("finite", "helper", "past"))


def _has_finite(page: Page, first: int, last: int) -> bool:
    return any(_is_finite(page, i) or page.words.flags[i] & VERB for i in range(first, last))


def _main_verb(page: Page, start: int, end: int) -> int:
    """Where a claim that is its sentence's subject ends: before the verb of the sentence."""
    clause = page.words.low[start] == "that"
    at = start + 2
    while at < end:
        if _is_finite(page, at):
            if not clause:
                return at
            clause = False
            at += 1
        at += 1
    return end
