"""Where verbs of speech stand, with their auxiliaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import BODY, CAPITAL, SPEAKER, VERB
from corpus.actors.lexicon import lexicon
from corpus.actors.page import VerbAt
from corpus.actors.verbs import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.page import Page


_AFTER_REDUCED = frozenset({"that", "he", "she", "it", "they", "the", "there", "his", "her"})
_NO_ADVERBS = frozenset({"ally", "reply", "supply", "rally", "bully", "anomaly", "butterfly"})
_DEGREES = frozenset({"very", "so", "not", "also", "more", "quite", "too", "still", "now"})


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
        ways = forms.ways[low[:length]] if length else frozenset[str]()
        stands = _is_state(page, at, first) if "state" in ways else _is_verb(page, at, first)
        if length and stands:
            yield VerbAt(_with_auxiliaries(page, at, first), at, at + length, ways)
        at += max(length, 1)


def _is_state(page: Page, at: int, floor: int) -> bool:
    """Whether somebody is in a state of mind here: "is not at all sure"."""
    text, groups = page.words.text, lexicon().groups
    spot = at - 1
    while spot > floor and (_is_adverb(page, spot) or text[spot].lower() in _DEGREES):
        spot -= 1
    return spot > floor and text[spot].lower() in groups["be"] | groups["seem"]


def _is_verb(page: Page, at: int, floor: int) -> bool:
    """Whether a word that may be a noun or a participle is a finite verb here."""
    if page.words.flags[at] & CAPITAL and not page.words.starts_sentence(at):
        return False
    if at == floor:
        return not _ends_in_ing(page, at)
    before = page.words.low[at - 1]
    groups = lexicon().groups
    if _ends_in_ing(page, at):
        noun = any(before in groups[g] for g in ("preposition", "before_noun", "possessive"))
        shares = is_participle(page, at) and not noun and before not in ("'s", "’s")
        return shares or before in groups["be"] or is_reduced(page, at)
    spot = at - 1
    while spot > floor and (before == "not" or _is_adverb(page, spot)):
        spot -= 1
        before = page.words.low[spot]
    return not any(before in groups[g] for g in ("before_noun", "preposition", "be"))


def is_participle(page: Page, at: int) -> bool:
    """Whether a verb is a participle of the present, which shares its sentence's subject."""
    if not _ends_in_ing(page, at) or not at:
        return False
    after = page.words.text[at + 1 : at + 2]
    return page.words.text[at - 1] == "," or (after == ["that"] and not is_reduced(page, at))


def is_reduced(page: Page, at: int) -> bool:
    """Whether a participle says what the noun right before it does: "reports suggesting that"."""
    if not _ends_in_ing(page, at) or not page.words.flags[at - 1] & SPEAKER:
        return False
    return at + 1 < len(page.words.text) and page.words.low[at + 1] in _AFTER_REDUCED


def _is_adverb(page: Page, at: int) -> bool:
    low = page.words.low[at]
    noun = page.words.flags[at] & (CAPITAL | SPEAKER | BODY)
    return low.endswith("ly") and not noun and low not in _NO_ADVERBS


def _ends_in_ing(page: Page, at: int) -> bool:
    return page.words.low[at].endswith("ing")


def _with_auxiliaries(page: Page, at: int, floor: int) -> int:
    first = at
    while first > floor and (low := page.words.low[first - 1]):
        if low in lexicon().group("auxiliary") or _is_adverb(page, first - 1):
            first -= 1
        else:
            break
    while first < at and page.words.low[first] not in lexicon().group("helper"):
        first += 1
    return first
