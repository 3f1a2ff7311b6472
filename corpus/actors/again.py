"""Which actors and mentions a decision was about, in the cast as it is now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.actors.called import are_one
from corpus.actors.decide import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from corpus.actors.model import Actor, Mention
    from corpus.actors.rulings import ActorSelector
    from corpus.notes.model import Anchor, Target
    from corpus.text import Document, Span

Find: TypeAlias = "Callable[[Target, Document], Anchor]"
"""Looks for words in a document, as ``corpus.notes.finder.Finder`` does."""

_Place: TypeAlias = "tuple[str, int, int]"
"""A document's id, and the start and end of words in it."""

_ENOUGH = 2
"""So many mentions that were looked for in a changed text, and agree, prove an actor."""

_STANDARD_INPUT = "-"
"""A source that says nothing of which text it was."""


class Company:
    """The actors of a story while decisions are carried out, known by id, name and place."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {}
        self._at: dict[_Place, dict[str, None]] = {}
        for actor in actors:
            self.put(actor)

    def put(self, actor: Actor) -> None:
        """Take in an actor, in place of the one with its id."""
        self._leave(actor.id)
        self.actors[actor.id] = actor
        for mention in actor.mentions:
            self._at.setdefault(_place(mention), {})[actor.id] = None

    def drop(self, actor: Actor) -> None:
        """Take an actor out."""
        self._leave(actor.id)
        del self.actors[actor.id]

    def mentioned(self, document: str, span: Span) -> Sequence[str]:
        """Who is spoken of in just these words; else who is in some of them, the shortest first."""
        exactly = self._at.get((document, span.start, span.end))
        if exactly:
            return list(exactly)
        near = [p for p in self._at if p[0] == document and p[1] < span.end and span.start < p[2]]
        near.sort(key=lambda place: place[2] - place[1])
        return [id_ for place in near for id_ in self._at[place]][:1]

    def _leave(self, id_: str) -> None:
        known = self.actors.get(id_)
        for mention in known.mentions if known else ():
            self._at[_place(mention)].pop(id_, None)


class Places:
    """Where the words that decisions hold on to stand in some documents."""

    def __init__(self, documents: Sequence[Document], find: Find) -> None:
        self._documents = documents
        self._find = find

    def documents_of(self, target: Target) -> Sequence[Document]:
        """The documents a target is in: by its source, else by its bytes, wherever they lie."""
        by_place = [d for d in self._documents if d.source == target.document != _STANDARD_INPUT]
        return by_place or [d for d in self._documents if d.sha256 == target.sha256]

    def concern(self, targets: Iterable[Target]) -> bool:
        """Whether any of these words is of one of the documents."""
        return any(self.documents_of(target) for target in targets)

    def spans(self, target: Target, *, moved: bool = True) -> Iterator[tuple[str, Span]]:
        """Where a target's words stand; unless ``moved`` only in texts that were not changed."""
        for document in self.documents_of(target):
            if moved or document.sha256 == target.sha256:
                span = self._find(target, document).span
                if span is not None:
                    yield document.id, span


class Found(NamedTuple):
    """The actor that a selector's words are of now.

    ``firm``: it is the one that was meant, not another who has them now, as
    Russia has Moscow's when Moscow is split off no more.
    """

    actor: Actor
    firm: bool


def find_again(selector: ActorSelector, company: Company, places: Places) -> Found | None:
    """The actor that most of the kept mentions speak of now; None when they are not found.

    Mentions in unchanged texts come first, then the name, if one actor alone
    has it, then mentions looked for in texts that were changed.
    """
    found = _spoken_of(selector, company, places, moved=False)
    if found is None or not found.firm:
        named = _named(selector, company)
        found = named or _spoken_of(selector, company, places, moved=True)
    return found


def mentions_again(targets: Sequence[Target], actor: Actor, places: Places) -> Sequence[Mention]:
    """The mentions of an actor that stand where these words stand now."""
    spans = [found for target in targets for found in places.spans(target)]
    exactly = {(document, span.start, span.end) for document, span in spans}
    found = [mention for mention in actor.mentions if _place(mention) in exactly]
    return found or [m for m in actor.mentions if any(_overlap(m, *place) for place in spans)]


def _spoken_of(
    selector: ActorSelector, company: Company, places: Places, *, moved: bool
) -> Found | None:
    votes: Counter[str] = Counter()
    seen: set[_Place] = set()
    for target in selector.targets:
        for document, span in places.spans(target, moved=moved):
            votes.update(company.mentioned(document, span))
            seen.add((document, span.start, span.end))
        if moved and votes and max(votes.values()) >= _ENOUGH:
            break
    ranked = [company.actors[id_] for id_, _ in votes.most_common()]
    found = [Found(actor, _is_meant(selector, actor, seen)) for actor in ranked]
    return next((one for one in found if one.firm), None) or next(iter(found), None)


def _is_meant(selector: ActorSelector, actor: Actor, seen: Collection[_Place]) -> bool:
    """Whether its name is the actor's, or what tells most of the actor in a text was kept."""
    if actor.name == selector.name or are_one(actor.type, selector.name, actor.name):
        return True
    texts = {mention.document for mention in actor.mentions}
    return any(_place(telling(actor.mentions_in(text))[0]) in seen for text in texts)


def _named(selector: ActorSelector, company: Company) -> Found | None:
    wanted = selector.name, selector.type
    found = [actor for actor in company.actors.values() if (actor.name, actor.type) == wanted]
    return Found(found[0], firm=True) if len(found) == 1 else None


def _place(mention: Mention) -> _Place:
    return mention.document, mention.start, mention.end


def _overlap(mention: Mention, document: str, span: Span) -> bool:
    return mention.document == document and mention.start < span.end and span.start < mention.end
