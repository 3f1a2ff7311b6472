"""Offices taken apart, so that two ways of saying one can be told from two offices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.actors.bodies import body_words
from corpus.actors.lexicon import grouped_lines

# What an office is of stands from one of these words on.
_OF = re.compile(r"\b(?:of|for|at|in|with|to|on)\b.*", re.IGNORECASE | re.DOTALL)
# The sex of the holder makes no other office: spokeswoman, chairman.
_HOLDER = re.compile(r"(?<=\w{4})(?:wom[ae]n|m[ae]n|persons?|people)$")


@dataclass(frozen=True, slots=True)
class Office:
    """An office taken apart.

    ``noun`` is its main word, ``rank`` what makes it another office (deputy,
    vice), ``of`` the further words that tell which it is or of what body,
    ``places`` where. ``now`` is False for a former, acting or coming holder.
    """

    noun: str
    rank: frozenset[str]
    of: frozenset[str]
    places: frozenset[str]
    now: bool = True

    @property
    def is_one_of_a_kind(self) -> bool:
        """Whether one person holds it at a time, as a president does and an analyst does not."""
        return self.noun in _one_holder()

    @property
    def is_of_something(self) -> bool:
        """Whether it is said whose office it is, so that it can be known again."""
        return bool(self.noun) and bool(self.places or self.of)


@lru_cache(maxsize=4096)
def office(text: str) -> Office:
    """The office in the words of a role: ``former South Ossetian president``."""
    after = _OF.search(text)
    own, places = _read(_OF.sub("", text))
    body, further = _read(after.group() if after else "")
    told = [word for word in own if word not in group("not_now")]
    nouns = [word for word in told if word not in group("after_noun")]
    noun = nouns[-1] if nouns else ""
    rank = group("rank").intersection(told)
    of = frozenset((*told, *body)) - rank - {noun}
    return Office(noun, rank, of, places | further, now=len(told) == len(own))


def same_office(one: Office, other: Office) -> bool:
    """Whether both may be one office, perhaps said in fewer words."""
    return (
        bool(one.noun)
        and (one.noun, one.rank, one.now) == (other.noun, other.rank, other.now)
        and _may_agree(one.of, other.of)
        and _may_agree(one.places, other.places)
    )


@cache
def group(name: str) -> frozenset[str]:
    """One group of the words for offices and moments."""
    return frozenset(grouped_lines("moments.txt")[name])


@cache
def _one_holder() -> frozenset[str]:
    return frozenset(map(_plain, group("held")))


def _read(text: str) -> tuple[list[str], frozenset[str]]:
    """The words that tell offices apart, in order, and the places among them."""
    words = [word for word in body_words(text.replace("-", " ")) if len(word) > 1]
    places = frozenset(word for word in words if word[0] == "@")
    return [_plain(word) for word in words if word[0] != "@"], places


def _may_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _plain(word: str) -> str:
    bare = _HOLDER.sub("", word)
    return bare.removesuffix("s") if len(bare) > 4 else bare
