"""Reported speech, and "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.agreement import agrees
from corpus.actors.claims import owner_of
from corpus.actors.content import content_of, is_mixed, sentence_end
from corpus.actors.direct import speaker_of, whoever
from corpus.actors.flags import MARK, QUOTE
from corpus.actors.page import Speech
from corpus.actors.subjects import subject_after
from corpus.actors.verb_places import is_participle, verbs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.page import Page, VerbAt
    from corpus.actors.phrases import Subject
    from corpus.actors.words import Sentence


_VIEWS = frozenset({"view", "opinion", "words", "eyes", "estimation", "judgment", "judgement"})


def reported_speech(page: Page) -> Iterator[Speech]:
    """What is reported without being quoted whole."""
    for sentence in page.words.sentences:
        previous = page.tagged.get(page.words.sentence[sentence.first])
        for verb in verbs_in(page, sentence.first, sentence.last):
            if verb.main in page.used or page.quoted[verb.main]:
                continue
            speech = _reported(page, verb, sentence, previous)
            if speech is not None:
                page.used.add(verb.main)
                previous = speech.subject
                yield speech


def _reported(
    page: Page, verb: VerbAt, sentence: Sentence, previous: Subject | None
) -> Speech | None:
    floor = _after_quotes(page, sentence.first, verb.first)
    subject = speaker_of(page, floor, verb)
    if subject is None and is_participle(page, verb.main):
        subject = previous
    inverted = False
    if (
        not is_participle(page, verb.main)
        and verb.first > floor
        and page.words.text[verb.first - 1] == ","
    ):
        after = _inverted(page, verb, sentence, sure=subject is not None)
        inverted = after is not None
        subject = after or subject
    if subject is not None and subject.kind == "same":
        subject = previous
    if subject is None or subject.first == subject.last:
        return None
    if verb.first == verb.main and not agrees(page, verb, subject):
        return None
    content = content_of(page, verb, subject, sentence, inverted=inverted)
    if not content:
        return None
    return Speech(is_mixed(page, content), subject, (verb.first, verb.last), content)


def _inverted(page: Page, verb: VerbAt, sentence: Sentence, *, sure: bool) -> Subject | None:
    """The speaker after the verb: "…, said Al Quintero"; ``sure``: he must end the clause."""
    found = subject_after(page.cast, page.document, verb.last, sentence.last)
    if found is None or not sure:
        return found
    last = min(found.last, sentence.last - 1)
    ends = bool(page.words.flags[last] & MARK) or last + 1 == sentence.last
    fits = found.kind == "named" and "quote" in verb.ways and "hearer" not in verb.ways
    return found if fits and ends else None


def _after_quotes(page: Page, floor: int, stop: int) -> int:
    for i in range(stop - 1, floor - 1, -1):
        if page.words.flags[i] & QUOTE:
            return i + 1
    return floor


def according_to(page: Page) -> Iterator[Speech]:
    """What is said "according to" somebody, or in somebody's view."""
    low = page.words.low
    for sentence in page.words.sentences:
        for at in range(sentence.first, sentence.last - 1):
            if low[at] not in ("according", "in", "по"):
                continue
            length = _source_opener(page, at, sentence.last)
            if length and not page.quoted[at]:
                speech = _according_to(page, at, length, sentence)
                if speech is not None:
                    yield speech


def _source_opener(page: Page, at: int, last: int) -> int:
    """How many words "according to", "in the view of" has here; 0 when none stands here."""
    low = page.words.low
    if low[at] == "according":
        return 2 if low[at + 1] == "to" else 0
    if low[at] == "по":
        return 2 if low[at + 1] in ("словам", "мнению", "данным", "информации") else 0
    if at + 3 >= last:
        return 0
    the, noun, of = low[at + 1 : at + 4]
    return 4 if the == "the" and of == "of" and noun in _VIEWS else 0


def in_view_of(page: Page) -> Iterator[Speech]:
    """What holds "in Mr Modise's view", at the start of a sentence."""
    for sentence in page.words.sentences:
        first, end = sentence.first, sentence_end(page, sentence)
        if page.words.low[first] != "in":
            continue
        comma = next((i for i in range(first, end) if page.words.text[i] == ","), end)
        view = comma - 1
        if comma >= end - 1 or page.words.low[view] not in _VIEWS:
            continue
        subject = owner_of(page, view, first + 1)
        content = ((comma + 1, end),)
        if subject is not None:
            yield Speech(is_mixed(page, content), subject, (view, view + 1), content)


def _according_to(page: Page, at: int, length: int, sentence: Sentence) -> Speech | None:
    end = sentence_end(page, sentence)
    subject = subject_after(page.cast, page.document, at + length, end)
    subject = subject or whoever(page, at + length, end)
    if subject is None:
        return None
    content: list[tuple[int, int]] = []
    if at == sentence.first:
        comma = next((i for i in range(subject.last, end) if page.words.text[i] == ","), end)
        content.append((comma + 1, end))
    else:
        content.append((sentence.first, at - 1 if page.words.text[at - 1] == "," else at))
        if subject.last < end and page.words.text[subject.last] == ",":
            content.append((subject.last + 1, end))
    content = [part for part in content if part[0] < part[1]]
    if not content:
        return None
    return Speech(is_mixed(page, content), subject, (at, at + length), tuple(content))
