"""Over a whole story: which texts answer a passage, and what some texts share and others lack."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.links.briefs import briefs_of
from corpus.links.model import End

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.links.model import Link
    from corpus.text import Document

Place: TypeAlias = "tuple[str, int]"
"""A passage by its document and number."""

Answers: TypeAlias = "Mapping[Place, Mapping[str, tuple[int, ...]]]"
"""For each passage that is answered: by which documents, and there by which passages."""


class Claim(NamedTuple):
    """Linked passages that stand in some texts of a story and not in others.

    ``documents`` are the texts in which the passages, or counterparts of
    theirs, stand; in the ``others`` no counterpart is found for any of them.
    """

    documents: tuple[str, ...]
    others: tuple[str, ...]
    ends: tuple[End, ...]


def answers(links: Iterable[Link]) -> Answers:
    """The counterparts of each passage: the passages linked to it above weak."""
    found: defaultdict[Place, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for (a, b), (in_a, in_b), _, grade, _ in briefs_of(links):
        if grade != "weak":
            for here, numbers, there, others in ((a, in_a, b, in_b), (b, in_b, a, in_a)):
                for number in numbers:
                    found[here, number][there].update(others)
    return {
        place: {document: tuple(sorted(numbers)) for document, numbers in there.items()}
        for place, there in found.items()
    }


def claims(documents: Sequence[Document], links: Iterable[Link]) -> tuple[Claim, ...]:
    """What two texts or more share and others lack: the most widely told first.

    Passages that are linked, and are answered by the same texts, make one
    claim. What every text has, and what only one has, is none.
    """
    order = {document.id: at for at, document in enumerate(documents)}
    found = answers(links)
    told_in = {
        (document, number): tuple(sorted({document, *there}, key=order.__getitem__))
        for (document, number), there in found.items()
    }
    groups = (
        (told_in[group[0]], sorted(group, key=lambda place: (order[place[0]], place[1])))
        for group in _groups(found, told_in)
        if len(told_in[group[0]]) < len(documents)
    )
    ranked = sorted(groups, key=lambda one: (-len(one[0]), order[one[1][0][0]], one[1][0][1]))
    return tuple(
        Claim(inside, tuple(d for d in order if d not in inside), tuple(_ends(places)))
        for inside, places in ranked
    )


def told(claim: Claim) -> str:
    """Where a claim stands and where it was not found, in words."""
    return whereabouts((*claim.documents, *claim.others), claim.documents)


def whereabouts(texts: Sequence[str], having: Collection[str], what: str = "counterpart") -> str:
    """``in A and C; no counterpart found in B``: which of more than two texts have something.

    Nothing where all of them have it, or none, or where there are but two.
    """
    inside = [one for one in texts if one in having]
    others = [one for one in texts if one not in having]
    if len(texts) < 3 or not inside or not others:
        return ""
    return f"in {listed(inside)}; no {what} found in {listed(others, 'or')}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *firsts, end = words
    return f"{', '.join(firsts)} {last} {end}" if firsts else end


def _groups(found: Answers, told_in: Mapping[Place, tuple[str, ...]]) -> Iterator[list[Place]]:
    """Passages that are linked, directly or over others, and told in the same texts."""
    seen: set[Place] = set()
    for first in found:
        if first in seen:
            continue
        group, waiting = [first], [first]
        seen.add(first)
        while waiting:
            place = waiting.pop()
            there = ((d, n) for d, numbers in found[place].items() for n in numbers)
            new = [p for p in there if p not in seen and told_in[p] == told_in[first]]
            seen.update(new)
            group += new
            waiting += new
        yield group


def _ends(places: Sequence[Place]) -> Iterator[End]:
    """Passages in the order of the story, as one end for each text."""
    by_document: dict[str, list[int]] = {}
    for document, number in places:
        by_document.setdefault(document, []).append(number)
    for document, numbers in by_document.items():
        yield End(document, tuple(numbers))
