"""Whether two names can be one person's: the guards and the likenesses, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon
from corpus.actors.person_parts import first_is_family, is_initial, parse_person
from corpus.actors.spelling import fold, guttural, scripts, skeleton, sound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.person_parts import PersonName

# Shorter names are too alike by chance for a likeness of letters to mean anything.
SHORTEST_ALIKE = 6
# Of 100, by rapidfuzz.fuzz.ratio: the least for family names, given names, and for given
# names and family names whose consonants agree.
ALIKE_FAMILY, ALIKE_GIVEN, ALIKE_WITH_CONSONANTS = 90, 84, 72
# And the least for family names whose consonants agree after the very same given name.
ALIKE_WITH_GIVEN = 60

# The same for whole names without spaces, and how many letters these must have.
ALIKE_JOINED, SHORTEST_JOINED = 92, 12

_MALE_ENDS = ("ov", "ev", "in", "yn", "ski", "skii", "oi")
_FEMALE_ENDS = {"ova": "ov", "eva": "ev", "ina": "in", "yna": "yn", "skaia": "ski", "ska": "ski"}


def same_person(one: str, other: str) -> str | None:
    """Why two names may be one person's, in a phrase; None when they are kept apart."""
    a, b = parse_person(one), parse_person(other)
    if scripts("".join(a.parts)) != scripts("".join(b.parts)):
        return None
    if _genders_clash(a, b) or (a.suffix and b.suffix and a.suffix != b.suffix):
        return None
    if [fold(p) for p in a.parts] == [fold(p) for p in b.parts]:
        return "the same words"
    if not (a.is_full and b.is_full):
        return _bare_and_full(a, b)
    return _both_full(a, b)


def _genders_clash(a: PersonName, b: PersonName) -> bool:
    if a.gender and b.gender and a.gender != b.gender:
        return True
    return family_gender_differs(a.family, b.family)


def family_gender_differs(one: str, other: str) -> bool:
    """Whether one family name is the feminine form of the other: Gagloev, Gagloyeva."""
    a, b = sound(one), sound(other)
    return _is_feminine_of(a, b) or _is_feminine_of(b, a)


def _is_feminine_of(a: str, b: str) -> bool:
    return a.endswith("a") and any(
        a.endswith(end) and b.endswith(male) and _same_stem(a[: -len(end)], b[: -len(male)])
        for end, male in _FEMALE_ENDS.items()
    )


def _same_stem(a: str, b: str) -> bool:
    return a == b or (len(a) > 2 and skeleton(a) == skeleton(b))


def same_family(one: str, other: str, *, sure: bool = False) -> str | None:
    """Why two family names are one name spelt twice; None when they are two.

    ``sure``: the given names are the same, so that less likeness is enough.
    """
    if fold(one) == fold(other):
        return "the same family name"
    if family_gender_differs(one, other):
        return None
    if sound(one) == sound(other) or guttural(one) == guttural(other):
        return "spellings of one family name"
    shortest = min(len(sound(one)), len(sound(other)))
    if shortest < SHORTEST_ALIKE - 1 or _both_listed(one, other):
        return None
    alike = _ratio(sound(one), sound(other))
    least = ALIKE_WITH_GIVEN if sure else ALIKE_WITH_CONSONANTS
    if skeleton(one) == skeleton(other) and alike >= least:
        return "family names with the same consonants"
    if shortest >= SHORTEST_ALIKE and alike >= ALIKE_FAMILY:
        return "family names alike in nearly every letter"
    return None


def _both_listed(one: str, other: str) -> bool:
    """Whether two likenesses are two names all the same: both known, or Lomidze and Lomadze."""
    names = lexicon().surnames
    listed = fold(one).capitalize() in names and fold(other).capitalize() in names
    georgian = fold(one).endswith("dze") and fold(other).endswith("dze")
    return listed or (georgian and fold(one)[-4:] != fold(other)[-4:])


