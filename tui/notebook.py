"""Notes and rulings on the texts shown: saved at the desk, found again in the texts."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tui.marking import Noted, noted_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.actors.rulings import ActorRuling
    from corpus.links.model import End
    from corpus.links.rulings import Ruling, Verdict
    from corpus.notes.finder import Finder
    from corpus.notes.model import Draft, Note
    from corpus.notes.store import NoteStore
    from corpus.text import Document, FactKind
    from tui.catalogue import Asked, Catalogue
    from tui.desk import Desk


class Kept(NamedTuple):
    """All that is kept of the texts shown: notes, and rulings by their subject.

    ``rulings`` are those on links, ``actors`` those on actors, the earliest first.
    ``tags`` are those of all notes on any texts, the most used first.
    ``facts`` are what the reader says of sources, by SHA-256.
    """

    notes: tuple[Noted, ...]
    rulings: Mapping[str, Ruling]
    actors: Mapping[str, ActorRuling]
    tags: tuple[str, ...] = ()
    facts: Mapping[str, Mapping[FactKind, str]] = {}


class Notebook:
    """What can be done to notes, links and actors; each call returns after COMMIT.

    It gives what is kept then.

    Raises:
        ReaderError: nothing was saved; the sentence says why.
    """

    def __init__(self, desk: Desk, documents: Sequence[Document]) -> None:
        self._desk = desk
        self._documents = documents
        self._sources = [document.source for document in documents]
        self._finder: Finder | None = None
        self.decided = 0  # how many decisions hold more than at the start
        self.made = 0  # how many were new
        self._newer: tuple[str, ...] = ()
        self._names = set(self._sources)  # and what notes call these texts, wherever they lay

    @property
    def key(self) -> str:
        """What these texts are known by, wherever their files lie."""
        return hashlib.sha256(" ".join(d.sha256 for d in self._documents).encode()).hexdigest()

    async def read(self) -> Kept:
        """The notes on these texts."""
        return await self._desk.ask(self._kept)

    async def told(self) -> Sequence[str]:
        """What the notes file has to tell, such as damage that was mended."""
        return await self._desk.ask(lambda store: (*store.told, *self._newer))

    async def catalogue(self, asked: Asked) -> Catalogue:
        """The notes on these texts, or all there are, as the Notes view lists them."""
        from tui.catalogue import catalogue

        return await self._desk.ask(lambda store: catalogue(self._notes(store), asked, self._find))

    async def add(self, draft: Draft) -> Kept:
        """Save a new note; ``corpus.notes.subjects`` makes drafts about each kind of thing."""
        return await self._after(lambda store: store.add(draft))

    async def edit(self, note: Note) -> Kept:
        """Save a note as it is changed: words, tags, colour, star, place."""
        return await self._after(lambda store: store.edit(note))

    async def delete(self, note: Note) -> Kept:
        """Delete a note; undo brings it back."""
        return await self._after(lambda store: store.delete(note.id))

    async def rule(self, verdict: Verdict, a: End, b: End, earlier: str | None) -> Kept:
        """Save a ruling on two passages, in place of an earlier one by its subject, if any."""
        from corpus.links.rulings import DECISION, encode, make_ruling, subject_of

        ruling = make_ruling(verdict, self._documents, a, b)
        subject, state = earlier or subject_of(ruling), encode(ruling)
        return await self._after(lambda s: s.decide(DECISION, subject, state, ruling.sources))

    async def take_back(self, subject: str) -> Kept:
        """Take a ruling back, so that only what was found stands."""
        from corpus.links.rulings import DECISION

        return await self._after(lambda s: s.decide(DECISION, subject, None, self._sources))

    async def decide(self, ruling: ActorRuling) -> Kept:
        """Save a decision on actors, as ``corpus.actors.decide`` makes it."""
        from corpus.actors.rulings import DECISION, encode, numbered, read_actor_rulings, subject_of

        def deed(store: NoteStore) -> None:
            known = read_actor_rulings(store.decisions(DECISION)).known
            latest = numbered(ruling, known.values())
            sources = tuple(dict.fromkeys((*latest.sources, *self._sources)))
            store.decide(DECISION, subject_of(latest), encode(latest), sources)

        return await self._after(deed)

    async def take_back_decision(self, subject: str) -> Kept:
        """Take a decision on actors back, by its subject."""
        from corpus.actors.rulings import DECISION

        return await self._after(lambda s: s.decide(DECISION, subject, None, self._sources))

    async def say(self, document: Document, facts: Mapping[FactKind, str]) -> Kept:
        """Save what the reader says of a text's source, in place of what was said before."""
        from corpus.facts import DECISION, encode

        state, sources = encode(facts), (document.source,)
        return await self._after(lambda s: s.decide(DECISION, document.sha256, state, sources))

    async def undo(self, *, everywhere: bool = False) -> tuple[bool, Kept]:
        """Take back the latest change concerning these texts, or any; whether there was one."""
        names = None if everywhere else self._names
        undone = await self._desk.ask(lambda store: store.undo(names))
        self.decided -= bool(undone)
        return bool(undone), await self.read()

    async def redo(self, *, everywhere: bool = False) -> tuple[bool, Kept]:
        """Do the latest change undone again; whether there was one."""
        names = None if everywhere else self._names
        redone = await self._desk.ask(lambda store: store.redo(names))
        self.decided += bool(redone)
        return bool(redone), await self.read()

    async def left_at(self) -> str | None:
        """Where these texts were left the last time."""
        return await self._desk.ask(lambda store: store.place(self.key))

    def leave(self, state: str) -> None:
        """Keep where these texts are left, and finish whatever is being saved."""
        self._desk.close(lambda store: store.save_place(self.key, state))

    async def _after(self, deed: Callable[[NoteStore], object]) -> Kept:
        await self._desk.ask(deed)
        self.decided += 1
        self.made += 1
        return await self.read()

    def _kept(self, store: NoteStore) -> Kept:
        from corpus.actors.rulings import DECISION as ACTOR
        from corpus.actors.rulings import read_actor_rulings
        from corpus.facts import DECISION as FACT
        from corpus.facts import own_facts
        from corpus.links.rulings import DECISION as LINK
        from corpus.links.rulings import read_rulings

        notes = self._notes(store)
        noted = noted_on(notes, self._documents, self._find)
        self._names = self._names | {one.target.document for one in noted}
        return Kept(
            noted,
            read_rulings(store.decisions(LINK)).known,
            read_actor_rulings(store.decisions(ACTOR)).known,
            _by_use(notes),
            own_facts(store.decisions(FACT)),
        )

    def _notes(self, store: NoteStore) -> Sequence[Note]:
        """All notes, those on another version of one of these texts put on it."""
        from corpus.notes.versions import in_newer_texts

        notes, self._newer = in_newer_texts(store.notes(), self._documents)
        return notes

    @property
    def _find(self) -> Finder:
        """What finds words again; made on the desk's thread, which alone uses it."""
        if self._finder is None:
            from corpus.notes.finder import Finder

            self._finder = Finder()
        return self._finder


def _by_use(notes: Iterable[Note]) -> tuple[str, ...]:
    return tuple(tag for tag, _ in Counter(tag for n in notes for tag in n.tags).most_common())
