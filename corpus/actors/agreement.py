"""Whether a subject and a verb go together in number: "officials say", "the minister says"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import CAPITAL
from corpus.actors.phrases import is_plural
from corpus.actors.verbs import verb_forms

if TYPE_CHECKING:
    from corpus.actors.page import Page, VerbAt
    from corpus.actors.phrases import Subject


_CALLED = frozenset({"called", "named", "dubbed", "termed", "labelled", "labeled", "titled"})


def agrees(page: Page, verb: VerbAt, subject: Subject) -> bool:
    """Whether a verb without auxiliaries fits its subject; a noun that looks like one does not.

    As in "the court order to pay", where nobody orders anything.
    """
    low = page.words.low[verb.main]
    if low in _CALLED and _is_just_before(page, subject, verb.main):
        return False
    many = _is_many(page, subject)
    if many is None or low not in verb_forms().bases | verb_forms().thirds:
        return True
    if low in verb_forms().thirds:
        return not many
    return many or _is_called(page, verb, subject)


def _is_just_before(page: Page, subject: Subject, at: int) -> bool:
    """Whether a phrase with "a" stands right before: a company called Klondike."""
    opens = page.words.low[subject.first] in ("a", "an")
    return subject.kind == "phrase" and subject.head == at - 1 and opens


def _is_called(page: Page, verb: VerbAt, subject: Subject) -> bool:
    """Whether the subject follows its verb, or stands before it beside others."""
    words = page.words
    at = subject.first - 1
    while at >= 0 and words.flags[at] & CAPITAL:
        at -= 1
    return subject.first > verb.main or (at >= 0 and words.low[at] in ("and", "or", "nor"))


def _is_many(page: Page, subject: Subject) -> bool | None:
    """Whether more than one speaks; None where the words do not tell."""
    if subject.kind == "pronoun":
        low = page.words.low[subject.first]
        return low not in ("he", "she", "it", "his", "her", "its")
    if subject.kind == "phrase":
        return is_plural(page.words.low[subject.head])
    there = page.cast.at.get((page.document, subject.first))
    if there is None or there[1].type in ("organisation", "unnamed"):
        return None
    return False
