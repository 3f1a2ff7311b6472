"""How far coders agree: which passages each of them noted, and under which tags.

For each tag and each two coders Cohen's kappa (J. Cohen, "A coefficient of
agreement for nominal scales", 1960), and for any number of coders
Krippendorff's alpha for nominal data (K. Krippendorff, "Computing
Krippendorff's alpha-reliability", 2011). The units are passages: either a
coder gave one the tag, or not.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

Unit = tuple[str, int]
"""A passage: the id of its document, its number."""


class Coded(NamedTuple):
    """One coder noted one passage; ``code`` is a tag, empty for the note itself."""

    coder: str
    unit: Unit
    code: str


class Counts(NamedTuple):
    """Of two coders: the passages with the code from both, from one of them, from neither."""

    both: int
    first: int
    second: int
    neither: int


class Agreement(NamedTuple):
    """How far some coders agree on one code; ``code`` is empty for notes of any kind.

    ``units`` are the passages of all texts in which each of them noted
    something. ``observed`` is the share of pairs of judgements that agree, in
    [0, 1]. ``counts`` and ``kappa`` are of two coders. ``kappa`` and ``alpha``
    are at most 1, 0 by chance, and None where they are not defined: where
    nobody could have disagreed.
    """

    code: str
    coders: tuple[str, ...]
    units: int
    observed: float
    counts: Counts | None
    kappa: float | None
    alpha: float | None


def agreement(coded: Iterable[Coded], passages: Mapping[str, int]) -> Iterator[Agreement]:
    """How far each two coders agree, and all of them where there are more than two.

    Args:
        coded: what every coder noted; each passage noted has the empty code too.
        passages: how many each document has, by its id.

    Yields:
        The empty code first, then the tags, the most used first. Coders who
        noted nothing in the same text are not compared.
    """
    found = list(dict.fromkeys(coded))
    uses = Counter(one.code for one in found)
    codes = sorted(uses, key=lambda code: (bool(code), -uses[code], code))
    coders = sorted({one.coder for one in found})
    groups = [*combinations(coders, 2), *([tuple(coders)] if len(coders) > 2 else [])]
    for code in codes:
        for group in groups:
            units = _units(found, group, passages)
            given = [{o.unit for o in found if (o.coder, o.code) == (c, code)} for c in group]
            if units and any(one & units for one in given):
                yield _agreement(code, group, units, [one & units for one in given])


def _units(
    coded: Sequence[Coded], coders: Sequence[str], passages: Mapping[str, int]
) -> AbstractSet[Unit]:
    """The passages of the texts in which each of these coders noted something."""
    looked_at = [{one.unit[0] for one in coded if one.coder == coder} for coder in coders]
    common = set(passages).intersection(*looked_at)
    return {(text, number) for text in common for number in range(1, passages[text] + 1)}


def _agreement(
    code: str, coders: tuple[str, ...], units: AbstractSet[Unit], given: Sequence[AbstractSet[Unit]]
) -> Agreement:
    held = Counter(unit for one in given for unit in one)
    many, pairs = len(coders), len(coders) * (len(coders) - 1) / 2
    apart = sum(count * (many - count) for count in held.values())
    counts = _counts(units, *given) if many == 2 else None
    return Agreement(
        code,
        coders,
        len(units),
        1 - apart / (pairs * len(units)),
        counts,
        _kappa(counts) if counts else None,
        _alpha(apart, held.total(), many, len(units)),
    )


def _counts(units: AbstractSet[Unit], one: AbstractSet[Unit], other: AbstractSet[Unit]) -> Counts:
    return Counts(len(one & other), len(one - other), len(other - one), len(units - one - other))


def _kappa(counts: Counts) -> float | None:
    """Cohen's kappa: how much more two agree than they would by chance, each as often as here."""
    total = sum(counts)
    observed = (counts.both + counts.neither) / total
    one, other = (counts.both + counts.first) / total, (counts.both + counts.second) / total
    chance = one * other + (1 - one) * (1 - other)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _alpha(apart: int, given: int, coders: int, units: int) -> float | None:
    """Krippendorff's alpha of a code that was given or not, by every coder to every unit.

    Args:
        apart: pairs of judgements on one unit that differ, over all units.
        given: how often the code was given.
        coders: how many judged.
        units: how many were judged.
    """
    judged = coders * units
    other = judged - given
    if not given or not other:
        return None
    return 1 - (judged - 1) * apart / ((coders - 1) * given * other)
