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

# How many reasons a reader is told; JSON has them all.
REASONS, HINT_REASONS = 5, 2

# (document, passage number) -> voices, in order and each once.
Voices: TypeAlias = "dict[tuple[str, int], dict[str, None]]"


def links(story: Story) -> tuple[Section, ...]:
    """Which passages speak of the same thing, best first, with the reasons."""
    ranked = sorted(story.links, key=lambda link: -link.score)
    clear = [link for link in ranked if link.grade != "weak"]
    weak = [link for link in ranked if link.grade == "weak"]
    strong = sum(link.grade == "strong" for link in ranked)
    words = f"{strong} strong, {len(clear) - strong} medium, {len(weak)} weak."
    entries = tuple(_link(story, number, link) for number, link in enumerate(clear, 1))
    sections = [Section("Links", words if ranked else "No link was found.", entries)]
    if weak:
        hints = Entry(remarks=tuple(_hint(link) for link in weak))
        sections.append(Section("Weak links", "Hints: they may be chance.", (hints,)))
    return tuple(sections)


def gaps(story: Story) -> tuple[Section, ...]:
    """What no counterpart was found for, a section for each document."""
    voices = _voices(story)
    return tuple(_gaps_in(story, document, voices) for document in story.documents)


def actors(story: Story) -> Section:
    """Who is in the story, with what each document calls them, one under the other."""
    entries = tuple(_actor(story, actor) for actor in story.actors)
    return Section("Actors", f"{counted(len(entries), 'actor')} found.", entries)


def frames(story: Story) -> Section:
    """Which words each document has for one idea, and whose words they are; shared ideas first."""
    names = {actor.id: actor.name for actor in story.actors}
    used = [frame for frame in story.frames if frame.uses]
    used.sort(key=lambda frame: (-len({use.document for use in frame.uses}), -len(frame.uses)))
    entries = tuple(_frame(story, frame, names) for frame in used)
    words = "Words for one idea, and who uses which. Only words found in the texts."
    return Section("Frames", words if entries else "No frame was found.", entries)


def _link(story: Story, number: int, link: Link) -> Entry:
    rest = len(link.evidence) - REASONS
    lesser = f"; and {counted(rest, 'lesser reason')}" if rest > 0 else ""
    cautions = (Remark("Caution", one.words) for one in link.cautions)
    return Entry(
        f"{number}. {_ends(link)}: {link.grade}, {link.score:.2f}",
        quotes(story, link.a, link.b),
        (Remark("Why", _why(link, REASONS) + lesser), *cautions),
    )


def _hint(link: Link) -> Remark:
    """A weak link in a line: it keeps no passage from being a gap, and there they stand."""
    cautions = "".join(f"; caution: {one.words}" for one in link.cautions)
    return Remark(_ends(link), f"{link.score:.2f}; {_why(link, HINT_REASONS)}{cautions}")


def _ends(link: Link) -> str:
    return " and ".join(place(end.document, end.passages) for end in (link.a, link.b))


def _why(link: Link, most: int) -> str:
    """The reasons that weigh most, each with its share of the score."""
    ranked = sorted(link.evidence, key=lambda one: -one.weight)
    return "; ".join(f"{one.words} ({one.weight:.2f})" for one in ranked[:most])


def _gaps_in(story: Story, document: Document, voices: Voices) -> Section:
    found = [gap for gap in story.gaps if gap.document == document.id]
    alone = sum(len(gap.passages) for gap in found)
    return Section(
        f"Only in {document.id}",
        f"No counterpart found for {alone} of {counted(len(document.passages), 'passage')}.",
        tuple(_gap(story, gap, voices) for gap in found),
    )


def _gap(story: Story, gap: Gap, voices: Voices) -> Entry:
    return Entry(
        f"{place(gap.document, gap.passages)}{_nearest(gap)}",
        passages(story, gap.document, gap.passages),
        (Remark("Who says it", _speakers(gap, voices)),),
    )


def _nearest(gap: Gap) -> str:
    near = gap.nearest
    return f", nearest {place(near.document, [near.passage])} ({near.score:.2f})" if near else ""


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
    words = Counter((_folded(use.text), use.voice, use.quoted) for use in uses)
    listed = (
        f"{text} ×{number}{_voice(names.get(voice, voice), quoted=quoted)}"
        for (text, voice, quoted), number in words.items()
    )
    return "; ".join(listed) or "no such word found"


def _folded(words: str) -> str:
    """Words as they count together: a capital at the start of a sentence makes no difference."""
    return " ".join(words.split()).lower()


def _voice(name: str, *, quoted: bool) -> str:
    if name == NARRATOR:
        return " (in quotation marks)" if quoted else ""
    return f" ({name}, {'quoted' if quoted else 'reported'})"
