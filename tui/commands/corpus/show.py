"""``corpus show``: what is known of one text, and where each fact comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from corpus.text import Document


def arguments(parser: ArgumentParser) -> None:
    """``NAME``."""
    parser.add_argument("name", metavar="NAME", help="a name, with or without corpus: before it")


def run(args: Namespace) -> Outcome:
    """One line for each thing known; what is not known is not shown."""
    from tui.commands.sources import read_one

    document = read_one(f"corpus:{args.name.removeprefix('corpus:')}")
    lines = list(_lines(document))
    width = max(len(name) for name, _ in lines)
    return Outcome("".join(f"{name:{width}}  {words}\n" for name, words in lines))


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    from corpus.report.outline import ORIGINS

    yield "source", document.source
    for fact in document.facts:
        yield fact.kind, f"{fact.value} ({ORIGINS[fact.origin]})"
    yield "encoding", document.encoding
    yield "passages", str(len(document.passages))
    yield "sha256", document.sha256
    for notice in document.notices:
        yield "read", notice
