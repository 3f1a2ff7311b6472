"""Acts of speech in a document: the verb, the words said, and the phrase that says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon
from corpus.actors.quotes import quotations
from corpus.actors.subjects import Subject, subject_after, subject_before
from corpus.actors.verbs import verb_forms
from corpus.actors.words import CALENDAR, CAPITAL, MARK, NUMBER, QUOTE, VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.model import StatementMode
    from corpus.actors.quotes import Quotation
    from corpus.actors.settle import Cast
    from corpus.actors.words import Sentence, Words


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says something: ranges of words, ends exclusive; ``verb`` may be empty."""

    mode: StatementMode
    subject: Subject
    verb: tuple[int, int]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class VerbAt:
    """A verb of speech; its auxiliaries begin at ``first``, its own word is ``main``."""

    first: int
    main: int
    last: int
    ways: frozenset[str]


class SpeechFinder:
    """Finds the acts of speech of one document, quotations first."""

    def __init__(self, cast: Cast, document: int) -> None:
        self.cast = cast
        self.document = document
        self.words: Words = cast.words[document]
        self.quotes = quotations(self.words)
        self.quoted = bytearray(len(self.words.text) + 1)
        for quote in self.quotes:
            for i in range(quote.first, quote.last):
                self.quoted[i] = 1
        self.used: set[int] = set()

    def find(self) -> list[Speech]:
        """All acts of speech in reading order."""
        found = [*self._direct(), *self._indirect(), *self._according()]
        return sorted(found, key=lambda s: min(s.content)[0])

    # -- quotations

    def _direct(self) -> Iterator[Speech]:
        last: Speech | None = None
        waiting: Quotation | None = None
        for quote in self.quotes:
            if not quote.direct:
                continue
            speech = self._tagged(quote)
            if speech is not None and waiting is not None and self._leads_to(waiting, quote):
                parts = ((waiting.first, waiting.last), *speech.content)
                speech = Speech("direct", speech.subject, speech.verb, parts)
            waiting = None
            if speech is None and last is not None and self._continues(last, quote):
                last = Speech(
                    "direct", last.subject, last.verb, (*last.content, (quote.first, quote.last))
                )
                continue
            if speech is not None and last is not None and speech.verb == last.verb:
                last = Speech("direct", last.subject, last.verb, (*last.content, *speech.content))
                continue
            if last is not None:
                yield last
            last = speech
            waiting = quote if speech is None else None
        if last is not None:
            yield last

    def _tagged(self, quote: Quotation) -> Speech | None:
        found = self._tag_after(quote) or self._tag_before(quote)
        if found is None:
            return None
        verb, subject = found
        self.used.add(verb.main)
        return Speech("direct", subject, (verb.first, verb.last), ((quote.first, quote.last),))

    def _tag_after(self, quote: Quotation) -> tuple[VerbAt, Subject] | None:
        if not quote.closed or quote.last >= len(self.words.text):
            return None
        sentence = self.words.sentences[self.words.sentence[quote.last - 1]]
        start = quote.last
        if start < sentence.last and self.words.text[start] == ",":
            start += 1
        stop = self._next_mark(start, sentence.last)
        for verb in self._verbs(start, stop):
            if "quote" not in verb.ways and "clause" not in verb.ways:
                continue
            subject = self._subject(verb, start, stop)
            if subject is not None and subject.kind != "same":
                return verb, subject
        return None

    def _subject(self, verb: VerbAt, start: int, stop: int) -> Subject | None:
        if verb.first == start:
            return subject_after(self.cast, self.document, verb.last, stop)
        return subject_before(self.cast, self.document, start, verb.first)

    def _next_mark(self, start: int, last: int) -> int:
        return next((i for i in range(start, last) if self.words.flags[i] & QUOTE), last)

    def _tag_before(self, quote: Quotation) -> tuple[VerbAt, Subject] | None:
        sentence = self.words.sentences[self.words.sentence[quote.first]]
        if quote.first == sentence.first:
            return self._tag_of_colon(sentence)
        floor = sentence.first
        while any(self.quoted[i] for i in range(floor, quote.first)):
            floor += 1
        for verb in reversed(list(self._verbs(floor, quote.first))):
            if "quote" in verb.ways or "clause" in verb.ways:
                subject = subject_before(self.cast, self.document, floor, verb.first)
                if subject is None and verb.first == floor:
                    subject = subject_after(self.cast, self.document, verb.last, quote.first)
                if subject is not None:
                    return verb, subject
        return None

    def _tag_of_colon(self, sentence: Sentence) -> tuple[VerbAt, Subject] | None:
        """A sentence that ends with a colon names the speaker of the one after it."""
        number = self.words.sentence[sentence.first]
        if number == 0:
            return None
        before = self.words.sentences[number - 1]
        if self.words.text[before.last - 1] != ":":
            return None
        for verb in self._verbs(before.first, before.last - 1):
            subject = subject_before(self.cast, self.document, before.first, verb.first)
            if subject is not None:
                return verb, subject
        return None

    def _continues(self, last: Speech, quote: Quotation) -> bool:
        """Whether an untagged quotation goes on with the speaker before it."""
        end = last.content[-1][1]
        one = self.words.sentence[max(end - 1, last.verb[1] - 1)]
        other = self.words.sentence[quote.first]
        if other - one > 1:
            return False
        whole = self.words.sentences[other]
        alone = quote.first == whole.first and quote.last >= whole.last
        return alone or self.words.sentences[one].paragraph == whole.paragraph

    def _leads_to(self, quote: Quotation, tagged: Quotation) -> bool:
        """Whether an untagged quotation goes on in the next one, which has a tag."""
        gap = self.words.sentence[tagged.first] - self.words.sentence[quote.last - 1]
        return gap <= 1

    # -- reported speech

    def _verbs(self, first: int, last: int) -> Iterator[VerbAt]:
        forms = verb_forms()
        flags, text = self.words.flags, self.words.text
        at = first
        while at < last:
            if not flags[at] & VERB:
                at += 1
                continue
            length = min(forms.longest, last - at)
            low = tuple(text[i].lower() for i in range(at, at + length))
            while length and low[:length] not in forms.ways:
                length -= 1
            if length and self._is_verb(at, first):
                yield VerbAt(
                    self._with_auxiliaries(at, first), at, at + length, forms.ways[low[:length]]
                )
            at += max(length, 1)

    def _is_verb(self, at: int, floor: int) -> bool:
        """Whether a word that may be a noun or a participle is a finite verb here."""
        word = self.words.text[at].lower()
        if word.endswith("ing") or (
            self.words.flags[at] & CAPITAL and not self.words.starts_sentence(at)
        ):
            return False
        if at == floor:
            return True
        before = self.words.text[at - 1].lower()
        if before in lexicon().group("before_noun") or before in lexicon().group("preposition"):
            return False
        return not (
            word.endswith("ed") and before in ("was", "were", "been", "being", "be", "is", "are")
        )

    def _with_auxiliaries(self, at: int, floor: int) -> int:
        first = at
        while first > floor and (low := self.words.text[first - 1].lower()):
            if low in lexicon().group("auxiliary") or (
                low.endswith("ly") and not self.words.flags[first - 1] & CAPITAL
            ):
                first -= 1
            else:
                break
        while first < at and self.words.text[first].lower() not in lexicon().group("helper"):
            first += 1
        return first

    def _indirect(self) -> Iterator[Speech]:
        for sentence in self.words.sentences:
            previous: Subject | None = None
            for verb in self._verbs(sentence.first, sentence.last):
                if verb.main in self.used or self.quoted[verb.main]:
                    continue
                speech = self._reported(verb, sentence, previous)
                if speech is not None:
                    self.used.add(verb.main)
                    previous = speech.subject
                    yield speech

    def _reported(
        self, verb: VerbAt, sentence: Sentence, previous: Subject | None
    ) -> Speech | None:
        floor = self._after_quotes(sentence.first, verb.first)
        subject = subject_before(self.cast, self.document, floor, verb.first)
        inverted = False
        if verb.first > floor and self.words.text[verb.first - 1] == ",":
            after = self._inverted(verb, sentence, sure=subject is not None)
            inverted = after is not None
            subject = after or subject
        if subject is not None and subject.kind == "same":
            subject = previous
        if subject is None or subject.first == subject.last:
            return None
        content = self._content(verb, subject, sentence, inverted=inverted)
        if not content:
            return None
        mixed = any(self.quoted[i] for first, last in content for i in range(first, last))
        return Speech("mixed" if mixed else "indirect", subject, (verb.first, verb.last), content)

    def _inverted(self, verb: VerbAt, sentence: Sentence, *, sure: bool) -> Subject | None:
        """The speaker after the verb: "…, said Al Quintero"; ``sure``: he must end the clause."""
        found = subject_after(self.cast, self.document, verb.last, sentence.last)
        if found is None or not sure:
            return found
        last = min(found.last, sentence.last - 1)
        ends = bool(self.words.flags[last] & MARK) or last + 1 == sentence.last
        fits = found.kind == "named" and "quote" in verb.ways and "hearer" not in verb.ways
        return found if fits and ends else None

    def _after_quotes(self, floor: int, stop: int) -> int:
        for i in range(stop - 1, floor - 1, -1):
            if self.words.flags[i] & QUOTE:
                return i + 1
        return floor

    def _content(
        self, verb: VerbAt, subject: Subject, sentence: Sentence, *, inverted: bool
    ) -> tuple[tuple[int, int], ...]:
        end = self._sentence_end(sentence)
        start = subject.last if inverted else self._after_time(verb, end)
        comma = min(verb.first, subject.first) - 1
        comma = self._opening_comma(comma, sentence.first)
        rest = self._is_aside(start, end)
        tags = bool(verb.ways & {"clause", "quote"})
        if tags and comma > sentence.first and (rest or self.words.text[start] == ","):
            if rest:
                return ((sentence.first, comma),)
            return ((sentence.first, comma), (start + 1, end))
        if inverted or rest or not self._takes(verb, start, end):
            return ()
        return ((start, end),)

    def _opening_comma(self, at: int, floor: int) -> int:
        """The comma before a speaker's titles: "…, a senior official said"."""
        stops = lexicon().group("clause_opener")
        while at > floor and not self.words.flags[at] & MARK:
            if self.words.text[at].lower() in stops and self.words.text[at].lower() != "as":
                return -1
            at -= 1
        return at if self.words.text[at] == "," else -1

    def _sentence_end(self, sentence: Sentence) -> int:
        end = sentence.last
        while end > sentence.first and self.words.text[end - 1] in (".", "!", "?", ";", ":"):
            end -= 1
        return end

    def _after_time(self, verb: VerbAt, end: int) -> int:
        """Where the words said begin once days, hearers and asides are passed."""
        at = verb.last
        if "hearer" in verb.ways:
            at = self._after_hearer(at, end)
        while at < end:
            low = self.words.text[at].lower()
            if (
                self.words.flags[at] & CALENDAR
                or low in lexicon().group("time_word")
                or low in lexicon().group("time_unit")
            ):
                at += 1
            elif low == "on" and at + 1 < end and self.words.flags[at + 1] & CALENDAR:
                at += 2
            elif low in lexicon().group("aside_opener") and (that := self._that_ahead(at, end)):
                at = that
            elif low.endswith("ly") and at + 1 < end and self.words.text[at + 1].lower() == "that":
                at += 1
            else:
                break
        return at

    def _that_ahead(self, at: int, end: int) -> int:
        """The word "that" after an aside such as "in a statement on Friday"; 0 if none."""
        for i in range(at, min(end, at + 10)):
            if self.words.text[i].lower() == "that":
                return i
            if self.words.flags[i] & MARK and self.words.text[i] not in ("'s", "’s"):
                return 0
        return 0

    def _after_hearer(self, at: int, end: int) -> int:
        there = self.cast.at.get((self.document, at))
        if there is not None:
            return there[0].last
        low = self.words.text[at].lower() if at < end else ""
        if low in (
            "him",
            "her",
            "them",
            "us",
            "me",
            "you",
            "reporters",
            "journalists",
            "parliament",
        ):
            return at + 1
        return self._that_ahead(at, end) or at

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether nothing is said after the verb: the end, or only where and when."""
        if start >= end:
            return True
        first = self.words.text[start].lower()
        if first not in lexicon().group("aside_opener") and not self.words.flags[start] & NUMBER:
            return False
        return not any(self.words.text[i].lower() == "that" for i in range(start, end))

    def _takes(self, verb: VerbAt, start: int, end: int) -> bool:
        """Whether what follows can be what this verb's subject says."""
        low = self.words.text[start].lower()
        if low == "that":
            return bool(verb.ways & {"clause", "that", "quote"})
        if low == "to":
            return "to" in verb.ways
        if (
            end - start < 2
            or low in lexicon().group("preposition")
            or (self.words.flags[start] & MARK and not self.quoted[start])
        ):
            return False
        if verb.ways & {"clause", "about"}:
            return True
        return "quote" in verb.ways and bool(self.quoted[start])

    # -- according to

    def _according(self) -> Iterator[Speech]:
        text = self.words.text
        for sentence in self.words.sentences:
            for at in range(sentence.first, sentence.last - 1):
                if (
                    text[at].lower() == "according"
                    and text[at + 1].lower() == "to"
                    and not self.quoted[at]
                ):
                    speech = self._according_to(at, sentence)
                    if speech is not None:
                        yield speech

    def _according_to(self, at: int, sentence: Sentence) -> Speech | None:
        end = self._sentence_end(sentence)
        subject = subject_after(self.cast, self.document, at + 2, end)
        if subject is None:
            return None
        if at == sentence.first:
            comma = next((i for i in range(subject.last, end) if self.words.text[i] == ","), end)
            content = ((comma + 1, end),) if comma + 1 < end else ()
        else:
            stop = at - 1 if self.words.text[at - 1] == "," else at
            content = ((sentence.first, stop),) if stop > sentence.first else ()
        if not content:
            return None
        mixed = any(self.quoted[i] for first, last in content for i in range(first, last))
        return Speech("mixed" if mixed else "indirect", subject, (at, at + 2), content)
