"""One sentence in which names are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.actors.flags import CAPITAL, KNOWN, MARK, NUMBER, VERB
from corpus.actors.lexicon import lexicon
from corpus.actors.sightings import Sighting

if TYPE_CHECKING:
    from corpus.actors.lexicon import Known
    from corpus.actors.model import MentionKind
    from corpus.actors.sightings import Guess
    from corpus.actors.words import Sentence, Words

_AMBIGUOUS_MONTHS = frozenset({"May", "April", "June", "August", "March"})


@dataclass(frozen=True)
class Line:
    """A sentence of one document; ``seen`` as in Chunker."""

    document: int
    words: Words
    seen: frozenset[str]
    number: int
    sentence: Sentence

    @property
    def flags(self) -> list[int]:
        """What each word of the document may be."""
        return self.words.flags

    @property
    def name(self) -> list[str]:
        """Each word of the document as in a name."""
        return self.words.name

    def is_capital(self, at: int) -> bool:
        """Whether a word with a capital stands here, in the sentence."""
        return at < self.sentence.last and bool(self.flags[at] & CAPITAL)

    def acts(self, at: int) -> bool:
        """Whether a verb of somebody who acts stands here."""
        if at >= self.sentence.last:
            return False
        low = self.name[at].lower()
        finite = low in lexicon().group("finite") or low in lexicon().group("past")
        return finite or bool(self.flags[at] & VERB and not self.flags[at] & CAPITAL)

    def opens(self, at: int) -> bool:
        """Whether a capital here says nothing."""
        if self.sentence.mere:
            return False
        if not self.sentence.capitals or at == self.sentence.first:
            return True
        return bool(self.flags[at - 1] & MARK) and self.name[at - 1] not in (
            ",",
            "-",
            "(",
            "/",
            "&",
        )

    def known_length(self, at: int) -> int:
        """How many words the longest known name that starts here has; 0 when none starts."""
        known = lexicon()
        if not self.flags[at] & KNOWN:
            return 0
        longest = min(known.reach.get(self.name[at], 0), self.sentence.last - at)
        for length in range(longest, 0, -1):
            if tuple(self.name[at : at + length]) in known.known:
                return length
        return 0

    def entry(self, at: int, length: int) -> Known:
        """What the gazetteer knows under these words; KeyError when nothing."""
        return lexicon().known[tuple(self.name[at : at + length])]

    def known(self, first: int, last: int, entry: Known) -> Sighting:
        """The sighting of a known name."""
        name = self.words.say(first, last)
        kind: MentionKind = "demonym" if entry.form == "demonym" else "name"
        guess: Guess = "place" if entry.type == "place" else "organisation"
        return Sighting(
            self.document, first, last, self.number, guess, name, kind, entry, firm=True
        )

    def maybe(self, at: int) -> Sighting:
        """A word that is a name only if the story names somebody so elsewhere."""
        return self.sighting(at, at + 1, "maybe")

    def sighting(
        self, first: int, last: int, guess: Guess, gender: str = "", *, firm: bool = False
    ) -> Sighting:
        """The sighting of words ``first`` to ``last`` (exclusive)."""
        name = self.words.say(first, last)
        return Sighting(
            self.document, first, last, self.number, guess, name, gender=gender, firm=firm
        )

    def is_date(self, at: int) -> bool:
        """Whether a month or a weekday is meant, not a person called May."""
        word = self.name[at]
        if word not in _AMBIGUOUS_MONTHS:
            return True
        before = self.name[at - 1].lower() if at > self.sentence.first else ""
        after = self.flags[at + 1] if at + 1 < self.sentence.last else 0
        return (
            before in lexicon().group("before_month") or bool(after & NUMBER) or not after & CAPITAL
        )

    def is_family_first(self, at: int) -> bool:
        """Whether the word may be an East Asian family name, which stands first."""
        return self.name[at].lower() in lexicon().group("family_first")
