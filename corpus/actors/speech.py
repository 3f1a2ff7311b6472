"""Acts of speech in a document: the verb, the words said, and the phrase that says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.direct import direct_speech
from corpus.actors.reported import according_to, reported_speech

if TYPE_CHECKING:
    from corpus.actors.page import Page, Speech


def find_speech(page: Page) -> list[Speech]:
    """All acts of speech in reading order; quotations take their verbs first."""
    found = [*direct_speech(page), *reported_speech(page), *according_to(page)]
    return sorted(found, key=lambda speech: min(speech.content)[0])
