"""``compare``: what was found between two texts or more, without a screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.report import FORMATS, Format, render
from corpus.report.wanted import EVERYTHING, PARTS, Part, Wanted
from tui.commands import kept, options, told
from tui.commands.outcome import Outcome, UsageError
from tui.commands.sources import Read, check, read_telling
from tui.commands.waiting import Waiting

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from corpus.story import Story
    from corpus.text import Document


MOST_CHARACTERS = 4_000_000
MOST_PASSAGES = 40_000
"""Of a text: the longest novels have less, and more takes longer than anybody waits."""

DEFAULTS: Mapping[str, object] = {
    "format": None,
    "output": None,
    "exit_code": False,
    "show": "",
    "confirmed_only": False,
    "context": 0,
}
"""What ``run`` goes by where another command calls it."""


def arguments(parser: ArgumentParser) -> None:
    """``compare A B [C …]`` with a format, where to, and the reader's own words for this once."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path, - or corpus:NAME")
    options.of_texts(parser)
    parser.add_argument("-f", "--format", choices=FORMATS, help="txt on a terminal, else md")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument("--force", action="store_true", help="overwrite FILE")
    _parts(parser)
    options.of_settings(parser)
    parser.add_argument(
        "--exit-code", action="store_true", help="exit 1 when a gap is longer than --max-gap"
    )
    parser.add_argument(
        "--max-gap", type=int, default=0, metavar="N", help="passages a gap may have (default 0)"
    )


def _parts(parser: ArgumentParser) -> None:
    """What of the comparison is wanted."""
    parser.add_argument(
        "--show", metavar="PART[,…]", default="", help=f"only some of {', '.join(PARTS)}"
    )
    parser.add_argument(
        "--confirmed-only", action="store_true", help="only links you confirmed or drew"
    )
    parser.add_argument(
        "--context",
        type=int,
        default=0,
        metavar="N",
        help="quote N passages around each in txt, md and html",
    )


def run(args: Namespace) -> Outcome:
    """The comparison of all sources that can be read, as the reader's own decisions have it."""
    from corpus.facts import with_all_own

    check(args.files)
    wanted = _wanted(args)
    said = told.told(args, len(args.files))
    found = _comparable(read_telling(args.files, said.encoding, args.tell))
    if not found.documents:
        return Outcome("", found.complaints, found.status)
    own = kept.kept(args.frames, args.aliases)
    complaints = (*found.complaints, *found.notices, *own.complaints)
    documents = said.of(with_all_own(found.documents, own.facts))
    with Waiting(args.tell) as waiting:
        waiting.says("looking for actors")
        story = kept.story_as_kept(documents, own, partial(waiting.share, "comparing"))
    status = found.status or int(args.exit_code and _has_gap(story, args.max_gap))
    notes = kept.notes_on(story.documents, own)
    return Outcome(render(story, _format(args), notes, wanted), complaints, status)


def _comparable(found: Read) -> Read:
    """Without texts that are too long for whoever waits for a comparison."""
    refused = [one for one in found.documents if _is_too_long(one)]
    told = [
        f"{one.name}: it has more than {MOST_CHARACTERS:,} characters or {MOST_PASSAGES:,} "
        "sentences, too many to compare in one go; split it, or read it on the screen"
        for one in refused
    ]
    kept = tuple(one for one in found.documents if one not in refused)
    return found._replace(documents=kept, complaints=(*found.complaints, *told))


def _is_too_long(document: Document) -> bool:
    return len(document.text) > MOST_CHARACTERS or len(document.passages) > MOST_PASSAGES


def _format(args: Namespace) -> Format:
    """The format asked for; else by the file's ending, else for a terminal or a pipe."""
    if args.format:
        asked: Format = args.format
        return asked
    ending = Path(args.output or "").suffix.removeprefix(".")
    for known in FORMATS:
        if ending == known:
            return known
    return "txt" if args.terminal and not args.output else "md"


def _wanted(args: Namespace) -> Wanted:
    """What was asked for; UsageError for a part that there is not."""
    named = [part.strip() for part in args.show.split(",") if part.strip()]
    parts: frozenset[Part] = frozenset(part for part in PARTS if part in named)
    unknown = next((part for part in named if part not in PARTS), None)
    if unknown is not None:
        raise UsageError(f"--show: there is no part {unknown}; there are {', '.join(PARTS)}")
    if args.context < 0:
        raise UsageError("--context: say how many passages, 0 or more")
    if "agreement" in parts and args.format in {"json", "jsonld", "svg"}:
        raise UsageError("--show agreement: there it is written as csv, txt, md or html")
    return Wanted(parts or EVERYTHING.parts, args.confirmed_only, context=args.context)


def _has_gap(story: Story, longest: int) -> bool:
    return any(len(gap.passages) > longest for gap in story.gaps)
