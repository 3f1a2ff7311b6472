"""Quotations and who is said to speak them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import CAPITAL, DETERMINER, FUNCTION, MARK, NUMBER, QUOTE, VERB
from corpus.actors.lexicon import lexicon
from corpus.actors.page import Speech
from corpus.actors.phrases import Subject
from corpus.actors.subjects import subject_after, subject_before
from corpus.actors.verb_places import is_participle, verbs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.page import Page, VerbAt
    from corpus.actors.quotes import Quotation
    from corpus.actors.words import Sentence


# Between a speaker and the rest of the quotation stand no more words than this.
LONGEST_TAG = 8
# A phrase for a speaker beside a quotation's verb has fewer words than this.
LONGEST_PHRASE = 6


def direct_speech(page: Page) -> Iterator[Speech]:
    """Quotations with their speakers; those that go on are one act of speech."""
    last: Speech | None = None
    waiting: Quotation | None = None
    for quote in page.quotes:
        if last is not None and _is_rest(page, last, quote):
            last = _with(last, quote)
            continue
        if not quote.direct:
            continue
        speech = _tagged(page, quote)
        if speech is not None and waiting is not None and _leads_to(page, waiting, quote):
            page.alone.remove(waiting)
            parts = ((waiting.first, waiting.last), *speech.content)
            speech = Speech("direct", speech.subject, speech.verb, parts)
        waiting = None
        if speech is None and last is not None and _continues(page, last, quote):
            last = _with(last, quote)
            continue
        if speech is not None and last is not None and speech.verb == last.verb:
            last = Speech("direct", last.subject, last.verb, (*last.content, *speech.content))
            continue
        if last is not None:
            yield last
        last = speech
        if speech is None:
            page.alone.append(quote)
        waiting = quote if speech is None else None
    if last is not None:
        yield last


def _with(speech: Speech, quote: Quotation) -> Speech:
    content = (*speech.content, (quote.first, quote.last))
    return Speech("direct", speech.subject, speech.verb, content)


def _is_rest(page: Page, last: Speech, quote: Quotation) -> bool:
    """Whether a quotation is the rest of one that its speaker's name parts in two."""
    sentence = page.words.sentence
    here = sentence[quote.first] == sentence[last.content[-1][1] - 1]
    between = last.content[-1][1] <= last.verb[0] < quote.first
    after_tag = quote.first - max(last.verb[1], last.subject.last) <= LONGEST_TAG
    return here and between and after_tag and page.words.text[quote.first - 1] == ","


def _tagged(page: Page, quote: Quotation) -> Speech | None:
    found = _tag_after(page, quote) or _tag_before(page, quote)
    if found is None:
        return None
    verb, subject = found
    page.used.add(verb.main)
    page.tagged[page.words.sentence[verb.main]] = subject
    return Speech("direct", subject, (verb.first, verb.last), ((quote.first, quote.last),))


def _tag_after(page: Page, quote: Quotation) -> tuple[VerbAt, Subject] | None:
    if not quote.closed or quote.last >= len(page.words.text):
        return None
    sentence = page.words.sentences[page.words.sentence[quote.last - 1]]
    start = quote.last
    while start < sentence.last and page.words.text[start] in (",", "—", "–"):
        start += 1
    stop = _next_mark(page, start, sentence.last)
    for verb in verbs_in(page, start, stop):
        if "quote" not in verb.ways and "clause" not in verb.ways:
            continue
        subject = _subject(page, verb, start, stop)
        if subject is not None and subject.kind != "same":
            return verb, subject
    return None


def _subject(page: Page, verb: VerbAt, start: int, stop: int) -> Subject | None:
    if verb.first == start:
        found = subject_after(page.cast, page.document, verb.last, stop)
        return found or whoever(page, verb.last, stop)
    found = subject_before(page.cast, page.document, start, verb.first)
    return found or whoever(page, start, verb.first)


def whoever(page: Page, start: int, stop: int) -> Subject | None:
    """A short phrase right beside a quotation's verb, whatever its noun: "the letter read"."""
    flags = page.words.flags
    end = next((i for i in range(start, stop) if flags[i] & (MARK | FUNCTION) and i > start), stop)
    fits = end - start in range(2, LONGEST_PHRASE) and flags[start] & DETERMINER
    plain = not any(flags[i] & (CAPITAL | VERB | NUMBER) for i in range(start + 1, end))
    return Subject("phrase", start, end, end - 1) if fits and plain else None


def _next_mark(page: Page, start: int, last: int) -> int:
    return next((i for i in range(start, last) if page.words.flags[i] & QUOTE), last)


def _tag_before(page: Page, quote: Quotation) -> tuple[VerbAt, Subject] | None:
    sentence = page.words.sentences[page.words.sentence[quote.first]]
    if quote.first == sentence.first:
        return _tag_of_colon(page, sentence)
    floor = sentence.first
    while any(page.quoted[i] for i in range(floor, quote.first)):
        floor += 1
    for verb in reversed(list(verbs_in(page, floor, quote.first))):
        if "quote" in verb.ways or "clause" in verb.ways:
            subject = speaker_of(page, floor, verb)
            if subject is None and verb.first == floor:
                subject = subject_after(page.cast, page.document, verb.last, quote.first)
            if subject is not None:
                return verb, subject
    return None


def speaker_of(page: Page, floor: int, verb: VerbAt) -> Subject | None:
    """Who speaks by a verb: before it, or what its sentence opens with for "…, saying"."""
    if is_participle(page, verb.main):
        number = page.words.sentence[verb.main]
        opens = page.words.sentences[number].first
        return page.tagged.get(number) or _opening_subject(page, opens, verb.first)
    return subject_before(page.cast, page.document, floor, verb.first)


def _opening_subject(page: Page, opens: int, stop: int) -> Subject | None:
    """Whom a sentence is about: its first phrase, "On March 3," left out."""
    found = subject_after(page.cast, page.document, opens, stop)
    low = page.words.low[opens]
    if found is not None and low not in lexicon().group("preposition"):
        return found
    comma = next((i for i in range(opens, stop) if page.words.text[i] == ","), stop)
    after = subject_after(page.cast, page.document, comma + 1, stop) if comma < stop else None
    return after or found


def _tag_of_colon(page: Page, sentence: Sentence) -> tuple[VerbAt, Subject] | None:
    """A sentence that ends with a colon names the speaker of the one after it."""
    number = page.words.sentence[sentence.first]
    if number == 0:
        return None
    before = page.words.sentences[number - 1]
    if page.words.text[before.last - 1] != ":":
        return None
    for verb in verbs_in(page, before.first, before.last - 1):
        subject = subject_before(page.cast, page.document, before.first, verb.first)
        if subject is not None:
            return verb, subject
    return None


def _continues(page: Page, last: Speech, quote: Quotation) -> bool:
    """Whether an untagged quotation goes on with the speaker before it."""
    end = last.content[-1][1]
    one = page.words.sentence[max(end - 1, last.verb[1] - 1)]
    other = page.words.sentence[quote.first]
    if other - one > 1:
        return False
    whole = page.words.sentences[other]
    alone = quote.first == whole.first and quote.last >= whole.last
    return alone or page.words.sentences[one].paragraph == whole.paragraph


def _leads_to(page: Page, quote: Quotation, tagged: Quotation) -> bool:
    """Whether an untagged quotation goes on in the next one, which has a tag."""
    gap = page.words.sentence[tagged.first] - page.words.sentence[quote.last - 1]
    return gap <= 1
