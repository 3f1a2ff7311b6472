"""Two accounts of one long story in invented words, of any length; for every bench."""

from __future__ import annotations

import random
from itertools import cycle
from typing import TYPE_CHECKING

from corpus.reading import document_from_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Document

_LETTERS = "bcdfgklmnprstv", "aeiou"
_VERBS = ("said", "announced", "joined", "annexed", "recognised", "signed", "left", "denied")
_SHARED = 0.5  # of the sentences, told in both
_PARAGRAPH = 0.3  # of the sentences end one
_NOUNS, _PEOPLE = 6000, 300


class Teller:
    """Makes sentences; the same seed always makes the same ones."""

    def __init__(self, seed: int = 7) -> None:
        self.draw = random.Random(seed)
        self._nouns = [self._word() for _ in range(_NOUNS)]
        self._people = [f"{self._noun().title()} {self._noun().title()}" for _ in range(_PEOPLE)]

    def sentence(self) -> str:
        """Somebody does something to the council, and many words follow."""
        words = " ".join(self._noun() for _ in range(self.draw.randint(8, 20)))
        return f"{self.draw.choice(self._people)} {self.draw.choice(_VERBS)} the council {words}."

    def book(self, shared: Sequence[str], characters: int) -> str:
        """So many characters, half the sentences those that both accounts tell, in their order."""
        told: list[str] = []
        length, same = 0, cycle(shared)
        while length < characters:
            sentence = next(same) if self.draw.random() < _SHARED else self.sentence()
            end = "\n\n" if self.draw.random() < _PARAGRAPH else " "
            told += sentence, end
            length += len(sentence) + len(end)
        return "".join(told)

    def _word(self) -> str:
        length = self.draw.randint(4, 8)
        return "".join(self.draw.choice(_LETTERS[at % 2]) for at in range(length))

    def _noun(self) -> str:
        return self.draw.choice(self._nouns)


def texts(kilobytes: float) -> tuple[str, str]:
    """A pair of so many kilobytes each."""
    teller = Teller()
    shared = [teller.sentence() for _ in range(max(1, round(kilobytes * 5)))]
    characters = round(1000 * kilobytes)
    return teller.book(shared, characters), teller.book(shared, characters)


def books(kilobytes: float) -> list[Document]:
    """The same as documents."""
    return [
        document_from_text(text, id=letter, name=f"book {letter}")
        for text, letter in zip(texts(kilobytes), "AB", strict=True)
    ]
