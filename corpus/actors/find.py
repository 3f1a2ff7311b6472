"""Who is in a story: from documents to actors."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from corpus.actors.bodies import is_acronym
from corpus.actors.chunks import Chunker, capitals_inside
from corpus.actors.model import Actor, Mention
from corpus.actors.nominals import NominalFinder
from corpus.actors.roles import find_roles
from corpus.actors.settle import settle
from corpus.actors.spelling import fold
from corpus.actors.statements import Attributor, excerpt
from corpus.actors.words import read_words
from corpus.segment import segment
from corpus.text import Document, letter_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.actors.groups import Group
    from corpus.actors.model import Excerpt, Statement
    from corpus.actors.roles import Role
    from corpus.actors.settle import Cast

T = TypeVar("T")

_STEPS = 4
"""On each document: its words, names, descriptions of people, and who says what."""


def find_actors(texts: Sequence[str]) -> tuple[Actor, ...]:
    """Actors over all texts, which are called A, B, … in order.

    Offsets count code points into the given strings; page furniture is left
    out. The most mentioned come first. Deterministic.
    """
    return find_cast([_document(letter_id(i), text) for i, text in enumerate(texts)])


def _document(name: str, text: str) -> Document:
    found = segment(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, name, name, text, digest, found.passages, found.furniture, found.facts)


def find_cast(
    documents: Sequence[Document], progress: Callable[[float], None] | None = None
) -> tuple[Actor, ...]:
    """Actors over documents: only what stands in their passages is read.

    ``progress`` is told the share done after each step on each document, in [0, 1].
    """
    step = _steps(_STEPS * len(documents), progress)
    words = [step(read_words(document)) for document in documents]
    seen = frozenset(word for column in words for word in capitals_inside(column))
    chunkers = (Chunker(number, column, seen) for number, column in enumerate(words))
    sightings = [s for chunker in chunkers for s in step(list(chunker.sightings()))]
    cast = settle(words, sightings)
    roles = list(find_roles(cast))
    for number in range(len(words)):
        NominalFinder(cast, number, roles).add_all()
        step(None)
    said = [
        s for i in range(len(words)) for s in step(list(Attributor(cast, i, roles).attribute()))
    ]
    return _actors(cast, roles, said)


def _steps(number: int, progress: Callable[[float], None] | None) -> Callable[[T], T]:
    """What is put around each of so many steps, and tells how many are done."""
    done = count(1)

    def step(given: T) -> T:
        if progress is not None:
            progress(next(done) / number)
        return given

    return step


def _actors(
    cast: Cast, roles: Sequence[Role], said: Sequence[tuple[Group, Statement]]
) -> tuple[Actor, ...]:
    offices: dict[int, list[Excerpt]] = defaultdict(list)
    for role in roles:
        offices[id(role.group)].append(excerpt(cast.words[role.document], role.first, role.last))
    statements: dict[int, list[Statement]] = defaultdict(list)
    for group, statement in said:
        statements[id(group)].append(statement)
    taken: dict[str, int] = {}
    groups = [g for g in cast.groups if any(map(str.isalpha, g.name))]
    ordered = sorted(groups, key=lambda g: -len(g.sightings))
    return tuple(
        Actor(
            id=_slug(_shown(group), taken),
            name=_shown(group),
            type=group.type,
            aliases=tuple(dict.fromkeys(group.names)),
            mentions=_mentions(cast, group),
            roles=tuple(dict.fromkeys(offices[id(group)])),
            statements=tuple(statements[id(group)]),
            why=tuple(dict.fromkeys(group.why)),
        )
        for group in ordered
    )


def _shown(group: Group) -> str:
    """The name to show: letters only where no longer name is known."""
    if group.type != "organisation" or not is_acronym(group.name):
        return group.name
    return next((name for name in group.names if not is_acronym(name)), group.name)


def _mentions(cast: Cast, group: Group) -> tuple[Mention, ...]:
    """A group's mentions in reading order, each place once."""
    found: dict[tuple[int, int, int], Mention] = {}
    for sighting, kind in group.sightings:
        part = excerpt(cast.words[sighting.document], sighting.first, sighting.last)
        mention = Mention(part.document, part.start, part.end, part.text, kind)
        found.setdefault((sighting.document, part.start, part.end), mention)
    return tuple(found[key] for key in sorted(found))


def _slug(name: str, taken: dict[str, int]) -> str:
    """A readable id that no other actor of the story has."""
    plain = re.sub(r"[^\w]+", "-", " ".join(map(fold, name.split()))).strip("-") or "actor"
    taken[plain] = taken.get(plain, 0) + 1
    return plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
