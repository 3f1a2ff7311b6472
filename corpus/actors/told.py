"""What the whole story tells of a name that its own place leaves unsure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.actors.bodies import LEGAL_FORMS, initials
from corpus.actors.lexicon import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.sightings import Guess, Sighting
    from corpus.actors.words import Words


def told_by_story(words: Sequence[Words], sightings: Sequence[Sighting]) -> Sequence[Sighting]:
    """The sightings, with what other places say of the same names."""
    spelt_out = _acronyms_told(words, sightings)
    return _people_told_by_family(_told_elsewhere(spelt_out))


def _acronyms_told(words: Sequence[Words], sightings: Sequence[Sighting]) -> Sequence[Sighting]:
    """Initials that a text itself explains are what it says, whatever a list says.

    As in "the Pakistan Archery Federation (PAF)".
    """
    spelt = {(s.document, s.last + 1): s for s in sightings if not s.known}
    told: dict[tuple[int, str], Known] = {}
    for short in sightings:
        long = spelt.get((short.document, short.first)) if short.known else None
        if long is not None and _explains(words[short.document], long, short):
            meant = Known(long.name, "organisation", "name", "body")
            told[short.document, short.name] = told[long.document, long.name] = meant
    return [
        replace(s, known=told[s.document, s.name], guess="organisation")
        if (s.document, s.name) in told
        else s
        for s in sightings
    ]


def _explains(words: Words, long: Sighting, short: Sighting) -> bool:
    letters = short.name.replace(".", "").lower()
    return words.text[long.last] == "(" and letters in initials(long.name)


def _told_elsewhere(sightings: Sequence[Sighting]) -> Sequence[Sighting]:
    """Unsure names of several words are what the same words surely are elsewhere."""
    sure: dict[str, Guess] = {}
    for sighting in sightings:
        if sighting.firm and " " in sighting.name and not sighting.known:
            sure.setdefault(sighting.name, sighting.guess)
            sure.setdefault(_without_legal(sighting.name), sighting.guess)

    def told(sighting: Sighting) -> Sighting:
        guess = sure.get(sighting.name)
        unsure = guess and not sighting.firm and not sighting.known and " " in sighting.name
        return replace(sighting, guess=guess) if guess and unsure else sighting

    return [told(sighting) for sighting in sightings]


def _without_legal(name: str) -> str:
    """A firm's name without the words for its legal form."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _people_told_by_family(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Unsure names whose last word stands alone elsewhere are persons."""
    alone = {s.name for s in sightings if s.guess == "unknown"}

    def is_person(sighting: Sighting) -> bool:
        first, *_, last = sighting.name.split() if " " in sighting.name else ("", "")
        unsure = sighting.guess == "organisation" and not sighting.firm
        return unsure and last in alone and first not in alone and not first.isupper()

    return [replace(s, guess="person") if is_person(s) else s for s in sightings]
