"""What the actor finder knows beforehand: lists of one language, read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus.actors.data_lines import DATA, items, lines
from corpus.actors.data_lines import grouped_lines as grouped_lines  # for those who ask here
from corpus.actors.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from corpus.actors.model import ActorType

Form = Literal["name", "demonym", "seat"]


class Known(NamedTuple):
    """An entry of the gazetteer: whom a name stands for, and what kind of word it is.

    ``own`` is a seat's own name as a town.
    """

    name: str
    type: ActorType
    form: Form
    sort: str
    own: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language.

    ``groups`` holds the sets of words.txt in lower case. ``known`` maps the
    tokens of a name to its entry, ``reach`` the first token of a known name to
    the length of the longest one, in tokens. ``given`` maps a given name to
    f, m or n. ``short`` maps a given name to the numbers of its families.
    """

    common: frozenset[str]
    given: Mapping[str, str]
    surnames: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    known: Mapping[tuple[str, ...], Known]
    reach: Mapping[str, int]
    short: Mapping[str, frozenset[int]]

    def is_common(self, word: str) -> bool:
        """Whether a word, in lower case, is an ordinary word of the language."""
        if word in self.common or any(self._is_base(base) for base in _bases(word)):
            return True
        if any(self._is_base(base) for base in _american(word)):
            return True
        high = word.capitalize()
        if high in self.surnames or high in self.given or high in self.reach:
            return False
        return any(base in self.common for base in _derived(word))

    def _is_base(self, word: str) -> bool:
        return word in self.common or any(base in self.common for base in _bases(word))

    def group(self, name: str) -> frozenset[str]:
        """One group of words.txt."""
        return self.groups[name]

    def entry(self, name: str) -> Known | None:
        """What the gazetteer knows under exactly this name."""
        return self.known.get(tuple(t.text for t in tokenise(name)))


# Small words that make new ones: playoff, outage, aftershocks.
_WORDS_IN_WORDS = frozenset(["off", "out", "under", "after", "over", "down", "age", "back", "set"])


def _bases(word: str) -> Iterator[str]:
    for end in ("s", "es", "ed", "ing", "ly"):
        if word.endswith(end) and len(word) > len(end) + 2:
            yield word[: -len(end)]


# What British spellings end in, and American ones instead.
_SPELLINGS = (
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("oural", "oral"),
    ("ise", "ize"), ("ised", "ized"), ("iser", "izer"), ("isers", "izers"), ("ising", "izing"),
    ("isation", "ization"), ("yse", "yze"), ("ysed", "yzed"), ("ence", "ense"),
    ("tre", "ter"), ("tres", "ters"), ("ogue", "og"), ("lled", "led"), ("lling", "ling"),
    ("ller", "ler"), ("llers", "lers"), ("mme", "m"), ("mmes", "ms"),
)  # fmt: skip


def _american(word: str) -> Iterator[str]:
    """The American spelling of a British one: defence, organiser, neighbour."""
    for british, american in _SPELLINGS:
        if word.endswith(british):
            yield word[: -len(british)] + american
    if "our" in word:
        yield word.replace("our", "or")


def _derived(word: str) -> Iterator[str]:
    """What a word may be made from: protesters, escapee, undersea."""
    if word.endswith(("ologist", "ologists")):
        yield "expert"  # climatologists: of whatever science
    for end in (
        "er",
        "ers",
        "or",
        "ors",
        "ee",
        "ees",
        "ness",
        "less",
        "ings",
        "ist",
        "ists",
        "ism",
    ):
        if word.endswith(end) and len(word) > len(end) + 3:
            yield word[: -len(end)]
            yield word[: -len(end)] + "e"
    for at in range(3, len(word) - 2):
        if word[:at] in _WORDS_IN_WORDS or word[at:] in _WORDS_IN_WORDS:
            yield word[at:] if word[:at] in _WORDS_IN_WORDS else word[:at]
    for start in ("un", "re", "under", "sub", "over", "non", "out", "mis", "dis"):
        if word.startswith(start) and len(word) > len(start) + 3:
            yield word[len(start) :]


def _given(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines(path):
        gender, _, names = line.partition(":")
        found.update(dict.fromkeys(names.split(), gender))
    return found


def _given_names(folder: Path) -> dict[str, str]:
    """The derived list, with more countries; the hand's word on names for both goes first."""
    more = _given(folder / "given_more.txt")
    both = {name: gender for name, gender in more.items() if gender == "n"}
    return more | _given(folder / "given.txt") | both


def _places(path: Path) -> Iterator[tuple[str, Known]]:
    for line in lines(path):
        sort, name, others, people, seats = (cell.strip() for cell in line.split("|"))
        for surface in [name, *items(others)]:
            yield surface, Known(name, "place", "name", sort)
        for surface in items(people):
            entry = Known(name, "place", "demonym", sort)
            yield surface, entry
            yield surface + "s", entry
        for spellings in (seat.split("/") for seat in items(seats)):
            for surface in spellings:
                yield surface, Known(name, "place", "seat", sort, spellings[0])


def _cities(path: Path, particles: frozenset[str]) -> Iterator[tuple[str, Known]]:
    for line in lines(path):
        for city in items(line.partition(":")[2]):
            if city.lower() in particles:
                continue
            yield city, Known(city, "place", "name", "city")


def _organisations(path: Path) -> Iterator[tuple[str, Known]]:
    for line in lines(path):
        name, _, others = line.partition("|")
        for surface in [name.strip(), *items(others)]:
            yield surface, Known(name.strip(), "organisation", "name", "body")


def _families(groups: Mapping[str, list[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, family in enumerate(groups["short"]):
        for name in family.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _joined(language: str) -> dict[str, list[str]]:
    """The groups of words of a language, and those of Russian, which share no word with it."""
    own, other = grouped_lines("words.txt", language), grouped_lines("words.txt", "ru")
    return {name: own.get(name, []) + other.get(name, []) for name in {**own, **other}}


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lists of a language; FileNotFoundError when there are none."""
    folder = DATA / language
    groups = _joined(language)
    known: dict[tuple[str, ...], Known] = {}
    for surface, entry in (
        *_organisations(folder / "organisations.txt"),
        *_places(folder / "places.txt"),
        *_cities(folder / "cities.txt", frozenset(groups["particle"])),
    ):
        known.setdefault(tuple(t.text for t in tokenise(surface)), entry)
    reach: dict[str, int] = {}
    for key in known:
        reach[key[0]] = max(reach.get(key[0], 0), len(key))
    return Lexicon(
        common=frozenset(w for line in lines(folder / "common.txt") for w in line.split()),
        given=_given_names(folder),
        surnames=frozenset(w for line in lines(folder / "surnames.txt") for w in line.split()),
        groups={name: frozenset(w.lower() for w in words) for name, words in groups.items()},
        known=known,
        reach=reach,
        short=_families(groups),
    )
