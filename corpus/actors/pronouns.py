"""Whom "he" and "she" mean: the latest person who fits, the opening one of a sentence first."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.actors.flags import PRONOUN
from corpus.actors.lexicon import lexicon
from corpus.actors.phrases import is_plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.groups import Group
    from corpus.actors.settle import Cast

_ATTRIBUTE = re.compile(r" (?:of|in|for|from|with|at|who|close) ")
# How many sentences back a pronoun may look.
FARTHEST = 4


class Antecedents:
    """The persons of one document in reading order, for pronouns to look back at."""

    def __init__(self, cast: Cast, document: int) -> None:
        self.words = cast.words[document]
        self.number = document
        spots = sorted(
            (s.first, i)
            for i, group in enumerate(cast.groups)
            if group.type in ("person", "unnamed") and not _is_many(group)
            for s, kind in group.sightings
            if s.document == document and kind != "pronoun"
        )
        self._groups = cast.groups
        self._spots = spots

    def person(self, at: int, word: str) -> Group | None:
        """Whom the pronoun at this word stands for; None when nobody near fits."""
        gender = "m" if word in lexicon().group("pronoun_m") else "f"
        for group in self._candidates(at):
            if group.gender in ("", gender):
                group.gender = group.gender or gender
                return group
        return self._named_later(at, gender)

    def _named_later(self, at: int, gender: str) -> Group | None:
        """The first person of a text that speaks of somebody before it says who that is."""
        if not self._spots or self._spots[0][0] < at:
            return None
        first, number = self._spots[0]
        near = self.words.sentence[first] - self.words.sentence[at] <= 1
        group = self._groups[number]
        return group if near and group.gender in ("", gender) else None

    def _candidates(self, at: int) -> Iterator[Group]:
        """Persons before a word: in its sentence, then the opening one of each sentence back."""
        here = self.words.sentence[at]
        index = bisect_left(self._spots, (at, -1))
        by_sentence: dict[int, list[Group]] = {}
        for first, group in reversed(self._spots[max(0, index - 40) : index]):
            number = self.words.sentence[first]
            if here - number > FARTHEST:
                break
            by_sentence.setdefault(number, []).insert(0, self._groups[group])
        for number in range(here, here - FARTHEST - 1, -1):
            yield from by_sentence.get(number, [])


def _is_many(group: Group) -> bool:
    """Whether an unnamed actor is more than one: "researchers of the scandal"."""
    if group.type != "unnamed":
        return False
    head = _ATTRIBUTE.split(group.name.lower().strip(), maxsplit=1)[0].rsplit(" ", 1)[-1]
    return is_plural(head)


def find_pronouns(cast: Cast, document: int, quoted: bytearray) -> Iterator[tuple[int, Group]]:
    """The pronouns for persons outside quotations, and whom they mean."""
    words = cast.words[document]
    antecedents = Antecedents(cast, document)
    for at, bits in enumerate(words.flags):
        if bits & PRONOUN and not quoted[at]:
            group = antecedents.person(at, words.low[at])
            if group is not None:
                yield at, group
