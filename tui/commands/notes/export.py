"""``notes export``: all notes written out, to read, to count or to take in again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line
from tui.commands.notes.opening import FILTER_HELP
from tui.commands.outcome import Outcome
from tui.commands.sources import read

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from corpus.actors.rulings import ActorRuling
    from corpus.links.rulings import Ruling
    from corpus.notes.store import NoteStore
    from corpus.report.standing import Standing
    from corpus.text import Document

PAIR = 2


class Decided(NamedTuple):
    """The reader's decisions on links and on actors, by their subjects."""

    links: Mapping[str, Ruling]
    actors: Mapping[str, ActorRuling]


def arguments(parser: ArgumentParser) -> None:
    """``[FILE …] [-f md|html|csv|json|jsonld] [--filter LINE] [-o FILE] [--force]``."""
    formats = ("md", "html", "csv", "json", "jsonld")
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="only the notes on these texts; html shows them"
    )
    parser.add_argument("--filter", default="", metavar="LINE", help=FILTER_HELP)
    parser.add_argument("-f", "--format", choices=formats, default="md")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument("--force", action="store_true", help="overwrite FILE")
    parser.add_argument("--coder", metavar="NAME", default="", help="your name, for jsonld")


def run(args: Namespace) -> Outcome:
    """The notes; what goes out as ``jsonld``, decisions on links too, comes back in whole."""
    from corpus.report.standing import document_of, standing
    from tui.commands.notes.opening import filtered, open_store, texts_of

    named = read(args.files)
    with open_store() as store:
        told, decided = tuple(store.told), _decided(store)
        notes = store.notes()
    if args.files:
        notes = [n for n in notes if any(document_of(t, named.documents) for t in n.targets)]
    needed = args.filter or args.format != "jsonld"
    texts = texts_of(notes if needed else (), *named.documents)
    standings = filtered([standing(note, texts.documents) for note in notes], args.filter)
    complaints = (*told, *named.complaints, *texts.complaints)
    shown = named.documents or texts.documents
    return Outcome(_written(standings, shown, decided, args), complaints, named.status)


def _decided(store: NoteStore) -> Decided:
    from corpus.actors.rulings import DECISION as ACTOR
    from corpus.actors.rulings import read_actor_rulings
    from corpus.links.rulings import DECISION as LINK
    from corpus.links.rulings import read_rulings

    links, actors = store.decisions(LINK), store.decisions(ACTOR)
    return Decided(read_rulings(links).known, read_actor_rulings(actors).known)


def _written(
    standings: Sequence[Standing],
    texts: Sequence[Document],
    decided: Decided,
    args: Namespace,
) -> str:
    from corpus.report import exchange, markdown, notes_json, notes_table
    from corpus.report.outline import notes_outline

    match args.format:
        case "jsonld":
            kept = Decided({}, {}) if args.files or args.filter else decided
            named = one_line(args.coder)
            return exchange.render([one.note for one in standings], *kept, coder=named)
        case "json":
            return notes_json.render(standings)
        case "csv":
            return notes_table.render(standings)
        case "html":
            return _page(standings, texts, decided)
        case _:
            return markdown.page(notes_outline(standings))


def _page(standings: Sequence[Standing], texts: Sequence[Document], decided: Decided) -> str:
    """One page: the texts side by side where they are two, else one under another; the notes."""
    from corpus.recast import recast
    from corpus.report import web
    from corpus.report.facing import facing
    from corpus.report.outline import notes_outline
    from corpus.story import Story, analyse, overruled
    from corpus.text import letter_id

    named = tuple(replace(text, id=letter_id(at)) for at, text in enumerate(texts))
    if len(named) == PAIR:
        found = recast(analyse(named), decided.actors)
        shown = facing(overruled(found, decided.links), standings)
    else:
        shown = "\n".join(facing(Story((text,)), standings) for text in named)
    return web.page(notes_outline(standings), shown)