def same_given(one: str, other: str) -> str | None:
    """Why two given names can be one person's; None when they cannot."""
    a, b = fold(one), fold(other)
    if a == b or sound(one) == sound(other):
        return "the same given name"
    if is_initial(one) or is_initial(other):
        return "an initial" if a[:1] == b[:1] else None
    if sound(one).replace("o", "a") == sound(other).replace("o", "a"):
        return "spellings of one given name"
    if lexicon().short.get(a, frozenset()) & lexicon().short.get(b, frozenset()):
        return "forms of one given name"
    consonants = skeleton(one) == skeleton(other)
    alike = _ratio(sound(one), sound(other))
    if _both_given(one, other):
        return "given names alike" if consonants and alike >= ALIKE_GIVEN else None
    if (len(a) > 3 and alike >= ALIKE_GIVEN) or (consonants and alike >= ALIKE_WITH_CONSONANTS):
        return "given names alike"
    return None


def _both_given(one: str, other: str) -> bool:
    names = lexicon().given
    return fold(one).capitalize() in names and fold(other).capitalize() in names


def _bare_and_full(a: PersonName, b: PersonName) -> str | None:
    bare, full = (b, a) if a.is_full else (a, b)
    if not full.is_full:
        return same_family(bare.family, full.family)
    if same_family(bare.family, full.family):
        return "the family name alone"
    if first_is_family(full) and fold(bare.family) == fold(full.parts[0]):
        return "the family name alone, which stands first"
    if any(fold(bare.family) == fold(part) for part in full.parts[1:-1]):
        return "a middle name alone"
    return None


def _both_full(a: PersonName, b: PersonName) -> str | None:
    if _parted_otherwise(a, b):
        return "the same words, parted otherwise"
    if sorted(map(sound, a.parts)) == sorted(map(sound, b.parts)) and _order_may_differ(a):
        return "the same words"
    if _contains(a.parts, b.parts) or _contains(b.parts, a.parts):
        return "one name holds all of the other"
    given = same_given(a.parts[0], b.parts[0])
    family = same_family(a.family, b.family, sure=given == "the same given name")
    if family and given and _middles_agree(a.parts[1:-1], b.parts[1:-1]):
        return f"{family}, {given}"
    return None


def _parted_otherwise(a: PersonName, b: PersonName) -> bool:
    """Whether two names are one but for spaces and particles: Abdul Rahman, Abdulrahman."""
    if a.joined == b.joined or a.bare == b.bare or sound(a.joined) == sound(b.joined):
        return True
    if (a.bare == b.turned or a.turned == b.bare) and _order_may_differ(a):
        return True
    if len(a.parts) == len(b.parts) or min(len(a.bare), len(b.bare)) < SHORTEST_JOINED:
        return False
    return sound(a.parts[0]) == sound(b.parts[0]) and _ratio(a.bare, b.bare) >= ALIKE_JOINED


def _order_may_differ(name: PersonName) -> bool:
    """Whether the words of a name come in either order: not where each may be a given name."""
    known = lexicon()
    either = all(fold(p).capitalize() in known.given for p in name.parts)
    asian = any(p.lower() in known.group("family_first") for p in (name.parts[0], name.family))
    return asian or not either


def _contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether all words of one name stand in the other, in order, some as initials."""
    if len(short) >= len(long) or any(is_initial(p) for p in short):
        return False
    rest = iter(map(sound, long))
    found = [
        next((o for o in rest if part.startswith(o) and len(o) in (1, len(part))), "")
        for part in map(sound, short)
    ]
    return all(found) and any(len(part) > 1 for part in found)


def _middles_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    if not a or not b:
        return True
    return len(a) == len(b) and all(map(same_given, a, b))


def _ratio(a: str, b: str) -> float:
    from rapidfuzz import fuzz  # here, so that importing the package loads nothing heavy

    return fuzz.ratio(a, b)
