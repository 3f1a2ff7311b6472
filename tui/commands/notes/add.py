"""``notes add``: a note on the first place where a file says these words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.notes.colours import COLOURS
from corpus.sanitise import one_line
from corpus.text import Span, find_all
from tui.commands.outcome import Outcome, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.text import Document


def arguments(parser: ArgumentParser) -> None:
    """``--doc FILE --quote TEXT --text TEXT [--tag T …] [--colour C] [--star]``."""
    parser.add_argument("--doc", required=True, metavar="FILE", help="a path or corpus:NAME")
    parser.add_argument("--quote", required=True, metavar="TEXT", help="words that FILE says")
    parser.add_argument("--text", default="", metavar="TEXT", help="the note")
    parser.add_argument(
        "--tag", nargs="+", action="extend", default=[], metavar="T", help="a tag; may come again"
    )
    parser.add_argument("--colour", choices=COLOURS, default="", help="a colour for the words")
    parser.add_argument("--star", action="store_true", help="star the note")


def run(args: Namespace) -> Outcome:
    """The new note's id, once the note is safe on the disk."""
    from corpus.notes.anchoring import make_target
    from corpus.notes.model import Draft
    from tui.commands.notes.opening import open_store, read_noted

    text, quote = _storable(args.text), _storable(args.quote)
    if not quote.strip():
        raise UsageError("a note needs a place: give --quote words that the file says")
    draft = Draft(text, (), _tags(args.tag), starred=args.star, colour=args.colour)
    if not text.strip() and draft == Draft(text, ()):
        raise UsageError("a note needs words: give --text, --tag, --colour or --star")
    document = read_noted(args.doc)
    target = make_target(document, _place(document, quote))
    with open_store() as store:
        note = store.add(replace(draft, targets=(target,)))
        return Outcome(f"{note.id}\n", tuple(store.told))


def _place(document: Document, quote: str) -> Span:
    """The first place of these words; white space of any kind stands for any other."""
    exact = find_all(document.text, quote)
    if exact:
        return exact[0]
    spaced = re.search(r"\s+".join(map(re.escape, one_line(quote).split())), document.text)
    if spaced is None:
        raise InputError(
            f"{document.name}: it does not say “{quote}”; copy the words as the file has them"
        )
    return Span(*spaced.span())


def _tags(given: Sequence[str]) -> tuple[str, ...]:
    """The tags that say something, each once."""
    return tuple(dict.fromkeys(tag for one in given if (tag := _storable(one).strip())))


def _storable(words: str) -> str:
    """Words as given on the command line, without the halves of characters no file can hold."""
    return words.encode("utf-8", "replace").decode("utf-8")
