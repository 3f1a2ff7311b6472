"""What type of actor an unexplained name is, by the words around all its places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.actors.flags import ACRONYM, CAPITAL, GIVEN, NUMBER, PRONOUN, SURNAME, TITLE, VERB
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.model import ActorType
    from corpus.actors.settle import Cast
    from corpus.actors.sightings import Sighting
    from corpus.actors.words import Words

_FAMILY_ENDS = (
    "ov", "ova", "ev", "eva", "sky", "ski", "skiy", "skaya", "enko", "vich", "shvili", "dze", "yan",
    "ian", "sson", "sen", "son", "ez", "escu", "oglu", "ullah", "uddin", "zadeh", "opoulos", "idis",
    "auskas", "wicz", "czyk", "poulos", "stein", "berg", "baum", "mann", "elli", "ini", "etti",
)  # fmt: skip


def voted(cast: Cast, alike: Sequence[Sighting]) -> ActorType | None:
    """The type most of the evidence is for; None when it is no name at all."""
    votes: Counter[ActorType] = Counter()
    words = cast.words
    for sighting in alike:
        votes.update(_hints(words[sighting.document], sighting))
        votes.update(_neighbours(cast, sighting))
    bits = words[alike[0].document].flags[alike[0].first]
    votes.update(_letters(alike[0].name, bits))
    if not votes:
        return None if "-" in alike[0].name else "organisation"
    return votes.most_common(1)[0][0]


def _hints(words: Words, sighting: Sighting) -> Counter[ActorType]:
    """What the words around one name say about its type."""
    groups = lexicon().groups
    votes: Counter[ActorType] = Counter()
    before = words.low[sighting.first - 1] if sighting.first else ""
    after = words.text[sighting.last : sighting.last + 3]
    bits = words.flags[sighting.last] if sighting.last < len(words.flags) else 0
    if before in ("in", "near", "at", "across"):
        votes["place"] += 3
    elif before in groups["locative"]:
        votes["place"] += 1
    if before == "the":
        votes["organisation"] += 2
    if after[:1] == [","] and len(after) > 2 and after[1].isdigit() and after[2] == ",":
        votes["person"] += 4
    if sighting.first and words.flags[sighting.first - 1] & TITLE:
        votes["person"] += 3
    if words.text[sighting.last : sighting.last + 2][1:] and _owns_like_a_person(
        words, sighting.last
    ):
        votes["person"] += 2
    if any(b & PRONOUN for b in words.flags[sighting.last : sighting.last + 12]):
        votes["person"] += 1
    if bits & VERB:
        votes["person"] += 2
    elif (bits & CAPITAL and words.sentences[sighting.sentence].capitals) or bits & NUMBER:
        votes["organisation"] += 1
    return votes


def _neighbours(cast: Cast, sighting: Sighting) -> Counter[ActorType]:
    """What a name is joined to by "and", and the country it lies in, say about its type."""
    text = cast.words[sighting.document].text
    before = cast.ends.get((sighting.document, sighting.first - 1))
    after = cast.at.get((sighting.document, sighting.last + 1))
    votes: Counter[ActorType] = Counter()
    if before and text[sighting.first - 1].lower() in ("and", "or"):
        votes[before[1].type] += 2
    if after and text[sighting.last].lower() in ("and", "or"):
        votes[after[1].type] += 2
    if after and text[sighting.last] == "," and after[1].type == "place":
        votes["place"] += 3
    return votes


def _owns_like_a_person(words: Words, at: int) -> bool:
    """Whether what a name owns is a person's: its wife, its lawyer, its death."""
    mine = words.text[at] in ("'s", "’s", "'", "’")
    return mine and words.low[at + 1] in lexicon().group("persons_own")


def _letters(name: str, bits: int) -> Counter[ActorType]:
    """What a word's own letters say about its type."""
    votes: Counter[ActorType] = Counter()
    if bits & (GIVEN | SURNAME):
        votes["person"] += 3
    if name.lower().endswith(_FAMILY_ENDS) and len(name) > 4:
        votes["person"] += 2
    if bits & ACRONYM or any(c.isupper() for c in name[1:]):
        votes["organisation"] += 3
    return votes
