"""Where verbs of speech stand, with their auxiliaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import CAPITAL, VERB
from corpus.actors.lexicon import lexicon
from corpus.actors.page import VerbAt
from corpus.actors.verbs import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.page import Page


def verbs_in(page: Page, first: int, last: int) -> Iterator[VerbAt]:
    """The verbs of speech in a range of words, in reading order: finite, or "…, saying"."""
    forms = verb_forms()
    flags, text = page.words.flags, page.words.text
    at = first
    while at < last:
        if not flags[at] & VERB:
            at += 1
            continue
        length = min(forms.longest, last - at)
        low = tuple(text[i].lower() for i in range(at, at + length))
        while length and low[:length] not in forms.ways:
            length -= 1
        if length and _is_verb(page, at, first):
            yield VerbAt(
                _with_auxiliaries(page, at, first), at, at + length, forms.ways[low[:length]]
            )
        at += max(length, 1)


def _is_verb(page: Page, at: int, floor: int) -> bool:
    """Whether a word that may be a noun or a participle is a finite verb here."""
    if page.words.flags[at] & CAPITAL and not page.words.starts_sentence(at):
        return False
    if at == floor:
        return not _ends_in_ing(page, at)
    before = page.words.text[at - 1].lower()
    groups = lexicon().groups
    if _ends_in_ing(page, at):
        return before == "," or before in groups["be"]
    return not any(before in groups[g] for g in ("before_noun", "preposition", "be"))


def is_participle(page: Page, at: int) -> bool:
    """Whether a verb is a participle of the present, which shares its sentence's subject."""
    return _ends_in_ing(page, at) and at > 0 and page.words.text[at - 1] == ","


def _ends_in_ing(page: Page, at: int) -> bool:
    return page.words.text[at].lower().endswith("ing")


def _with_auxiliaries(page: Page, at: int, floor: int) -> int:
    first = at
    while first > floor and (low := page.words.text[first - 1].lower()):
        if low in lexicon().group("auxiliary") or (
            low.endswith("ly") and not page.words.flags[first - 1] & CAPITAL
        ):
            first -= 1
        else:
            break
    while first < at and page.words.text[first].lower() not in lexicon().group("helper"):
        first += 1
    return first
