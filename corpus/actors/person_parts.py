"""A person's name taken apart: titles, particles, given and family names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon
from corpus.actors.spelling import fold, plain_letters
from corpus.actors.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart.

    ``parts`` are its words without titles, particles and Jr.; a hyphen parts
    words. ``gender`` is f, m or empty, ``suffix`` jr, ii … or empty, ``joined``
    all words as one: Del Giudice, DelGiudice; ``bare`` the same without particles.
    """

    parts: tuple[str, ...]
    gender: str
    suffix: str
    joined: str = ""
    bare: str = ""

    @property
    def turned(self) -> str:
        """The same as ``bare`` with the last part first."""
        return fold(self.parts[-1] + "".join(self.parts[:-1]))

    @property
    def family(self) -> str:
        """The last part, which most languages have for the family."""
        return self.parts[-1]

    @property
    def is_full(self) -> bool:
        """Whether more than one part is known."""
        return len(self.parts) > 1


@lru_cache(maxsize=16384)
def parse_person(name: str) -> PersonName:
    """A name taken apart: titles in front give the gender, particles are left out."""
    known = lexicon()
    words = [part for t in tokenise(name) if t.text[0].isalpha() for part in _initials(t.text)]
    title = _honorific(words)
    words = words[_titles_end(words) :]
    suffix = ""
    if len(words) > 1 and words[-1].lower() in known.group("suffix"):
        suffix = words.pop().lower().strip(".")
    parts = [part for word in words for part in word.replace("‑", "-").replace("‐", "-").split("-")]
    kept = [p for p in parts if p.lower() not in known.group("particle")] or parts or [name]
    gender = title or _given_gender(kept)
    return PersonName(tuple(kept), gender, suffix, fold("".join(parts)), fold("".join(kept)))


def _initials(word: str) -> list[str]:
    """The letters of "J.P."; any other word as it is."""
    letters = [part for part in word.split(".") if part]
    apart = len(letters) > 1 and all(len(letter) == 1 for letter in letters)
    return letters if apart else [word]


def _titles_end(words: Sequence[str]) -> int:
    """Where the titles in front end: "Deputy Prime Minister"; words for titles alone are names."""
    end = 0
    for at, word in enumerate(words[:-1]):
        if _is_title(word):
            end = at + 1
        elif word.lower() not in lexicon().group("title_part"):
            break
    return end


def _is_title(word: str) -> bool:
    groups = lexicon().groups
    low = word.lower()
    return any(low in groups[g] for g in ("honorific_m", "honorific_f", "honorific_n", "office"))


def _honorific(words: Sequence[str]) -> str:
    groups = lexicon().groups
    for word in words[:-1]:
        if word.lower() in groups["honorific_m"]:
            return "m"
        if word.lower() in groups["honorific_f"]:
            return "f"
    return ""


def _given_gender(parts: Sequence[str]) -> str:
    gender = lexicon().given.get(plain_letters(parts[0]), "") if len(parts) > 1 else ""
    return gender if gender in ("f", "m") else ""


def is_initial(part: str) -> bool:
    """Whether a part of a name is one letter, with or without a full stop."""
    return len(part.strip(".")) == 1


def first_is_family(name: PersonName) -> bool:
    """Whether the family name may stand first, as in East Asia."""
    return name.parts[0].lower() in lexicon().group("family_first")
