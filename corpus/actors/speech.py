"""Acts of speech in a document: the verb, the words said, and the phrase that says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.claims import claims
from corpus.actors.direct import direct_speech
from corpus.actors.page import Speech
from corpus.actors.reported import according_to, in_view_of, reported_speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.page import Page


def find_speech(page: Page) -> list[Speech]:
    """All acts of speech in reading order; quotations take their verbs first."""
    found = [
        *direct_speech(page),
        *reported_speech(page),
        *according_to(page),
        *in_view_of(page),
        *claims(page),
    ]
    found += _following(page, found)
    return sorted(found, key=lambda speech: min(speech.content)[0])


def _following(page: Page, found: Sequence[Speech]) -> Iterator[Speech]:
    """Quotations nobody is said to speak, after a sentence that tells what somebody says."""
    number = page.words.sentence
    by_sentence = {number[speech.verb[0]]: speech for speech in found}
    for quote in page.alone:
        here = number[quote.first]
        before = by_sentence.get(here - 1)
        starts = page.words.starts_sentence(quote.first)
        if before is not None and starts and before.mode != "direct":
            part = (quote.first, quote.last)
            by_sentence[number[quote.last - 1]] = before
            yield Speech("direct", before.subject, before.verb, (part,))
