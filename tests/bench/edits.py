"""Texts edited as editors, publishers and file formats do, with every character's origin known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

NEW = -1  # the origin of a character that was not in the text before

_SENTENCE = re.compile(r"\S[^.!?\n]*(?:[.!?]+[»”\"]?|(?=\n)|$)")
_WORD = re.compile(r"\w+")
_TYPOGRAPHY = {
    '"': "“",
    "'": "’",
    "«": '"',
    "»": '"',
    "—": "-",
    " ": "\u00a0",
    "\n": "\r\n",
    "-": "\u2010",
    "…": "...",
}


@dataclass(frozen=True)
class Edited:
    """A text and, for each of its characters, the offset it had before, or ``NEW``."""

    text: str
    origins: tuple[int, ...]

    def part(self, start: int, end: int) -> Edited:
        return Edited(self.text[start:end], self.origins[start:end])

    def replaced(self, start: int, end: int, new: Edited) -> Edited:
        return Edited(
            self.text[:start] + new.text + self.text[end:],
            self.origins[:start] + new.origins + self.origins[end:],
        )


def untouched(text: str) -> Edited:
    return Edited(text, tuple(range(len(text))))


def fresh(text: str) -> Edited:
    return Edited(text, (NEW,) * len(text))


@dataclass(frozen=True)
class Editor:
    """Edits a text around what a note is about, by chance.

    ``strangers`` are sentences of other texts in the same language.
    """

    chance: Random
    strangers: Sequence[str]

    def typography(self, edited: Edited, _: range) -> Edited:
        """Another set of quotation marks, dashes, spaces and line ends; soft hyphens."""
        for at in reversed(range(len(edited.text))):
            plain = edited.text[at]
            if plain in _TYPOGRAPHY and self.chance.random() < 0.5:
                edited = edited.replaced(at, at + 1, fresh(_TYPOGRAPHY[plain]))
            elif plain.isalpha() and self.chance.random() < 0.02:
                edited = edited.replaced(at, at, fresh(self.chance.choice("\u00ad\u200b")))
        return edited

    def insert(self, edited: Edited, _: range) -> Edited:
        """Some new sentences anywhere."""
        for _time in range(self.chance.randint(1, 6)):
            start, _end = self.chance.choice(sentences(edited.text))
            edited = edited.replaced(start, start, fresh(self._stranger() + " "))
        return edited

    def cut(self, edited: Edited, note: range) -> Edited:
        """Some sentences gone, seldom the noted one."""
        for _time in range(self.chance.randint(1, 5)):
            start, end = self.chance.choice(sentences(edited.text))
            if _holds(edited, start, end, note) and self.chance.random() < 0.7:
                continue
            edited = edited.replaced(start, end, fresh(""))
        return edited

    def cut_noted(self, edited: Edited, note: range) -> Edited:
        """The noted sentence gone."""
        start, end = _home(edited, note)
        return edited.replaced(start, end, fresh(""))

    def rewrite_noted(self, edited: Edited, note: range) -> Edited:
        """Another sentence in the place of the noted one."""
        start, end = _home(edited, note)
        return edited.replaced(start, end, fresh(self._stranger()))

    def reword(self, edited: Edited, note: range) -> Edited:
        """The noted sentence with some words replaced, left out or put in."""
        start, end = _home(edited, note)
        return edited.replaced(start, end, self._reworded(edited.part(start, end), 0.12))

    def reword_all(self, edited: Edited, _: range) -> Edited:
        """A careful revision of the whole text: a word here and there."""
        return self._reworded(edited, 0.05)

    def misspell(self, edited: Edited, _: range) -> Edited:
        """A letter lost, doubled or changed now and then, as by a scanner."""
        for at in reversed(range(len(edited.text))):
            if edited.text[at].isalpha() and self.chance.random() < 0.01:
                other = self.chance.choice(("", edited.text[at] * 2, edited.text[at - 1]))
                edited = edited.replaced(at, at + 1, fresh(other))
        return edited

    def shuffle(self, edited: Edited, _: range) -> Edited:
        """The paragraphs in another order."""
        parts = [edited.part(*m.span()) for m in re.finditer(r"[^\n]+", edited.text)]
        self.chance.shuffle(parts)
        joined = fresh("")
        for part in parts:
            joined = _joined(_joined(joined, part), fresh("\n\n"))
        return joined

    def strange_neighbours(self, edited: Edited, note: range) -> Edited:
        """Other sentences on both sides of the noted one."""
        start, end = _home(edited, note)
        edited = edited.replaced(end, end, fresh(f" {self._stranger()}"))
        return edited.replaced(start, start, fresh(f"{self._stranger()} "))

    def look_alike(self, edited: Edited, note: range) -> Edited:
        """A sentence much like the noted one elsewhere."""
        copy = self._reworded(fresh(edited.part(*_home(edited, note)).text), 0.12)
        start = self._elsewhere(edited, note)
        return edited.replaced(start, start, _joined(copy, fresh(" ")))

    def look_alike_left(self, edited: Edited, note: range) -> Edited:
        """A sentence built like the noted one elsewhere, and the noted one gone."""
        copy = self._reworded(fresh(edited.part(*_home(edited, note)).text), 0.35)
        start = self._elsewhere(edited, note)
        home, end = _home(edited, note)
        if start > home:
            edited = edited.replaced(start, start, _joined(copy, fresh(" ")))
            return edited.replaced(home, end, fresh(""))
        edited = edited.replaced(home, end, fresh(""))
        return edited.replaced(start, start, _joined(copy, fresh(" ")))

    def twice(self, edited: Edited, note: range) -> Edited:
        """The noted sentence to the letter once more, elsewhere."""
        copy = fresh(edited.part(*_home(edited, note)).text + " ")
        start = self._elsewhere(edited, note)
        return edited.replaced(start, start, copy)

    def capitals(self, edited: Edited, note: range) -> Edited:
        """The noted sentence in capitals."""
        start, end = _home(edited, note)
        shouted = Edited(edited.text[start:end].upper(), edited.origins[start:end])
        return edited.replaced(start, end, shouted)

    def _elsewhere(self, edited: Edited, note: range) -> int:
        """The start of a sentence that is no neighbour of the noted one."""
        starts = [start for start, _ in sentences(edited.text)]
        home = sum(start < _home(edited, note)[1] for start in starts)
        return self.chance.choice([s for i, s in enumerate(starts) if not home - 3 < i < home + 3])

    def _stranger(self) -> str:
        return self.chance.choice(self.strangers)

    def _reworded(self, edited: Edited, rate: float) -> Edited:
        for match in reversed(list(_WORD.finditer(edited.text))):
            if self.chance.random() < rate:
                word = self.chance.choice(_WORD.findall(self._stranger()))
                new = self.chance.choice((word, "", f"{match.group()} {word}"))
                if new.startswith(match.group()):
                    edited = edited.replaced(match.end(), match.end(), fresh(f" {word}"))
                else:
                    edited = edited.replaced(*match.span(), fresh(new))
        return edited


def sentences(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in _SENTENCE.finditer(text)]


def where_now(edited: Edited, note: range) -> list[int]:
    """The present offsets of the noted characters that are left."""
    return [at for at, origin in enumerate(edited.origins) if origin in note]


def _home(edited: Edited, note: range) -> tuple[int, int]:
    """The sentences that hold what is left of the noted words."""
    left = where_now(edited, note)
    if not left:
        return 0, 0
    hit = [s for s in sentences(edited.text) if s[0] <= left[-1] and left[0] < s[1]]
    return min(hit, default=(left[0], 0))[0], max(hit, default=(0, left[-1] + 1))[1]


def _holds(edited: Edited, start: int, end: int, note: range) -> bool:
    return any(origin in note for origin in edited.origins[start:end])


def _joined(one: Edited, other: Edited) -> Edited:
    return Edited(one.text + other.text, one.origins + other.origins)
