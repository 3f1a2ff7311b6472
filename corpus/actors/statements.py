"""Who says what: acts of speech given to the actors of the cast."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon
from corpus.actors.model import Excerpt, Statement
from corpus.actors.nominals import holders, unnamed_group
from corpus.actors.page import open_page
from corpus.actors.pronouns import find_pronouns
from corpus.actors.sightings import Sighting
from corpus.actors.speech import find_speech
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.groups import Group
    from corpus.actors.model import MentionKind
    from corpus.actors.page import Speech
    from corpus.actors.phrases import Subject
    from corpus.actors.roles import Role
    from corpus.actors.settle import Cast
    from corpus.actors.words import Words

_ARTICLES = frozenset(["a", "an", "the"])


class Attributor:
    """Gives the acts of speech of one document to actors, adding those without a name."""

    def __init__(self, cast: Cast, document: int, roles: Sequence[Role]) -> None:
        self.cast = cast
        self.document = document
        self.words: Words = cast.words[document]
        self._holders = holders(self.words, [r for r in roles if r.document == document])
        self._by_head: dict[str, Group] = {}
        self._pronouns: dict[int, Group] = {}

    def attribute(self) -> Iterator[tuple[Group, Statement]]:
        """Each statement with whoever makes it, in reading order."""
        page = open_page(self.cast, self.document)
        speeches = find_speech(page)
        speakers = {id(s): self._nominal(s.subject) for s in speeches}
        for at, whom in find_pronouns(self.cast, self.document, page.quoted):
            self._pronouns[at] = whom
            self._mention(at, at + 1, whom, "pronoun")
        latest: Group | None = None
        for speech in speeches:
            group = speakers[id(speech)] or self._spoken_of(speech.subject, latest)
            if group is not None:
                latest = group
                yield group, self._statement(speech)

    # -- speakers

    def _nominal(self, subject: Subject) -> Group | None:
        if subject.kind == "pronoun":
            return None
        there = self.cast.at.get((self.document, subject.first))
        if there is not None and (subject.kind == "named" or there[0].last > subject.head):
            return there[1]
        return self._phrase(subject) if subject.kind == "phrase" else None

    def _phrase(self, subject: Subject) -> Group:
        """Somebody without a name: the same as before when "the" says so."""
        head = self.words.low[subject.head]
        known = self._known_by(head, subject)
        many = head.endswith("s") or head == "police"
        group = known or self._new(subject, many=many)
        opens = self.words.low[subject.first]
        first = subject.first + (known is None and many and opens in _ARTICLES)
        self._by_head[head] = group
        self._mention(first, subject.last, group, "nominal")
        return group

    def _new(self, subject: Subject, *, many: bool) -> Group:
        start = subject.first + (self.words.low[subject.first] in _ARTICLES)
        name = self.words.say(start, subject.last)
        return unnamed_group(self.cast, name, self.document, one=not many)

    def _known_by(self, head: str, subject: Subject) -> Group | None:
        """Who was called so before in this text, when "the" says that it is the same."""
        at = subject.first
        if self.words.low[at] not in ("the", "that", "this"):
            return None
        if head in self._by_head:
            return self._by_head[head]
        held = self._holders.get(head, [])
        index = bisect_left(held, at, key=lambda role: role.first) - 1
        return held[index].group if index >= 0 else None

    def _spoken_of(self, subject: Subject, latest: Group | None) -> Group | None:
        word = self.words.low[subject.first]
        groups = lexicon().groups
        if word in groups["pronoun_m"] or word in groups["pronoun_f"]:
            return self._pronouns.get(subject.first)
        if word in ("they", "their") and latest is not None and latest.type != "person":
            return latest
        if word in ("it", "its"):
            if latest is not None and latest.type in ("organisation", "unnamed"):
                return latest
            return self._body_before(subject.first)
        return None

    def _body_before(self, at: int) -> Group | None:
        """The body or place that "it" means: the opening one of this or the sentence before."""
        here = self.words.sentence[at]
        for number in (here, here - 1):
            if number < 0:
                break
            sentence = self.words.sentences[number]
            for spot in range(sentence.first, min(sentence.last, at)):
                found = self.cast.at.get((self.document, spot))
                if (
                    found
                    and found[1].type in ("organisation", "place")
                    and found[0].kind != "demonym"
                ):
                    return found[1]
        return None

    def _mention(self, first: int, last: int, group: Group, kind: MentionKind) -> None:
        name = self.words.say(first, last)
        number = self.words.sentence[first]
        sighting = Sighting(self.document, first, last, number, "unknown", name, kind)
        group.add(sighting)

    # -- values

    def _statement(self, speech: Speech) -> Statement:
        return Statement(
            self.words.document.id,
            speech.mode,
            excerpt(self.words, *speech.verb),
            tuple(excerpt(self.words, *part) for part in speech.content),
        )


def excerpt(words: Words, first: int, last: int) -> Excerpt:
    """Words ``first`` to ``last`` (exclusive) with their place in the document."""
    start, end = words.start[first], words.end[last - 1]
    document = words.document
    return Excerpt(document.id, start, end, document.quote(Span(start, end)))
