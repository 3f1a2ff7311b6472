"""The comparison as CSV (RFC 4180): rows for links, gaps, claims of some texts, decisions.

Mentions and the words of frames have rows of their own when they are asked for by name.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

from corpus.links.across import claims, told
from corpus.report.naming_table import MENTION_COLUMNS, USE_COLUMNS, mentions, uses
from corpus.report.parts import passages, rejected
from corpus.report.wanted import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from corpus.links.across import Claim
    from corpus.links.model import End, Gap, Link
    from corpus.report.wanted import Part, Wanted
    from corpus.story import Story

Row: TypeAlias = "Mapping[str, str]"

COLUMNS = (
    "kind",
    "grade",
    "score",
    "document",
    "passages",
    "text",
    "other_document",
    "other_passages",
    "other_text",
    "evidence",
    "cautions",
    "hand",
    "not_found_in",
)
_ON_LINKS: AbstractSet[Part] = {"pairs", "gaps"}

# A spreadsheet takes a cell that begins so for a formula and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(story: Story, wanted: Wanted = EVERYTHING) -> str:
    """What is wanted as a table; a gap's other passage is the nearest one.

    ``hand`` says what the reader decided, where they did; an actor has a row
    for each decision, with its name as the text. ``not_found_in`` names the
    texts that have no counterpart, for gaps and for what some of more than
    two texts share: such a claim has a row for each text that has it, and
    ``evidence`` says where it stands.
    """
    parts = wanted.named or _ON_LINKS
    page = io.StringIO()
    writer = csv.DictWriter(page, _columns(parts), restval="")
    writer.writeheader()
    for row in _rows(story, parts, wanted):
        writer.writerow({column: guarded(cell) for column, cell in row.items()})
    return page.getvalue()


def guarded(cell: str) -> str:
    """A cell no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _columns(parts: AbstractSet[Part]) -> Sequence[str]:
    """The columns of each part, those of several once."""
    return list(
        dict.fromkeys(
            [
                *(COLUMNS if parts & _ON_LINKS else ()),
                *(MENTION_COLUMNS if "actors" in parts else ()),
                *(USE_COLUMNS if "frames" in parts else ()),
            ]
        )
    )


def _rows(story: Story, parts: AbstractSet[Part], wanted: Wanted) -> Iterator[Row]:
    if "pairs" in parts:
        yield from (_link(story, link) for link in story.links if wanted.takes(link))
        yield from (_rejected(story, *ends) for ends in rejected(story))
    if "gaps" in parts:
        yield from (_gap(story, gap) for gap in story.gaps)
        for claim in claims(story.documents, story.links):
            yield from (_claim(story, claim, end) for end in claim.ends)
    if not wanted.named:
        yield from _decisions(story)
    if "actors" in parts:
        yield from mentions(story)
    if "frames" in parts:
        yield from uses(story)


def _link(story: Story, link: Link) -> Row:
    return {
        "kind": "link",
        "grade": link.grade,
        "score": f"{link.score:.6f}",
        **_passages(story, link.a.document, link.a.passages),
        **_other(story, link.b.document, link.b.passages),
        "evidence": "; ".join(one.words for one in link.evidence),
        "cautions": "; ".join(one.words for one in link.cautions),
        "hand": link.hand,
    }


def _rejected(story: Story, a: End, b: End) -> Row:
    one, other = _passages(story, a.document, a.passages), _other(story, b.document, b.passages)
    return {"kind": "rejected", **one, **other, "hand": "rejected"}


def _gap(story: Story, gap: Gap) -> Row:
    near = gap.nearest
    return {
        "kind": "gap",
        "score": f"{near.score:.6f}" if near else "",
        **_passages(story, gap.document, gap.passages),
        **(_other(story, near.document, [near.passage]) if near else {}),
        "not_found_in": " ".join(one.id for one in story.documents if one.id != gap.document),
    }


def _claim(story: Story, claim: Claim, end: End) -> Row:
    """What one text of several says of a claim that others lack."""
    return {
        "kind": "claim",
        **_passages(story, end.document, end.passages),
        "evidence": told(claim),
        "not_found_in": " ".join(claim.others),
    }


def _decisions(story: Story) -> Iterator[Row]:
    for actor in story.actors:
        for done in actor.hand:
            yield {"kind": "actor", "text": actor.name, "evidence": done.words, "hand": done.kind}


def _passages(story: Story, document: str, numbers: Sequence[int]) -> Row:
    words = " ".join(quote.words for quote in passages(story, document, numbers))
    return {"document": document, "passages": " ".join(map(str, numbers)), "text": words}


def _other(story: Story, document: str, numbers: Sequence[int]) -> Row:
    return {f"other_{column}": c for column, c in _passages(story, document, numbers).items()}
