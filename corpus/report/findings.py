"""The findings of a story as sections: links, gaps, actors and frames."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from corpus.report.parts import Entry, Remark, Section, counted, numbers_in, passages, place, quotes
from corpus.text import Span

if TYPE_CHECKING:
    from corpus.actors.model import Actor
    from corpus.frames import Frame, FrameUse
    from corpus.links.model import Gap, Link
    from corpus.story import Story
    from corpus.text import Document

NARRATOR = "narrator"

# (document, passage number) -> voices, in order and each once.
Voices: TypeAlias = "dict[tuple[str, int], dict[str, None]]"


def links(story: Story) -> Section:
    """Which passages speak of the same thing, best first, with the reasons."""
    ranked = sorted(story.links, key=lambda link: -link.score)
    grades = Counter(link.grade for link in ranked)
    words = ", ".join(f"{grades[grade]} {grade}" for grade in ("strong", "medium", "weak"))
    entries = tuple(_link(story, number, link) for number, link in enumerate(ranked, 1))
    return Section("Links", f"{words}." if entries else "No link was found.", entries)


def gaps(story: Story) -> tuple[Section, ...]:
    """What no counterpart was found for, a section for each document."""
    voices = _voices(story)
    return tuple(_gaps_in(story, document, voices) for document in story.documents)


def actors(story: Story) -> Section:
    """Who is in the story, with what each document calls them, one under the other."""
    entries = tuple(_actor(story, actor) for actor in story.actors)
    return Section("Actors", f"{counted(len(entries), 'actor')} found.", entries)


def frames(story: Story) -> Section:
    """Which words each document has for one idea, and whose words they are."""
    names = {actor.id: actor.name for actor in story.actors}
    entries = tuple(_frame(story, frame, names) for frame in story.frames if frame.uses)
    words = "Words for one idea, and who uses which. Only words found in the texts."
    return Section("Frames", words if entries else "No frame was found.", entries)


def _link(story: Story, number: int, link: Link) -> Entry:
    ends = (link.a, link.b)
    places = " and ".join(place(end.document, end.passages) for end in ends)
    why = "; ".join(f"{one.words} ({one.weight:.2f})" for one in link.evidence)
    cautions = (Remark("Caution", one.words) for one in link.cautions)
    return Entry(
        f"{number}. {places}: {link.grade}, {link.score:.2f}",
        # The words of a weak link stand among the gaps: it keeps no passage from being one.
        quotes(story, *ends) if link.grade != "weak" else (),
        (Remark("Why", why), *cautions),
    )


def _gaps_in(story: Story, document: Document, voices: Voices) -> Section:
    found = [gap for gap in story.gaps if gap.document == document.id]
    alone = sum(len(gap.passages) for gap in found)
    return Section(
        f"Only in {document.id}",
        f"No counterpart found for {alone} of {counted(len(document.passages), 'passage')}.",
        tuple(_gap(story, gap, voices) for gap in found),
    )


def _gap(story: Story, gap: Gap, voices: Voices) -> Entry:
    remarks = [Remark("Who says it", _speakers(gap, voices))]
    if gap.nearest:
        nearest = place(gap.nearest.document, [gap.nearest.passage])
        remarks.append(Remark("Nearest", f"{nearest} ({gap.nearest.score:.2f})"))
    return Entry(
        place(gap.document, gap.passages),
        passages(story, gap.document, gap.passages),
        tuple(remarks),
    )


def _speakers(gap: Gap, voices: Voices) -> str:
    """Whose words these passages hold, and in which of them; else they are the text's own."""
    said: dict[str, list[int]] = {}
    for number in gap.passages:
        for voice in voices.get((gap.document, number), {}):
            said.setdefault(voice, []).append(number)
    if not said:
        return "the text itself"
    return "; ".join(f"{voice} in {place(gap.document, at)}" for voice, at in said.items())


def _voices(story: Story) -> Voices:
    """For each passage that holds somebody's statement: who, and how it is told."""
    voices: Voices = {}
    for actor in story.actors:
        for statement in actor.statements:
            document = story.document(statement.document)
            voice = f"{actor.name}, {statement.mode},"
            for part in statement.content:
                for number in numbers_in(document, Span(part.start, part.end)):
                    voices.setdefault((document.id, number), {})[voice] = None
    return voices


def _actor(story: Story, actor: Actor) -> Entry:
    remarks = [_seen_in(document, actor) for document in story.documents]
    others = [alias for alias in actor.aliases if alias != actor.name]
    if others:
        remarks.append(Remark("Also", "; ".join(others)))
    return Entry(f"{actor.name} ({actor.type})", remarks=tuple(remarks))


def _seen_in(document: Document, actor: Actor) -> Remark:
    """One document's side of an actor: how often, and under which offices."""
    found = len(actor.mentions_in(document.id))
    mentions = counted(found, "mention") if found else "no mention found"
    said = sum(statement.document == document.id for statement in actor.statements)
    roles = dict.fromkeys(" ".join(role.text.split()) for role in actor.roles_in(document.id))
    parts = [mentions, *([counted(said, "statement")] if said else []), *roles]
    return Remark(document.id, "; ".join(parts))


def _frame(story: Story, frame: Frame, names: dict[str, str]) -> Entry:
    return Entry(
        frame.name,
        remarks=tuple(
            Remark(document.id, _uses([u for u in frame.uses if u.document == document.id], names))
            for document in story.documents
        ),
    )


def _uses(uses: list[FrameUse], names: dict[str, str]) -> str:
    """One document's words for an idea: how often each, and in whose voice."""
    words = Counter((" ".join(use.text.split()), use.voice, use.quoted) for use in uses)
    return (
        "; ".join(
            f"{text} ×{number}{_voice(names.get(voice, voice), quoted=quoted)}"
            for (text, voice, quoted), number in words.items()
        )
        or "no such word"
    )


def _voice(name: str, *, quoted: bool) -> str:
    if name == NARRATOR:
        return " (in quotation marks)" if quoted else ""
    return f" ({name}, {'quoted' if quoted else 'reported'})"
