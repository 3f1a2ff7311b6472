"""The place a report opens with: "KYIV (Reuters) —", "WASHINGTON, March 3 -"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = frozenset({"-", "–", "—", "―"})
# A dateline's place, and the whole of it, have no more words and marks than this.
LONGEST_PLACE, LONGEST = 4, 16
# Shorter words in capitals are more often initials than towns, unless a list knows the town.
SHORTEST_PLACE = 5


def dateline_place(names: Sequence[str]) -> int:
    """How many words at the start of a passage name the place it was written in; 0 for none.

    The place is in capitals and a dash follows, at once or after a region, a
    day and the agency.
    """
    length = 0
    while length < min(len(names), LONGEST_PLACE) and _is_shouted(names[length]):
        length += 1
    if not length or not _dash_follows(names, length):
        return 0
    known = lexicon()
    if tuple(names[:length]) in known.known and length == 1:
        return int(known.known[tuple(names[:length])].type == "place")
    towns = tuple(name.capitalize() for name in names[:length]) in known.known
    return length if towns or max(map(len, names[:length])) >= SHORTEST_PLACE else 0


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.replace("-", "").replace("’", "").isalpha()


def _dash_follows(names: Sequence[str], at: int) -> bool:
    """Whether what stands up to the first dash is short and has only names, days and marks."""
    bracket = False
    for name in names[at : at + LONGEST]:
        if name in _DASHES:
            return True
        bracket = name == "(" or (bracket and name != ")")
        fits = name[0].isupper() or name[0].isdigit() or name in (",", "(", ")", "/", ".")
        if not (fits or bracket):
            return False
    return False
