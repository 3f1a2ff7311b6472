"""Who is in a story and which words are used: actors and frames as sections of a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.actors.drift import drift, shared_offices
from corpus.actors.naming import naming
from corpus.links.across import whereabouts
from corpus.report.parts import Entry, Remark, Section, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.actors.drift import SharedOffice
    from corpus.actors.model import Actor
    from corpus.frames import Frame, FrameUse
    from corpus.story import Story
    from corpus.text import Document

NARRATOR = "narrator"


def actors(story: Story) -> Section:
    """Who is in the story, with what each document calls them, one under the other."""
    entries = tuple(_actor(story, actor) for actor in story.actors)
    everywhere = sum(len(_texts(actor)) == len(story.documents) for actor in story.actors)
    spread = f"; {everywhere} in every text" if len(story.documents) > 2 else ""
    return Section("Actors", f"{counted(len(entries), 'actor')} found{spread}.", entries)


def frames(story: Story) -> Section:
    """Which words each document has for one idea, and whose words they are; shared ideas first."""
    names = {actor.id: actor.name for actor in story.actors}
    used = [frame for frame in story.frames if frame.uses]
    used.sort(key=lambda frame: (-len({use.document for use in frame.uses}), -len(frame.uses)))
    entries = tuple(_frame(story, frame, names) for frame in used)
    words = "Words for one idea, and who uses which. Only words found in the texts."
    return Section("Frames", words if entries else "No frame was found.", entries)


def offices(story: Story) -> Iterator[Section]:
    """The offices for which two texts name nobody in common; no section without one."""
    names = {actor.id: actor.name for actor in story.actors}
    entries = tuple(_office(story, one, names) for one in shared_offices(story.actors) if one.apart)
    if entries:
        yield Section("Offices", "One office, and different holders.", entries)


def _office(story: Story, office: SharedOffice, names: Mapping[str, str]) -> Entry:
    remarks = [
        Remark(holder.role.document, f"{names[holder.actor]} (“{_evened(holder.role.text)}”)")
        for document in story.documents
        for holder in office.holders_in(document.id)
    ]
    return Entry(office.words, remarks=tuple(remarks))


def _actor(story: Story, actor: Actor) -> Entry:
    remarks = [_seen_in(document, actor) for document in story.documents]
    for one, other in drift(actor):
        told = (f"“{_evened(role.text)}” in {role.document}" for role in (one, other))
        remarks.append(Remark("Office differs", ", ".join(told)))
    remarks += [Remark("By hand", done.words) for done in actor.hand]
    where = whereabouts(_ids(story), _texts(actor), "mention")
    title = f"{actor.name} ({actor.type})"
    return Entry(f"{title}: {where}" if where else title, remarks=tuple(remarks))


def _ids(story: Story) -> list[str]:
    return [document.id for document in story.documents]


def _texts(actor: Actor) -> set[str]:
    """The documents that speak of an actor."""
    return {mention.document for mention in actor.mentions}


def _seen_in(document: Document, actor: Actor) -> Remark:
    """One document's side of an actor: how often, under which offices, and called what."""
    found = len(actor.mentions_in(document.id))
    mentions = counted(found, "mention") if found else "no mention found"
    said = len(actor.statements_in(document.id))
    roles = dict.fromkeys(_evened(role.text) for role in actor.roles_in(document.id))
    parts = [mentions, *([counted(said, "statement")] if said else []), *roles]
    called = ", ".join(f"“{one.words}” ×{one.count}" for one in naming(actor, document.id))
    return Remark(document.id, "; ".join([*parts, *([f"called {called}"] if called else [])]))


def _evened(words: str) -> str:
    return " ".join(words.split())


def _frame(story: Story, frame: Frame, names: dict[str, str]) -> Entry:
    where = whereabouts(_ids(story), {use.document for use in frame.uses}, "such word")
    return Entry(
        f"{frame.name}: {where}" if where else frame.name,
        remarks=tuple(
            Remark(document.id, _uses([u for u in frame.uses if u.document == document.id], names))
            for document in story.documents
        ),
    )


def _uses(uses: list[FrameUse], names: dict[str, str]) -> str:
    """One document's words for an idea: how often each, and in whose voice."""
    words = Counter((_folded(use.text), use.voice, use.quoted) for use in uses)
    listed = (
        f"{text} ×{number}{_voice(names.get(voice, voice), quoted=quoted)}"
        for (text, voice, quoted), number in words.items()
    )
    return "; ".join(listed) or "no such word found"


def _folded(words: str) -> str:
    """Words as they count together: a capital at the start of a sentence makes no difference."""
    return _evened(words).lower()


def _voice(name: str, *, quoted: bool) -> str:
    if name == NARRATOR:
        return " (in quotation marks)" if quoted else ""
    return f" ({name}, {'quoted' if quoted else 'reported'})"
